#include "tests/e2e/engines/NodeAgent.h"

#include "app/pki/SecretFile.h"
#include "models/wire/JsonDecoder.h"
#include "tests/e2e/support/Programs.h"
#include "tests/support/Programs.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

namespace ferry::e2e {

using namespace Qt::Literals::StringLiterals;

NodeAgent::NodeAgent(const test::Host &host, const pki::Identity &authority, QJsonObject manages)
    : m_host(host), m_authority(authority), m_folder(QDir::tempPath() + u"/ferrygate-node-XXXXXX"_s)
{
    const pki::Identity own = pki::issueServer(authority, u"node"_s, {u"127.0.0.2"_s}).value();
    (void)pki::writeSecretFile(path(u"agent.pem"_s), own.certificatePem);
    (void)pki::writeSecretFile(path(u"agent.key"_s), own.keyPem);
    (void)pki::writeSecretFile(path(u"ca.pem"_s), authority.certificatePem);
    const QJsonObject more{
        {u"format"_s, u"ferrygate-agent"_s},
        {u"version"_s, 1},
        {u"node"_s, u"node"_s},
        {u"listen"_s, QJsonObject{{u"address"_s, u"127.0.0.2"_s}, {u"port"_s, 0}}},
        {u"stateDirectory"_s, u"state"_s},
        {u"tls"_s, QJsonObject{{u"certificate"_s, u"agent.pem"_s}, {u"key"_s, u"agent.key"_s}, {u"ca"_s, u"ca.pem"_s}}},
    };
    for (auto at = more.begin(); at != more.end(); ++at)
        manages.insert(at.key(), at.value());
    (void)pki::writeSecretFile(path(u"agent.json"_s), QJsonDocument(manages).toJson());
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
}
NodeAgent::~NodeAgent()
{
    test::endProgram(m_process);
}

void NodeAgent::end()
{
    test::endProgram(m_process);
}

bool NodeAgent::start(const QString &crashAt)
{
    QFile run(path(u"state/agent.run"_s));
    run.remove();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!crashAt.isEmpty())
        environment.insert(u"FERRYGATE_CRASH_AT"_s, crashAt);
    m_process.setProcessEnvironment(environment);
    m_host.run([&] {
        m_process.start(
            programDirectory() + u"/ferrygate-agent"_s, {u"--config"_s, path(u"agent.json"_s), u"--end-children"_s});
    });
    (void)QTest::qWaitFor([&] { return run.exists() || m_process.state() == QProcess::NotRunning; }, 30'000);
    if (!run.open(QIODevice::ReadOnly))
        return false;
    m_port = static_cast<quint16>(QJsonDocument::fromJson(run.readAll())[u"port"].toInt());
    return true;
}
bool NodeAgent::waitForCrash()
{
    return (m_process.state() == QProcess::NotRunning || m_process.waitForFinished(10'000))
        && m_process.exitStatus() == QProcess::CrashExit;
}

RpcReply NodeAgent::ask(QStringView method, const QJsonObject &params)
{
    return m_host.run([&]() -> RpcReply {
        test::AgentConnection connection(
            m_port, pki::issueClient(m_authority, u"ada"_s, Role::Administrator).value(), m_authority.certificatePem);
        if (!connection.isOpen() || !connection.hello())
            return tl::unexpected(RpcFailure{{ErrorCode::Unreachable, {}, u"No agent."_s, {}, {}}, {}});
        return connection.ask(method, params);
    });
}
NodeStatus NodeAgent::status()
{
    const RpcReply reply = ask(u"node.status");
    return reply ? fromJson<NodeStatus>(*reply).value_or(NodeStatus()) : NodeStatus();
}

std::optional<Error> NodeAgent::apply(const NodeConfig &config, bool isConfirmed, std::chrono::seconds confirmWithin)
{
    const QString transaction = u"t%1"_s.arg(++m_number);
    const PrepareRequest request{transaction, status().generation, config, u"A test"_s, {}, confirmWithin};
    const QJsonObject the = toJson(TransactionRequest{transaction, {}});
    RpcReply reply = ask(u"apply.prepare", toJson(request));
    if (reply)
        reply = ask(u"apply.commit", the);
    if (reply && isConfirmed)
        reply = ask(u"apply.confirm", the);
    return reply ? std::nullopt : std::optional(reply.error().error);
}

} // namespace ferry::e2e
