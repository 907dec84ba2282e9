#include "tests/agent/AgentLab.h"

#include "app/agent/process/Process.h"
#include "app/pki/SecretFile.h"
#include "models/wire/EnumNames.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/Method.h"
#include "tests/support/Ports.h"
#include "tests/support/Programs.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString buildFolder = QStringLiteral(FERRYGATE_BUILD_DIR);

bool write(const QString &path, const QByteArray &bytes)
{
    return pki::writeSecretFile(path, bytes).has_value();
}

} // namespace

QString vsftpdProgram()
{
    const QString program = vsftpdPackage() + u"/usr/sbin/vsftpd"_s;
    return QFileInfo::exists(program) ? program : QString();
}

QString proftpdProgram()
{
    const QString program = vsftpdPackage() + u"/usr/sbin/proftpd"_s;
    return QFileInfo::exists(program) ? program : QString();
}

QString pureFtpdProgram()
{
    const QString program = vsftpdPackage() + u"/usr/sbin/pure-ftpd"_s;
    return QFileInfo::exists(program) ? program : QString();
}

QString vsftpdLibraries()
{
    return vsftpdPackage() + u"/usr/lib/x86_64-linux-gnu"_s;
}

QString vsftpdPackage()
{
    return buildFolder + u"/lab-packages"_s;
}

QString haproxyProgram()
{
    const QString program = vsftpdPackage() + u"/usr/sbin/haproxy"_s;
    return QFileInfo::exists(program) ? program : QString();
}

QString unpackedLibraries()
{
    return vsftpdLibraries();
}

QByteArray vsftpdConf(const QString &root, quint16 port)
{
    return "# A server of the test laboratory.\nlisten=YES\nlisten_address=127.0.0.3\nlisten_port="
        + QByteArray::number(port)
        + "\nanonymous_enable=YES\nrun_as_launching_user=YES\nftp_username=nobody\nanon_root=" + root.toUtf8()
        + "\nsecure_chroot_dir=" + root.toUtf8() + "\n#pasv_min_port=40000\n";
}

quint16 freePort(const QString &address)
{
    return freePorts({address});
}

