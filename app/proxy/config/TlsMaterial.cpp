#include "app/proxy/config/TlsMaterial.h"

#include "app/proxy/config/JsonReader.h"

#include <map>

namespace ferry::proxy {
namespace {

using Acceptors = std::map<CertificateFiles, std::shared_ptr<const TlsAcceptor>>;
using Dialers = std::map<std::pair<ServerTrust, std::string>, std::shared_ptr<const TlsDialer>>;

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

void loadDialer(Rule &rule, const std::string &rulePointer, Dialers &known, JsonProblems &problems)
{
    const std::string address = rule.server.address.toString();
    std::shared_ptr<const TlsDialer> &dialer = known[{rule.serverTrust, address}];
    if (!dialer) {
        Result<std::shared_ptr<const TlsDialer>> created = TlsDialer::create(rule.serverTrust, address);
        if (!created) {
            problems.add(created.error().message, rulePointer + "/server/authority");
            return;
        }
        dialer = std::move(*created);
    }
    rule.dialer = dialer;
}

} // namespace

void loadTlsMaterial(Configuration &configuration, JsonProblems &problems)
{
    Acceptors acceptors;
    Dialers dialers;
    for (std::size_t i = 0; i < configuration.rules.size() && !problems.first(); ++i) {
        Rule &rule = configuration.rules[i];
        if (!rule.terminates())
            continue;
        const std::string pointer = "/rules/" + std::to_string(i);
        loadAcceptor(rule, configuration, pointer, acceptors, problems);
        loadDialer(rule, pointer, dialers, problems);
    }
}

} // namespace ferry::proxy
