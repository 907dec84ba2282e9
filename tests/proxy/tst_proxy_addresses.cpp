#include "app/proxy/control/DataAddress.h"
#include "app/proxy/net/IpAddress.h"
#include "app/proxy/net/PortSet.h"

#include <QTest>

using namespace ferry::proxy;

namespace {

std::string text(const std::optional<Endpoint> &endpoint)
{
    return endpoint ? endpoint->toString() : "none";
}

std::string text(const std::optional<std::uint16_t> &port)
{
    return port ? std::to_string(*port) : "none";
}

} // namespace

class TestProxyAddresses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passiveRepliesAreRead()
    {
        QCOMPARE(text(parsePassiveReply("Entering Passive Mode (127,0,0,3,19,136).")), "127.0.0.3:5000");
        QCOMPARE(text(parsePassiveReply("Entering Passive Mode 127,0,0,3,19,136")), "127.0.0.3:5000");
        QCOMPARE(text(parsePassiveReply("=127,0,0,3,19,136")), "127.0.0.3:5000");
        QCOMPARE(text(parsePassiveReply("mode 1 of 2 (10,1,2,3,0,21)")), "10.1.2.3:21");
        for (const std::string_view bad : {"", "Entering", "(127,0,0,3,19)", "(256,0,0,3,19,136)", "(127,0,0,3,0,0)",
                 "(127,0,0,3,19,256)", "(127.0.0.3,19,136)", "(99999999999,0,0,3,19,1)"})
            QCOMPARE(text(parsePassiveReply(bad)), "none");
    }

    void extendedPassiveRepliesAreRead()
    {
        QCOMPARE(text(parseExtendedPassiveReply("Entering Extended Passive Mode (|||5000|)")), "5000");
        QCOMPARE(text(parseExtendedPassiveReply("ok (!!!65535!).")), "65535");
        for (const std::string_view bad : {"", "(", "(|||", "(|||5000)", "(|||5000|", "(||5000|)", "(|||0|)",
                 "(|||65536|)", "(|1|10.0.0.1|5000|)", "(1115000 1)", "(|||-1|)", "(|!|5000|)"})
            QCOMPARE(text(parseExtendedPassiveReply(bad)), "none");
    }

    void portArgumentsAreReadToTheLastCharacter()
    {
        QCOMPARE(text(parsePortArgument("127,0,0,1,4,1")), "127.0.0.1:1025");
        for (const std::string_view bad : {"", "127,0,0,1,4", "127,0,0,1,4,1,", "127,0,0,1,4,1 x", "x127,0,0,1,4,1",
                 " 127,0,0,1,4,1", "127,0,0,1,0,0", "300,0,0,1,4,1"})
            QCOMPARE(text(parsePortArgument(bad)), "none");
    }

    void extendedPortArgumentsAreReadToTheLastCharacter()
    {
        QCOMPARE(text(parseExtendedPortArgument("|1|132.235.1.2|6275|")), "132.235.1.2:6275");
        QCOMPARE(text(parseExtendedPortArgument("|2|1080::8:800:200C:417A|5282|")), "[1080::8:800:200c:417a]:5282");
        for (const std::string_view bad : {"", "|", "|1|", "|1|132.235.1.2|6275", "|1|132.235.1.2||",
                 "|2|132.235.1.2|6275|", "|1|::1|6275|", "|3|132.235.1.2|6275|", "|1|132.235.1.2|6275|x",
                 "|1|132.235.1.2|65536|", "|1|host|21|", "|2|::ffff:127.0.0.1|2000|"})
            QCOMPARE(text(parseExtendedPortArgument(bad)), "none");
    }

    void argumentsAreWrittenAsTheyAreRead()
    {
        const Endpoint v4{*IpAddress::parse("192.0.2.7"), 50001};
        const Endpoint v6{*IpAddress::parse("2001:db8::7"), 50001};
        QCOMPARE(formatPortArgument(v4), "192,0,2,7,195,81");
        QCOMPARE(text(parsePortArgument(formatPortArgument(v4))), v4.toString());
        QCOMPARE(text(parseExtendedPortArgument(formatExtendedPortArgument(v4))), v4.toString());
        QCOMPARE(text(parseExtendedPortArgument(formatExtendedPortArgument(v6))), v6.toString());
    }

    void aMappedPeerIsTheIPv4Peer()
    {
        QCOMPARE(IpAddress::parse("::ffff:127.0.0.1")->toString(), "127.0.0.1");
        QVERIFY(*IpAddress::parse("::ffff:127.0.0.1") == *IpAddress::parse("127.0.0.1"));
        for (const std::string_view bad : {"", "1.2.3", "01.2.3.4", "1.2.3.4 ", "host", "::1%lo", "1.2.3.256"})
            QVERIFY2(!IpAddress::parse(bad), std::string(bad).c_str());
    }

    void networksHoldTheirAddresses()
    {
        const Network block = *Network::parse("198.51.100.0/24");
        QVERIFY(block.contains(*IpAddress::parse("198.51.100.255")));
        QVERIFY(!block.contains(*IpAddress::parse("198.51.101.0")));
        QVERIFY(Network::parse("0.0.0.0/0")->contains(*IpAddress::parse("203.0.113.9")));
        QVERIFY(!Network::parse("0.0.0.0/0")->contains(*IpAddress::parse("::1")));
        QVERIFY(!Network::parse("::/0")->contains(*IpAddress::parse("203.0.113.9")));
        QVERIFY(Network::parse("2001:db8::/33")->contains(*IpAddress::parse("2001:db8:7fff::1")));
        QVERIFY(!Network::parse("2001:db8::/33")->contains(*IpAddress::parse("2001:db8:8000::1")));
        QVERIFY(Network::parse("203.0.113.9")->contains(*IpAddress::parse("203.0.113.9")));
        for (const std::string_view bad : {"", "198.51.100.1/24", "198.51.100.0/33", "198.51.100.0/", "198.51.100.0/-1",
                 "198.51.100.0/2x", "any", "::/129"})
            QVERIFY2(!Network::parse(bad), std::string(bad).c_str());
    }

    void portRangesAreRead()
    {
        QVERIFY(*PortRange::parse("21") == (PortRange{21, 21}));
        QVERIFY(*PortRange::parse("5000-5003") == (PortRange{5000, 5003}));
        for (const std::string_view bad :
            {"", "0", "65536", "5003-5000", "5000-", "-5003", "5000-5001-5002", "x", " 21", "+21"})
            QVERIFY2(!PortRange::parse(bad), std::string(bad).c_str());
    }

    void portSetsCountTheirPorts()
    {
        PortSet ports;
        ports.add({5000, 5003});
        ports.add({6000, 6000});
        QCOMPARE(ports.size(), 5U);
        QCOMPARE(ports.at(0), std::uint16_t(5000));
        QCOMPARE(ports.at(4), std::uint16_t(6000));
        QVERIFY(ports.contains(5002) && !ports.contains(5004));
    }
};

QTEST_APPLESS_MAIN(TestProxyAddresses)
#include "tst_proxy_addresses.moc"
