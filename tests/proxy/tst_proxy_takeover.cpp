#include "tests/proxy/harness/TakeoverLab.h"

#include <QFile>
#include <QTest>

#include <atomic>

using namespace Qt::Literals::StringLiterals;

/// The program is replaced while it runs: nobody who uses it may notice.
class TestProxyTakeover : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_lab = std::make_unique<TakeoverLab>();
        QVERIFY(m_lab->start());
    }
    void cleanup() { m_lab.reset(); }

    void sessionsGoOnWhereTheyAreAndNewOnesBeginInTheNewProcess()
    {
        Wire old = m_lab->login();
        const std::uint16_t waiting = announcedPort(old.command("EPSV"));
        QVERIFY(waiting != 0);
        const qint64 before = m_lab->pid();
        QVERIFY(m_lab->proxy.takeOver());
        QVERIFY(m_lab->pid() != before);
        QVERIFY(m_lab->fetch(old, m_lab->data(waiting)));
        Wire later = m_lab->login();
        QVERIFY(m_lab->fetch(later));
        QVERIFY(m_lab->fetch(old));
        QCOMPARE(m_lab->proxy.sessions().size(), 1);
        // Numbers of sessions are not used twice.
        QVERIFY(m_lab->proxy.sessions().at(0).toObject().value(u"id").toInteger() > 1);

        const QString aside = m_lab->aside(before);
        const QJsonArray predecessors = m_lab->predecessors();
        QCOMPARE(predecessors.size(), 1);
        QCOMPARE(predecessors.at(0).toObject().value(u"control").toString(), aside);
        QCOMPARE(predecessors.at(0).toObject().value(u"pid").toInteger(), before);
        QVERIFY(QFile::exists(aside));
        QVERIFY(old.command("QUIT").startsWith("221"));
        old.close();
        QVERIFY(m_lab->proxy.former(0).waitForFinished(10'000));
        QCOMPARE(m_lab->proxy.former(0).exitCode(), 0);
        QVERIFY(!QFile::exists(aside));
        QTRY_VERIFY(m_lab->predecessors().isEmpty());
        QVERIFY(later.command("NOOP").startsWith("200"));
    }

    void relayPortsServeTheSessionsOfEveryProcess()
    {
        std::vector<Wire> sessions;
        const auto source = [](std::size_t i) { return u"127.0.0.%1"_s.arg(11 + i); };
        for (std::size_t i = 0; i < 4; ++i) {
            sessions.push_back(m_lab->relayLogin(source(i)));
            QVERIFY(sessions.back().isOpen());
            if (i < 3)
                QVERIFY(m_lab->proxy.takeOver());
        }
        QCOMPARE(m_lab->predecessors().size(), 3);
        for (int round = 0; round < 3; ++round) {
            for (std::size_t i = 0; i < sessions.size(); ++i)
                QVERIFY2(m_lab->fetch(sessions[i], source(i)), qPrintable(source(i)));
        }
        bool wasReset = false;
        QCOMPARE(m_lab->data(m_lab->relayed, u"127.0.0.99"_s).rest(&wasReset), QByteArray());
        QVERIFY(wasReset);
        QVERIFY(!m_lab->proxy.awaitLogText(u"No session of this client may use relay port"_s).isEmpty());

        // The one in the middle ends first; those around it are still found.
        sessions[1].close();
        QVERIFY(m_lab->proxy.former(1).waitForFinished(10'000));
        for (const std::size_t i : {std::size_t{0}, std::size_t{2}, std::size_t{3}})
            QVERIFY2(m_lab->fetch(sessions[i], source(i)), qPrintable(source(i)));
        // Also when the rule is gone, and no session of the process that accepts needs its ports.
        sessions[3].close();
        QVERIFY(m_lab->proxy.awaitSessions(0));
        QVERIFY(m_lab->proxy.configure({}).contains(u"result"));
        for (const std::size_t i : {std::size_t{0}, std::size_t{2}})
            QVERIFY2(m_lab->fetch(sessions[i], source(i)), qPrintable(source(i)));
        sessions.clear();
        QVERIFY(m_lab->proxy.former(0).waitForFinished(10'000));
        QVERIFY(m_lab->proxy.former(2).waitForFinished(10'000));
        QTRY_VERIFY(!m_lab->data(m_lab->relayed).isOpen());
    }

    void aDataConnectionBelongsToItsSessionAlsoWhereNoneIsAskedFor()
    {
        QJsonArray wanted = m_lab->rules();
        QJsonObject relay = wanted.takeAt(1).toObject();
        relay[u"filter"] = QJsonObject{{u"enabled"_s, false}, {u"sameClientAddress"_s, false}};
        wanted.append(relay);
        QVERIFY(m_lab->proxy.configure(wanted).contains(u"result"));
        Wire old = m_lab->relayLogin();
        const QString aside = m_lab->aside(m_lab->pid());
        QVERIFY(m_lab->proxy.takeOver());
        QVERIFY(m_lab->fetch(old));
        // Its activity keeps the session from being idle.
        const auto moved = [&] { return m_lab->ask(aside, "sessions")[0][u"bytesDown"].toInteger(); };
        QTRY_VERIFY(moved() >= m_lab->content.size());
        QVERIFY(m_lab->fetch(old, u"127.0.0.99"_s));
    }

    void transfersThatRunGoOn()
    {
        Wire passive = m_lab->login();
        Wire passiveData = m_lab->data(announcedPort(passive.command("EPSV")));
        QVERIFY(passive.command("STOR f").startsWith("150"));
        Wire relayed = m_lab->relayLogin(u"127.0.0.12"_s);
        Wire relayedData = m_lab->data(announcedPort(relayed.command("EPSV")), u"127.0.0.12"_s);
        QVERIFY(relayed.command("STOR f").startsWith("150"));
        QByteArray sent;
        for (int i = 0; i < 5; ++i) {
            const QByteArray piece = numbered(100'000 + i);
            QVERIFY(passiveData.send(piece));
            QVERIFY(relayedData.send(piece));
            sent += piece;
            QVERIFY(m_lab->proxy.takeOver());
        }
        passiveData.close();
        relayedData.close();
        QVERIFY(passive.reply().startsWith("226"));
        QVERIFY(relayed.reply().startsWith("226"));
        QVERIFY(m_lab->server.stored() == sent);
        QVERIFY(m_lab->relayServer.stored() == sent);
        // All five began with nothing but the first process' two sessions.
        passive.close();
        relayed.close();
        QVERIFY(m_lab->proxy.former(0).waitForFinished(10'000));
        QTRY_VERIFY(m_lab->predecessors().isEmpty());
    }

    void nobodyNoticesManyInARow()
    {
        std::atomic<bool> isOver = false;
        std::atomic<int> fetched = 0;
        std::atomic<int> failed = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < 6; ++i) {
            clients.emplace_back([&, i] {
                const QString source = u"127.0.0.%1"_s.arg(20 + i);
                for (int j = 0; !isOver; ++j) {
                    Wire session = i < 3 ? m_lab->relayLogin(source) : m_lab->login(source);
                    bool isWell = session.isOpen();
                    for (int k = 0; k < j % 4 && isWell; ++k)
                        isWell = m_lab->fetch(session, source);
                    if (isWell)
                        isWell = session.command("QUIT").startsWith("221");
                    ++(isWell ? fetched : failed);
                }
            });
        }
        constexpr int takeovers = 20;
        int taken = 0;
        for (; taken < takeovers; ++taken) {
            const int seen = fetched;
            if (!m_lab->proxy.takeOver())
                break;
            while (fetched < seen + 6 && failed == 0)
                std::this_thread::yield();
        }
        isOver = true;
        for (std::thread &client : clients)
            client.join();
        qInfo("%d takeovers, %d sessions, %d failed", taken, fetched.load(), failed.load());
        QCOMPARE(taken, takeovers);
        QCOMPARE(failed.load(), 0);
        for (std::size_t i = 0; i < takeovers; ++i)
            QVERIFY(m_lab->proxy.former(i).state() == QProcess::NotRunning
                || m_lab->proxy.former(i).waitForFinished(10'000));
    }

private:
    std::unique_ptr<TakeoverLab> m_lab;
};

QTEST_GUILESS_MAIN(TestProxyTakeover)
#include "tst_proxy_takeover.moc"
