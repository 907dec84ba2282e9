#include "tests/proxy/harness/FourHostsTest.h"

#include "tests/support/Prerequisite.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;

namespace {

constexpr std::uint16_t controlPort = 21;

} // namespace

void FourHostsTest::initTestCase()
{
    const Result<> built = m_isApart.and_then([this] { return buildNetwork(); });
    if (!built && !isSetUp())
        QSKIP(qPrintable(built.error().text()));
    QVERIFY2(built.has_value(), built ? "" : qPrintable(built.error().text()));
    QVERIFY(m_certificate.isValid());
}

void FourHostsTest::init()
{
    m_server = m_serverHost->run([this] { return std::make_unique<StubServer>(m_serverHost->v4()); });
    m_server->setFile(content());
    m_proxy = std::make_unique<ProxyProcess>();
    QVERIFY(m_gateway->run([this] { return m_proxy->start(); }));
}

void FourHostsTest::cleanup()
{
    m_proxy.reset();
    m_server.reset();
    for (const auto &counter : {&m_atClient, &m_atServer, &m_atStranger}) {
        if (*counter)
            (void)(*counter)->taken();
    }
}

Result<> FourHostsTest::buildNetwork()
{
    Result<NetworkLab> lab = NetworkLab::create();
    if (!lab)
        return failure(lab.error());
    m_lab = std::move(*lab);
    const auto add = [this](std::optional<Host> &to, const QString &name, const QString &number) -> Result<> {
        return m_lab->addHost(name, u"203.0.113."_s + number, u"2001:db8::"_s + number).map([&](Host &&host) {
            to = std::move(host);
        });
    };
    const auto count = [](std::optional<SynCounter> &to, const Host &at) -> Result<> {
        return SynCounter::create(at).map([&](SynCounter &&counter) { to = std::move(counter); });
    };
    return add(m_client, u"client"_s, u"10"_s)
        .and_then([&] { return add(m_gateway, u"gateway"_s, u"1"_s); })
        .and_then([&] { return add(m_serverHost, u"server"_s, u"20"_s); })
        .and_then([&] { return add(m_stranger, u"stranger"_s, u"30"_s); })
        .and_then([&] { return count(m_atClient, *m_client); })
        .and_then([&] { return count(m_atServer, *m_serverHost); })
        .and_then([&] { return count(m_atStranger, *m_stranger); });
}

void FourHostsTest::publish(QJsonObject filter)
{
    filter.insert(u"enabled"_s, true);
    QJsonArray rules;
    for (const bool isSix : {false, true}) {
        const QJsonObject more{{u"id"_s, isSix ? u"six"_s : u"four"_s},
            {u"listen"_s, QJsonObject{{u"address"_s, address(*m_gateway, isSix)}, {u"port"_s, controlPort}}},
            {u"server"_s, QJsonObject{{u"address"_s, m_serverHost->v4()}, {u"port"_s, m_server->port()}}},
            {u"certificate"_s, QJsonObject{{u"chain"_s, m_certificate.chain()}, {u"key"_s, m_certificate.key()}}}};
        rules << makeRule(0, 0, filter, more);
    }
    const QJsonObject reply = m_proxy->configure(rules);
    QVERIFY2(reply.contains(u"result"), qPrintable(reply.value(u"error").toObject().value(u"message").toString()));
}

Wire FourHostsTest::login(bool isSix, bool isTls) const
{
    Wire client = connect(*m_client, address(*m_gateway, isSix), controlPort);
    const bool isGreeted = client.reply().startsWith("220");
    const bool isReady =
        isGreeted && (!isTls || (client.command("AUTH TLS").startsWith("234") && client.startTls(clientTls())));
    if (!isReady || !sayLogin(client))
        client.close();
    return client;
}

void FourHostsTest::leave(Wire &client)
{
    QVERIFY(client.command("QUIT").startsWith("221"));
    client.close();
    QVERIFY(m_proxy->awaitSessions(0));
}

Wire FourHostsTest::connect(const Host &from, const QString &to, std::uint16_t port)
{
    return from.run([&] { return Wire::connect(to, port); });
}

QString FourHostsTest::call(const Host &from, const QString &to, std::uint16_t port)
{
    const bool isSix = to.contains(u':');
    return address(from, isSix) + u" to "_s + (isSix ? u'[' + to + u']' : to) + u':' + QString::number(port);
}

// The gateway calls once more now, which has to be seen last: then everything before was seen too.
QStringList FourHostsTest::calls(const Host &host, SynCounter &counter) const
{
    (void)connect(*m_gateway, host.v4(), 1);
    QStringList seen = counter.taken();
    if (!seen.endsWith(call(*m_gateway, host.v4(), 1)))
        return {u"the counter does not count, it saw: "_s + seen.join(u", "_s)};
    seen.removeLast();
    return seen;
}

QByteArray FourHostsTest::sixNumbers(const QString &address, std::uint16_t port)
{
    return address.toLatin1().replace('.', ',') + ',' + QByteArray::number(port >> 8) + ','
        + QByteArray::number(port & 255);
}
