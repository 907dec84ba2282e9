#include "tests/e2e/matrix/rows/Stage.h"

#include "app/pki/Authority.h"
#include "app/pki/SecretFile.h"

#include <QJsonObject>

namespace ferry::matrix {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<Stage>> Stage::create(const Server &server)
{
    std::unique_ptr<Stage> stage(new Stage(server));
    if (const Result<void> written = stage->writeMaterial(); !written)
        return failure(written.error());
    return stage;
}

Result<void> Stage::writeMaterial() const
{
    const Result<pki::Identity> ca = pki::createAuthority(u"Matrix"_s);
    if (!ca)
        return failure(ca.error());
    const Result<pki::Identity> identity = pki::issueServer(*ca, u"gw-1"_s, {u"127.0.0.2"_s, u"127.0.0.3"_s});
    if (!identity)
        return failure(identity.error());
    // OpenSSL as a later version would be that has forgotten TLS 1.3: for gateways, on either leg.
    const QByteArray onlyTls12 = "openssl_conf = c\n[c]\nssl_conf = s\n[s]\nsystem_default = d\n[d]\nMaxProtocol = "
                                 "TLSv1.2\n";
    const QList<std::pair<QString, QByteArray>> files{
        {authority(), ca->certificatePem},
        {path(u"cert.pem"_s), identity->certificatePem},
        {path(u"key.pem"_s), identity->keyPem},
        {path(u"tls12.cnf"_s), onlyTls12},
    };
    for (const auto &[file, bytes] : files) {
        if (const Result<> written = pki::writeSecretFile(file, bytes); !written)
            return failure(written.error());
    }
    return {};
}

Result<const RunningServer *> Stage::serverFor(const Combination &combination)
{
    const bool isImplicit = combination.security == Security::Implicit;
    std::unique_ptr<RunningServer> &server = m_servers[{combination.handling, isImplicit}];
    if (!server) {
        Result<std::unique_ptr<RunningServer>> started =
            RunningServer::start(m_server, combination, path(u"cert.pem"_s), path(u"key.pem"_s));
        if (!started)
            return failure(started.error());
        server = std::move(*started);
    }
    return server.get();
}

Result<const e2e::GatewayFixture *> Stage::gatewayFor(const Combination &combination)
{
    const Result<const RunningServer *> server = serverFor(combination);
    if (!server)
        return failure(server.error());
    // Where TLS is not the gateway's, its version is a matter of client and server.
    const bool isOld = combination.handling == Handling::Terminate && combination.version == TlsVersion::Tls12;
    const QString key = name(combination.handling)
        + (combination.security == Security::Implicit ? u" implicit"_s : u""_s) + (isOld ? u" 1.2"_s : u""_s);
    std::unique_ptr<e2e::GatewayFixture> &gateway = m_gateways[key];
    if (!gateway) {
        Result<std::unique_ptr<e2e::GatewayFixture>> started = startGateway(combination, (*server)->place());
        if (!started)
            return failure(started.error());
        gateway = std::move(*started);
    }
    return gateway.get();
}

Result<std::unique_ptr<e2e::GatewayFixture>> Stage::startGateway(
    const Combination &combination, const Place &server) const
{
    const Handling handling = combination.handling;
    e2e::GatewayFixture::Rule rule;
    rule.server = server.address;
    rule.serverPort = server.port;
    rule.serverTls = server.isImplicit ? u"implicit"_s : u"explicit"_s;
    // What the gateway does not read, it cannot open ports for.
    if (handling != Handling::Terminate)
        rule.relayPorts << server.passive.toString();
    if (handling != Handling::Off) {
        rule.filter = {
            {u"enabled"_s, true},
            {u"authTls"_s, name(handling)},
            {u"dataModes"_s, QJsonObject{{u"passive"_s, true}, {u"active"_s, true}}},
        };
    }
    if (handling == Handling::Terminate) {
        rule.filter.insert(u"upstreamTls"_s, u"same"_s);
        rule.serverMore = {{u"authority"_s, authority()}};
        rule.more = {
            {u"certificate"_s, QJsonObject{{u"chain"_s, path(u"cert.pem"_s)}, {u"key"_s, path(u"key.pem"_s)}}}};
        if (combination.version == TlsVersion::Tls12)
            rule.environment << u"OPENSSL_CONF="_s + path(u"tls12.cnf"_s);
    }
    return e2e::GatewayFixture::start(rule);
}

} // namespace ferry::matrix
