#include "app/proxy/config/ConfigReader.h"

#include <QTest>

using namespace ferry::proxy;

namespace {

QByteArray document(const QByteArray &rules, const QByteArray &more = {})
{
    return R"({"format":"ferrygate-proxy","version":1,"generation":"a1","gateway":"gw-1",)" + more + R"("rules":[)"
        + rules + "]}";
}

QByteArray rule(const QByteArray &more = {}, const QByteArray &id = "r")
{
    return R"({"id":")" + id
        + R"(","listen":{"address":"127.0.0.2","port":21},"server":{"address":"127.0.0.3","port":21})"
        + (more.isEmpty() ? QByteArray() : "," + more) + "}";
}

Result<Configuration> read(const QByteArray &json)
{
    return readConfiguration(std::string_view(json.constData(), static_cast<std::size_t>(json.size())));
}

} // namespace

class TestProxyConfig : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeConfigurationIsRead()
    {
        const auto configuration =
            read(document(rule(R"("name":"Partner","from":["198.51.100.0/24"],"relayPorts":["5000-5003","5010"],
            "dataPorts":["49152-65535"],"externalAddress":"203.0.113.1","log":false,
            "clientAddresses":[{"clients":"10.0.0.0/8","address":"10.0.0.1"}],
            "filter":{"enabled":true,"authTls":"pass","upstreamTls":"clear","clearCommandChannel":true,"commands":{"preset":"custom","allow":["STOR","RETR"],"deny":["SITE CHMOD"]},
            "dataModes":{"passive":true,"active":true},"rewriteAddress":false,"sameClientAddress":false,"maxLineBytes":512,"idleSeconds":5,
            "loginSeconds":6,"maxSessions":7,"maxSessionsPerClient":8,"banner":"hello",
            "dataSeconds":9,"maxSessionsPerNetwork":10,"networkPrefix4":11,"networkPrefix6":120})"),
                R"("sourceAddress":"127.0.0.2",)"));
        QVERIFY2(configuration, configuration ? "" : configuration.error().message.c_str());
        const Rule &read = configuration->rules.at(0);
        QCOMPARE(read.name, "Partner");
        QCOMPARE(read.relayPorts.size(), 5U);
        QCOMPARE(read.externalAddress->toString(), "203.0.113.1");
        QCOMPARE(read.clientAddresses.at(0).address.toString(), "10.0.0.1");
        QVERIFY(read.filter.authTls.clearCommandChannel);
        QCOMPARE(read.source.toString(), "127.0.0.2");
        QVERIFY(!read.log && read.inspects());
        QVERIFY(read.filter.authTls.handling == AuthTls::Pass);
        QCOMPARE(read.filter.commandPolicy.allow.front(), "RETR");
        QVERIFY(read.filter.dataModes.active && !read.filter.addressRewrite.enabled
            && !read.filter.dataPeers.sameClientAddress);
        QCOMPARE(read.filter.limits.lineBytes, 512U);
        QCOMPARE(read.filter.limits.sessionsPerClient, 8U);
        QCOMPARE(read.filter.limits.data.count(), 9);
        QCOMPARE(read.filter.limits.sessionsPerNetwork, 10U);
        QVERIFY((read.filter.limits.network == NetworkSize{11, 120}));
        QCOMPARE(read.filter.banner.text, "hello");
    }

    void defaultsAreThoseOfTheDesign()
    {
        const auto configuration = read(document(rule()));
        QVERIFY(configuration);
        const Rule &read = configuration->rules.at(0);
        QVERIFY(
            !read.inspects() && read.log && read.filter.dataPeers.sameClientAddress && !read.filter.dataModes.active);
        QVERIFY(read.filter.authTls.handling == AuthTls::Deny);
        QCOMPARE(read.filter.limits.lineBytes, 4096U);
        QVERIFY(read.dataPorts.contains(49152) && read.dataPorts.contains(65535));
    }

    void implicitTlsIsNeverInspected()
    {
        const auto configuration = read(document(
            R"({"id":"r","listen":{"address":"127.0.0.2","port":990},"server":{"address":"127.0.0.3","port":990,"tls":"implicit"},"filter":{"enabled":true}})"));
        QVERIFY(configuration && !configuration->rules.at(0).inspects());
    }

    void badInputIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const QByteArray &json, const QByteArray &pointer,
                             const QByteArray &message) { QTest::newRow(name) << json << pointer << message; };
        row("empty", "", "", "not a JSON document");
        row("truncated", document(rule()).chopped(3), "", "not a JSON document");
        row("not UTF-8", document(rule("\"name\":\"\xff\"")), "", "not a JSON document");
        row("deep", QByteArray(2000, '[') + QByteArray(2000, ']'), "", "not a JSON document");
        row("not an object", "[]", "", "object is expected");
        row("format", R"({"format":"x","version":1,"generation":"","gateway":"g","rules":[]})", "/format",
            "ferrygate-proxy");
        row("version", R"({"format":"ferrygate-proxy","version":2,"generation":"","gateway":"g","rules":[]})",
            "/version", "whole number");
        row("no rules", R"({"format":"ferrygate-proxy","version":1,"generation":"","gateway":"g"})", "/rules",
            "missing");
        row("unknown field", document(rule(R"("colour":"red")")), "/rules/0/colour", "not known");
        row("unknown at the top", document(rule(), R"("extra":1,)"), "/extra", "not known");
        row("escaped pointer", document(rule(R"("a/b~c":1)")), "/rules/0/a~1b~0c", "not known");
        row("duplicate key", document(rule(R"("log":true,"log":false)")), "/rules/0/log", "twice");
        row("duplicate in filter", document(rule(R"("filter":{"enabled":true,"enabled":false})")),
            "/rules/0/filter/enabled", "twice");
        row("wrong type", document(rule(R"("log":"yes")")), "/rules/0/log", "true or false");
        row("wrong type of object", document(rule(R"("filter":[])")), "/rules/0/filter", "object is expected");
        row("wrong type of array", document(rule(R"("from":"any")")), "/rules/0/from", "array");
        row("wrong type in array", document(rule(R"("from":[1])")), "/rules/0/from/0", "string");
        row("id with dots", document(rule({}, "../x")), "/rules/0/id", "id is");
        row("id with NUL", document(rule({}, "a\\u0000b")), "/rules/0/id", "id is");
        row("two ids", document(rule() + "," + rule()), "/rules/1/id", "two rules");
        row("address", document(rule(R"("externalAddress":"gate.example")")), "/rules/0/externalAddress",
            "not an IPv4");
        row("network of clients",
            document(rule(R"("clientAddresses":[{"clients":"10.0.0.1/8","address":"10.0.0.1"}])")),
            "/rules/0/clientAddresses/0/clients", "bits are set behind the prefix");
        row("IPv6 for clients", document(rule(R"("clientAddresses":[{"clients":"10.0.0.0/8","address":"::1"}])")),
            "/rules/0/clientAddresses/0/address", "IPv4 addresses only");
        row("port 0",
            R"({"format":"ferrygate-proxy","version":1,"generation":"","gateway":"g","rules":[{"id":"r","listen":{"address":"127.0.0.2","port":0},"server":{"address":"127.0.0.3","port":21}}]})",
            "/rules/0/listen/port", "1 to 65535");
        row("port 65536",
            R"({"format":"ferrygate-proxy","version":1,"generation":"","gateway":"g","rules":[{"id":"r","listen":{"address":"127.0.0.2","port":65536},"server":{"address":"127.0.0.3","port":21}}]})",
            "/rules/0/listen/port", "1 to 65535");
        row("port 21.5",
            R"({"format":"ferrygate-proxy","version":1,"generation":"","gateway":"g","rules":[{"id":"r","listen":{"address":"127.0.0.2","port":21.5},"server":{"address":"127.0.0.3","port":21}}]})",
            "/rules/0/listen/port", "1 to 65535");
        row("server anywhere",
            R"({"format":"ferrygate-proxy","version":1,"generation":"","gateway":"g","rules":[{"id":"r","listen":{"address":"127.0.0.2","port":21},"server":{"address":"0.0.0.0","port":21}}]})",
            "/rules/0/server/address", "connected to");
        row("ports reversed", document(rule(R"("relayPorts":["5003-5000"])")), "/rules/0/relayPorts/0",
            "lower port first");
        row("ports unfinished", document(rule(R"("relayPorts":["1000","5000-"])")), "/rules/0/relayPorts/1",
            "not a port");
        row("relay port is a control port", document(rule(R"("relayPorts":["20-22"])")), "/rules/0/relayPorts/0",
            "control port");
        row("network", document(rule(R"("from":["198.51.100.1/24"])")), "/rules/0/from/0", "behind the prefix");
        row("terminate", document(rule(R"("filter":{"enabled":true,"authTls":"terminate"})")),
            "/rules/0/filter/authTls", "needs a certificate");
        row("certificate that is not there",
            document(rule(
                R"("filter":{"enabled":true,"authTls":"terminate"},"certificate":{"chain":"/nowhere/c.pem","key":"/nowhere/k.pem"})")),
            "/rules/0/certificate/chain", "could not be opened");
        row("gateway's certificate that is not there",
            document(rule(R"("filter":{"enabled":true,"authTls":"terminate"})"),
                R"("certificate":{"chain":"/nowhere/c.pem","key":"/nowhere/k.pem"},)"),
            "/certificate/chain", "could not be opened");
        row("relative path", document(rule(R"("certificate":{"chain":"c.pem","key":"/k.pem"})")),
            "/rules/0/certificate/chain", "absolute path");
        row("certificate without key", document(rule(R"("certificate":{"chain":"/c.pem"})")),
            "/rules/0/certificate/key", "");
        row("short pin",
            R"({"format":"ferrygate-proxy","version":1,"generation":"","gateway":"g","rules":[{"id":"r","listen":{"address":"127.0.0.2","port":21},"server":{"address":"127.0.0.3","port":21,"pins":["ab:cd"]}}]})",
            "/rules/0/server/pins/0", "64 hexadecimal");
        row("auth", document(rule(R"("filter":{"authTls":"maybe"})")), "/rules/0/filter/authTls", "\"deny\"");
        row("preset", document(rule(R"("filter":{"commands":{"preset":"none"}})")), "/rules/0/filter/commands/preset",
            "\"read-only\"");
        row("command name", document(rule(R"("filter":{"commands":{"preset":"custom","deny":["stor"]}})")),
            "/rules/0/filter/commands/deny/0", "upper case");
        row("line bytes", document(rule(R"("filter":{"maxLineBytes":63})")), "/rules/0/filter/maxLineBytes",
            "64 to 65536");
        row("idle", document(rule(R"("filter":{"idleSeconds":0})")), "/rules/0/filter/idleSeconds", "1 to 86400");
        row("data", document(rule(R"("filter":{"dataSeconds":86401})")), "/rules/0/filter/dataSeconds", "1 to 86400");
        row("sessions of a network", document(rule(R"("filter":{"maxSessionsPerNetwork":-1})")),
            "/rules/0/filter/maxSessionsPerNetwork", "0 to 1000000");
        row("IPv4 networks", document(rule(R"("filter":{"networkPrefix4":33})")), "/rules/0/filter/networkPrefix4",
            "8 to 32");
        row("IPv6 networks", document(rule(R"("filter":{"networkPrefix6":15})")), "/rules/0/filter/networkPrefix6",
            "16 to 128");
        row("banner", document(rule(R"("filter":{"banner":"a\r\n230 in"})")), "/rules/0/filter/banner",
            "control characters");
        row("families", document(rule(), R"("sourceAddress":"::1",)"), "/rules/0/server/address", "another family");
    }

    void badInputIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, message);
        const auto configuration = read(json);
        QVERIFY(!configuration);
        QTEST(QByteArray::fromStdString(configuration.error().pointer), "pointer");
        QVERIFY2(configuration.error().message.find(message.toStdString()) != std::string::npos,
            configuration.error().message.c_str());
    }

    void terminateIsAskedForOnlyWhereTheFilterIsOn()
    {
        QVERIFY(read(document(rule(R"("filter":{"enabled":false,"authTls":"terminate"})"))));
    }
};

QTEST_APPLESS_MAIN(TestProxyConfig)
#include "tst_proxy_config.moc"
