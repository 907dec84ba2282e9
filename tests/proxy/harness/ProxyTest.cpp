#include "tests/proxy/harness/ProxyTest.h"

#include <QDeadlineTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

void ProxyTest::init()
{
    m_server = std::make_unique<StubServer>();
    m_proxy = std::make_unique<ProxyProcess>();
    m_port = freePorts(1);
    QVERIFY(m_proxy->start());
}

void ProxyTest::cleanup()
{
    m_proxy.reset();
    m_server.reset();
}

void ProxyTest::publish(const QJsonObject &filter, const QJsonObject &more)
{
    configure(rule(filter, more));
}

void ProxyTest::configure(const QJsonObject &rule)
{
    const QJsonObject reply = m_proxy->configure({rule});
    QVERIFY2(reply.contains(u"result"), qPrintable(reply.value(u"error").toObject().value(u"message").toString()));
}

QJsonObject ProxyTest::rule(QJsonObject filter, const QJsonObject &more) const
{
    if (!filter.contains(u"enabled"))
        filter.insert(u"enabled"_s, true);
    return makeRule(m_port, m_server->port(), filter, more);
}

Wire ProxyTest::connect(const QString &source) const
{
    return Wire::connect(u"127.0.0.2"_s, static_cast<std::uint16_t>(m_port), source);
}

Wire ProxyTest::openData(Wire &client, const QByteArray &command, int receiveBuffer)
{
    return Wire::connect(u"127.0.0.2"_s, announcedPort(client.command(command)), {}, receiveBuffer);
}

QJsonObject ProxyTest::metrics() const
{
    const QJsonObject result = m_proxy->call(u"metrics"_s).value(u"result").toObject();
    return result.value(u"rules").toArray().at(0).toObject();
}

bool ProxyTest::awaitCount(const QString &name, const QString &of, qint64 wanted) const
{
    const QDeadlineTimer end(10'000);
    while (count(name, of) != wanted) {
        if (end.hasExpired())
            return false;
    }
    return true;
}

void TlsProxyTest::initTestCase()
{
    QVERIFY(m_certificate.isValid());
    QVERIFY(m_serverCertificate.isValid());
}

void TlsProxyTest::init()
{
    ProxyTest::init();
    m_server->setTls(m_serverCertificate.serverTls());
}

void TlsProxyTest::terminate(const QJsonObject &filter, const QJsonObject &server)
{
    configure(terminatingRule(filter, m_certificate.chain(), m_certificate.key(), server));
}

QJsonObject TlsProxyTest::terminatingRule(
    QJsonObject filter, const QString &chain, const QString &key, QJsonObject server) const
{
    filter.insert(u"authTls"_s, u"terminate"_s);
    server.insert(u"address"_s, u"127.0.0.3"_s);
    server.insert(u"port"_s, m_server->port());
    return rule(filter, {{u"server"_s, server}, {u"certificate"_s, QJsonObject{{u"chain"_s, chain}, {u"key"_s, key}}}});
}

Wire TlsProxyTest::secured() const
{
    Wire client = connect();
    if (!client.reply().startsWith("220") || !client.command("AUTH TLS").startsWith("234")
        || !client.startTls(clientTls()))
        client.close();
    return client;
}

Wire TlsProxyTest::securedLogin(const QByteArray &protection) const
{
    Wire client = secured();
    if (!sayLogin(client) || !client.command("PBSZ 0").startsWith("200")
        || !client.command("PROT " + protection).startsWith("200"))
        client.close();
    return client;
}
