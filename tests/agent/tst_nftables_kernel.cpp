#include "app/agent/engines/nftables/Nft.h"
#include "app/agent/engines/nftables/NftablesEngine.h"
#include "tests/agent/EngineContract.h"
#include "tests/proxy/harness/Wire.h"
#include "tests/support/Prerequisite.h"
#include "tests/support/netns/RoutedLab.h"

#include <QHostAddress>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 listenPort = 2121;

QString nftProgram()
{
    // Not where ordinary users look.
    return QStandardPaths::findExecutable(u"nft"_s, {u"/usr/sbin"_s, u"/sbin"_s});
}

} // namespace

/// The engine nftables on a gateway with a network of its own, between real hosts.
class NftablesKernelTest : public QObject {
    Q_OBJECT

    template <class Work>
    auto onGateway(Work work) const
    {
        return m_lab->gateway().run(work);
    }

public:
    explicit NftablesKernelTest(Result<> isApart) : m_isApart(std::move(isApart)) {}

private Q_SLOTS:
    void initTestCase()
    {
        FERRY_NEEDS(
            !QStandardPaths::findExecutable(u"nft"_s, {u"/usr/sbin"_s, u"/sbin"_s}).isEmpty(), "nft is not installed.");
        if (!m_isApart && !isSetUp())
            QSKIP(qPrintable(m_isApart.error().text()));
        QVERIFY2(m_isApart.has_value(), m_isApart ? "" : qPrintable(m_isApart.error().text()));
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Result<std::unique_ptr<RoutedLab>> lab = RoutedLab::create();
        QVERIFY2(lab.has_value(), lab ? "" : qPrintable(lab.error().text()));
        m_lab = std::move(*lab);
        m_engine = makeEngine();
    }

    void cleanup()
    {
        m_engine.reset();
        m_lab.reset();
    }

    void theContractOfAnEngineHolds()
    {
        onGateway([&] { holdsEngineContract(*m_engine, config({rule()})); });
    }

    void nothingElseOfTheHostIsTouched()
    {
        nft("add table ip foreign\n"
            "add set ip foreign banned { type ipv4_addr; elements = { 192.0.2.1 } }\n"
            "add chain ip foreign input { type filter hook input priority 0; }\n"
            "add rule ip foreign input ip saddr @banned counter drop\n"
            "add table inet ferrygate_gw-10\n"
            "add chain inet ferrygate_gw-10 mine\n");
        const QByteArray before = nft("list ruleset");
        QVERIFY(before.contains("banned"));
        apply(config({rule()}), u"aaaa"_s);
        apply(config({rule(u"2001:db8:1::1"_s)}), u"bbbb"_s);
        QVERIFY(nft("list ruleset").startsWith(before));
        // Without a file there is no table either.
        QVERIFY(put({{script(), std::nullopt}}));
        onGateway([&] { QVERIFY(m_engine->rollBack().has_value()); });
        QCOMPARE(nft("list ruleset"), before);
        QVERIFY(onGateway([&] { return m_engine->observe(); }).running);
    }

    void connectionsReachTheServerInTheClientsName_data() { families(); }

    void connectionsReachTheServerInTheClientsName()
    {
        QFETCH(QString, listener);
        const Ear ear = listen(listener);
        PublishedRule published = rule(listener, ear.port);
        published.relayPorts = {PortRange::fromTrusted(ear.port, ear.port)};
        QVERIFY(!connect(m_lab->client(), listener, listenPort).isOpen());
        apply(config({published}), u"aaaa"_s);
        QVERIFY(passes(connect(m_lab->client(), listener, listenPort), ear));
        QVERIFY(passes(connect(m_lab->client(), listener, ear.port), ear));
        QCOMPARE(peer(ear, listener), isSix(listener) ? m_lab->client().v6() : m_lab->client().v4());
        apply(config({}), u"bbbb"_s);
        QVERIFY(!connect(m_lab->client(), listener, listenPort).isOpen());
    }

    void withASourceAddressTheGatewayCallsInItsOwnName()
    {
        const QString listener = m_lab->gateway().v4();
        m_engine = makeEngine(Address::fromTrusted(RoutedLab::gatewayInside4));
        const Ear ear = listen(listener);
        apply(config({rule(listener, ear.port)}), u"aaaa"_s);
        QVERIFY(passes(connect(m_lab->client(), listener, listenPort), ear));
        QCOMPARE(peer(ear, listener), RoutedLab::gatewayInside4.toString());
    }

