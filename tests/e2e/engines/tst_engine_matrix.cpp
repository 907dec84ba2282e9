#include "app/pki/SecretFile.h"
#include "models/checks/FindingCode.h"
#include "models/checks/FindingStore.h"
#include "models/wire/EnumNames.h"
#include "tests/e2e/engines/EngineLab.h"
#include "tests/e2e/engines/NodeAgent.h"
#include "tests/e2e/matrix/servers/Server.h"
#include "tests/e2e/support/Programs.h"
#include "tests/support/Prerequisite.h"
#include "tests/support/netns/RoutedLab.h"

#include <QDir>
#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace ferry;
using namespace ferry::test;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

namespace {

const GatewayId gatewayId = GatewayId::fromTrusted(u"gw-1"_s);
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);
const PortRange passiveRange = PortRange::fromTrusted(5000, 5039);

const QList<Engine> engines{Engine::Builtin, Engine::Haproxy, Engine::Nftables, Engine::Proftpd};
const QList<TlsMode> securities{TlsMode::None, TlsMode::Explicit, TlsMode::Implicit};

QString word(TlsMode tls)
{
    return tls == TlsMode::None ? u"plain"_s : tls == TlsMode::Explicit ? u"explicit TLS"_s : u"implicit TLS"_s;
}

/// How the rule is published: forwarded, or read by the filter, which ends TLS where there is any.
QString word(bool filterOn)
{
    return filterOn ? u"on"_s : u"off"_s;
}

matrix::Security securityOf(TlsMode tls)
{
    return tls == TlsMode::None    ? matrix::Security::Plain
        : tls == TlsMode::Explicit ? matrix::Security::Explicit
                                   : matrix::Security::Implicit;
}

matrix::TlsVersion versionOf(TlsMode tls)
{
    return tls == TlsMode::None ? matrix::TlsVersion::None : matrix::TlsVersion::Tls13;
}

} // namespace

