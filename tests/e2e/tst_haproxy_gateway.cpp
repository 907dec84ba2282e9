#include "models/wire/JsonDecoder.h"
#include "models/wire/Requests.h"
#include "tests/agent/AgentLab.h"
#include "tests/e2e/support/FtpServerFixture.h"
#include "tests/support/Ports.h"
#include "tests/support/Prerequisite.h"

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace ferry;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// curl as a client at 127.0.0.1, which believes what 227 says.
class Curl {
public:
    Curl(const QString &authority, const QStringList &arguments)
    {
        m_process.start(u"curl"_s,
            QStringList{u"-sS"_s, u"--max-time"_s, u"60"_s, u"--no-ftp-skip-pasv-ip"_s, u"--ssl-reqd"_s, u"--cacert"_s,
                authority, u"--interface"_s, u"127.0.0.1"_s}
                + arguments);
    }
    ~Curl()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] bool succeeds()
    {
        m_process.waitForFinished(70'000);
        m_output += m_process.readAllStandardOutput();
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    /// Waits until a first part of the file is here.
    [[nodiscard]] bool hasBegun()
    {
        return QTest::qWaitFor(
            [&] {
                m_output += m_process.readAllStandardOutput();
                return m_output.size() > 100'000;
            },
            20'000);
    }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] const QByteArray &output() const { return m_output; }
    [[nodiscard]] QByteArray words() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace

/// A real FTPS server published by a real agent through a real HAProxy.
class HaproxyGatewayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        FERRY_NEEDS(!haproxyProgram().isEmpty(), "haproxy is not unpacked in the build folder.");
        auto server = e2e::FtpServerFixture::start();
        FERRY_NEEDS(server.has_value(), "vsftpd is not unpacked in the build folder.");
        m_server = std::move(*server);
        const quint16 low = freePorts({u"127.0.0.2"_s, u"127.0.0.3"_s}, 4);
        m_passive = PortRange::fromTrusted(low, low + 3);
        QVERIFY(m_server->restartWith(passiveLines()));
        m_lab = std::make_unique<AgentLab>(AgentLab::Manages::Gateway, QString(), Engine::Haproxy);
        QVERIFY2(m_lab->start(), qPrintable(m_lab->output()));
        m_generation.clear();
        m_rule = m_lab->config(m_passive).gateways[0].rules[0];
        m_rule.serverPort = m_server->port();
        m_rule.serverTls = TlsMode::Explicit;
    }

    void cleanup()
    {
        m_lab.reset();
        m_server.reset();
    }

    void explicitTlsListsAndTransfers()
    {
        QVERIFY(apply({m_rule}));
        Curl list(authority(), {url()});
        QVERIFY2(list.succeeds(), list.words().constData());
        QVERIFY(list.output().contains("pub"));
        for (const QString &mode : {u"--ftp-pasv"_s, u"--disable-epsv"_s}) {
            Curl fetch(authority(), {mode, url(u"pub/big.bin"_s)});
            QVERIFY2(fetch.succeeds(), fetch.words().constData());
            QCOMPARE(hashOf(fetch.output()), hashOf(bigFile()));
        }
        const QString upload = m_lab->path(u"upload"_s);
        QVERIFY(QFile::copy(m_server->paths().files() + u"/pub/big.bin"_s, upload));
        Curl put(authority(), {u"-T"_s, upload, url(u"upload/there.bin"_s)});
        QVERIFY2(put.succeeds(), put.words().constData());
        QCOMPARE(hashOf(contentOf(m_server->paths().files() + u"/upload/there.bin"_s)), hashOf(bigFile()));
    }

    void implicitTlsTransfers()
    {
        QVERIFY(m_server->restartWith("implicit_ssl=YES"));
        m_rule.serverTls = TlsMode::Implicit;
        QVERIFY(apply({m_rule}));
        Curl fetch(authority(), {url(u"pub/big.bin"_s, u"ftps"_s)});
        QVERIFY2(fetch.succeeds(), fetch.words().constData());
        QCOMPARE(hashOf(fetch.output()), hashOf(bigFile()));
    }

    void aRuleWithTheFilterOnIsRefusedAndNothingChanges()
    {
        QVERIFY(apply({m_rule}));
        PublishedRule filtered = m_rule;
        filtered.filterOn = true;
        filtered.filter.enabled = true;
        const RpcReply refused = prepare({filtered}, u"refused"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().error.code, ErrorCode::Unsupported);
        QVERIFY(refused.error().error.why.contains(u"HAProxy forwards only"_s));
        QCOMPARE(m_lab->status().generation, m_generation);
        QVERIFY(Curl(authority(), {url(u"pub/big.bin"_s)}).succeeds());
    }

    void strangersAreTurnedAwayAndTheFirstRuleThatAdmitsWins()
    {
        PublishedRule strangers = m_rule;
        strangers.id = RuleId::fromTrusted(u"strangers"_s);
        strangers.from = {Network::fromTrusted(u"192.0.2.0/24")};
        QVERIFY(apply({strangers}));
        QVERIFY(!Curl(authority(), {url()}).succeeds());
        // The last rule leads to a server that is not there.
        PublishedRule elsewhere = m_rule;
        elsewhere.id = RuleId::fromTrusted(u"elsewhere"_s);
        elsewhere.serverPort = freePort(u"127.0.0.3"_s);
        PublishedRule mine = m_rule;
        mine.from = {Network::fromTrusted(u"127.0.0.1")};
        QVERIFY(apply({strangers, mine, elsewhere}));
        QVERIFY(Curl(authority(), {url(u"pub/big.bin"_s)}).succeeds());
        QVERIFY(apply({elsewhere, mine}));
        QVERIFY(!Curl(authority(), {url(u"pub/big.bin"_s)}).succeeds());
    }

    void aTransferSurvivesAReloadAndNewSessionsTakeTheNewRules()
    {
        QVERIFY(apply({m_rule}));
        Curl running(authority(), {u"--limit-rate"_s, u"6M"_s, url(u"pub/big.bin"_s)});
        QVERIFY(running.hasBegun());
        PublishedRule strangers = m_rule;
        strangers.from = {Network::fromTrusted(u"192.0.2.0/24")};
        QVERIFY(apply({strangers}));
        QVERIFY(!Curl(authority(), {url()}).succeeds());
        QVERIFY(running.isRunning());
        QCOMPARE(m_lab->status().gateways[0].sessions, 1);
        QVERIFY2(running.succeeds(), running.words().constData());
        QCOMPARE(hashOf(running.output()), hashOf(bigFile()));
    }

    void aPortThatIsTakenLeavesTheOldRulesRunning()
    {
        QVERIFY(apply({m_rule}));
        PublishedRule more = m_rule;
        const quint16 port = freePort(u"127.0.0.2"_s);
        more.relayPorts << PortRange::fromTrusted(port, port);
        more.from = {Network::fromTrusted(u"192.0.2.0/24")};
        QVERIFY(prepare({more}, u"taken"_s));
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s), port));
        const RpcReply refused = ask(u"apply.commit", u"taken"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().error.why.contains(u"Port %1 of 127.0.0.2"_s.arg(port)),
            qPrintable(refused.error().error.text()));
        QCOMPARE(m_lab->status().generation, m_generation);
        QCOMPARE(m_lab->status().gateways[0].generation, m_generation);
        Curl fetch(authority(), {url(u"pub/big.bin"_s)});
        QVERIFY2(fetch.succeeds(), fetch.words().constData());
    }

    void anUnconfirmedApplyGoesBack()
    {
        QVERIFY(apply({m_rule}));
        PublishedRule strangers = m_rule;
        strangers.from = {Network::fromTrusted(u"192.0.2.0/24")};
        QVERIFY(prepare({strangers}, u"unconfirmed"_s, 3s));
        QVERIFY(ask(u"apply.commit", u"unconfirmed"_s));
        QVERIFY(!Curl(authority(), {url()}).succeeds());
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->status().transaction, TransactionState::None, 20'000);
        QCOMPARE(m_lab->status().gateways[0].generation, m_generation);
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
        QVERIFY(apply({m_rule}));
        const qint64 master = m_lab->status().gateways[0].pid;
        const QByteArray children =
            contentOf(u"/proc/%1/task/%1/children"_s.arg(master)).simplified().split(' ').value(0);
        QVERIFY(children.toInt() > 0);
        QCOMPARE(::kill(static_cast<pid_t>(isWorker ? children.toInt() : master), SIGKILL), 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_lab->status().gateways[0].pid != master, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_lab->status().gateways[0].generation, m_generation, 20'000);
        Curl fetch(authority(), {url(u"pub/big.bin"_s)});
        QVERIFY2(fetch.succeeds(), fetch.words().constData());
    }

    void anAgentThatIsKilledLeavesTheGatewayRunning()
    {
        QVERIFY(apply({m_rule}));
        const qint64 master = m_lab->status().gateways[0].pid;
        Curl running(authority(), {u"--limit-rate"_s, u"6M"_s, url(u"pub/big.bin"_s)});
        QVERIFY(running.hasBegun());
        m_lab->kill();
        QVERIFY(m_lab->start());
        QCOMPARE(m_lab->status().gateways[0].pid, master);
        QCOMPARE(m_lab->status().gateways[0].generation, m_generation);
        QVERIFY2(running.succeeds(), running.words().constData());
        QCOMPARE(hashOf(running.output()), hashOf(bigFile()));
    }

private:
    QString authority() const { return m_server->authorityFile(); }
    QByteArray bigFile() const { return contentOf(m_server->paths().files() + u"/pub/big.bin"_s); }
    QString url(const QString &file = {}, const QString &scheme = u"ftp"_s) const
    {
        return u"%1://127.0.0.2:%2/%3"_s.arg(scheme).arg(m_rule.listenPort).arg(file);
    }
    QByteArray passiveLines() const
    {
        return "pasv_min_port=" + QByteArray::number(m_passive.low())
            + "\npasv_max_port=" + QByteArray::number(m_passive.high()) + "\npasv_address=127.0.0.2";
    }

    RpcReply prepare(const QList<PublishedRule> &rules, const QString &transaction, std::chrono::seconds confirm = 60s)
    {
        PrepareRequest request = m_lab->prepareRequest(transaction, m_generation, m_passive);
        request.config.gateways[0].rules = rules;
        request.confirmWithin = confirm;
        m_wanted = generationOf(request.config);
        return m_lab->connectAs(Role::Administrator)->ask(u"apply.prepare", toJson(request));
    }
    RpcReply ask(QStringView method, const QString &transaction)
    {
        return m_lab->connectAs(Role::Administrator)->ask(method, toJson(TransactionRequest{transaction, {}}));
    }
    bool apply(const QList<PublishedRule> &rules)
    {
        const QString transaction = u"t%1"_s.arg(++m_applies);
        for (const RpcReply &reply :
            {prepare(rules, transaction), ask(u"apply.commit", transaction), ask(u"apply.confirm", transaction)}) {
            if (!reply) {
                qWarning("%s", qPrintable(reply.error().error.text()));
                return false;
            }
        }
        m_generation = m_wanted;
        return true;
    }

    std::unique_ptr<e2e::FtpServerFixture> m_server;
    std::unique_ptr<AgentLab> m_lab;
    PortRange m_passive = PortRange::fromTrusted(1, 1);
    PublishedRule m_rule;
    QString m_generation;
    QString m_wanted;
    int m_applies = 0;
};

QTEST_GUILESS_MAIN(HaproxyGatewayTest)
#include "tst_haproxy_gateway.moc"
