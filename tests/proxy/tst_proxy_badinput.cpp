#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What peers may do wrong, and what they get for it, while a second session goes on as if nothing had happened.
class TestProxyBadInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<StubServer>();
        m_proxy = std::make_unique<ProxyProcess>();
        m_port = freePorts(1);
        QVERIFY(m_proxy->start());
        QVERIFY(publish(m_server->port()));
        m_bystander = connect();
        QVERIFY(m_bystander.reply().startsWith("220"));
    }

    void cleanup()
    {
        QVERIFY(m_bystander.command("NOOP").startsWith("200"));
        m_bystander.close();
        m_proxy.reset();
        m_server.reset();
    }

    void badLinesAreRefusedAndTheSessionGoesOn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QByteArray>("logged");
        QTest::newRow("200 kB") << QByteArray(200'000, 'A') + "\r\n"
                                << QByteArray("500 Command line too long.")
                                << QByteArray("longer than the rule allows");
        QTest::newRow("200 kB behind a verb")
            << "CWD " + QByteArray(200'000, 'A') + "\r\n"
            << QByteArray("500 Command line too long.") << QByteArray("longer than the rule allows");
        QTest::newRow("NUL") << QByteArray("CWD a\0b\r\n", 9) << QByteArray("500 Command line not understood.")
                             << QByteArray("NUL");
        QTest::newRow("bare CR") << QByteArray("CWD a\rDELE b\r\n") << QByteArray("500 Command line not understood.")
                                 << QByteArray("carriage return");
        QTest::newRow("empty line") << QByteArray("\r\n") << QByteArray("500 Command not understood.")
                                    << QByteArray("does not begin");
        QTest::newRow("binary") << QByteArray("\x16\x03\x01\x02\n") << QByteArray("500 Command not understood.")
                                << QByteArray("does not begin");
        QTest::newRow("blank in front") << QByteArray(" NOOP\r\n") << QByteArray("500 Command not understood.")
                                        << QByteArray("does not begin");
    }

    void badLinesAreRefusedAndTheSessionGoesOn()
    {
        QFETCH(QByteArray, bytes);
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.send(bytes));
        QTEST(client.reply(), "reply");
        QVERIFY(client.command("NOOP").startsWith("200"));
        QVERIFY(!m_server->hasSeen("DELE") && !m_server->hasSeen("CWD"));
        QFETCH(QByteArray, logged);
        const QJsonObject entry = m_proxy->awaitLogText(QString::fromLatin1(logged));
        QCOMPARE(entry.value(u"originator").toString(), u"gateway"_s);
        QVERIFY(entry.value(u"resultCode").toInteger() != 0);
    }

    void aBareLineFeedReachesTheServerAsCrLf()
    {
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.send("USER a\nNOOP\n"));
        QVERIFY(client.reply().startsWith("331"));
        QVERIFY(client.reply().startsWith("200"));
        QVERIFY(m_server->commands().contains("USER a") && m_server->commands().contains("NOOP"));
    }

    void telnetBytesDoNotReachTheServer()
    {
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.send("\xff\xfb\x01\xff\xf4\xff\xf2NO\xff\xf1OP\r\n"));
        QVERIFY(client.reply().startsWith("200"));
        QCOMPARE(m_server->commands().last(), QByteArray("NOOP"));
    }

    void anEndlessLineEndsTheSession()
    {
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        std::thread flood([&] { client.send(QByteArray(3'000'000, 'x')); });
        QVERIFY(!m_proxy->awaitLogText(u"a line without an end"_s).isEmpty());
        flood.join();
        QVERIFY(m_proxy->awaitSessions(1));
    }

    void aServerThatSpeaksNoFtpIsTold()
    {
        m_server->setGreeting("SSH-2.0-OpenSSH\r\n");
        Wire client = connect();
        QVERIFY(client.reply().startsWith("421 Service not available"));
        QVERIFY(!m_proxy->awaitLogText(u"does not speak FTP"_s).isEmpty());
    }

    void aServerThatNeverEndsItsLineIsCutOff()
    {
        m_server->setGreeting("220-" + QByteArray(200'000, 'x'));
        Wire client = connect();
        QVERIFY(client.reply().startsWith("421 The server's reply was too long"));
    }

    void aServerThatDiesIsTold()
    {
        m_server->setScript([](StubServer::Session &session, const QByteArray &line) -> std::optional<QByteArray> {
            if (!line.startsWith("STAT"))
                return std::nullopt;
            session.control.reset();
            return QByteArray();
        });
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QCOMPARE(client.command("STAT"), QByteArray("421 The connection to the server was lost."));
        const QJsonObject end = m_proxy->awaitLogText(u"The server reset"_s);
        QCOMPARE(end.value(u"resultCode").toInteger(), qint64(0x80074E21));
        QCOMPARE(end.value(u"originator").toString(), u"server"_s);
    }

    void aClientThatResetsIsNoted()
    {
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        client.reset();
        const QJsonObject end = m_proxy->awaitLogText(u"The client reset"_s);
        QCOMPARE(end.value(u"resultCode").toInteger(), qint64(0x80074E21));
        QCOMPARE(end.value(u"originator").toString(), u"client"_s);
    }

    void aClientThatNeverReadsCostsLittleMemory()
    {
        QByteArray longReply;
        for (int i = 0; i < 640; ++i)
            longReply += "211-" + QByteArray(96, 'x') + "\r\n";
        longReply += "211 end\r\n";
        m_server->setScript([=](StubServer::Session &, const QByteArray &line) -> std::optional<QByteArray> {
            return line.startsWith("STAT") ? std::optional(longReply) : std::nullopt;
        });
        // Three thousand commands, each with 64 kB of reply that nobody takes. What the kernel does not hold has to
        // stay at the server, and the commands behind it at the client.
        constexpr int count = 3000;
        const qint64 before = residentKiB();
        Wire client = connect();
        QVERIFY(client.send(QByteArray("STAT\r\n").repeated(count)));
        const auto answered = [this] { return m_server->commands().count("STAT"); };
        qsizetype last = -1;
        // It stands still when nothing has moved during two hundred commands of somebody else.
        for (int quiet = 0; quiet < 200 && answered() < count; ++quiet) {
            QVERIFY(m_bystander.command("NOOP").startsWith("200"));
            if (const qsizetype now = answered(); now != last) {
                last = now;
                quiet = 0;
            }
        }
        QVERIFY(answered() < count);
        const qint64 grown = residentKiB() - before;
        QVERIFY2(grown < 16 * 1024, qPrintable(u"%1 KiB"_s.arg(grown)));
    }

    void manyIdleLoginsHarmNobody()
    {
        std::vector<Wire> idle;
        for (int i = 0; i < 500; ++i)
            idle.push_back(connect());
        QVERIFY(m_proxy->awaitSessions(501));
        QVERIFY(m_bystander.command("NOOP").startsWith("200"));
        idle.clear();
        QVERIFY(m_proxy->awaitSessions(1));
    }

private:
    [[nodiscard]] bool publish(int serverPort)
    {
        return m_proxy->configure({makeRule(m_port, serverPort, {{u"enabled"_s, true}})}).contains(u"result");
    }

    [[nodiscard]] Wire connect() const { return Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(m_port)); }

    [[nodiscard]] qint64 residentKiB() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_proxy->process().processId()));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:"))
                return line.mid(6).trimmed().split(' ').first().toLongLong();
        }
        return 0;
    }

    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<ProxyProcess> m_proxy;
    Wire m_bystander;
    int m_port = 0;
};

QTEST_GUILESS_MAIN(TestProxyBadInput)
#include "tst_proxy_badinput.moc"
