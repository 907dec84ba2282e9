#include "tests/proxy/harness/ProxyProcess.h"
#include "tests/proxy/harness/StubServer.h"
#include "tests/proxy/harness/Talk.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// A change of the configuration leaves open sessions and transfers as they are, also where a port gets another use.
class TestProxyReload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_proxy = std::make_unique<ProxyProcess>();
        m_port = freePorts(1);
        // The stub's data port is the one that the gateway has, so that it can be a relay port as well.
        m_data = freePorts(1);
        m_server = std::make_unique<StubServer>(u"127.0.0.3"_s, static_cast<std::uint16_t>(m_data));
        m_server->setFile(QByteArray(1'000'000, 'f'));
        QVERIFY(m_proxy->start());
    }

    void cleanup()
    {
        m_proxy.reset();
        m_server.reset();
    }

    void aPortThatBecomesARelayPortStaysADataPortOfOpenSessions()
    {
        QVERIFY(publish(Use::Data));
        Wire session = login();
        QVERIFY(session.command("EPSV").startsWith("229"));
        QVERIFY(publish(Use::Relay));
        // The port that waited when the configuration changed, and one that is asked for later.
        for (int i = 0; i < 3; ++i) {
            QVERIFY(fetches(session, dataConnection()));
            const QByteArray reply = session.command("EPSV");
            QVERIFY2(reply.startsWith("229"), reply.constData());
        }
        // A new session has it as a relay port; the connection goes to whoever has asked for it.
        QVERIFY(fetches(session, dataConnection()));
        Wire later = login();
        QVERIFY(later.command("EPSV").startsWith("229"));
        QVERIFY(fetches(later, dataConnection()));
    }

    void aPortThatBecomesADataPortStaysARelayPortOfOpenSessions()
    {
        QVERIFY(publish(Use::Relay));
        Wire session = login();
        QVERIFY(publish(Use::Data));
        Wire later = login();
        for (int i = 0; i < 2; ++i) {
            const QByteArray reply = later.command("EPSV");
            QVERIFY2(reply.startsWith("229"), reply.constData());
            QVERIFY(fetches(later, dataConnection()));
            QVERIFY(session.command("EPSV").startsWith("229"));
            QVERIFY(fetches(session, dataConnection()));
        }
        // The old session may go while the new one waits at the port that it has kept open.
        QVERIFY(later.command("EPSV").startsWith("229"));
        QVERIFY(session.command("QUIT").startsWith("221"));
        session.close();
        QVERIFY(m_proxy->awaitSessions(1));
        QVERIFY(fetches(later, dataConnection()));
        QVERIFY(later.command("EPSV").startsWith("229"));
        QVERIFY(fetches(later, dataConnection()));
    }

    void aSharedPortIsClosedForStrangers()
    {
        QVERIFY(publish(Use::Data));
        Wire session = login();
        QVERIFY(session.command("EPSV").startsWith("229"));
        QVERIFY(publish(Use::Relay));
        bool wasReset = false;
        QCOMPARE(dataConnection(u"127.0.0.9"_s).rest(&wasReset), QByteArray());
        QVERIFY(wasReset);
        QVERIFY(fetches(session, dataConnection()));
        // And for the client as well, when nobody waits and no session has it as a relay port.
        QCOMPARE(dataConnection().rest(&wasReset), QByteArray());
        QVERIFY(wasReset);
    }

    void aHandOverGivesTheRelayPortsToAnotherProgram()
    {
        QVERIFY(publish(Use::Relay));
        Wire session = login();
        QVERIFY(session.command("EPSV").startsWith("229"));
        Wire data = dataConnection();
        QVERIFY(session.command("STOR g").startsWith("150"));
        QVERIFY(m_proxy->configure({}).contains(u"result"));
        QTcpServer other;
        QVERIFY(!other.listen(QHostAddress(u"127.0.0.2"_s), static_cast<quint16>(m_data)));

        const QJsonObject handOver{{u"format"_s, u"ferrygate-proxy"_s}, {u"version"_s, 1}, {u"generation"_s, u"g"_s},
            {u"gateway"_s, u"gw"_s}, {u"handsOver"_s, true}, {u"rules"_s, QJsonArray()}};
        QVERIFY(m_proxy->call(u"configure"_s, handOver).contains(u"result"));
        QVERIFY(other.listen(QHostAddress(u"127.0.0.2"_s), static_cast<quint16>(m_data)));
        QVERIFY(data.send("what was begun is finished"));
        data.close();
        QVERIFY(session.reply().startsWith("226"));
        QCOMPARE(m_server->stored(), QByteArray("what was begun is finished"));
        QVERIFY(session.command("NOOP").startsWith("200"));
    }

    void aRefusedChangeLeavesAWaitingPortAlone()
    {
        QVERIFY(publish(Use::Data));
        Wire session = login();
        QVERIFY(session.command("EPSV").startsWith("229"));
        Ear taken = Ear::open(u"127.0.0.2"_s);
        const QJsonObject refused = m_proxy->configure({rule(Use::Relay),
            makeRule(taken.port, m_server->port(), {{u"enabled"_s, false}}, {{u"id"_s, u"other"_s}})});
        taken.close();
        QVERIFY(refused.contains(u"error"));
        QVERIFY(fetches(session, dataConnection()));
    }

    void transfersGoOnThroughEveryChange()
    {
        QVERIFY(publish(Use::Data));
        Wire session = login();
        QVERIFY(session.command("EPSV").startsWith("229"));
        Wire data = dataConnection();
        QVERIFY(session.command("STOR g").startsWith("150"));
        QByteArray sent;
        for (const Use use : {Use::Relay, Use::Data, Use::None, Use::Relay, Use::Data}) {
            QVERIFY(publish(use));
            const QByteArray piece = QByteArray::number(sent.size()).repeated(10'000);
            QVERIFY(data.send(piece));
            sent += piece;
        }
        data.close();
        QVERIFY(session.reply().startsWith("226"));
        QVERIFY(m_server->stored() == sent);
    }

private:
    enum class Use { Data, Relay, None };

    QJsonObject rule(Use use) const
    {
        const QJsonArray port{QString::number(m_data)};
        const QString purpose = use == Use::Relay ? u"relayPorts"_s : u"dataPorts"_s;
        return makeRule(m_port, m_server->port(), {{u"enabled"_s, use != Use::Relay}},
            use == Use::None ? QJsonObject() : QJsonObject{{purpose, port}});
    }

    [[nodiscard]] bool publish(Use use) { return m_proxy->configure({rule(use)}).contains(u"result"); }

    Wire login() const { return logIn(Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(m_port))); }

    Wire dataConnection(const QString &source = {}) const
    {
        return Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(m_data), source);
    }

    static bool fetches(Wire &session, Wire data)
    {
        return data.isOpen() && session.command("RETR f").startsWith("150") && data.rest() == QByteArray(1'000'000, 'f')
            && session.reply().startsWith("226");
    }

    std::unique_ptr<StubServer> m_server;
    std::unique_ptr<ProxyProcess> m_proxy;
    int m_port = 0;
    int m_data = 0;
};

QTEST_GUILESS_MAIN(TestProxyReload)
#include "tst_proxy_reload.moc"