    void eachClientGetsItsOwnRuleAndOthersNone_data() { families(); }

    void eachClientGetsItsOwnRuleAndOthersNone()
    {
        QFETCH(QString, listener);
        const Ear ear = listen(listener);
        PublishedRule published = rule(listener, ear.port);
        published.from = {Network::fromTrusted(clientOf(listener, m_lab->client()))};
        published.relayPorts = {PortRange::fromTrusted(ear.port, ear.port)};
        // A program of the gateway listens there too, and must not get what the rule refuses.
        const Ear own = m_lab->gateway().run([&] { return Ear::open(listener, listenPort); });
        apply(config({published}), u"aaaa"_s);
        QVERIFY(passes(connect(m_lab->client(), listener, listenPort), ear));
        QVERIFY(passes(connect(m_lab->client(), listener, ear.port), ear));
        QVERIFY(!connect(m_lab->stranger(), listener, listenPort).isOpen());
        QVERIFY(!connect(m_lab->stranger(), listener, ear.port).isOpen());
        QVERIFY(!own.hasCaller(0));
    }

    void aWideRangeIsForwardedToTheSamePorts()
    {
        const QString listener = m_lab->gateway().v4();
        const Ear ear = listen(listener);
        PublishedRule published = rule(listener, 1);
        published.relayPorts = {PortRange::fromTrusted(1024, 65535)};
        apply(config({published}), u"aaaa"_s);
        QVERIFY(passes(connect(m_lab->client(), listener, ear.port), ear));
    }

    void openSessionsGoOnUnderTheNextGeneration()
    {
        const QString listener = m_lab->gateway().v4();
        const Ear ear = listen(listener);
        apply(config({rule(listener, ear.port)}), u"aaaa"_s);
        Wire client = connect(m_lab->client(), listener, listenPort);
        Wire server = ear.accept();
        QVERIFY(client.isOpen() && server.isOpen());
        apply(config({}), u"bbbb"_s);
        QVERIFY(!connect(m_lab->client(), listener, listenPort).isOpen());
        QVERIFY(client.send("still here\r\n"));
        QCOMPARE(server.line(), "still here");
    }

    void aChangeOfOneRuleLeavesTheTableInPlace()
    {
        const QString listener = m_lab->gateway().v4();
        const Ear first = listen(listener);
        const Ear second = listen(listener);
        apply(config({rule(listener, first.port)}), u"aaaa"_s);
        QVERIFY(passes(connect(m_lab->client(), listener, listenPort), first));
        const QByteArray table = tableHandle();
        apply(config({rule(listener, second.port)}), u"bbbb"_s);
        QCOMPARE(tableHandle(), table);
        QVERIFY(passes(connect(m_lab->client(), listener, listenPort), second));
        // Back again, as after an Apply that nobody has confirmed.
        QVERIFY(put(m_engine->prepare(config({rule(listener, first.port)}), u"aaaa"_s).value()));
        onGateway([&] { QVERIFY(m_engine->rollBack().has_value()); });
        QCOMPARE(tableHandle(), table);
        QVERIFY(passes(connect(m_lab->client(), listener, listenPort), first));
        // Nothing of it looks like a change by hand, now or to another agent.
        nft("add table ip foreign");
        m_clock.advance(std::chrono::seconds(10));
        QCOMPARE(onGateway([&] { return m_engine->observe(); }).problem, QString());
        m_engine = makeEngine();
        onGateway([&] {
            QVERIFY(m_engine->commit().has_value());
            QCOMPARE(m_engine->observe().problem, QString());
        });
        QCOMPARE(tableHandle(), table);
    }

