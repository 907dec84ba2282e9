#include "tests/bench/proxy/harness/Cost.h"
#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"
#include "tests/support/Prerequisite.h"

#include <QFile>
#include <QTest>

#include <condition_variable>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kilo = 1024;

// What one inspected session may keep in the gateway: a line of the rule's length, and what it has read from one side
// and the other does not take (app/proxy/control/Inspection.cpp: so much may be unsent, and one read on top of it).
constexpr qint64 lineBytes = 4 * kilo;
constexpr qint64 unsentBytes = (16 + 8) * kilo;
constexpr qint64 idleBytes = lineBytes + 4 * kilo;
constexpr qint64 busyBytes = idleBytes + 2 * unsentBytes;
// What all share: the log's last lines, and holes of the allocator.
constexpr qint64 sharedBytes = 1024 * kilo;
// Two sockets of 3.5 KiB each, with nothing in them.
constexpr qint64 emptySockets = 8 * kilo;
// The buffers of a control connection's two legs, see limitRepliesToClient() in app/proxy/net/Sockets.h.
constexpr qint64 controlSockets = emptySockets + 2 * 2 * 64 * kilo;

// The third number of tcp_rmem or tcp_wmem (tcp(7)): to what the kernel lets a socket's buffer grow.
qint64 kernelLimit(const char *name)
{
    QFile file(u"/proc/sys/net/ipv4/"_s + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().simplified().split(' ').value(2).toLongLong() : 0;
}

Wire login(std::uint16_t port, int receiveBuffer = 0)
{
    return logIn(Wire::connect(u"127.0.0.2"_s, port, {}, receiveBuffer));
}

Wire openData(Wire &client, int receiveBuffer = 0)
{
    return Wire::connect(u"127.0.0.2"_s, announcedPort(client.command("EPSV")), {}, receiveBuffer);
}

/// Somebody who moves files both ways all the time, and looks at every byte of them.
class Bystander {
public:
    Bystander(StubServer &server, std::uint16_t port)
        : m_server(server), m_client(login(port)), m_thread([this] {
            while (!m_isStopping) {
                std::unique_lock lock(m_round);
                m_isSeen.wait(lock, [this] { return !m_isLooking; });
                if (!moveFiles()) {
                    m_hasFailed = true;
                    return;
                }
                ++m_rounds;
            }
        })
    {
    }
    ~Bystander()
    {
        m_isStopping = true;
        m_thread.join();
    }

    /// One more round at least has begun and ended well.
    [[nodiscard]] bool goesOn() const
    {
        const int before = m_rounds;
        return QTest::qWaitFor([&] { return m_hasFailed || m_rounds >= before + 2; }, 20'000) && !m_hasFailed;
    }
    /// Does `look` while nothing is on its way.
    template <class Look>
    auto between(Look look)
    {
        m_isLooking = true;
        const std::lock_guard lock(m_round);
        const auto seen = look();
        m_isLooking = false;
        m_isSeen.notify_all();
        return seen;
    }

private:
    [[nodiscard]] bool moveFiles()
    {
        const QByteArray up = numbered(90'000 + m_rounds);
        const QByteArray down = numbered(120'000 + m_rounds);
        m_server.setFile(down);
        Wire data = openData(m_client);
        if (!m_client.command("RETR f").startsWith("150") || data.rest() != down || !m_client.reply().startsWith("226"))
            return false;
        data = openData(m_client);
        if (!m_client.command("STOR f").startsWith("150") || !data.send(up))
            return false;
        data.close();
        return m_client.reply().startsWith("226") && m_server.stored() == up;
    }

    StubServer &m_server;
    Wire m_client;
    std::mutex m_round;
    std::condition_variable m_isSeen;
    std::atomic<bool> m_isLooking = false;
    std::atomic<int> m_rounds = 0;
    std::atomic<bool> m_hasFailed = false;
    std::atomic<bool> m_isStopping = false;
    std::thread m_thread;
};

} // namespace

/// Many who misuse the gateway at once, for as long as they like: what one of them costs is bounded, in the process and
/// in the kernel, and the files of somebody else arrive as they are.
class TestProxyAbuse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<StubServer>();
        m_otherServer = std::make_unique<StubServer>();
        m_proxy = std::make_unique<ProxyProcess>();
        m_port = freePorts(2);
        QVERIFY(m_proxy->start());
        const QJsonObject filter{{u"enabled"_s, true}, {u"maxLineBytes"_s, lineBytes}};
        QVERIFY(m_proxy
                ->configure({makeRule(m_port, m_server->port(), filter),
                    makeRule(m_port + 1, m_otherServer->port(), filter, {{u"id"_s, u"other"_s}})})
                .contains(u"result"));
        m_bystander = std::make_unique<Bystander>(*m_otherServer, static_cast<std::uint16_t>(m_port + 1));
        QVERIFY(m_bystander->goesOn());
        m_before = memory();
    }

    void cleanup()
    {
        if (m_bystander)
            QVERIFY(m_bystander->goesOn());
        m_bystander.reset();
        m_proxy.reset();
        m_server.reset();
        m_otherServer.reset();
    }

    void whatIsNoLineCostsNoMoreThanALine_data()
    {
        QTest::addColumn<QByteArray>("whole"); ///< answered by 500, again and again
        QTest::addColumn<QByteArray>("begun"); ///< and never ended
        QTest::newRow("200 kB") << QByteArray(200'000, 'A') + "\r\n" << QByteArray(200'000, 'A');
        QTest::newRow("NUL") << QByteArray(4000, '\0') + "\r\n" << QByteArray(200'000, '\0');
        QTest::newRow("Telnet options") << QByteArray("\xff\xfb\x01").repeated(50'000) + "\r\n"
                                        << QByteArray("\xff\xfd\x06").repeated(50'000);
        QTest::newRow("Telnet subnegotiation") << "\xff\xfa" + QByteArray(200'000, 'x') + "\xff\xf0\r\n"
                                               << "\xff\xfa" + QByteArray(200'000, 'x');
        QTest::newRow("escaped Telnet") << QByteArray("\xff\xff").repeated(50'000) + "\r\n"
                                        << QByteArray("\xff\xff").repeated(50'000);
    }

    void whatIsNoLineCostsNoMoreThanALine()
    {
        QFETCH(QByteArray, whole);
        QFETCH(QByteArray, begun);
        std::vector<Wire> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(login(port()));
            for (int turn = 0; turn < 2; ++turn) {
                QVERIFY(clients.back().send(whole));
                QVERIFY(clients.back().reply().startsWith("500"));
            }
            QVERIFY(clients.back().send(begun));
        }
        awaitStandstill();
        costAtMost(clients.size(), idleBytes, emptySockets);
        for (Wire &client : clients)
            QVERIFY(client.isOpen());
    }

    void fiveHundredIdleLoginsCostALineEach()
    {
        std::vector<Wire> clients;
        for (int i = 0; i < 500; ++i) {
            clients.push_back(login(port()));
            QVERIFY(clients.back().isOpen());
        }
        QVERIFY(m_bystander->goesOn());
        costAtMost(clients.size(), idleBytes, emptySockets);
        QVERIFY(clients.front().command("NOOP").startsWith("200"));
        QVERIFY(clients.back().command("NOOP").startsWith("200"));
    }

    void whoNeverReadsItsRepliesStopsTheServer()
    {
        QByteArray longReply;
        for (int i = 0; i < 640; ++i)
            longReply += "211-" + QByteArray(96, 'x') + "\r\n";
        longReply += "211 end\r\n";
        m_server->setScript([=](StubServer::Session &, const QByteArray &line) -> std::optional<QByteArray> {
            return line.startsWith("STAT") ? std::optional(longReply) : std::nullopt;
        });
        std::vector<Wire> clients;
        for (int i = 0; i < 10; ++i) {
            clients.push_back(login(port(), 4096));
            // 100 MB of replies, if somebody took them.
            QVERIFY(clients.back().send(QByteArray("STAT\r\n").repeated(1500)));
        }
        awaitStandstill();
        costAtMost(clients.size(), busyBytes, controlSockets);
    }

    void readersOfOneByteASecondCostWhatOneConnectionMayHold()
    {
        const QByteArray file = numbered(16 * 1024 * kilo);
        m_server->setFile(file);
        std::vector<Wire> clients;
        std::vector<Wire> transfers;
        QByteArrayList seen;
        for (int i = 0; i < 4; ++i) {
            clients.push_back(login(port()));
            transfers.push_back(openData(clients.back(), 4096));
            QVERIFY(clients.back().command("RETR f").startsWith("150"));
            seen << QByteArray();
        }
        for (int second = 0; second < 3; ++second) {
            for (std::size_t i = 0; i < transfers.size(); ++i)
                seen[qsizetype(i)] += transfers[i].exactly(1);
            QVERIFY(m_bystander->goesOn());
        }
        awaitStandstill();
        costAtMost(transfers.size(), busyBytes, 2 * emptySockets + kernelLimit("tcp_rmem") + kernelLimit("tcp_wmem"));
        // It is the readers that all wait for. What was slow is whole.
        for (Wire &client : clients)
            QVERIFY(!client.hasMore(0));
        QCOMPARE(seen[0] + transfers[0].rest(), file);
        QVERIFY(clients[0].reply().startsWith("226"));
    }

    void writersOfOneByteASecondCostNoMoreThanIdleOnes()
    {
        std::vector<Wire> clients;
        std::vector<Wire> transfers;
        for (int i = 0; i < 30; ++i) {
            clients.push_back(login(port()));
            transfers.push_back(openData(clients.back()));
            QVERIFY(clients.back().command("STOR f").startsWith("150"));
        }
        Wire typist = login(port());
        const QByteArray typed = "NOOP\r\n";
        for (const char letter : typed) {
            for (Wire &transfer : transfers)
                QVERIFY(transfer.send(QByteArray(1, letter)));
            QVERIFY(typist.send(QByteArray(1, letter)));
            QVERIFY(m_bystander->goesOn());
        }
        QVERIFY(typist.reply().startsWith("200"));
        costAtMost(clients.size(), 2 * idleBytes, 2 * emptySockets);
        transfers[0].close();
        QVERIFY(clients[0].reply().startsWith("226"));
        QCOMPARE(m_server->stored(), typed);
    }

private:
    std::uint16_t port() const { return static_cast<std::uint16_t>(m_port); }

    ferry::bench::Memory memory()
    {
        return m_bystander->between(
            [this] { return ferry::bench::memory(static_cast<pid_t>(m_proxy->process().processId())); });
    }

    void costAtMost(std::size_t sessions, qint64 processEach, qint64 kernelEach)
    {
        FERRY_NOT_UNDER("address", "its memory is not the program's.");
        FERRY_NOT_UNDER("thread", "its memory is not the program's.");
        const ferry::bench::Memory now = memory();
        const auto count = static_cast<qint64>(sessions);
        const qint64 process = qint64(now.resident) - qint64(m_before.resident);
        const qint64 kernel = qint64(now.sockets) - qint64(m_before.sockets);
        const QString figures =
            u"%1 sessions: %2 KiB in the process, at most %3; %4 KiB in the kernel, at most %5"_s.arg(count)
                .arg(process / kilo)
                .arg((count * processEach + sharedBytes) / kilo)
                .arg(kernel / kilo)
                .arg((count * kernelEach + sharedBytes) / kilo);
        qInfo("%s", qPrintable(figures));
        QVERIFY2(process <= count * processEach + sharedBytes, qPrintable(figures));
        QVERIFY2(kernel <= count * kernelEach + sharedBytes, qPrintable(figures));
    }

    // Nothing moves any more but the bystander's files.
    void awaitStandstill()
    {
        qint64 last = -1;
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (!m_bystander->goesOn())
                    return false;
                qint64 moved = 0;
                for (const QJsonValue &session : m_proxy->sessions()) {
                    if (session.toObject().value(u"rule") == u"rule-1"_s)
                        moved += session.toObject().value(u"bytesUp").toInteger()
                            + session.toObject().value(u"bytesDown").toInteger();
                }
                return std::exchange(last, moved) == moved;
            },
            20'000));
    }

    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<StubServer> m_otherServer;
    std::unique_ptr<ProxyProcess> m_proxy;
    std::unique_ptr<Bystander> m_bystander;
    ferry::bench::Memory m_before;
    int m_port = 0;
};

QTEST_GUILESS_MAIN(TestProxyAbuse)
#include "tst_proxy_abuse.moc"
