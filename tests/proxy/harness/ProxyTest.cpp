#include "tests/proxy/harness/ProxyTest.h"

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
    const QJsonObject reply = m_proxy->configure({rule(filter, more)});
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

QJsonObject TlsProxyTest::certificate() const
{
    return {{u"certificate"_s, QJsonObject{{u"chain"_s, m_certificate.chain()}, {u"key"_s, m_certificate.key()}}}};
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
