#include "app/backend/agents/AgentClient.h"
#include "app/pki/Authority.h"
#include "models/wire/RpcPeer.h"

#include <QSignalSpy>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

using namespace ferry;
using namespace ferry::backend;
using namespace Qt::Literals::StringLiterals;

namespace {

const SystemClock realClock;

ClientIdentity clientOf(const pki::Identity &authority)
{
    const auto issued = pki::issueClient(authority, u"Ann"_s, Role::Administrator);
    return {QSslCertificate(issued->certificatePem, QSsl::Pem), QSslKey(issued->keyPem, QSsl::Ec, QSsl::Pem),
        QSslCertificate::fromData(authority.certificatePem, QSsl::Pem)};
}

// The least that an agent is: mutual TLS 1.3, hello, and an answer to node.status.
class Responder : public QObject {
public:
    explicit Responder(const pki::Identity &authority, const QString &name = u"127.0.0.1"_s)
    {
        const auto own = pki::issueServer(authority, u"gw-1"_s, {name});
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setProtocol(QSsl::TlsV1_3OrLater);
        configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
        configuration.setCaCertificates(QSslCertificate::fromData(authority.certificatePem, QSsl::Pem));
        configuration.setLocalCertificate(QSslCertificate(own->certificatePem, QSsl::Pem));
        configuration.setPrivateKey(QSslKey(own->keyPem, QSsl::Ec, QSsl::Pem));
        server.setSslConfiguration(configuration);
        server.listen(QHostAddress::LocalHost);
        connect(&server, &QSslServer::pendingConnectionAvailable, this, [this] {
            auto *socket = server.nextPendingConnection();
            auto *peer = new RpcPeer(socket, realClock, frameCapAfterHello, socket);
            sockets.append(socket);
            ++connections;
            connect(peer, &RpcPeer::requestReceived, this, [this, peer](qint64 id, const QString &method) {
                methods.append(method);
                if (method == "hello"_L1) {
                    HelloReply hello;
                    hello.node = u"gw-1"_s;
                    peer->respond(id, toJson(hello));
                    peer->notify(notification::progress, toJson(ProgressNote{u"prepare"_s, u"Busy"_s}));
                } else if (method == "node.status"_L1 && answersStatus) {
                    NodeStatus status;
                    status.node = u"gw-1"_s;
                    peer->respond(id, toJson(status));
                }
            });
        });
    }
    [[nodiscard]] QString address() const { return u"127.0.0.1:%1"_s.arg(server.serverPort()); }

    QSslServer server;
    QList<QPointer<QTcpSocket>> sockets;
    QStringList methods;
    int connections = 0;
    bool answersStatus = true;
};

template <class T>
struct Answered {
    std::optional<AgentResult<T>> result;
    Answer<T> handler()
    {
        return [this](const AgentResult<T> &given) { result = given; };
    }
};

} // namespace

class TestAgentClient : public QObject {
    Q_OBJECT

    const pki::Identity m_authority = *pki::createAuthority(u"Test"_s);

private Q_SLOTS:
    void saysHelloBeforeAnythingElse()
    {
        Responder agent(m_authority);
        AgentPool pool(clientOf(m_authority), realClock);
        AgentChannel *channel = *pool.channel(agent.address());
        QSignalSpy progressed(channel, &AgentChannel::progressed);
        Answered<NodeStatus> status;
        channel->status(this, status.handler());
        QVERIFY(!status.result);
        QTRY_VERIFY(status.result);
        QVERIFY2(status.result->has_value(),
            qPrintable(status.result->has_value() ? QString() : status.result->error().error.text()));
        QCOMPARE((*status.result)->node, u"gw-1"_s);
        QCOMPARE(channel->nodeName(), u"gw-1"_s);
        QCOMPARE(channel->state(), AgentChannel::State::Online);
        QCOMPARE(agent.methods, (QStringList{u"hello"_s, u"node.status"_s}));
        QTRY_COMPARE(progressed.count(), 1);
        QCOMPARE(*pool.channel(agent.address()), channel);
    }

    void aForeignAuthorityIsRefused()
    {
        Responder agent(*pki::createAuthority(u"Someone else"_s));
        AgentPool pool(clientOf(m_authority), realClock);
        Answered<NodeStatus> status;
        (*pool.channel(agent.address()))->status(this, status.handler());
        QTRY_VERIFY(status.result);
        QVERIFY(!*status.result);
        QCOMPARE(status.result->error().error.code, ErrorCode::Unreachable);
        QVERIFY(status.result->error().error.why.contains("certificate"_L1));
        QVERIFY(agent.methods.isEmpty());
    }

    void aCertificateForAnotherAddressIsRefused()
    {
        Responder agent(m_authority, u"198.51.100.7"_s);
        AgentPool pool(clientOf(m_authority), realClock);
        Answered<NodeStatus> status;
        (*pool.channel(agent.address()))->status(this, status.handler());
        QTRY_VERIFY(status.result);
        QVERIFY(!*status.result);
        QVERIFY(agent.methods.isEmpty());
    }

    void nobodyThereIsUnreachable()
    {
        QString address;
        {
            Responder gone(m_authority);
            address = gone.address();
        }
        AgentPool pool(clientOf(m_authority), realClock);
        Answered<NodeStatus> status;
        (*pool.channel(address))->status(this, status.handler());
        QVERIFY(!status.result);
        QTRY_VERIFY(status.result);
        QVERIFY(!*status.result);
        QCOMPARE(status.result->error().error.code, ErrorCode::Unreachable);
        QCOMPARE(status.result->error().error.subject, address);
    }

    void aLossAnswersWhatIsOpenAndTheNextRequestConnectsAgain()
    {
        Responder agent(m_authority);
        agent.answersStatus = false;
        AgentPool pool(clientOf(m_authority), realClock);
        AgentChannel *channel = *pool.channel(agent.address());
        Answered<NodeStatus> status;
        channel->status(this, status.handler());
        QTRY_VERIFY(agent.methods.contains(u"node.status"_s));
        agent.sockets.first()->abort();
        QTRY_VERIFY(status.result);
        QVERIFY(!*status.result);
        QCOMPARE(channel->state(), AgentChannel::State::Offline);

        agent.answersStatus = true;
        Answered<NodeStatus> again;
        channel->status(this, again.handler());
        QTRY_VERIFY(again.result && *again.result);
        QCOMPARE(agent.connections, 2);
    }

    void keepsConnectedByItself()
    {
        Responder agent(m_authority);
        AgentPool pool(clientOf(m_authority), realClock);
        AgentChannel *channel = *pool.channel(agent.address());
        channel->keepConnected();
        QTRY_COMPARE(channel->state(), AgentChannel::State::Online);
        agent.sockets.first()->abort();
        QTRY_COMPARE(agent.connections, 2);
        QTRY_COMPARE(channel->state(), AgentChannel::State::Online);
    }

    void anAddressThatIsNoneIsSaid()
    {
        AgentPool pool(clientOf(m_authority), realClock);
        QVERIFY(!pool.channel(u"not an address"_s));
    }
};

QTEST_GUILESS_MAIN(TestAgentClient)
#include "tst_agentclient.moc"
