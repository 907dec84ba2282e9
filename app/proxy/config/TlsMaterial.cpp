#include "app/proxy/config/TlsMaterial.h"

#include "app/proxy/config/JsonReader.h"

#include <map>

namespace ferry::proxy {
namespace {

using Acceptors = std::map<CertificateFiles, std::shared_ptr<const TlsAcceptor>>;
using Contexts = std::map<std::string, std::shared_ptr<SSL_CTX>>; // by the authority's file

void loadAcceptor(Rule &rule, const Configuration &configuration, const std::string &rulePointer, Acceptors &known,
    JsonProblems &problems)
{
    const bool isOwn = !rule.certificate.isEmpty();
    const CertificateFiles files = isOwn ? rule.certificate : configuration.certificate;
    if (files.isEmpty()) {
        problems.add("To end TLS here the gateway needs a certificate, and none is named: set \"certificate\" of the "
                     "gateway, or choose \"pass\" to relay AUTH TLS.",
            rulePointer + "/filter/authTls");
        return;
    }
    std::shared_ptr<const TlsAcceptor> &acceptor = known[files];
    if (!acceptor) {
        Result<std::shared_ptr<const TlsAcceptor>> loaded = TlsAcceptor::load(files);
        if (!loaded) {
            problems.add(loaded.error().message,
                (isOwn ? rulePointer : std::string()) + "/certificate/" + loaded.error().pointer);
            return;
        }
        acceptor = std::move(*loaded);
    }
    rule.certificate = files;
    rule.acceptor = acceptor;
}

void loadDialer(Rule &rule, const std::string &rulePointer, Contexts &known, JsonProblems &problems)
{
    std::shared_ptr<SSL_CTX> &context = known[rule.serverTrust.authority];
    if (!context) {
        Result<std::shared_ptr<SSL_CTX>> made = TlsDialer::makeContext(rule.serverTrust.authority);
        if (!made) {
            problems.add(made.error().message, rulePointer + "/server/authority");
            return;
        }
        context = std::move(*made);
    }
    rule.dialer = std::make_shared<TlsDialer>(context, rule.serverTrust, rule.server.address.toString());
}

} // namespace

void loadTlsMaterial(Configuration &configuration, JsonProblems &problems)
{
    Acceptors acceptors;
    Contexts contexts;
    for (std::size_t i = 0; i < configuration.rules.size() && !problems.first(); ++i) {
        Rule &rule = configuration.rules[i];
        if (!rule.terminates())
            continue;
        const std::string pointer = "/rules/" + std::to_string(i);
        loadAcceptor(rule, configuration, pointer, acceptors, problems);
        loadDialer(rule, pointer, contexts, problems);
    }
}

} // namespace ferry::proxy
