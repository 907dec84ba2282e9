#include "app/agent/faults/CrashPoint.h"
#include "app/ctl/lab/LabServer.h"
#include "models/checks/FindingCode.h"
#include "models/checks/FindingStore.h"
#include "models/wire/JsonDecoder.h"
#include "tests/e2e/engines/EngineLab.h"
#include "tests/e2e/engines/NodeAgent.h"
#include "tests/e2e/support/Programs.h"
#include "tests/support/Prerequisite.h"
#include "tests/support/netns/RoutedLab.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace ferry;
using namespace ferry::test;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

namespace {

const GatewayId gatewayId = GatewayId::fromTrusted(u"gw-1"_s);
const ServiceId serviceId = ServiceId::fromTrusted(u"files-1"_s);
const PortRange fixedRange = PortRange::fromTrusted(5000, 5003);

} // namespace

/// The story with the kernel as the gateway: a client outside, a real vsftpd inside, real agents on gateway and server,
/// each host with a network of its own.
class TestNftables : public QObject {
    Q_OBJECT

public:
    explicit TestNftables(Result<> isApart) : m_isApart(std::move(isApart)) {}

private Q_SLOTS:
    void initTestCase()
    {
        FERRY_NEEDS(!vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        FERRY_NEEDS(!e2e::systemProgram(u"nft"_s).isEmpty(), "nft is not installed.");
        FERRY_NEEDS(!e2e::systemProgram(u"curl"_s).isEmpty(), "curl is not installed.");
        if (!m_isApart && !isSetUp())
            QSKIP(qPrintable(m_isApart.error().text()));
        QVERIFY2(m_isApart.has_value(), m_isApart ? "" : qPrintable(m_isApart.error().text()));
        m_authority = pki::createAuthority(u"Test authority"_s).value();
    }

    void init()
    {
        m_isSix = QByteArrayView(QTest::currentDataTag()) == "IPv6";
        Result<std::unique_ptr<RoutedLab>> lab = RoutedLab::create();
        QVERIFY2(lab.has_value(), lab ? "" : qPrintable(lab.error().text()));
        m_lab = std::move(*lab);
        m_folder = std::make_unique<QTemporaryDir>();
        installServer();
        m_gateway = std::make_unique<NodeAgent>(m_lab->gateway(), m_authority,
            QJsonObject{
                {u"gateways"_s, QJsonArray{QJsonObject{{u"id"_s, gatewayId.text()}, {u"engine"_s, u"nftables"_s}}}}});
        m_server = std::make_unique<NodeAgent>(
            m_lab->server(), m_authority, QJsonObject{{u"services"_s, QJsonArray{service()}}});
        QVERIFY(m_gateway->start());
        QVERIFY(m_server->start());
        QTRY_VERIFY_WITH_TIMEOUT(m_server->status().services.value(0).running, 30'000);
    }

    void cleanup()
    {
        m_gateway.reset();
        m_server.reset();
        m_lab.reset();
    }

    void theStory_data() { families(); }

    void theStory()
    {
        // Somebody else's rules are there before, and as they were at the end.
        nft("add table ip foreign\nadd chain ip foreign input { type filter hook input priority 0; }\n"
            "add rule ip foreign input tcp dport 22 counter accept\n");
        const QByteArray foreign = nft("list ruleset");

        // (a) The filter is on: the kernel's helper reads plain FTP and opens its data ports.
        RuleSet set = story();
        apply(set);
        for (const QStringList &mode : modes())
            QCOMPARE(hashOf(fetch(mode)), m_hash);
        // (b) With TLS login works, and no data connection does, as the findings have said.
        const QStringList predicted = findings(set);
        QVERIFY2(predicted.contains(findingcode::passiveRangeMissing), qPrintable(predicted.join(u' ')));
        for (const QStringList &mode : modes()) {
            const Talk talk = curl(mode + tls(), u"pub/big.bin"_s);
            QVERIFY2(talk.words.contains("\n< 230"), talk.words.constData());
            QVERIFY(talk.exitCode != 0);
            QVERIFY(talk.bytes.isEmpty());
        }
        // (c) The filter off and nothing else: the server tells an address and ports that nobody forwards.
        set = withoutFilter(set);
        const QStringList warned = findings(set);
        QVERIFY2(warned.contains(findingcode::passiveRangeMissing), qPrintable(warned.join(u' ')));
        QCOMPARE(warned.contains(findingcode::externalAddress), !m_isSix);
        apply(set);
        for (const QStringList &mode : modes()) {
            const Talk talk = curl(mode + tls(), u"pub/big.bin"_s);
            QVERIFY2(talk.words.contains("\n< 230"), talk.words.constData());
            QVERIFY(talk.exitCode != 0);
            QVERIFY(talk.bytes.isEmpty());
            if (talk.words.contains("\n< 227"))
                QVERIFY2(talk.words.contains("(198,51,100,"), talk.words.constData());
        }
        // (d) The filter off, a fixed range, and the server tells the gateway's address: it works. What remains is
        // said.
        set = cured(set);
        QCOMPARE(findings(set), QStringList{findingcode::engineRelayedPeers.toString()});
        apply(set);
        for (const QStringList &mode : modes()) {
            QCOMPARE(hashOf(fetch(mode + tls())), m_hash);
            QVERIFY(curl(mode + tls(), u"pub/"_s).bytes.contains("price-list.csv"));
        }
        // Hits are counted, and nothing of the host was touched.
        const QString metrics = m_gateway->ask(u"metrics").value()[u"text"].toString();
        QVERIFY2(metrics.contains(u"ferrygate_sessions_opened_total{gateway=\"gw-1\",rule=\"partner-upload\"}"),
            qPrintable(metrics));
        QVERIFY(nft("list ruleset").startsWith(foreign));
    }

    void anUnconfirmedApplyGoesBack()
    {
        const RuleSet set = cured(story());
        apply(set);
        QCOMPARE(hashOf(fetch(tls())), m_hash);
        RuleSet nothing = set;
        nothing.rules = {};
        QCOMPARE(m_gateway->apply(configFor(nothing), false, std::chrono::seconds(2)), std::nullopt);
        QVERIFY(curl(tls(), u"pub/big.bin"_s).bytes.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->status().transaction, TransactionState::None, 20'000);
        QCOMPARE(hashOf(fetch(tls())), m_hash);
    }

    void aChangeByHandIsToldAndUndone()
    {
        const RuleSet set = cured(story());
        apply(set);
        QCOMPARE(hashOf(fetch(tls())), m_hash);
        nft("flush map inet ferrygate_gw-1 control4");
        QVERIFY(curl(tls(), u"pub/big.bin"_s).bytes.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_gateway->status().gateways.value(0).problem.contains(u"changed by hand"_s), 30'000);
        PrepareRequest undo{u"undo"_s, m_gateway->status().generation, configFor(set), {}, {}};
        undo.undoHandEdits = true;
        const QJsonObject the = toJson(TransactionRequest{undo.transaction, {}});
        QVERIFY(m_gateway->ask(u"apply.prepare", toJson(undo)));
        QVERIFY(curl(tls(), u"pub/big.bin"_s).bytes.isEmpty());
        QVERIFY(m_gateway->ask(u"apply.commit", the));
        QCOMPARE(hashOf(fetch(tls())), m_hash);
        QVERIFY(m_gateway->ask(u"apply.confirm", the));
        QCOMPARE(m_gateway->status().gateways.value(0).problem, QString());
    }

    void aRefusedPrepareChangesNothing()
    {
        RuleSet set = cured(story());
        apply(set);
        const QByteArray before = nft("-s list ruleset");
        PublishingRule rule = set.rules.at(0);
        rule.protocol = builtInProtocols().first().id;
        rule.filter.enabled = true;
        rule.filter.commands.preset = CommandPreset::ReadOnly;
        set.rules.replace(0, rule);
        QVERIFY(findings(set).contains(findingcode::engineCommands));
        const std::optional<Error> refused = m_gateway->apply(configFor(set));
        QVERIFY(refused);
        QCOMPARE(refused->code, ErrorCode::Unsupported);
        QVERIFY2(refused->why.contains(u"no command policy"), qPrintable(refused->text()));
        QCOMPARE(nft("-s list ruleset"), before);
        QCOMPARE(hashOf(fetch(tls())), m_hash);
    }

    void anAgentThatIsKilledLeavesTheOldOrTheNewRules_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("another table") << true;
        QTest::newRow("an element of it") << false;
    }

    void anAgentThatIsKilledLeavesTheOldOrTheNewRules()
    {
        if (!agent::hasCrashPoints)
            QSKIP("This build has no crash points.");
        QFETCH(bool, isWhole);
        const RuleSet with = cured(story());
        RuleSet without = with;
        if (isWhole) {
            without.rules = {};
        } else {
            PublishingRule elsewhere = with.rules.at(0);
            elsewhere.listener.port = 2121;
            without.rules.replace(0, elsewhere);
        }
        bool isPublished = true;
        apply(with);
        for (const QString &point : {u"prepare-staged"_s, u"prepare-journaled"_s, u"commit-journaled"_s,
                 u"commit-gateway-placed"_s, u"commit-gateway-activated"_s, u"commit-finished"_s, u"commit-done"_s,
                 u"confirm-journaled"_s, u"file-placed"_s, u"file-renamed:4"_s}) {
            const QString old = m_gateway->status().generation;
            m_gateway->end();
            QVERIFY(m_gateway->start(point));
            // Once the agent has looked at the table it changes in it what differs.
            QCOMPARE(m_gateway->status().gateways[0].problem, QString());
            const QByteArray table = tableHandle();
            QCOMPARE(table.isEmpty(), false);
            const NodeConfig wanted = configFor(isPublished ? without : with);
            (void)m_gateway->apply(wanted);
            QVERIFY2(m_gateway->waitForCrash(), qPrintable(point));
            if (!isWhole)
                QCOMPARE(tableHandle(), table);
            QVERIFY(m_gateway->start());
            NodeStatus status = m_gateway->status();
            QVERIFY2(status.generation == old || status.generation == generationOf(wanted), qPrintable(point));
            QCOMPARE(status.gateways[0].generation, status.generation);
            QCOMPARE(status.gateways[0].problem, QString());
            QVERIFY(status.drift.isEmpty());
            if (status.generation != old)
                isPublished = !isPublished;
            // What is said is what happens.
            QCOMPARE(!fetch(tls()).isEmpty(), isPublished);
            if (status.open) {
                const QJsonObject the = toJson(TransactionRequest{status.open->transaction, {}});
                QVERIFY(m_gateway->ask(u"apply.confirm", the));
            }
        }
    }

private:
    struct Talk {
        int exitCode = -1;
        QByteArray bytes;
        QByteArray words; ///< what curl tells about the control connection
    };

    void families() const
    {
        QTest::addColumn<bool>("isSix");
        QTest::newRow("IPv4") << false;
        QTest::newRow("IPv6") << true;
    }

    /// Another one after the table was made anew.
    QByteArray tableHandle() const
    {
        const QByteArray listed = nft("-a list table inet ferrygate_gw-1");
        const qsizetype start = listed.indexOf("# handle ");
        return start < 0 ? QByteArray() : listed.mid(start, listed.indexOf('\n', start) - start);
    }

    QString addressOf(const Host &host) const { return m_isSix ? host.v6() : host.v4(); }

    /// The server of ferryctl's lab, at this network's address.
    void installServer()
    {
        const Result<ctl::LabServer> found = ctl::LabServer::find(e2e::packageDirectory());
        QVERIFY(found.has_value());
        const ctl::LabPaths paths(m_folder->path());
        const pki::Identity certificate = pki::issueServer(m_authority, u"files-1"_s, {u"203.0.113.1"_s}).value();
        const Address address = Address::fromTrusted(addressOf(m_lab->server()));
        QVERIFY(found->install(paths, address, 21, certificate).has_value());
        m_command = found->command(paths);
        QFile file(paths.vsftpdConf());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        if (m_isSix)
            text.replace("listen=YES\nlisten_ipv6=NO\nlisten_address=", "listen=NO\nlisten_ipv6=YES\nlisten_address6=");
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size());
        QFile big(paths.files() + u"/pub/big.bin"_s);
        QVERIFY(big.open(QIODevice::ReadOnly));
        m_hash = hashOf(big.readAll());
    }

    QJsonObject service() const
    {
        QJsonObject environment;
        for (auto at = m_command.environment.cbegin(); at != m_command.environment.cend(); ++at)
            environment.insert(at.key(), at.value());
        const QJsonObject control{{u"kind"_s, u"child"_s}, {u"program"_s, m_command.program},
            {u"arguments"_s, QJsonArray::fromStringList(m_command.arguments)}, {u"environment"_s, environment}};
        return {{u"id"_s, serviceId.text()}, {u"software"_s, u"vsftpd"_s},
            {u"configPath"_s, m_command.arguments.last()}, {u"control"_s, control}};
    }

    /// The filter is on and relays AUTH TLS; the server has neither passive range nor external address.
    RuleSet story() const
    {
        RuleSet set;
        Gateway gateway;
        gateway.id = gatewayId;
        gateway.name = u"gw-1"_s;
        gateway.agent = u"gateway:7521"_s;
        gateway.engine = Engine::Nftables;
        gateway.externalAddresses = {Address::fromTrusted(addressOf(m_lab->gateway()))};
        set.gateways.append(gateway);
        FtpService files;
        files.id = serviceId;
        files.name = u"files-1"_s;
        files.agent = u"server:7521"_s;
        files.configPath = m_command.arguments.last();
        files.serviceUnit = serviceId.text();
        FtpSite site;
        site.name = u"default"_s;
        site.address = Address::fromTrusted(addressOf(m_lab->server()));
        site.tls = TlsMode::Explicit;
        files.sites = {site};
        set.ftpServices.append(files);
        PublishingRule rule;
        rule.id = RuleId::fromTrusted(u"partner-upload"_s);
        rule.name = u"Partner upload"_s;
        rule.protocol = builtInProtocols().first().id;
        rule.gateways = {gatewayId};
        rule.listener = {gateway.externalAddresses.first(), 21};
        rule.server = ServiceSite{serviceId, site.name};
        rule.filter.authTls = AuthTls::Pass;
        set.rules.append(rule);
        return set;
    }

    static RuleSet withoutFilter(RuleSet set)
    {
        PublishingRule rule = set.rules.at(0);
        rule.filter.enabled = false;
        set.rules.replace(0, rule);
        return set;
    }

    RuleSet cured(RuleSet set) const
    {
        set = withoutFilter(std::move(set));
        ProtocolDefinition fixed =
            customized(builtInProtocols().first(), ProtocolId::fromTrusted(u"ftps-fixed"_s), u"FTPS"_s);
        fixed.primary << ProtocolConnection{Direction::Inbound, fixedRange};
        set.protocols.append(fixed);
        PublishingRule rule = set.rules.at(0);
        rule.protocol = fixed.id;
        set.rules.replace(0, rule);
        FtpService files = set.ftpServices.at(0);
        files.passivePorts = fixedRange;
        // 229 carries no address: RFC 2428 section 3.
        if (!m_isSix)
            files.sites[0].externalAddress.everywhere = Address::fromTrusted(addressOf(m_lab->gateway()));
        set.ftpServices.replace(0, files);
        return set;
    }

    static QStringList findings(const RuleSet &set)
    {
        CheckFacts facts;
        facts.today = QDate(2026, 1, 1);
        QStringList codes;
        for (const Finding &finding : checkRuleSet(set, facts))
            codes << finding.code;
        return codes;
    }

    NodeConfig configFor(const RuleSet &set) const
    {
        NodeConfig nothing;
        for (const NodeConfig &config : nodeConfigs(set)) {
            if (config.agent == u"gateway:7521")
                return config;
        }
        return nothing;
    }

    void apply(const RuleSet &set)
    {
        for (const NodeConfig &config : nodeConfigs(set)) {
            NodeAgent &agent = config.agent == u"gateway:7521" ? *m_gateway : *m_server;
            const std::optional<Error> refused = agent.apply(config);
            QVERIFY2(!refused, refused ? qPrintable(refused->text()) : "");
        }
        QCOMPARE(m_gateway->status().gateways.value(0).problem, QString());
    }

    QList<QStringList> modes() const
    {
        if (m_isSix)
            return {{}};
        // Without the second option curl hides a wrong address in 227.
        return {{}, {u"--disable-epsv"_s, u"--no-ftp-skip-pasv-ip"_s}};
    }
    static QStringList tls() { return {u"--ssl-reqd"_s, u"--insecure"_s}; }

    Talk curl(const QStringList &options, const QString &path) const
    {
        const QString host = addressOf(m_lab->gateway());
        QProcess process;
        m_lab->client().run([&] {
            process.start(e2e::systemProgram(u"curl"_s),
                QStringList{u"--silent"_s, u"--verbose"_s, u"--globoff"_s, u"--connect-timeout"_s, u"5"_s,
                    u"--max-time"_s, u"30"_s}
                    + options + QStringList{u"ftp://%1/%2"_s.arg(m_isSix ? u'[' + host + u']' : host, path)});
        });
        process.waitForFinished(60'000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QByteArray fetch(const QStringList &options) const { return curl(options, u"pub/big.bin"_s).bytes; }

    /// What nft(8) says on the gateway.
    QByteArray nft(const QByteArray &commands) const
    {
        const bool hasOption = commands.startsWith('-');
        const QString option = hasOption ? QString::fromLatin1(commands.left(2)) : u"-n"_s;
        QProcess process;
        m_lab->gateway().run([&] { process.start(e2e::systemProgram(u"nft"_s), {option, u"-f"_s, u"-"_s}); });
        process.write((hasOption ? commands.mid(3) : commands) + '\n');
        process.closeWriteChannel();
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    Result<> m_isApart;
    pki::Identity m_authority;
    std::unique_ptr<RoutedLab> m_lab;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<NodeAgent> m_gateway;
    std::unique_ptr<NodeAgent> m_server;
    ctl::Command m_command;
    QByteArray m_hash;
    bool m_isSix = false;
};

int main(int argc, char *argv[])
{
    const Result<> isApart = NetworkLab::leaveMachine();
    QCoreApplication application(argc, argv);
    TestNftables test(isApart);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nftables.moc"
