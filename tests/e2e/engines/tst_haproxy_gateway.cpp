#include "tests/e2e/engines/Curl.h"
#include "tests/e2e/engines/EngineLab.h"
#include "tests/support/Prerequisite.h"

#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// A real FTPS server published by a real agent through a real HAProxy.
class HaproxyGatewayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        FERRY_NEEDS(!test::haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        FERRY_NEEDS(!test::vsftpdProgram().isEmpty(), "vsftpd is not unpacked in the build folder.");
        auto lab = EngineLab::start({Engine::Haproxy});
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        m_lab = std::move(*lab);
        m_rule = m_lab->rule();
    }

    void cleanup() { m_lab.reset(); }

    void explicitTlsListsAndTransfers()
    {
        QVERIFY(m_lab->apply({m_rule}));
        Curl list(authority(), {url()});
        QVERIFY2(list.succeeds(), list.words().constData());
        QVERIFY(list.output().contains("pub"));
        for (const QString &mode : {u"--ftp-pasv"_s, u"--disable-epsv"_s}) {
            Curl fetch(authority(), {mode, url(u"pub/big.bin"_s)});
            QVERIFY2(fetch.succeeds(), fetch.words().constData());
            QCOMPARE(hashOf(fetch.output()), hashOf(m_lab->bigFile()));
        }
        const QString upload = m_lab->agent().path(u"upload"_s);
        QVERIFY(QFile::copy(m_lab->server().paths().files() + u"/pub/big.bin"_s, upload));
        Curl put(authority(), {u"-T"_s, upload, url(u"upload/there.bin"_s)});
        QVERIFY2(put.succeeds(), put.words().constData());
        QCOMPARE(hashOf(contentOf(m_lab->server().paths().files() + u"/upload/there.bin"_s)), hashOf(m_lab->bigFile()));
    }

    void implicitTlsTransfers()
    {
        QVERIFY(m_lab->server().restartWith("implicit_ssl=YES"));
        m_rule.serverTls = TlsMode::Implicit;
        QVERIFY(m_lab->apply({m_rule}));
        Curl fetch(authority(), {url(u"pub/big.bin"_s, u"ftps"_s)});
        QVERIFY2(fetch.succeeds(), fetch.words().constData());
        QCOMPARE(hashOf(fetch.output()), hashOf(m_lab->bigFile()));
    }

    void aRuleWithTheFilterOnIsRefusedAndNothingChanges()
    {
        QVERIFY(m_lab->apply({m_rule}));
        PublishedRule filtered = m_rule;
        filtered.filterOn = true;
        filtered.filter.enabled = true;
        const RpcReply refused = m_lab->prepare({filtered}, u"refused"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().error.code, ErrorCode::Unsupported);
        QVERIFY(refused.error().error.why.contains(u"HAProxy forwards only"_s));
        QCOMPARE(m_lab->agent().status().generation, m_lab->generation());
        QVERIFY(Curl(authority(), {url(u"pub/big.bin"_s)}).succeeds());
    }

    void strangersAreTurnedAwayAndTheFirstRuleThatAdmitsWins()
    {
        PublishedRule strangers = m_rule;
        strangers.id = RuleId::fromTrusted(u"strangers"_s);
        strangers.from = {Network::fromTrusted(u"192.0.2.0/24")};
        QVERIFY(m_lab->apply({strangers}));
        QVERIFY(!Curl(authority(), {url()}).succeeds());
        // The last rule leads to a server that is not there.
        PublishedRule elsewhere = m_rule;
        elsewhere.id = RuleId::fromTrusted(u"elsewhere"_s);
        elsewhere.serverPort = test::freePort(u"127.0.0.3"_s);
        PublishedRule mine = m_rule;
        mine.from = {Network::fromTrusted(u"127.0.0.1")};
        QVERIFY(m_lab->apply({strangers, mine, elsewhere}));
        QVERIFY(Curl(authority(), {url(u"pub/big.bin"_s)}).succeeds());
        QVERIFY(m_lab->apply({elsewhere, mine}));
        QVERIFY(!Curl(authority(), {url(u"pub/big.bin"_s)}).succeeds());
    }

    void aTransferSurvivesAReloadAndNewSessionsTakeTheNewRules()
    {
        QVERIFY(m_lab->apply({m_rule}));
        Curl running(authority(), {u"--limit-rate"_s, u"6M"_s, url(u"pub/big.bin"_s)});
        QVERIFY(running.hasBegun());
        PublishedRule strangers = m_rule;
        strangers.from = {Network::fromTrusted(u"192.0.2.0/24")};
        QVERIFY(m_lab->apply({strangers}));
        QVERIFY(!Curl(authority(), {url()}).succeeds());
        QVERIFY(running.isRunning());
        QCOMPARE(m_lab->gateway().sessions, 1);
        QVERIFY2(running.succeeds(), running.words().constData());
        QCOMPARE(hashOf(running.output()), hashOf(m_lab->bigFile()));
    }

    void aPortThatIsTakenLeavesTheOldRulesRunning()
    {
        QVERIFY(m_lab->apply({m_rule}));
        PublishedRule more = m_rule;
        const quint16 port = test::freePort(u"127.0.0.2"_s);
        more.relayPorts << PortRange::fromTrusted(port, port);
        more.from = {Network::fromTrusted(u"192.0.2.0/24")};
        QVERIFY(m_lab->prepare({more}, u"taken"_s));
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s), port));
        const RpcReply refused = m_lab->ask(u"apply.commit", u"taken"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().error.why.contains(u"Port %1 of 127.0.0.2"_s.arg(port)),
            qPrintable(refused.error().error.text()));
        QCOMPARE(m_lab->agent().status().generation, m_lab->generation());
        QCOMPARE(m_lab->gateway().generation, m_lab->generation());
        Curl fetch(authority(), {url(u"pub/big.bin"_s)});
        QVERIFY2(fetch.succeeds(), fetch.words().constData());
    }

    void anUnconfirmedApplyGoesBack()
    {
        QVERIFY(m_lab->apply({m_rule}));
        PublishedRule strangers = m_rule;
        strangers.from = {Network::fromTrusted(u"192.0.2.0/24")};
        QVERIFY(m_lab->prepare({strangers}, u"unconfirmed"_s, 3s));
        QVERIFY(m_lab->ask(u"apply.commit", u"unconfirmed"_s));
        QVERIFY(!Curl(authority(), {url()}).succeeds());
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->agent().status().transaction, TransactionState::None, 20'000);
        QCOMPARE(m_lab->gateway().generation, m_lab->generation());
        QVERIFY(Curl(authority(), {url()}).succeeds());
    }

    void whatIsKilledComesBack_data()
    {
        QTest::addColumn<bool>("isWorker");
        QTest::newRow("master") << false;
        QTest::newRow("worker") << true;
    }

    void whatIsKilledComesBack()
    {
        QFETCH(bool, isWorker);
        QVERIFY(m_lab->apply({m_rule}));
        const qint64 master = m_lab->gateway().pid;
        const QByteArray children =
            contentOf(u"/proc/%1/task/%1/children"_s.arg(master)).simplified().split(' ').value(0);
        QVERIFY(children.toInt() > 0);
        QCOMPARE(::kill(static_cast<pid_t>(isWorker ? children.toInt() : master), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->gateway().pid != master, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->gateway().generation, m_lab->generation(), 20'000);
        Curl fetch(authority(), {url(u"pub/big.bin"_s)});
        QVERIFY2(fetch.succeeds(), fetch.words().constData());
    }

    void anAgentThatIsKilledLeavesTheGatewayRunning()
    {
        QVERIFY(m_lab->apply({m_rule}));
        const qint64 master = m_lab->gateway().pid;
        Curl running(authority(), {u"--limit-rate"_s, u"6M"_s, url(u"pub/big.bin"_s)});
        QVERIFY(running.hasBegun());
        m_lab->agent().kill();
        QVERIFY(m_lab->agent().start());
        QCOMPARE(m_lab->gateway().pid, master);
        QCOMPARE(m_lab->gateway().generation, m_lab->generation());
        QVERIFY2(running.succeeds(), running.words().constData());
        QCOMPARE(hashOf(running.output()), hashOf(m_lab->bigFile()));
    }

private:
    QString authority() const { return m_lab->authority(); }
    QString url(const QString &file = {}, const QString &scheme = u"ftp"_s) const { return m_lab->url(file, scheme); }

    std::unique_ptr<EngineLab> m_lab;
    PublishedRule m_rule;
};

QTEST_GUILESS_MAIN(HaproxyGatewayTest)
#include "tst_haproxy_gateway.moc"