/// Every engine in front of every FTP server: what the findings say an engine can do works on the wire, and what it
/// cannot do its agent refuses. One agent offers all engines, so that each row is a switch as well.
class EngineMatrixTest : public QObject {
    Q_OBJECT

public:
    explicit EngineMatrixTest(Result<> isApart) : m_isApart(std::move(isApart)) {}

private Q_SLOTS:
    void initTestCase()
    {
        m_servers.push_back(matrix::makeVsftpd());
        m_servers.push_back(matrix::makeProftpd());
        m_servers.push_back(matrix::makePureFtpd());
        for (const auto &server : m_servers)
            FERRY_NEEDS(server->missing().isEmpty(), "An FTP server is not unpacked in the build folder.");
        FERRY_NEEDS(!haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        FERRY_NEEDS(!systemProgram(u"nft"_s).isEmpty(), "nft is not installed.");
        FERRY_NEEDS(!systemProgram(u"curl"_s).isEmpty(), "curl is not installed.");
        if (!m_isApart && !isSetUp())
            QSKIP(qPrintable(m_isApart.error().text()));
        QVERIFY2(m_isApart.has_value(), m_isApart ? "" : qPrintable(m_isApart.error().text()));

        m_authority = pki::createAuthority(u"Test authority"_s).value();
        Result<std::unique_ptr<RoutedLab>> lab = RoutedLab::create();
        QVERIFY2(lab.has_value(), lab ? "" : qPrintable(lab.error().text()));
        m_lab = std::move(*lab);
        const pki::Identity certificate = pki::issueServer(m_authority, u"gw-1"_s, {m_lab->gateway().v4()}).value();
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        QVERIFY(pki::writeSecretFile(path(u"cert.pem"_s), certificate.certificatePem));
        QVERIFY(pki::writeSecretFile(path(u"key.pem"_s), certificate.keyPem));
        QVERIFY(pki::writeSecretFile(path(u"ca.pem"_s), m_authority.certificatePem));
        m_gateway = std::make_unique<NodeAgent>(
            m_lab->gateway(), m_authority, QJsonObject{{u"gateways"_s, QJsonArray{gatewayEntry()}}});
        QVERIFY(m_gateway->start());
        for (int i = 0; i < 6000; ++i)
            m_content += QByteArray::number(i * 7919).rightJustified(16, '.');
    }

    void row_data()
    {
        QTest::addColumn<int>("server");
        QTest::addColumn<TlsMode>("tls");
        QTest::addColumn<bool>("filterOn");
        QTest::addColumn<Engine>("engine");
        for (int server = 0; server < int(m_servers.size()); ++server) {
            for (const TlsMode tls : securities) {
                for (const bool filterOn : {false, true}) {
                    for (const Engine engine : engines) {
                        const QStringList tag{m_servers[size_t(server)]->name(), word(tls),
                            u"filter "_s + word(filterOn), enumName(engine)};
                        QTest::newRow(qPrintable(tag.join(u", "_s))) << server << tls << filterOn << engine;
                    }
                }
            }
        }
    }

    void row()
    {
        QFETCH(int, server);
        QFETCH(TlsMode, tls);
        QFETCH(bool, filterOn);
        QFETCH(Engine, engine);
        const matrix::Server &software = *m_servers[size_t(server)];
        QString &cell = m_cells[{software.name() + u", "_s + word(tls) + u", "_s + word(filterOn), engine}];
        if (const auto reason = software.refuses({.security = securityOf(tls), .version = versionOf(tls)})) {
            m_reason = reason->text;
            cell = u"–"_s;
            return;
        }
        startServer(software, tls);
        const RuleSet set = published(tls, filterOn, engine);
        const QString obstacle = errorsIn(set).join(u' ');
        const std::optional<Error> refused = m_gateway->apply(nodeConfigs(set).first());
        if (!obstacle.isEmpty()) {
            QVERIFY2(refused, "What is said to be impossible was applied.");
            QCOMPARE(refused->code, ErrorCode::Unsupported);
            cell = obstacle;
            return;
        }
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        QCOMPARE(m_gateway->status().gateways.value(0).engine, engine);
        for (const QString &mode : {u"PASV"_s, u"EPSV"_s}) {
            // Without the second option curl hides a wrong address in 227.
            const QStringList how =
                mode == u"PASV"_s ? QStringList{u"--disable-epsv"_s, u"--no-ftp-skip-pasv-ip"_s} : QStringList{};
            const QString name = u"there-%1.bin"_s.arg(++m_number);
            QVERIFY2(upload(software, tls, how, name), m_words.constData());
            QCOMPARE(hashOf(contentOf(site() + u'/' + name)), hashOf(m_content));
            QVERIFY2(curl(software, tls, how, name), m_words.constData());
            QCOMPARE(hashOf(m_output), hashOf(m_content));
            QVERIFY2(curl(software, tls, how, {}), m_words.constData());
            QVERIFY(m_output.contains(name.toUtf8()));
            cell += (cell.isEmpty() ? u""_s : u", "_s) + mode;
        }
    }

    void theStory_data()
    {
        QTest::addColumn<Engine>("engine");
        for (const Engine engine : engines)
            QTest::newRow(qPrintable(enumName(engine))) << engine;
    }

    void theStory()
    {
        QFETCH(Engine, engine);
        const matrix::Server &software = *m_servers.front();
        startServer(software, TlsMode::Explicit);
        // (a) The filter reads what is forwarded, and denies AUTH TLS, or the engine has no filter.
        RuleSet set = published(TlsMode::Explicit, true, engine);
        changeRule(set, [](PublishingRule &rule) { rule.filter.authTls = AuthTls::Deny; });
        QVERIFY(codesIn(set).contains(engine == Engine::Haproxy ? findingcode::engineFilter
                : engine == Engine::Nftables                    ? findingcode::engineAuthTls
                                                                : findingcode::authTlsDenied));
        const bool reads = engine == Engine::Builtin || engine == Engine::Proftpd;
        const bool isImpossible = !errorsIn(set).filter(u"FG4"_s).isEmpty();
        QCOMPARE(isImpossible, !reads);
        QCOMPARE(m_gateway->apply(nodeConfigs(set).first()).has_value(), isImpossible);
        if (reads) {
            QVERIFY(!curl(software, TlsMode::Explicit, {}, {}));
            QVERIFY2(m_words.contains("\n< 550"), m_words.constData());
        }
        if (engine == Engine::Proftpd) {
            // It has no way to forward unread; where TLS ends at the gateway everything works.
            set = published(TlsMode::Explicit, false, engine);
            QVERIFY(codesIn(set).contains(findingcode::engineSettings));
            QVERIFY(m_gateway->apply(nodeConfigs(set).first()));
            const std::optional<Error> no =
                m_gateway->apply(nodeConfigs(published(TlsMode::Explicit, true, engine)).first());
            QVERIFY2(!no, no ? qPrintable(no->text()) : "");
            const QStringList passive{u"--disable-epsv"_s, u"--no-ftp-skip-pasv-ip"_s};
            QVERIFY2(upload(software, TlsMode::Explicit, passive, u"story.bin"_s), m_words.constData());
            QVERIFY2(curl(software, TlsMode::Explicit, passive, u"story.bin"_s), m_words.constData());
            QCOMPARE(hashOf(m_output), hashOf(m_content));
            const QByteArray address = m_lab->gateway().v4().toLatin1().replace('.', ',');
            QVERIFY2(m_words.contains("\n< 227 Entering Passive Mode (" + address), m_words.constData());
            return;
        }
        // (b) With the filter off login works, and nothing else does.
        set = published(TlsMode::Explicit, false, engine);
        changeRule(set, [](PublishingRule &rule) { rule.protocol = builtInProtocols().first().id; });
        QVERIFY(codesIn(set).contains(findingcode::rangeNotPublished));
        std::optional<Error> refused = m_gateway->apply(nodeConfigs(set).first());
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        QVERIFY(!curl(software, TlsMode::Explicit, {}, {}));
        QVERIFY2(m_words.contains("\n< 230"), m_words.constData());
        QVERIFY(m_output.isEmpty());
        // (c) With the passive range published everything does.
        set = published(TlsMode::Explicit, false, engine);
        QVERIFY(!codesIn(set).contains(findingcode::rangeNotPublished));
        refused = m_gateway->apply(nodeConfigs(set).first());
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        QVERIFY2(upload(software, TlsMode::Explicit, {}, u"story.bin"_s), m_words.constData());
        QVERIFY2(curl(software, TlsMode::Explicit, {}, u"story.bin"_s), m_words.constData());
        QCOMPARE(hashOf(m_output), hashOf(m_content));
    }

    void aTransferIsFinishedByTheEngineThatHandsOver_data()
    {
        QTest::addColumn<Engine>("former");
        QTest::addColumn<Engine>("next");
        for (const Engine former : engines) {
            for (const Engine next : engines) {
                if (former != next)
                    QTest::addRow("%s to %s", qPrintable(enumName(former)), qPrintable(enumName(next)))
                        << former << next;
            }
        }
    }

    void aTransferIsFinishedByTheEngineThatHandsOver()
    {
        QFETCH(Engine, former);
        QFETCH(Engine, next);
        const matrix::Server &software = *m_servers.front();
        startServer(software, TlsMode::Explicit);
        const QByteArray big = m_content.repeated(200);
        QFile file(site() + u"/big.bin"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(big) == big.size());
        file.close();
        const auto switchTo = [&](Engine engine) {
            const std::optional<Error> refused =
                m_gateway->apply(nodeConfigs(published(TlsMode::Explicit, engine == Engine::Proftpd, engine)).first());
            QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        };
        switchTo(former);
        QProcess running;
        startCurl(running, software, TlsMode::Explicit, {u"--limit-rate"_s, u"5M"_s}, u"big.bin"_s);
        QByteArray received;
        QTRY_VERIFY_WITH_TIMEOUT((received += running.readAllStandardOutput()).size() > 500'000, 20'000);
        switchTo(next);
        QCOMPARE(running.state(), QProcess::Running);
        QVERIFY2(curl(software, TlsMode::Explicit, {}, {}), m_words.constData());
        QVERIFY(running.waitForFinished(40'000));
        received += running.readAllStandardOutput();
        QCOMPARE(hashOf(received), hashOf(big));
    }

    void anUnconfirmedApplyGoesBack_data() { theStory_data(); }

    void anUnconfirmedApplyGoesBack()
    {
        QFETCH(Engine, engine);
        const matrix::Server &software = *m_servers.front();
        startServer(software, TlsMode::Explicit);
        const RuleSet everybody = published(TlsMode::Explicit, engine == Engine::Proftpd, engine);
        std::optional<Error> refused = m_gateway->apply(nodeConfigs(everybody).first());
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        QVERIFY2(upload(software, TlsMode::Explicit, {}, u"before.bin"_s), m_words.constData());
        RuleSet others = everybody;
        changeRule(others, [](PublishingRule &rule) { rule.from = {Network::fromTrusted(u"192.0.2.128/25")}; });
        refused = m_gateway->apply(nodeConfigs(others).first(), false, std::chrono::seconds(3));
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        QVERIFY(!curl(software, TlsMode::Explicit, {}, {}));
        QVERIFY2(!m_words.contains("\n< 230"), m_words.constData());
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->status().transaction, TransactionState::None, 20'000);
        QCOMPARE(m_gateway->status().generation, generationOf(nodeConfigs(everybody).first()));
        QVERIFY2(curl(software, TlsMode::Explicit, {}, u"before.bin"_s), m_words.constData());
        QCOMPARE(hashOf(m_output), hashOf(m_content));
    }

    void aKilledProgramComesBack_data()
    {
        QTest::addColumn<Engine>("engine");
        for (const Engine engine : {Engine::Builtin, Engine::Haproxy, Engine::Proftpd})
            QTest::newRow(qPrintable(enumName(engine))) << engine;
    }

    void aKilledProgramComesBack()
    {
        QFETCH(Engine, engine);
        const matrix::Server &software = *m_servers.front();
        startServer(software, TlsMode::Explicit);
        const std::optional<Error> refused =
            m_gateway->apply(nodeConfigs(published(TlsMode::Explicit, engine == Engine::Proftpd, engine)).first());
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        const GatewayStatus before = m_gateway->status().gateways.value(0);
        QVERIFY(before.pid > 0);
        QCOMPARE(::kill(static_cast<pid_t>(before.pid), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_gateway->status().gateways.value(0).pid > 0 && m_gateway->status().gateways.value(0).pid != before.pid,
            20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->status().gateways.value(0).generation, before.generation, 20'000);
        QVERIFY2(curl(software, TlsMode::Explicit, {}, {}), m_words.constData());
    }

    void aStrangerGetsNoDataOfASession_data()
    {
        QTest::addColumn<Engine>("engine");
        for (const Engine engine : {Engine::Builtin, Engine::Proftpd})
            QTest::newRow(qPrintable(enumName(engine))) << engine;
    }

    void aStrangerGetsNoDataOfASession()
    {
        QFETCH(Engine, engine);
        const matrix::Server &software = *m_servers[1]; // the first asks for no password
        startServer(software, TlsMode::None);
        QFile file(site() + u"/secret.bin"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("secret") == 6);
        file.close();
        const std::optional<Error> refused =
            m_gateway->apply(nodeConfigs(published(TlsMode::None, true, engine)).first());
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        QTcpSocket control;
        const auto connectFrom = [this](const auto &place, QTcpSocket &socket, quint16 port) {
            return place.run([&] {
                socket.connectToHost(m_lab->gateway().v4(), port);
                return socket.waitForConnected(5000);
            });
        };
        const auto reply = [&control](const QByteArray &command) {
            control.write(command);
            while (!control.canReadLine() && control.waitForReadyRead(10'000)) {}
            return control.readLine();
        };
        QVERIFY(connectFrom(m_lab->client(), control, 21));
        const QByteArray name = software.user().toUtf8();
        const QByteArray password = software.password().toUtf8();
        for (const auto &[command, code] : {std::pair<QByteArray, QByteArray>{"", "220"},
                 {"USER " + name + "\r\n", "331"}, {"PASS " + password + "\r\n", "230"}}) {
            const QByteArray said = reply(command);
            QVERIFY2(said.startsWith(code), said.constData());
        }
        const QByteArray passive = reply("EPSV\r\n");
        QVERIFY2(passive.startsWith("229"), passive.constData());
        control.write("RETR secret.bin\r\n");
        control.flush();
        QTcpSocket stranger;
        QByteArray received;
        if (connectFrom(m_lab->gateway(), stranger, passive.split('|').value(3).toUShort())) {
            while (stranger.waitForReadyRead(3000))
                received += stranger.readAll();
        }
        QCOMPARE(received, QByteArray());
    }

    void theWayToTheServerIsEncryptedToo_data() { aStrangerGetsNoDataOfASession_data(); }

    void theWayToTheServerIsEncryptedToo()
    {
        QFETCH(Engine, engine);
        const matrix::Server &software = *m_servers[1]; // the one that logs what it does with TLS
        startServer(software, TlsMode::Explicit);
        const std::optional<Error> refused =
            m_gateway->apply(nodeConfigs(published(TlsMode::Explicit, true, engine)).first());
        QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        const auto accepted = [this] { return contentOf(m_place.path(u"tls.log"_s)).count("connection accepted"); };
        const qsizetype before = accepted();
        QVERIFY2(curl(software, TlsMode::Explicit, {}, {}), m_words.constData());
        // Control and data connection.
        QCOMPARE(accepted(), before + 2);
    }

    void theTableIsTrue()
    {
        if (m_cells.size() < size_t(engines.size()) * m_servers.size() * size_t(securities.size()) * 2)
            return; // somebody has asked for single rows only, or one has failed
        QString table = u"| server | TLS | filter |"_s;
        for (const Engine engine : engines)
            table += u" %1 |"_s.arg(enumName(engine));
        table += u"\n|---|---|---|"_s + QString(u"---|"_s).repeated(engines.size()) + u'\n';
        for (const auto &server : m_servers) {
            for (const TlsMode tls : securities) {
                for (const bool filterOn : {false, true}) {
                    const QStringList key{server->name(), word(tls), word(filterOn)};
                    table += u"| "_s + key.join(u" | "_s) + u" |"_s;
                    for (const Engine engine : engines)
                        table += u" %1 |"_s.arg(m_cells[{key.join(u", "_s), engine}]);
                    table += u'\n';
                }
            }
        }
        table += u"\n–: "_s + m_reason + u'\n';
        qInfo("Every engine with every server:\n\n%s", qUtf8Printable(table));
        QDir().mkpath(QStringLiteral(FERRYGATE_BUILD_DIR "/matrix"));
        QFile file(QStringLiteral(FERRYGATE_BUILD_DIR "/matrix/engines.md"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(table.toUtf8()) > 0);
        const QString page =
            QString::fromUtf8(contentOf(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/e2e/engines/README.md")));
        QVERIFY2(page.contains(table), "tests/e2e/engines/README.md shows another table.");
    }

    void cleanupTestCase()
    {
        endServer();
        m_gateway.reset();
        m_lab.reset();
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString site() const { return m_place.site(); }

    QJsonObject gatewayEntry() const
    {
        const QJsonObject haproxy{{u"engine"_s, u"haproxy"_s}, {u"program"_s, haproxyProgram()},
            {u"controlSocket"_s, u"haproxy.sock"_s},
            {u"environment"_s, QJsonObject{{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}}}};
        const QJsonObject proftpd{{u"engine"_s, u"proftpd"_s}, {u"program"_s, proftpdProgram()},
            {u"environment"_s, QJsonObject{{u"LD_LIBRARY_PATH"_s, unpackedLibraries()}}}};
        return {{u"id"_s, gatewayId.text()}, {u"engine"_s, u"builtin"_s},
            {u"program"_s, programDirectory() + u"/ferrygate-proxy"_s}, {u"controlSocket"_s, u"proxy.sock"_s},
            {u"log"_s, u"proxy.log"_s},
            {u"certificates"_s,
                QJsonArray{QJsonObject{
                    {u"name"_s, u"public"_s}, {u"chain"_s, path(u"cert.pem"_s)}, {u"key"_s, path(u"key.pem"_s)}}}},
            {u"alternatives"_s, QJsonArray{haproxy, QJsonObject{{u"engine"_s, u"nftables"_s}}, proftpd}}};
    }

    void startServer(const matrix::Server &software, TlsMode tls)
    {
        const QString wanted = software.name() + word(tls == TlsMode::Implicit);
        if (m_running == wanted)
            return;
        endServer();
        m_running = wanted;
        m_place = {
            .directory = path(u"server-%1"_s.arg(++m_number)),
            .address = Address::fromTrusted(m_lab->server().v4()),
            .port = 21,
            .passive = passiveRange,
            .external = Address::fromTrusted(m_lab->gateway().v4()),
            .certificate = path(u"cert.pem"_s),
            .key = path(u"key.pem"_s),
            .isImplicit = tls == TlsMode::Implicit,
        };
        for (const QString &folder : {u"empty"_s, u"site"_s})
            QVERIFY(QDir().mkpath(m_place.path(folder)));
        QFile::setPermissions(m_place.directory, QFile::Permissions(0x7755));
        QFile::setPermissions(m_place.site(), QFile::Permissions(0x7777));
        QFile upload(path(u"upload.bin"_s));
        QVERIFY(upload.open(QIODevice::WriteOnly) && upload.write(m_content) == m_content.size());
        const Result<matrix::Launch> launch = software.prepare(m_place);
        QVERIFY2(launch, launch ? "" : qPrintable(launch.error().text()));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto at = launch->environment.cbegin(); at != launch->environment.cend(); ++at)
            environment.insert(at.key(), at.value());
        m_server.setProcessEnvironment(environment);
        m_server.setProcessChannelMode(QProcess::MergedChannels);
        m_server.setStandardOutputFile(m_place.path(u"output.txt"_s));
        const bool isUp = m_lab->server().run([&] {
            m_server.start(launch->program, launch->arguments);
            return m_server.waitForStarted() && waitForListener(m_place.address, m_place.port);
        });
        QVERIFY2(isUp, contentOf(m_place.path(u"output.txt"_s)).constData());
    }

    /// Servers differ in what they say about having been asked to end.
    void endServer()
    {
        m_server.terminate();
        if (m_server.state() != QProcess::NotRunning && !m_server.waitForFinished(5000)) {
            m_server.kill();
            m_server.waitForFinished();
        }
    }

    static quint16 listenPort(TlsMode tls) { return tls == TlsMode::Implicit ? 990 : 21; }

    RuleSet published(TlsMode tls, bool filterOn, Engine engine) const
    {
        RuleSet set;
        Gateway gateway;
        gateway.id = gatewayId;
        gateway.name = u"gw-1"_s;
        gateway.agent = u"gateway:7521"_s;
        gateway.engine = engine;
        gateway.certificate = u"public"_s;
        gateway.externalAddresses = {Address::fromTrusted(m_lab->gateway().v4())};
        set.gateways.append(gateway);
        FtpService files;
        files.id = serviceId;
        files.name = u"files-1"_s;
        files.agent = u"server:7521"_s;
        files.configPath = u"/etc/ftp.conf"_s;
        files.passivePorts = passiveRange;
        FtpSite site;
        site.name = u"default"_s;
        site.address = Address::fromTrusted(m_lab->server().v4());
        site.tls = tls;
        site.externalAddress.everywhere = gateway.externalAddresses.first();
        files.sites = {site};
        set.ftpServices.append(files);
        ProtocolDefinition fixed =
            customized(builtInProtocols().first(), ProtocolId::fromTrusted(u"ftp-fixed"_s), u"FTP"_s);
        fixed.primary << ProtocolConnection{Direction::Inbound, passiveRange};
        set.protocols.append(fixed);
        PublishingRule rule;
        rule.id = RuleId::fromTrusted(u"partner-upload"_s);
        rule.name = u"Partner upload"_s;
        rule.protocol = fixed.id;
        rule.gateways = {gatewayId};
        rule.listener = {gateway.externalAddresses.first(), listenPort(tls)};
        rule.server = ServiceSite{serviceId, site.name};
        rule.filter.enabled = filterOn;
        rule.filter.authTls = tls == TlsMode::None ? AuthTls::Deny : AuthTls::Terminate;
        set.rules.append(rule);
        return set;
    }

    static void changeRule(RuleSet &set, const std::function<void(PublishingRule &)> &change)
    {
        PublishingRule rule = set.rules.at(0);
        change(rule);
        set.rules.replace(0, rule);
    }

    static QList<Finding> findingsIn(const RuleSet &set)
    {
        CheckFacts facts;
        facts.today = QDate(2026, 1, 1);
        return checkRuleSet(set, facts);
    }
    static QStringList codesIn(const RuleSet &set)
    {
        QStringList codes;
        for (const Finding &finding : findingsIn(set))
            codes << finding.code;
        return codes;
    }
    /// What stands in the way of an Apply.
    static QStringList errorsIn(const RuleSet &set)
    {
        QStringList codes;
        for (const Finding &finding : findingsIn(set)) {
            if (finding.severity == Severity::Error)
                codes << finding.code;
        }
        return codes;
    }

    void startCurl(QProcess &process, const matrix::Server &software, TlsMode tls, const QStringList &options,
        const QString &file) const
    {
        const QString scheme = tls == TlsMode::Implicit ? u"ftps"_s : u"ftp"_s;
        const QStringList security = tls == TlsMode::None ? QStringList() : QStringList{u"--ssl-reqd"_s};
        m_lab->client().run([&] {
            process.start(systemProgram(u"curl"_s),
                QStringList{u"--silent"_s, u"--verbose"_s, u"--connect-timeout"_s, u"5"_s, u"--max-time"_s, u"30"_s,
                    u"--cacert"_s, path(u"ca.pem"_s), u"--user"_s, software.user() + u':' + software.password()}
                    + security + options
                    + QStringList{
                        u"%1://%2:%3/%4"_s.arg(scheme, m_lab->gateway().v4()).arg(listenPort(tls)).arg(file)});
        });
    }

    /// Without its lines about handshakes and single reads, of which there are more than a failed row shows.
    static QByteArray conversationIn(const QByteArray &words)
    {
        QByteArray kept;
        for (const QByteArray &line : words.split('\n')) {
            if (!line.startsWith("{ [") && !line.startsWith("} [") && !line.startsWith("* TLSv1"))
                kept += line + '\n';
        }
        return kept;
    }

    bool curl(const matrix::Server &software, TlsMode tls, const QStringList &options, const QString &file)
    {
        QProcess process;
        startCurl(process, software, tls, options, file);
        const bool hasEnded = process.waitForFinished(40'000);
        m_output = process.readAllStandardOutput();
        m_words = conversationIn(process.readAllStandardError());
        return hasEnded && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    /// With TLS 1.2: where tickets of TLS 1.3 arrive while curl closes the data connection, its kernel resets it, and
    /// what was not sent yet is lost. That has nothing to do with the gateway.
    bool upload(const matrix::Server &software, TlsMode tls, const QStringList &options, const QString &file)
    {
        return curl(
            software, tls, options + QStringList{u"--tls-max"_s, u"1.2"_s, u"-T"_s, path(u"upload.bin"_s)}, file);
    }

    Result<> m_isApart;
    std::vector<std::unique_ptr<matrix::Server>> m_servers;
    pki::Identity m_authority;
    std::unique_ptr<RoutedLab> m_lab;
    std::unique_ptr<NodeAgent> m_gateway;
    QTemporaryDir m_folder;
    matrix::Place m_place{
        .directory = {}, .address = {}, .passive = passiveRange, .external = {}, .certificate = {}, .key = {}};
    QProcess m_server;
    QString m_running;
    QString m_reason; ///< why a server cannot do what none of the engines has to do with
    QByteArray m_content;
    QByteArray m_output;
    QByteArray m_words;
    std::map<std::pair<QString, Engine>, QString> m_cells;
    int m_number = 0;
};

int main(int argc, char *argv[])
{
    const Result<> isApart = NetworkLab::leaveMachine();
    QCoreApplication application(argc, argv);
    EngineMatrixTest test(isApart);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_engine_matrix.moc"
