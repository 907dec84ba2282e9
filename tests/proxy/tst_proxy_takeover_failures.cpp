#include "tests/proxy/harness/TakeoverLab.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr uid_t somebody = 65534;

/// A new process that takes one step at a time.
class Steps {
public:
    explicit Steps(const QString &control)
    {
        m_process.start(QStringLiteral(TAKEOVER_STEPS), {control});
        m_process.waitForStarted(10'000);
    }
    ~Steps() { kill(); }
    Steps(const Steps &) = delete;
    Steps &operator=(const Steps &) = delete;

    [[nodiscard]] QByteArray take(const QByteArray &step)
    {
        m_process.write(step + '\n');
        while (!m_process.canReadLine() && m_process.waitForReadyRead(25'000)) {}
        return m_process.readLine().trimmed();
    }
    /// By SIGKILL.
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }

private:
    QProcess m_process;
};

} // namespace

/// A takeover that does not come to its end leaves everything as it was.
class TestProxyTakeoverFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_lab = std::make_unique<TakeoverLab>(); }
    void cleanup() { m_lab.reset(); }

    void theNewProcessMayEndAtEachStep_data()
    {
        QTest::addColumn<QByteArrayList>("steps");
        const QByteArrayList steps{"begin", "listeners", "predecessors", "resign", "state"};
        for (qsizetype i = 0; i <= steps.size(); ++i)
            QTest::newRow(i == 0 ? "started" : steps[i - 1].constData()) << steps.first(i);
    }

    void theNewProcessMayEndAtEachStep()
    {
        QFETCH(QByteArrayList, steps);
        QVERIFY(startPublishing());
        // There is an even older process, with a session that needs the relay ports.
        Wire oldest = m_lab->relayLogin(u"127.0.0.11"_s);
        QVERIFY(oldest.isOpen());
        QVERIFY(m_lab->proxy.takeOver());
        Wire open = m_lab->login();
        Wire upload = m_lab->data(announcedPort(open.command("EPSV")));
        QVERIFY(open.command("STOR f").startsWith("150"));
        QVERIFY(upload.send(m_lab->content.first(300'000)));
        const qint64 before = m_lab->pid();
        Steps next(m_lab->proxy.control());
        for (const QByteArray &step : steps)
            QCOMPARE(next.take(step), QByteArray("done"));
        // Callers of this moment wait, at most.
        Wire meanwhile = m_lab->connection();
        QVERIFY(meanwhile.isOpen());
        next.kill();

        QVERIFY(meanwhile.reply().startsWith("220"));
        QTRY_COMPARE(m_lab->pid(), before);
        QVERIFY(upload.send(m_lab->content.sliced(300'000)));
        upload.close();
        QVERIFY(open.reply().startsWith("226"));
        QVERIFY(m_lab->server.stored() == m_lab->content);
        QVERIFY(m_lab->fetch(oldest, u"127.0.0.11"_s));
        QVERIFY(m_lab->login().isOpen());
        QVERIFY(m_lab->relayLogin(u"127.0.0.12"_s).isOpen());
        // What nobody has waited for is refused, which the older process is asked about first.
        bool wasReset = false;
        QCOMPARE(m_lab->data(m_lab->relayed, u"127.0.0.99"_s).rest(&wasReset), QByteArray());
        QVERIFY(wasReset);
        if (!steps.isEmpty()) {
            QTRY_COMPARE(sockets(),
                (QStringList{u"control.sock"_s, u"control.sock.%1"_s.arg(m_lab->proxy.former(0).processId())}));
        }
        QVERIFY(m_lab->proxy.takeOver());
        QVERIFY(m_lab->fetch(oldest, u"127.0.0.11"_s));
        QVERIFY(open.command("NOOP").startsWith("200"));
    }

    void aNewProcessThatStaysAwayIsGivenUp()
    {
        QVERIFY(startPublishing());
        const qint64 before = m_lab->pid();
        Steps next(m_lab->proxy.control());
        for (const char *step : {"begin", "listeners", "resign"})
            QCOMPARE(next.take(step), QByteArray("done"));
        QFile log(m_lab->proxy.path(u"proxy.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QByteArray lines;
        QTRY_VERIFY_WITH_TIMEOUT((lines += log.readAll()).contains("did not go on within 30 s"), 60'000);
        QVERIFY(m_lab->login().isOpen());
        QCOMPARE(m_lab->pid(), before);
        // It cannot go on any more, when it wants to.
        QVERIFY(next.take("settle").contains("does not hand over any more"));
        QVERIFY(m_lab->proxy.takeOver());
    }

    void onlyOneTakesOver()
    {
        QVERIFY(startPublishing());
        Steps next(m_lab->proxy.control());
        QCOMPARE(next.take("begin"), QByteArray("done"));
        const QByteArray said = refusal({});
        QVERIFY2(said.contains("is just taking over"), said.constData());
        QCOMPARE(next.take("resign"),
            QByteArray("The running ferrygate-proxy refused: Not all listening sockets were asked for."));
        QCOMPARE(next.take("listeners"), QByteArray("done"));
        next.kill();
        QTRY_VERIFY(m_lab->proxy.takeOver());
    }

    void aChangeOfTheConfigurationEndsTheOffer()
    {
        QVERIFY(startPublishing());
        Steps next(m_lab->proxy.control());
        QCOMPARE(next.take("begin"), QByteArray("done"));
        QCOMPARE(next.take("listeners"), QByteArray("done"));
        QVERIFY(m_lab->proxy.configure(m_lab->rules()).contains(u"result"));
        QVERIFY(next.take("resign").contains("does not hand over any more"));
        QVERIFY(m_lab->login().isOpen());
    }

    void whatCannotBeginSaysSoAndChangesNothing_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no such file") << QStringList{u"--config"_s, u"/does/not/exist"_s}
                                      << QByteArray("could not be opened");
        QTest::newRow("not a configuration")
            << QStringList{u"--config"_s, u"/dev/null"_s} << QByteArray("not a JSON document");
        QTest::newRow("a port of somebody else")
            << QStringList{u"--config"_s, u"DIR/taken.json"_s} << QByteArray("could not be listened on");
        QTest::newRow("no log") << QStringList{u"--log"_s, u"/does/not/exist"_s} << QByteArray("log file");
        QTest::newRow("nobody there") << QStringList{u"--control"_s, u"DIR/other"_s}
                                      << QByteArray("No ferrygate-proxy could be reached");
    }

    void whatCannotBeginSaysSoAndChangesNothing()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, said);
        QVERIFY(startPublishing());
        Ear taken = Ear::open(u"127.0.0.2"_s);
        QFile file(m_lab->proxy.path(u"taken.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QJsonArray wanted = m_lab->rules();
        wanted.append(makeRule(taken.port, m_lab->server.port(), {{u"enabled"_s, true}}, {{u"id"_s, u"taken"_s}}));
        file.write(QJsonDocument(QJsonObject{{u"format"_s, u"ferrygate-proxy"_s}, {u"version"_s, 1},
                                     {u"generation"_s, u"other"_s}, {u"gateway"_s, u"gw-1"_s}, {u"rules"_s, wanted}})
                .toJson());
        file.close();
        const qint64 before = m_lab->pid();
        Wire open = m_lab->login();
        const QByteArray line = refusal(arguments.replaceInStrings(u"DIR"_s, m_lab->proxy.path(QString())));
        QVERIFY2(line.contains(said), line.constData());
        QCOMPARE(line.count('\n'), 1);
        QCOMPARE(m_lab->pid(), before);
        QVERIFY(open.command("NOOP").startsWith("200"));
        QVERIFY(m_lab->login().isOpen());
        QTRY_COMPARE(sockets(), QStringList{u"control.sock"_s});
        taken.close();
    }

    void onlyTheSameUserTakesOver()
    {
        if (::geteuid() != 0)
            QSKIP("Only root can become another user.");
        QVERIFY(startPublishing());
        const qint64 before = m_lab->pid();
        // As if the modes of folder and socket had been changed by hand.
        QCOMPARE(::chmod(m_lab->proxy.path(QString()).toLocal8Bit().constData(), 0777), 0);
        QCOMPARE(::chmod(m_lab->proxy.control().toLocal8Bit().constData(), 0666), 0);
        const QByteArray said = refusal({}, [] { return ::setresuid(somebody, somebody, somebody); });
        QVERIFY2(said.contains("closed the connection"), said.constData());
        QCOMPARE(m_lab->pid(), before);
        QVERIFY(m_lab->login().isOpen());
    }

    void theSocketOfAnotherUserIsNotBelieved()
    {
        if (::geteuid() != 0)
            QSKIP("Only root can become another user.");
        QCOMPARE(::chmod(m_lab->proxy.path(QString()).toLocal8Bit().constData(), 0777), 0);
        m_lab->proxy.process().setChildProcessModifier([] { (void)::setresuid(somebody, somebody, somebody); });
        QVERIFY(m_lab->proxy.start());
        const QByteArray said = refusal({});
        QVERIFY2(said.contains("Another user's program listens"), said.constData());
    }

private:
    [[nodiscard]] bool startPublishing() { return m_lab->start({u"--log"_s, m_lab->proxy.path(u"proxy.log"_s)}); }

    /// Starts the program to take over, which does not succeed: what it says.
    [[nodiscard]] QByteArray refusal(const QStringList &arguments, const std::function<int()> &modify = {}) const
    {
        QProcess process;
        if (modify)
            process.setChildProcessModifier([modify] { (void)modify(); });
        process.start(QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy"),
            QStringList{u"--control"_s, m_lab->proxy.control(), u"--takeover"_s} + arguments);
        if (!process.waitForFinished(10'000) || process.exitCode() != 1)
            return "It did not end with 1.";
        return process.readAllStandardError();
    }

    [[nodiscard]] QStringList sockets() const
    {
        return QDir(m_lab->proxy.path(QString()))
            .entryList({u"control.sock*"_s}, QDir::System | QDir::Files, QDir::Name);
    }

    std::unique_ptr<TakeoverLab> m_lab;
};

QTEST_GUILESS_MAIN(TestProxyTakeoverFailures)
#include "tst_proxy_takeover_failures.moc"