    void whatSomebodyElseHasTouchedIsWrittenWhole_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<bool>("isSeen");
        const QByteArray element = "element inet ferrygate_gw-1 control4 { 203.0.113.1 . ";
        for (const bool isSeen : {false, true}) {
            const char *const when = isSeen ? "after a look" : "before a look";
            QTest::addRow("an element more, %s", when) << "add " + element + "22 : 198.51.100.20 . 22 }" << isSeen;
            QTest::addRow("an element less, %s", when) << "delete " + element + "2121 }" << isSeen;
            QTest::addRow("a rule, %s", when)
                << QByteArray("insert rule inet ferrygate_gw-1 publication accept") << isSeen;
        }
    }

    void whatSomebodyElseHasTouchedIsWrittenWhole()
    {
        QFETCH(QByteArray, change);
        QFETCH(bool, isSeen);
        apply(config({rule()}), u"aaaa"_s);
        nft(change);
        m_clock.advance(std::chrono::seconds(10));
        if (isSeen)
            QVERIFY(!onGateway([&] { return m_engine->observe(); }).problem.isEmpty());
        const GatewayConfig next = config({rule(u"203.0.113.1"_s, 22)});
        apply(next, u"bbbb"_s);
        QCOMPARE(listed(m_lab->gateway()), listedWhole(next, u"bbbb"_s));
    }

    void anyChangeEndsAsTheWholeTableWould()
    {
        QRandomGenerator random(7);
        GatewayConfig wanted = config({});
        for (int i = 0; i < 40; ++i)
            wanted.rules << randomRule(random, i);
        apply(wanted, u"0"_s);
        int inPlace = 0;
        for (int round = 1; round <= 60; ++round) {
            for (int changes = random.bounded(1, 4); changes > 0; --changes) {
                const int which = random.bounded(int(wanted.rules.size()));
                wanted.rules[which] = randomRule(random, which);
            }
            const QByteArray table = tableHandle();
            apply(wanted, QString::number(round));
            inPlace += tableHandle() == table ? 1 : 0;
            QCOMPARE(listed(m_lab->gateway()), listedWhole(wanted, QString::number(round)));
        }
        QVERIFY2(inPlace > 10, qPrintable(QString::number(inPlace)));
    }

    void sessionsAreListedCountedAndEnded_data() { families(); }

    void sessionsAreListedCountedAndEnded()
    {
        QFETCH(QString, listener);
        const Ear ear = listen(listener);
        apply(config({rule(listener, ear.port)}), u"aaaa"_s);
        Wire client = connect(m_lab->client(), listener, listenPort);
        Wire server = ear.accept();
        QVERIFY(passes(client, server));
        const QList<SessionInfo> sessions = onGateway([&] { return m_engine->sessions().value(); });
        QCOMPARE(sessions.size(), 1);
        QCOMPARE(sessions[0].rule, rule().id);
        QCOMPARE(sessions[0].gateway, GatewayId::fromTrusted(u"gw-1"_s));
        QCOMPARE(sessions[0].client.toString(), clientOf(listener, m_lab->client()));
        QVERIFY(sessions[0].clientPort != 0);
        QCOMPARE(sessions[0].since, m_clock.now());
        QCOMPARE(onGateway([&] { return m_engine->observe().sessions; }), 1);
        QCOMPARE(metric("ferrygate_sessions"), 1);
        QCOMPARE(metric("ferrygate_sessions_opened_total"), 1);
        onGateway([&] {
            QCOMPARE(m_engine->transcript(sessions[0].id).error().code, ErrorCode::Unsupported);
            QVERIFY(m_engine->endSession(sessions[0].id).has_value());
            QCOMPARE(m_engine->endSession(sessions[0].id).error().code, ErrorCode::NotFound);
        });
        // The next packet tells the client, and is not the beginning of another session.
        QVERIFY(client.send("NOOP\r\n"));
        bool wasReset = false;
        (void)client.rest(&wasReset);
        QVERIFY(wasReset);
        QVERIFY(!server.hasMore(0));
        QCOMPARE(metric("ferrygate_sessions"), 0);
        QCOMPARE(metric("ferrygate_sessions_opened_total"), 1);
    }

    void aDrainedRuleTakesNoNewSessionsAndStaysSo_data() { families(); }

    void aDrainedRuleTakesNoNewSessionsAndStaysSo()
    {
        QFETCH(QString, listener);
        const Ear ear = listen(listener);
        PublishedRule mine = rule(listener, ear.port);
        mine.from = {Network::fromTrusted(clientOf(listener, m_lab->client()))};
        PublishedRule others = rule(listener, ear.port);
        others.id = RuleId::fromTrusted(u"others"_s);
        apply(config({mine, others}), u"aaaa"_s);
        Wire open = connect(m_lab->client(), listener, listenPort);
        Wire server = ear.accept();
        onGateway([&] { QCOMPARE(m_engine->drain(mine.id, true).value(), DrainReply{1}); });
        QVERIFY(!connect(m_lab->client(), listener, listenPort).isOpen());
        QVERIFY(passes(connect(m_lab->stranger(), listener, listenPort), ear));
        QVERIFY(passes(open, server));
        QCOMPARE(metric("ferrygate_rule_draining", mine.id), 1);
        QCOMPARE(metric("ferrygate_rule_draining", others.id), 0);
        // Neither another generation nor another agent forgets it, and nobody takes it for a change by hand.
        apply(config({mine, others}), u"bbbb"_s);
        QVERIFY(!connect(m_lab->client(), listener, listenPort).isOpen());
        m_engine = makeEngine();
        onGateway([&] {
            QVERIFY(m_engine->commit().has_value());
            QCOMPARE(m_engine->observe().problem, QString());
        });
        QVERIFY(!connect(m_lab->client(), listener, listenPort).isOpen());
        onGateway([&] { QVERIFY(m_engine->drain({}, false).has_value()); });
        QVERIFY(passes(connect(m_lab->client(), listener, listenPort), ear));
        onGateway([&] { QVERIFY(m_engine->drain(mine.id, false).has_value()); });
    }

    void aChangeByHandIsSeen_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("difference");
        QTest::newRow("an element more") << QByteArray(
            "add element inet ferrygate_gw-1 control4 { 203.0.113.1 . 22 : 198.51.100.20 . 22 }")
                                         << u"203.0.113.1 . 22"_s
                                         << u"control4: 203.0.113.1 . 22 : 198.51.100.20 . 22\n"_s;
        QTest::newRow("an element less") << QByteArray(
            "delete element inet ferrygate_gw-1 control4 { 203.0.113.1 . 2121 }")
                                         << u"missing"_s << u"control4: 203.0.113.1 . 2121 comment"_s;
        QTest::newRow("a rule") << QByteArray("insert rule inet ferrygate_gw-1 publication accept") << u"accept"_s
                                << u"accept\n"_s;
        QTest::newRow("a chain") << QByteArray("add chain inet ferrygate_gw-1 other") << u"chain other"_s
                                 << u"chain other {\n"_s;
    }

    void aChangeByHandIsSeen()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, words);
        QFETCH(QString, difference);
        apply(config({rule()}), u"aaaa"_s);
        nft("add table ip foreign");
        QCOMPARE(onGateway([&] { return m_engine->observe(); }).problem, QString());
        nft(change);
        // Not at once: other programs' changes would have the table read all the time.
        QCOMPARE(onGateway([&] { return m_engine->observe(); }).problem, QString());
        m_clock.advance(std::chrono::seconds(10));
        const GatewayStatus status = onGateway([&] { return m_engine->observe(); });
        QVERIFY2(status.problem.contains(words), qPrintable(status.problem));
        QCOMPARE(status.generation, u"aaaa"_s);
        const QList<NativeChange> edits = m_engine->handEdits();
        QCOMPARE(edits.size(), 1);
        QCOMPARE(edits[0].path, u"nft list table inet ferrygate_gw-1"_s);
        // Of the two sides only one has lines, and those that differ.
        QVERIFY(edits[0].before.isEmpty() != edits[0].after.isEmpty());
        QVERIFY2((edits[0].before + edits[0].after).contains(difference), qPrintable(edits[0].before + edits[0].after));
        // It is told, not overwritten: another agent that finds it says the same.
        m_engine = makeEngine();
        onGateway([&] { QVERIFY(m_engine->commit().has_value()); });
        QCOMPARE(onGateway([&] { return m_engine->observe(); }).problem, status.problem);
        // As the words say.
        nft("delete table inet ferrygate_gw-1");
        onGateway([&] { m_engine->supervise(); });
        QCOMPARE(onGateway([&] { return m_engine->observe(); }).problem, QString());
        QVERIFY(nft("list table inet ferrygate_gw-1").contains("203.0.113.1 . 2121"));
    }

    void aTableThatIsGoneComesBack()
    {
        apply(config({rule()}), u"aaaa"_s);
        nft("flush ruleset");
        const GatewayStatus gone = onGateway([&] { return m_engine->observe(); });
        QVERIFY(!gone.running && gone.generation.isEmpty());
        QVERIFY2(gone.problem.contains(u"ferrygate_gw-1"), qPrintable(gone.problem));
        onGateway([&] { m_engine->supervise(); });
        QCOMPARE(onGateway([&] { return m_engine->observe(); }).generation, u"aaaa"_s);
        // As after a start of the host, with another agent.
        nft("flush ruleset");
        m_engine = makeEngine();
        onGateway([&] { QVERIFY(m_engine->commit().has_value()); });
        QCOMPARE(onGateway([&] { return m_engine->observe(); }).generation, u"aaaa"_s);
    }

    void forwardingThatIsOffIsToldInWords()
    {
        apply(config({rule()}), u"aaaa"_s);
        QVERIFY(m_lab->gateway().setForwarding(false));
        QVERIFY(m_lab->gateway().configure(u"link set eth0 down\n"_s));
        onGateway([&] {
            const Result<> checked = m_engine->check(m_engine->prepare(config({rule()}), u"bbbb"_s).value());
            QVERIFY(!checked);
            QCOMPARE(checked.error().code, ErrorCode::Refused);
            QVERIFY2(checked.error().text().contains(u"net.ipv4.ip_forward=1"), qPrintable(checked.error().text()));
            QVERIFY(m_engine->observe().problem.contains(u"net.ipv4.ip_forward=1"));
            QCOMPARE(m_engine->observe().generation, u"aaaa"_s);
        });
    }

    void whatTheKernelRefusesChangesNothing()
    {
        apply(config({rule()}), u"aaaa"_s);
        const QByteArray before = nft("list ruleset");
        QList<NativeFile> files = m_engine->prepare(config({rule(u"2001:db8:1::1"_s)}), u"bbbb"_s).value();
        // The kernel has no room for a second element, which nft itself does not know.
        files[0]
            .bytes->replace("size 16", "size 1")
            .replace("2001:db8:1::1 . 2121 comment",
                "2001:db8:1::2 . 1 : 2001:db8:2::20 . 1,\n2001:db8:1::1 . 2121 comment");
        onGateway([&] {
            const Result<> checked = m_engine->check(files);
            QVERIFY(!checked);
            QCOMPARE(checked.error().code, ErrorCode::Refused);
            QVERIFY2(checked.error().why.contains(u"It said"), qPrintable(checked.error().why));
        });
        QCOMPARE(nft("list ruleset"), before);
        // Nor does a commit that it refuses.
        QVERIFY(put(files));
        onGateway([&] { QVERIFY(!m_engine->commit().has_value()); });
        QCOMPARE(nft("list ruleset"), before);
    }

