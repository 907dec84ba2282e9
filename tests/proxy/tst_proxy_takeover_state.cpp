#include "tests/proxy/harness/TakeoverLab.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <atomic>

using namespace Qt::Literals::StringLiterals;

/// What goes along when the program is replaced, and what becomes of the old process.
class TestProxyTakeoverState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = std::make_unique<TakeoverLab>();
        QVERIFY(m_lab->start());
    }
    void cleanup() { m_lab.reset(); }

    void theControlSocketLeadsToALiveProcessAtEachMoment()
    {
        std::atomic<bool> isOver = false;
        std::atomic<int> answers = 0;
        std::atomic<int> failed = 0;
        std::thread asker([&] {
            while (!isOver) {
                QLocalSocket socket;
                socket.connectToServer(m_lab->proxy.control());
                if (!socket.waitForConnected(10'000)) {
                    ++failed;
                    continue;
                }
                socket.write("{\"id\":1,\"method\":\"status\"}\n");
                while (!socket.canReadLine() && socket.waitForReadyRead(10'000)) {}
                ++(socket.readLine().startsWith("{\"id\":1,\"result\":{\"pid\":") ? answers : failed);
            }
        });
        int taken = 0;
        while (taken < 10 && m_lab->proxy.takeOver())
            ++taken;
        isOver = true;
        asker.join();
        QCOMPARE(taken, 10);
        QVERIFY(answers > 10);
        QCOMPARE(failed.load(), 0);
    }

    void aDrainedRuleStaysDrained()
    {
        QVERIFY(m_lab->proxy.call(u"drain"_s, QJsonObject{{u"rule"_s, u"rule-1"_s}}).contains(u"result"));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(m_lab->proxy.takeOver());
            QVERIFY(m_lab->connection().reply().startsWith("421"));
            QVERIFY(m_lab->relayLogin().isOpen());
        }
        QVERIFY(m_lab->proxy.call(u"drain"_s, QJsonObject{{u"draining"_s, false}}).contains(u"result"));
        QVERIFY(m_lab->login().isOpen());
    }

    void theLogGoesOn()
    {
        Wire old = m_lab->login();
        const QJsonArray before = m_lab->proxy.log();
        QVERIFY(m_lab->proxy.takeOver());
        // What the old one had kept is there, then the new one's own lines.
        const QJsonArray after = m_lab->proxy.log();
        QVERIFY(after.size() > before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            QCOMPARE(after.at(i), before.at(i));
        QVERIFY(after.last()[u"text"].toString().contains(u"has taken over from process"));
        for (qsizetype i = 1; i < after.size(); ++i)
            QCOMPARE(after.at(i)[u"serial"].toInteger(), after.at(i - 1)[u"serial"].toInteger() + 1);
        // And what happens to sessions of the older ones is told by the new one, once.
        Wire middle = m_lab->login();
        QVERIFY(m_lab->proxy.takeOver());
        QVERIFY(old.command("QUIT").startsWith("221"));
        old.close();
        QVERIFY(!m_lab->proxy.awaitLogText(u"The control connection was closed"_s).isEmpty());
        middle.close();
        QTRY_VERIFY(m_lab->predecessors().isEmpty());
        const QJsonArray last = m_lab->proxy.log();
        QCOMPARE(std::count_if(last.begin(), last.end(),
                     [](const QJsonValue &entry) {
                         return entry[u"session"].toInt() == 1
                             && entry[u"text"].toString().contains(u"connection was closed");
                     }),
            1);
    }

    void theOldProcessEndsAtItsDeadline()
    {
        Wire old = m_lab->login();
        QVERIFY(m_lab->proxy.takeOver({u"--takeover-deadline"_s, u"1"_s}));
        QVERIFY(old.reply().startsWith("421"));
        QCOMPARE(old.rest(), QByteArray());
        QVERIFY(m_lab->proxy.former(0).waitForFinished(10'000));
        QCOMPARE(m_lab->proxy.former(0).exitCode(), 0);
        QVERIFY(m_lab->login().isOpen());
    }

    void theOldProcessAnswersForItsSessionsAndTakesNoOrdersForTheRest()
    {
        Wire old = m_lab->login();
        const QString aside = m_lab->aside(m_lab->pid());
        QLocalSocket follower;
        follower.connectToServer(m_lab->proxy.control());
        follower.write("{\"id\":1,\"method\":\"log\",\"params\":{\"follow\":true}}\n");
        QVERIFY(follower.waitForReadyRead(10'000));
        QVERIFY(m_lab->proxy.takeOver());
        // Who follows the log begins anew, with the new process.
        QVERIFY(follower.state() == QLocalSocket::UnconnectedState || follower.waitForDisconnected(10'000));
        const auto ask = [&](const QByteArray &line) { return m_lab->say(aside, line); };
        QVERIFY(ask("{\"id\":1,\"method\":\"sessions\"}").contains("\"user\":\"ann\""));
        QVERIFY(ask("{\"id\":1,\"method\":\"configure\",\"params\":{\"format\":\"ferrygate-proxy\",\"version\":1,"
                    "\"generation\":\"x\",\"gateway\":\"gw\",\"rules\":[]}}")
                .contains("Another process has taken over"));
        QVERIFY(ask("{\"id\":1,\"method\":\"handover\",\"params\":{\"version\":1,\"control\":\"/x\"}}")
                .contains("Another process has taken over"));
        QVERIFY(ask("{\"id\":1,\"method\":\"kill\",\"params\":{\"session\":1}}").contains("\"result\""));
        QVERIFY(old.reply().startsWith("421"));
        QVERIFY(m_lab->proxy.former(0).waitForFinished(10'000));
    }

    void aThousandListenersArePassedOn()
    {
        const int control = freePorts(1);
        const int first = freePorts(40);
        const auto address = [](int i) { return u"127.0.4.%1"_s.arg(i); };
        QJsonArray wanted = m_lab->rules();
        for (int i = 1; i <= 25; ++i) {
            wanted.append(makeRule(control, m_lab->relayServer.port(), {{u"enabled"_s, false}},
                {{u"id"_s, u"many-%1"_s.arg(i)},
                    {u"listen"_s, QJsonObject{{u"address"_s, address(i)}, {u"port"_s, control}}},
                    {u"relayPorts"_s, QJsonArray{u"%1-%2"_s.arg(first).arg(first + 39)}}}));
        }
        QVERIFY(m_lab->proxy.configure(wanted).contains(u"result"));
        Wire held = m_lab->login();
        for (int i = 0; i < 3; ++i) {
            QVERIFY(m_lab->proxy.takeOver());
            for (int rule = 1; rule <= 25; ++rule) {
                QVERIFY(Wire::connect(address(rule), static_cast<std::uint16_t>(control)).reply().startsWith("220"));
                for (int port = first; port < first + 40; ++port)
                    QVERIFY(Wire::connect(address(rule), static_cast<std::uint16_t>(port)).isOpen());
            }
        }
        QVERIFY(held.command("NOOP").startsWith("200"));
        QVERIFY(m_lab->login().isOpen());
    }

    void aConfigurationOfItsOwnIsTakenInTheSameStep()
    {
        QFile file(m_lab->proxy.path(u"other.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const int added = freePorts(1);
        QJsonArray wanted = m_lab->rules();
        wanted.removeFirst();
        wanted.append(makeRule(added, m_lab->server.port(), {{u"enabled"_s, true}}, {{u"id"_s, u"added"_s}}));
        file.write(QJsonDocument(QJsonObject{{u"format"_s, u"ferrygate-proxy"_s}, {u"version"_s, 1},
                                     {u"generation"_s, u"other"_s}, {u"gateway"_s, u"gw-1"_s}, {u"rules"_s, wanted}})
                .toJson());
        file.close();
        Wire old = m_lab->login();
        QVERIFY(m_lab->proxy.takeOver({u"--config"_s, file.fileName()}));
        QCOMPARE(m_lab->status().value(u"generation").toString(), u"other"_s);
        // The control port that is not in it is closed with the takeover, also while the old process lives.
        QVERIFY(!m_lab->connection().isOpen());
        QVERIFY(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(added)).reply().startsWith("220"));
        QVERIFY(m_lab->fetch(old));
    }

private:
    std::unique_ptr<TakeoverLab> m_lab;
};

QTEST_GUILESS_MAIN(TestProxyTakeoverState)
#include "tst_proxy_takeover_state.moc"