AgentConnection::AgentConnection(quint16 port, const pki::Identity &client, const QByteArray &authorityPem)
    : m_socket(std::make_unique<QSslSocket>())
{
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setCaCertificates({QSslCertificate(authorityPem)});
    if (!client.keyPem.isEmpty()) {
        tls.setLocalCertificate(QSslCertificate(client.certificatePem));
        tls.setPrivateKey(QSslKey(client.keyPem, QSsl::Ec));
    }
    m_socket->setSslConfiguration(tls);
    m_socket->connectToHostEncrypted(u"127.0.0.2"_s, port);
    m_socket->waitForEncrypted(10'000);
    m_peer = std::make_unique<RpcPeer>(m_socket.get(), m_clock, frameCapAfterHello);
}

bool AgentConnection::isOpen() const
{
    return m_socket->isEncrypted() && m_socket->state() == QAbstractSocket::ConnectedState;
}

RpcReply AgentConnection::ask(QStringView method, const QJsonObject &params)
{
    std::optional<RpcReply> reply;
    QObject context;
    m_peer->request(method, params, std::chrono::seconds(60), &context, [&](const RpcReply &got) { reply = got; });
    (void)QTest::qWaitFor([&] { return reply.has_value(); }, 65'000);
    return *reply;
}

RpcReply AgentConnection::hello()
{
    return ask(rowOf(Method::Hello).name, toJson(HelloRequest{wireVersion, oldestWireVersion, u"test"_s}));
}

bool AgentConnection::waitForEnd()
{
    return QTest::qWaitFor([&] { return m_socket->state() == QAbstractSocket::UnconnectedState; }, 20'000);
}

AgentLab::AgentLab(Manages manages, const QString &unit, const QList<Engine> &engines)
    : m_folder(QDir::tempPath() + u"/ferrygate-agent-XXXXXX"_s)
    , m_manages(manages)
    , m_unit(unit)
    , m_engines(engines)
    , m_authority(pki::createAuthority(u"Test authority"_s).value())
{
    m_agent.setProcessChannelMode(QProcess::MergedChannels);
    writeConfig();
}

AgentLab::AgentLab(const QJsonObject &service) : AgentLab(Manages::Gateway)
{
    m_service = service;
    writeConfig();
}

AgentLab::~AgentLab()
{
    endProgram(m_agent);
    endStrays();
}

bool AgentLab::start(const QString &crashAt)
{
    QFile::remove(path(u"state/agent.run"_s));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"FERRYGATE_CRASH_AT"_s);
    if (!crashAt.isEmpty())
        environment.insert(u"FERRYGATE_CRASH_AT"_s, crashAt);
    m_agent.setProcessEnvironment(environment);
    m_agent.start(buildFolder + u"/bin/ferrygate-agent"_s, {u"--config"_s, path(u"agent.json"_s)});
    QFile run(path(u"state/agent.run"_s));
    const bool isListening =
        QTest::qWaitFor([&] { return run.exists() || (m_agent.state() == QProcess::NotRunning); }, 30'000);
    if (!isListening || !run.open(QIODevice::ReadOnly))
        return false;
    const QJsonDocument running = QJsonDocument::fromJson(run.readAll());
    m_port = static_cast<quint16>(running[u"port"].toInt());
    m_metricsPort = static_cast<quint16>(running[u"metricsPort"].toInt());
    return true;
}

void AgentLab::kill()
{
    if (m_agent.state() == QProcess::NotRunning)
        return;
    m_agent.kill();
    m_agent.waitForFinished();
}

bool AgentLab::waitForCrash()
{
    return m_agent.state() == QProcess::NotRunning
        ? m_agent.exitStatus() == QProcess::CrashExit
        : m_agent.waitForFinished(10'000) && m_agent.exitStatus() == QProcess::CrashExit;
}

std::unique_ptr<AgentConnection> AgentLab::connectAs(Role role)
{
    auto connection = std::make_unique<AgentConnection>(m_port, identity(role), m_authority.certificatePem);
    if (connection->isOpen())
        (void)connection->hello();
    return connection;
}

NodeStatus AgentLab::status()
{
    const RpcReply reply = connectAs(Role::Viewer)->ask(rowOf(Method::NodeStatus).name);
    return reply ? fromJson<NodeStatus>(*reply).value_or(NodeStatus()) : NodeStatus();
}

QByteArray AgentLab::auditLog() const
{
    QFile file(path(u"state/audit.log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

NodeConfig AgentLab::config(const PortRange &passivePorts) const
{
    NodeConfig config;
    PublishedRule rule;
    rule.id = RuleId::fromTrusted(u"partner-upload"_s);
    rule.name = u"Partner upload"_s;
    rule.listenAddress = Address::fromTrusted(u"127.0.0.2");
    rule.listenPort = m_rulePort;
    rule.serverAddress = Address::fromTrusted(u"127.0.0.3");
    rule.serverPort = m_vsftpdPort;
    rule.externalAddress = rule.listenAddress;
    rule.filterOn = m_engines.first() == Engine::Builtin || m_engines.first() == Engine::Proftpd;
    rule.filter.enabled = rule.filterOn;
    rule.filter.idleSeconds = passivePorts.low() % 1000 + 100;
    if (rule.filterOn)
        rule.dataPorts = {PortRange::fromTrusted(49152, 65535)};
    else
        rule.relayPorts = {passivePorts};
    config.gateways = {{GatewayId::fromTrusted(u"gw-1"_s), m_engines.first(), {}, {rule}}};
    if (m_manages == Manages::GatewayAndVsftpd) {
        ServiceConfig service;
        service.id = ServiceId::fromTrusted(u"files-1"_s);
        service.configPath = path(u"vsftpd.conf"_s);
        service.serviceUnit = m_unit.isEmpty() ? service.id.text() : m_unit;
        service.passivePorts = passivePorts;
        service.sites = {{u"default"_s, rule.serverAddress, m_vsftpdPort, TlsMode::None, rule.listenAddress}};
        config.services = {service};
    }
    return config;
}

PrepareRequest AgentLab::prepareRequest(const QString &transaction, const QString &base, const PortRange &ports) const
{
    return {transaction, base, config(ports), u"A test"_s, {u"Passive range "_s + ports.toString()},
        std::chrono::seconds(60)};
}

pki::Identity AgentLab::identity(Role role) const
{
    return pki::issueClient(m_authority, u"ada-"_s + enumName(role), role).value();
}

void AgentLab::writeConfig()
{
    const pki::Identity server = pki::issueServer(m_authority, u"node-1"_s, {u"127.0.0.2"_s}).value();
    QVERIFY(write(path(u"agent.pem"_s), server.certificatePem));
    QVERIFY(write(path(u"agent.key"_s), server.keyPem));
    QVERIFY(write(path(u"ca.pem"_s), m_authority.certificatePem));
    m_rulePort = freePort(u"127.0.0.2"_s);
    m_vsftpdPort = freePort(u"127.0.0.3"_s);
    QJsonObject json{
        {u"format"_s, u"ferrygate-agent"_s},
        {u"version"_s, 1},
        {u"node"_s, u"node-1"_s},
        {u"listen"_s, QJsonObject{{u"address"_s, u"127.0.0.2"_s}, {u"port"_s, 0}}},
        {u"metrics"_s, QJsonObject{{u"address"_s, u"127.0.0.2"_s}, {u"port"_s, 0}}},
        {u"stateDirectory"_s, u"state"_s},
        {u"tls"_s, QJsonObject{{u"certificate"_s, u"agent.pem"_s}, {u"key"_s, u"agent.key"_s}, {u"ca"_s, u"ca.pem"_s}}},
        {u"gateways"_s, QJsonArray{gatewayEntry()}},
    };
    if (m_manages == Manages::GatewayAndVsftpd) {
        QVERIFY(QDir(m_folder.path()).mkdir(u"files"_s));
        QVERIFY(write(path(u"vsftpd.conf"_s), vsftpdConf(path(u"files"_s), m_vsftpdPort)));
        json[u"services"] = QJsonArray{QJsonObject{{u"id"_s, u"files-1"_s}, {u"software"_s, u"vsftpd"_s},
            {u"configPath"_s, u"vsftpd.conf"_s}, {u"control"_s, serviceControl()},
            {u"ballast"_s, QJsonObject{{u"path"_s, u"files/.ballast"_s}, {u"lowBelow"_s, 0}}}}};
    }
    if (!m_service.isEmpty())
        json[u"services"] = QJsonArray{m_service};
    QVERIFY(write(path(u"agent.json"_s), QJsonDocument(json).toJson()));
}

QJsonObject AgentLab::gatewayEntry() const
{
    QJsonObject entry = engineEntry(m_engines.first());
    entry[u"id"] = u"gw-1"_s;
    entry[u"sourceAddress"] = u"127.0.0.2"_s;
    QJsonArray alternatives;
    for (const Engine engine : m_engines.mid(1))
        alternatives.append(engineEntry(engine));
    entry[u"alternatives"] = alternatives;
    return entry;
}

QJsonObject AgentLab::engineEntry(Engine engine) const
{
    if (engine == Engine::Haproxy) {
        return {{u"engine"_s, u"haproxy"_s}, {u"program"_s, haproxyProgram()}, {u"controlSocket"_s, u"haproxy.sock"_s},
            {u"environment"_s, QJsonObject{{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}}}};
    }
    if (engine == Engine::Proftpd) {
        return {{u"engine"_s, u"proftpd"_s}, {u"program"_s, proftpdProgram()},
            {u"environment"_s, QJsonObject{{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}}}};
    }
    return {{u"engine"_s, u"builtin"_s}, {u"program"_s, buildFolder + u"/bin/ferrygate-proxy"_s},
        {u"controlSocket"_s, u"proxy.sock"_s}, {u"log"_s, u"proxy.log"_s}};
}

QJsonObject AgentLab::serviceControl() const
{
    if (!m_unit.isEmpty())
        return {{u"kind"_s, u"systemd"_s}, {u"unit"_s, m_unit}};
    return {{u"kind"_s, u"child"_s}, {u"program"_s, vsftpdProgram()},
        {u"arguments"_s, QJsonArray{path(u"vsftpd.conf"_s)}},
        {u"environment"_s, QJsonObject{{u"LD_LIBRARY_PATH"_s, vsftpdLibraries()}}}};
}

void AgentLab::endStrays() const
{
    QDir processes(path(u"state/processes"_s));
    for (const QString &name : processes.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(processes.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        (void)agent::endGroup({json[u"pid"].toInt(), static_cast<quint64>(json[u"startTicks"].toInteger())},
            std::chrono::milliseconds(2000));
    }
}

} // namespace ferry::test