private:
    void families() const
    {
        QTest::addColumn<QString>("listener");
        QTest::newRow("IPv4") << u"203.0.113.1"_s;
        QTest::newRow("IPv6") << u"2001:db8:1::1"_s;
    }

    static bool isSix(const QString &address) { return address.contains(u':'); }
    static QString clientOf(const QString &listener, const Host &host)
    {
        return isSix(listener) ? host.v6() : host.v4();
    }

    QString script() const { return m_folder->filePath(u"gw-1.nft"_s); }

    std::unique_ptr<NftablesEngine> makeEngine(std::optional<Address> source = {})
    {
        return std::make_unique<NftablesEngine>(
            NftablesEngine::Setup{GatewayId::fromTrusted(u"gw-1"_s), script(), script() + u".listing"_s, source},
            m_clock);
    }

    static GatewayConfig config(const QList<PublishedRule> &rules)
    {
        GatewayConfig config;
        config.id = GatewayId::fromTrusted(u"gw-1"_s);
        config.engine = Engine::Nftables;
        config.rules = rules;
        return config;
    }

    PublishedRule rule(const QString &listener = u"203.0.113.1"_s, quint16 serverPort = 21) const
    {
        PublishedRule rule;
        rule.id = RuleId::fromTrusted(u"partner-upload"_s);
        rule.name = u"Partner upload"_s;
        rule.listenAddress = Address::fromTrusted(listener);
        rule.listenPort = listenPort;
        rule.serverAddress = Address::fromTrusted(clientOf(listener, m_lab->server()));
        rule.serverPort = serverPort;
        rule.externalAddress = rule.listenAddress;
        return rule;
    }

    /// One of a few listeners, so that rules meet, in either family, for everybody or for some.
    static PublishedRule randomRule(QRandomGenerator &random, int number)
    {
        const bool isSix = random.bounded(4) == 0;
        const QString host = QString::number(random.bounded(1, 9));
        PublishedRule rule;
        rule.id = RuleId::fromTrusted(u"rule-%1"_s.arg(number));
        rule.listenAddress = Address::fromTrusted((isSix ? u"2001:db8:1::"_s : u"203.0.113."_s) + host);
        rule.listenPort = static_cast<quint16>(random.bounded(21, 25));
        rule.serverAddress = Address::fromTrusted((isSix ? u"2001:db8:2::"_s : u"198.51.100."_s) + host);
        rule.serverPort = static_cast<quint16>(random.bounded(21, 23));
        rule.externalAddress = rule.listenAddress;
        if (random.bounded(2) == 0) {
            rule.from << Network::fromTrusted(
                isSix ? u"2001:db8:%1::/48"_s.arg(random.bounded(5, 9)) : u"10.%1.0.0/16"_s.arg(random.bounded(4)));
        }
        const int low = random.bounded(5000, 5010);
        const int width = random.bounded(3) == 0 ? 100 : 4;
        rule.relayPorts = {PortRange::fromTrusted(quint16(low), quint16(low + width))};
        rule.filterOn = random.bounded(2) == 0;
        rule.filter.authTls = AuthTls::Pass;
        return rule;
    }

    TableListing listed(const Host &host) const
    {
        return host.run([&] { return KernelTable(GatewayId::fromTrusted(u"gw-1"_s)).listing().value(); });
    }

    /// What the kernel lists where the table is written at once, on a host that has none.
    TableListing listedWhole(const GatewayConfig &config, const QString &generation) const
    {
        const QByteArray script = *m_engine->prepare(config, generation).value().first().bytes;
        m_lab->stranger().run([&] { QVERIFY(runNft(script, NftRun::Apply, u"gw-1"_s).has_value()); });
        return listed(m_lab->stranger());
    }

    /// Another one after the table was made anew.
    QByteArray tableHandle() const
    {
        const QByteArray first = nft("list table inet ferrygate_gw-1", {u"-a"_s}).split('\n').first();
        if (!first.contains("# handle "))
            QTest::qFail("nft named no handle.", __FILE__, __LINE__);
        return first;
    }

    void apply(const GatewayConfig &config, const QString &generation)
    {
        onGateway([&] {
            const auto files = m_engine->prepare(config, generation);
            QVERIFY2(files.has_value(), files ? "" : qPrintable(files.error().text()));
            const Result<> checked = m_engine->check(*files);
            QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().text()));
            QVERIFY(put(*files));
            const Result<> committed = m_engine->commitAnew();
            QVERIFY2(committed.has_value(), committed ? "" : qPrintable(committed.error().text()));
            QCOMPARE(m_engine->observe().generation, generation);
        });
    }

    /// What nft(8) says on the gateway.
    QByteArray nft(const QByteArray &commands, const QStringList &options = {}) const
    {
        QProcess process;
        onGateway([&] { process.start(nftProgram(), options + QStringList{u"-f"_s, u"-"_s}); });
        process.write(commands + '\n');
        process.closeWriteChannel();
        process.waitForFinished();
        if (process.exitCode() != 0)
            QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
        return process.readAllStandardOutput();
    }

    Ear listen(const QString &listener) const
    {
        return m_lab->server().run([&] { return Ear::open(clientOf(listener, m_lab->server())); });
    }

    static Wire connect(const Host &from, const QString &to, quint16 port)
    {
        return from.run([&] { return Wire::connect(to, port); });
    }

    static bool passes(Wire &client, Wire &server)
    {
        return client.isOpen() && server.isOpen() && client.send("USER\r\n") && server.line() == "USER"
            && server.send("331\r\n") && client.line() == "331";
    }
    static bool passes(Wire client, const Ear &ear)
    {
        if (!client.isOpen())
            return false;
        Wire server = ear.accept();
        return passes(client, server);
    }

    /// Whom the server sees when the client connects.
    QString peer(const Ear &ear, const QString &listener) const;

    quint64 metric(const QByteArray &name, const RuleId &of = RuleId::fromTrusted(u"partner-upload"_s)) const
    {
        const QList<MetricFamily> families = onGateway([&] { return m_engine->metrics().value(); });
        for (const MetricFamily &family : families) {
            for (const MetricSample &sample : family.samples) {
                if (family.name == name && sample.labels.contains(MetricSample::Label{"rule", of.text()}))
                    return sample.value;
            }
        }
        return 999;
    }

    Result<> m_isApart;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RoutedLab> m_lab;
    std::unique_ptr<NftablesEngine> m_engine;
    ManualClock m_clock;
};

QString NftablesKernelTest::peer(const Ear &ear, const QString &listener) const
{
    const Wire client = connect(m_lab->client(), listener, listenPort);
    const Wire server = ear.accept();
    sockaddr_storage from{};
    socklen_t length = sizeof from;
    if (::getpeername(server.fd(), reinterpret_cast<sockaddr *>(&from), &length) != 0)
        return {};
    return QHostAddress(reinterpret_cast<const sockaddr *>(&from)).toString();
}

int main(int argc, char *argv[])
{
    const Result<> isApart = NetworkLab::leaveMachine();
    QCoreApplication application(argc, argv);
    NftablesKernelTest test(isApart);
    return QTest::qExec(&test, argc, argv);
}
#include "tst_nftables_kernel.moc"
