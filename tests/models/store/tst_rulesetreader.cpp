#include "models/store/RuleSetReader.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A whole rule set around one table's or one rule's text.
QByteArray document(const QByteArray &tables)
{
    return R"({"format":"ferrygate-ruleset","version":1,)" + tables + "}";
}

QByteArray withRule(const QByteArray &fields)
{
    return document(R"("gateways":[{"id":"gw-1","name":"Edge"}],
"ftpServices":[{"id":"files-1","name":"Files","sites":[{"name":"default","address":"198.51.100.20"}]}],
"rules":[{"id":"r","name":"R","protocol":"ftp-server","listener":{"address":"203.0.113.1"},"server":{"address":"198.51.100.20"},)"
        + fields + "}]");
}

/// A rule without `server`.
QByteArray withServer(const QByteArray &server)
{
    return document(
        R"("ftpServices":[{"id":"files-1","name":"Files","sites":[{"name":"default","address":"198.51.100.20"}]}],
"rules":[{"id":"r","name":"R","protocol":"ftp-server","listener":{"address":"203.0.113.1"},"server":)"
        + server + "}]");
}

QByteArray withPrimary(const QByteArray &primary)
{
    return document(R"("protocols":[{"id":"p","name":"P","primary":)" + primary + "}]");
}

QByteArray withSite(const QByteArray &fields)
{
    return document(
        R"("gateways":[{"id":"gw-1","name":"Edge"}],"ftpServices":[{"id":"s","name":"S","sites":[{"name":"a","address":"192.0.2.1",)"
        + fields + "}]}]");
}

/// Takes the marker "§" out of `text` and gives the line and column at which it stood.
std::pair<int, int> takeMarker(QByteArray &text)
{
    const qsizetype at = text.indexOf("§");
    text.remove(at, qstrlen("§"));
    const QString before = QString::fromUtf8(text.left(at));
    const QString line = before.mid(before.lastIndexOf(u'\n') + 1);
    return {static_cast<int>(before.count(u'\n')) + 1, static_cast<int>(line.toUcs4().size()) + 1};
}

} // namespace

class TestRuleSetReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsLeftOutAsDefault()
    {
        const auto set = readRuleSet(withRule(R"("gateways":["gw-1"])"));
        QVERIFY(set.has_value());
        QCOMPARE(set->revision, 0);
        QCOMPARE(set->protocols.objects(), builtInProtocols());
        const PublishingRule &rule = set->rules.at(0);
        QCOMPARE(rule.filter, FilterSettings());
        QCOMPARE(rule.enabled, true);
        QCOMPARE(rule.log, true);
        QCOMPARE(rule.listener.port, quint16(0));
        QCOMPARE(std::get<BareServer>(rule.server).port, quint16(21));
    }

    void tablesMayStandInAnyOrder()
    {
        const auto set =
            readRuleSet(document(R"("rules":[{"id":"r","name":"R","protocol":"p","listener":{"address":"203.0.113.1"},
            "server":{"service":"s","site":"a"},"gateways":["g"]}],
            "ftpServices":[{"id":"s","name":"S","sites":[{"name":"a","address":"192.0.2.1","externalAddress":{"perGateway":{"g":"192.0.2.2"}}}]}],
            "gateways":[{"id":"g","name":"G"}],"protocols":[{"id":"p","name":"P"}])"));
        QVERIFY2(set.has_value(), qPrintable(set ? QString() : describe(set.error(), u"text"_s)));
    }

    void normalizesAddresses()
    {
        const auto set = readRuleSet(withRule(R"("from":["2001:DB8:0::/32","192.0.2.1/32"])"));
        QVERIFY(set.has_value());
        QCOMPARE(set->rules.at(0).from.at(0).toString(), u"2001:db8::/32"_s);
        QCOMPARE(set->rules.at(0).from.at(1).toString(), u"192.0.2.1"_s);
    }

    // "§" marks the place that has to be named.
    void refusesBadInput_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &text, const QString &pointer, const QString &why) {
            QTest::newRow(name) << text << pointer << why;
        };

        row("truncated", R"({"format":"ferrygate-ruleset","version":1,"rules":[{"id":"r"§)", u"/rules/0/id"_s,
            u"ends too early"_s);
        row("empty file", "§", {}, u"ends too early"_s);
        row("not UTF-8", "{\"format\":\"§\xC0\x80\"}", {}, u"not UTF-8"_s);
        row("Latin-1 umlaut", "{\"name\":\"caf§\xE9\"}", {}, u"not UTF-8"_s);
        row("surrogate in UTF-8", "{\"a\":\"§\xED\xA0\x80\"}", {}, u"not UTF-8"_s);
        row("beyond U+10FFFF", "{\"a\":\"§\xF4\x90\x80\x80\"}", {}, u"not UTF-8"_s);
        row("UTF-8 cut off", "{\"a\":\"§\xE2\x82", {}, u"not UTF-8"_s);
        row("UTF-16", QByteArray("§\xFF\xFE{\0}\0", 9 - 1), {}, u"not UTF-8"_s);
        row("byte order mark", "§\xEF\xBB\xBF{}", {}, u"byte order mark"_s);
        row("text behind", document(R"("revision":1)") + " §x", {}, u"behind the end"_s);

        row("not an object", "§[]", {}, u"not a rule set"_s);
        row("another kind of file", R"(§{"name":"package","version":1})", {}, u"not a rule set"_s);
        row("other format", R"({"format":§"ferrygate-proxy","version":1,"generation":"x"})", u"/format"_s,
            u"not \"ferrygate-ruleset\""_s);
        row("newer version", R"({"format":"ferrygate-ruleset","news":[],"version":§2})", u"/version"_s,
            u"newer Ferrygate"_s);
        row("version 0", R"({"format":"ferrygate-ruleset","version":§0})", u"/version"_s, u"0 is not a whole number"_s);
        row("version as text", R"({"format":"ferrygate-ruleset","version":§"1"})", u"/version"_s,
            u"This is a text, where a number is expected"_s);
        row("no version", R"(§{"format":"ferrygate-ruleset"})", {}, u"\"version\" is missing"_s);
        row("revision negative", document(R"("revision":§-1)"), u"/revision"_s, u"-1 is not a whole number"_s);
        row("revision too large", document(R"("revision":§2147483648)"), u"/revision"_s, u"not a whole number"_s);

        row("repeated field", withRule("\"log\":true,\n§\"log\":false"), u"/rules/0/log"_s,
            u"\"log\" stands here twice"_s);
        row("repeated field, escaped", withRule("\"log\":true,\n§\"l\\u006fg\":true"), u"/rules/0/log"_s,
            u"\"log\" stands here twice"_s);
        row("repeated table", document(R"("rules":[],§"rules":[])"), u"/rules"_s, u"twice"_s);
        row("unknown field", withRule(R"(§"colour":"red")"), u"/rules/0/colour"_s, u"no field \"colour\""_s);
        row("built-in mark", document(R"("protocols":[{"id":"p","name":"P",§"builtIn":true}])"),
            u"/protocols/0/builtIn"_s, u"no field \"builtIn\""_s);
        row("null", withRule(R"("reason":§null)"), u"/rules/0/reason"_s, u"This is null, where a text is expected"_s);
        row("number for text", withRule(R"("reason":§5)"), u"/rules/0/reason"_s,
            u"This is a number, where a text is expected"_s);
        row("text for flag", withRule(R"("log":§"true")"), u"/rules/0/log"_s,
            u"This is a text, where true or false is expected"_s);
        row("object for list", withRule(R"("from":§{})"), u"/rules/0/from"_s,
            u"This is an object, where a list is expected"_s);
        row("list for object", withRule(R"("filter":§[])"), u"/rules/0/filter"_s,
            u"This is a list, where an object is expected"_s);
        row("rule is no object", document(R"("rules":[§7])"), u"/rules/0"_s,
            u"This is a number, where an object is expected"_s);
        row("no id", document(R"("gateways":[§{"name":"G"}])"), u"/gateways/0"_s, u"\"id\" is missing"_s);
        row("unknown choice", withRule(R"("filter":{"authTls":§"terminated"})"), u"/rules/0/filter/authTls"_s,
            u"\"terminated\" is none of deny, pass, terminate."_s);
        row("case of a choice", document(R"("gateways":[{"id":"g","name":"G","engine":§"HAProxy"}])"),
            u"/gateways/0/engine"_s, u"is none of builtin, nftables, haproxy, proftpd."_s);

        row("port 0",
            withRule(R"("from":[]})"
                     ",{\"id\":\"q\",\"name\":\"Q\",\"protocol\":\"ftp-server\",\"server\":{\"address\":\"192.0.2.1\"},"
                     "\n \"listener\":{\"address\":\"203.0.113.1\",\"port\":§0}"),
            u"/rules/1/listener/port"_s, u"0 is not a whole number from 1 to 65535."_s);
        row("port 65536", withServer(R"({"address":"192.0.2.1","port":§65536})"), u"/rules/0/server/port"_s,
            u"65536 is not a whole number from 1 to 65535."_s);
        row("port with a fraction", withServer(R"({"address":"192.0.2.1","port":§21.0})"), u"/rules/0/server/port"_s,
            u"21.0 is not a whole number"_s);
        row("port with an exponent", withServer(R"({"address":"192.0.2.1","port":§1e3})"), u"/rules/0/server/port"_s,
            u"1e3 is not a whole number"_s);
        row("port beyond 64 bits", withServer(R"({"address":"192.0.2.1","port":§99999999999999999999999999})"),
            u"/rules/0/server/port"_s, u"999999999999999999999999 is not a whole number"_s);
        row("ports 0", withPrimary(R"([{"ports":§"0"}])"), u"/protocols/0/primary/0/ports"_s,
            u"0 is not a TCP port."_s);
        row("ports 65536", withPrimary(R"([{"ports":§"65536"}])"), u"/protocols/0/primary/0/ports"_s,
            u"65536 is not a TCP port."_s);
        row("ports backwards", withPrimary(R"([{"ports":§"5003-5000"}])"), u"/protocols/0/primary/0/ports"_s,
            u"5003-5000 ends before it starts."_s);
        row("ports without end", withPrimary(R"([{"ports":§"5000-"}])"), u"/protocols/0/primary/0/ports"_s,
            u"\"5000-\" is not a port or a range of ports."_s);
        row("ports empty", withPrimary(R"([{"ports":§""}])"), u"/protocols/0/primary/0/ports"_s,
            u"is not a port or a range of ports."_s);
        row("ports with blanks", withPrimary(R"([{"ports":§"5000 - 5003"}])"), u"/protocols/0/primary/0/ports"_s,
            u"not the form of ports in a file"_s);
        row("ports with a zero in front", withPrimary(R"([{"ports":§"021"}])"), u"/protocols/0/primary/0/ports"_s,
            u"not the form of ports in a file"_s);
        row("ports as a number", withPrimary(R"([{"ports":§21}])"), u"/protocols/0/primary/0/ports"_s,
            u"This is a number, where a text is expected"_s);
        row("no ports", withPrimary(R"([§{}])"), u"/protocols/0/primary/0"_s, u"\"ports\" is missing"_s);
        row("overlapping ranges",
            withPrimary("[{\"ports\":\"21\"},{\"ports\":\"5000-5003\"},\n{\"ports\":§\"5003-5010\"}]"),
            u"/protocols/0/primary/2/ports"_s, u"5003-5010 overlaps 5000-5003"_s);
        row("same port twice", withPrimary(R"([{"ports":"21"},{"ports":§"21","direction":"inbound"}])"),
            u"/protocols/0/primary/1/ports"_s, u"21 overlaps 21"_s);
        row("passive range backwards", document(R"("ftpServices":[{"id":"s","name":"S","passivePorts":§"5003-5000"}])"),
            u"/ftpServices/0/passivePorts"_s, u"ends before it starts"_s);

        row("unknown protocol",
            document("\"rules\":[\n  "
                     "{\"id\":\"r\",\"name\":\"Ü\",\"protocol\":§\"gone\",\"listener\":{\"address\":\"203.0.113.1\"},"
                     "\"server\":{\"address\":\"192.0.2.1\"}}]"),
            u"/rules/0/protocol"_s, u"There is no protocol definition \"gone\"."_s);
        row("unknown gateway", withRule(R"("gateways":["gw-1",§"gone"])"), u"/rules/0/gateways/1"_s,
            u"There is no gateway \"gone\"."_s);
        row("unknown service", withServer(R"({"service":§"gone","site":"default"})"), u"/rules/0/server/service"_s,
            u"There is no FTP service \"gone\"."_s);
        row("unknown site", withServer(R"({"service":"files-1","site":§"gone"})"), u"/rules/0/server/site"_s,
            u"The FTP service \"files-1\" has no site \"gone\"."_s);
        row("unknown gateway of a site", withSite(R"("externalAddress":{"perGateway":{§"gone":"192.0.2.9"}})"),
            u"/ftpServices/0/sites/0/externalAddress/perGateway/gone"_s, u"There is no gateway \"gone\"."_s);
        row("id twice", document("\"gateways\":[{\"id\":\"g\",\"name\":\"G\"},\n{\"name\":\"H\",\"id\":§\"g\"}]"),
            u"/gateways/1/id"_s, u"The id \"g\" is taken"_s);
        row("id of a built-in", document(R"("protocols":[{"id":§"ftp-server","name":"Mine"}])"), u"/protocols/0/id"_s,
            u"built-in protocol definition"_s);
        row("gateway twice in a rule", withRule(R"("gateways":["gw-1",§"gw-1"])"), u"/rules/0/gateways/1"_s,
            u"stands in the list already"_s);
        row("network twice", withRule(R"("from":["192.0.2.0/24",§"192.0.2.0/24"])"), u"/rules/0/from/1"_s,
            u"stands in the list already"_s);
        row("two sites of one name",
            document(
                R"("ftpServices":[{"id":"s","name":"S","sites":[{"name":"a","address":"192.0.2.1"},{"address":"192.0.2.2","name":§"a"}]}])"),
            u"/ftpServices/0/sites/1/name"_s, u"Another site of this service is called \"a\"."_s);
        row("one address twice for a gateway",
            withSite(R"("externalAddress":{"perGateway":{"gw-1":"192.0.2.9",§"gw-1":"192.0.2.8"}})"),
            u"/ftpServices/0/sites/0/externalAddress/perGateway/gw-1"_s, u"stands here twice"_s);

        row("id that climbs", document(R"("gateways":[{"id":§"../etc/passwd","name":"G"}])"), u"/gateways/0/id"_s,
            u"An id is 1 to 64 characters"_s);
        row("id with two dots", document(R"("gateways":[{"id":§"a..b","name":"G"}])"), u"/gateways/0/id"_s,
            u"holds no \"..\""_s);
        row("id with a line break", document(R"("gateways":[{"id":§"a\n","name":"G"}])"), u"/gateways/0/id"_s,
            u"An id is"_s);
        row("id with NUL", document(R"("gateways":[{"id":§"a\u0000b","name":"G"}])"), u"/gateways/0/id"_s,
            u"An id is"_s);
        row("id in capitals", document(R"("gateways":[{"id":§"GW","name":"G"}])"), u"/gateways/0/id"_s, u"An id is"_s);
        row("id empty", document(R"("gateways":[{"id":§"","name":"G"}])"), u"/gateways/0/id"_s, u"An id is"_s);
        row("id too long", document(R"("gateways":[{"id":§")" + QByteArray(65, 'a') + R"(","name":"G"}])"),
            u"/gateways/0/id"_s, u"An id is"_s);
        row("name with CR LF", document(R"("gateways":[{"id":"g","name":§"G\r\nX"}])"), u"/gateways/0/name"_s,
            u"control character U+000d"_s);
        row("name with NUL", document(R"("gateways":[{"id":"g","name":§"G\u0000"}])"), u"/gateways/0/name"_s,
            u"control character U+0000"_s);
        row("name with a C1 control", document("\"gateways\":[{\"id\":\"g\",\"name\":§\"G\xC2\x85\"}]"),
            u"/gateways/0/name"_s, u"control character U+0085"_s);
        row("name blank", document(R"("gateways":[{"id":"g","name":§"  "}])"), u"/gateways/0/name"_s, u"blank"_s);
        row("name too long", document(R"("gateways":[{"id":"g","name":§")" + QByteArray(201, 'a') + R"("}])"),
            u"/gateways/0/name"_s, u"more than 200 characters"_s);
        row("raw line break in a name", document("\"gateways\":[{\"id\":\"g\",\"name\":\"G§\nX\"}]"),
            u"/gateways/0/name"_s, u"A line break"_s);
        row("description with CR", withRule(R"("description":§"a\r\nb")"), u"/rules/0/description"_s, u"U+000d"_s);
        row("banner of two lines", withRule(R"("filter":{"banner":§"a\nb"})"), u"/rules/0/filter/banner"_s,
            u"U+000a"_s);

        row("address", withServer(R"({"address":§"192.0.2.256"})"), u"/rules/0/server/address"_s,
            u"is not an IPv4 or IPv6 address"_s);
        row("host name for address", withServer(R"({"address":§"example.org"})"), u"/rules/0/server/address"_s,
            u"is not an IPv4 or IPv6 address"_s);
        row("network with host bits", withRule(R"("from":[§"198.51.100.1/24"])"), u"/rules/0/from/0"_s,
            u"bits set behind its prefix"_s);
        row("network prefix", withRule(R"("from":[§"198.51.100.0/33"])"), u"/rules/0/from/0"_s,
            u"no prefix length from 0 to 32"_s);
        row("agent without port", document(R"("gateways":[{"id":"g","name":"G","agent":§"gw-1"}])"),
            u"/gateways/0/agent"_s, u"is not a host and a port"_s);
        row("agent with blanks", document(R"("gateways":[{"id":"g","name":"G","agent":§"gw 1:7521"}])"),
            u"/gateways/0/agent"_s, u"is not a host and a port"_s);
        row("relative path", document(R"("ftpServices":[{"id":"s","name":"S","configPath":§"vsftpd.conf"}])"),
            u"/ftpServices/0/configPath"_s, u"absolute path"_s);
        row("climbing path", document(R"("ftpServices":[{"id":"s","name":"S","configPath":§"/etc/../root/.profile"}])"),
            u"/ftpServices/0/configPath"_s, u"absolute path without \"..\""_s);
        row("unit", document(R"("ftpServices":[{"id":"s","name":"S","serviceUnit":§"a/b"}])"),
            u"/ftpServices/0/serviceUnit"_s, u"name of a service unit"_s);
        row("command", withRule(R"("filter":{"commands":{"deny":["RETR",§"retr"]}})"),
            u"/rules/0/filter/commands/deny/1"_s, u"is not an FTP command"_s);
        row("limit below", withRule(R"("filter":{"maxLineBytes":§63})"), u"/rules/0/filter/maxLineBytes"_s,
            u"63 is not a whole number from 64 to 65536."_s);
        row("limit above", withRule(R"("filter":{"idleSeconds":§86401})"), u"/rules/0/filter/idleSeconds"_s,
            u"from 1 to 86400"_s);
        row("no login time", withRule(R"("filter":{"loginSeconds":§0})"), u"/rules/0/filter/loginSeconds"_s,
            u"from 1 to 3600"_s);
        row("too many sessions", withRule(R"("filter":{"maxSessions":§1000001})"), u"/rules/0/filter/maxSessions"_s,
            u"from 0 to 1000000"_s);
        row("no data time", withRule(R"("filter":{"dataSeconds":§0})"), u"/rules/0/filter/dataSeconds"_s,
            u"from 1 to 86400"_s);
        row("too many sessions of a network", withRule(R"("filter":{"maxSessionsPerNetwork":§1000001})"),
            u"/rules/0/filter/maxSessionsPerNetwork"_s, u"from 0 to 1000000"_s);
        row("all of IPv4 as one network", withRule(R"("filter":{"networkPrefix4":§7})"),
            u"/rules/0/filter/networkPrefix4"_s, u"from 8 to 32"_s);
        row("network of IPv6 without bits", withRule(R"("filter":{"networkPrefix6":§129})"),
            u"/rules/0/filter/networkPrefix6"_s, u"from 16 to 128"_s);
        row("service without site", withServer(R"(§{"service":"files-1"})"), u"/rules/0/server"_s,
            u"neither a site of an FTP service nor an address"_s);
        row("service and address", withServer(R"(§{"service":"files-1","site":"default","address":"192.0.2.1"})"),
            u"/rules/0/server"_s, u"neither a site of an FTP service nor an address"_s);
        row("service and port", withServer(R"(§{"service":"files-1","site":"default","port":21})"),
            u"/rules/0/server"_s, u"neither a site"_s);
        row("server empty", withServer("§{}"), u"/rules/0/server"_s, u"neither a site"_s);
        row("external address of no kind", withSite(R"("externalAddress":§true)"),
            u"/ftpServices/0/sites/0/externalAddress"_s, u"This is true or false, where an address"_s);
        row("external address for none", withSite(R"("externalAddress":§{"everywhere":"192.0.2.9"})"),
            u"/ftpServices/0/sites/0/externalAddress"_s, u"\"perGateway\" is missing"_s);
    }
    void refusesBadInput()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(QString, why);
        const auto [line, column] = takeMarker(text);
        const auto set = readRuleSet(text);
        QVERIFY(!set);
        QVERIFY2(set.error().size() == 1, qPrintable(describe(set.error(), u"text"_s)));
        const LoadProblem &problem = set.error().first();
        QVERIFY2(problem.error.why.contains(why), qPrintable(problem.error.why));
        QCOMPARE(problem.pointer, pointer);
        QCOMPARE(problem.line, line);
        QCOMPARE(problem.column, column);
        QCOMPARE(problem.error.what, u"The rule set was not read."_s);
    }

    void endsWhereTheNestingIsTooDeep()
    {
        const auto set =
            readRuleSet(R"({"format":"ferrygate-ruleset","version":1,"x":)" + QByteArray("[").repeated(100000));
        QVERIFY(!set);
        QCOMPARE(set.error().size(), 2);
        QCOMPARE(set.error().at(0).pointer, u"/x"_s);
        QCOMPARE(set.error().at(1).pointer, u"/x"_s + u"/0"_s.repeated(31));
        QCOMPARE(set.error().at(1).column, 78);
        QVERIFY(set.error().at(1).error.why.contains(u"nested more than 32 levels"_s));
    }

    void countsColumnsInCharacters()
    {
        const auto set =
            readRuleSet("{\"format\":\"ferrygate-ruleset\",\n\"version\":1,\n \"rules\":[{\"\U0001F680\u00fc\":0 7");
        QVERIFY(!set);
        QCOMPARE(set.error().size(), 2);
        QCOMPARE(set.error().at(0).line, 3);
        QCOMPARE(set.error().at(0).column, 12);
        QCOMPARE(set.error().at(1).line, 3);
        QCOMPARE(set.error().at(1).column, 19);
    }

    void suggestsTheFieldThatWasMeant_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("meant");
        QTest::newRow("letter") << QByteArray("protocl") << u"protocol"_s;
        QTest::newRow("case") << QByteArray("Reason") << u"reason"_s;
        QTest::newRow("plural") << QByteArray("gateway") << u"gateways"_s;
        QTest::newRow("swapped") << QByteArray("fitler") << u"filter"_s;
        QTest::newRow("nothing near") << QByteArray("passphrase") << u""_s;
    }
    void suggestsTheFieldThatWasMeant()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, meant);
        const auto set = readRuleSet(withRule("\"" + key + "\":1"));
        QVERIFY(!set);
        QCOMPARE(
            set.error().first().error.remedy, meant.isEmpty() ? u"Remove it."_s : u"Did you mean \"%1\"?"_s.arg(meant));
    }

    void namesAllProblemsInTheOrderOfTheText()
    {
        const auto set = readRuleSet(
            withRule(R"("gateways":["gone","../x"],"log":1,"colour":2,"filter":{"idleSeconds":0,"authTls":"x"})"));
        QVERIFY(!set);
        QStringList pointers;
        for (const LoadProblem &problem : set.error())
            pointers << problem.pointer;
        const QStringList expected{u"/rules/0/gateways/0"_s, u"/rules/0/gateways/1"_s, u"/rules/0/log"_s,
            u"/rules/0/colour"_s, u"/rules/0/filter/idleSeconds"_s, u"/rules/0/filter/authTls"_s};
        QCOMPARE(pointers, expected);
    }

    void namesAHundredProblemsAndCountsTheRest()
    {
        QByteArray rules = "\"x\":0";
        for (int i = 0; i < 140; ++i)
            rules += ",\"x\":0";
        const auto set = readRuleSet(withRule(rules));
        QVERIFY(!set);
        QCOMPARE(set.error().size(), maxLoadProblems + 1);
        QCOMPARE(set.error().last().error.why, u"41 more problems are not listed."_s);
    }

    void refusesListsBeyondTheLimitOnce()
    {
        QByteArray networks;
        for (int i = 0; i < 1200; ++i)
            networks +=
                (i ? ",\"10." : "\"10.") + QByteArray::number(i / 256) + "." + QByteArray::number(i % 256) + ".0/24\"";
        const auto set = readRuleSet(withRule("\"from\":[" + networks + "]"));
        QVERIFY(!set);
        QCOMPARE(set.error().size(), 1);
        QCOMPARE(set.error().first().pointer, u"/rules/0/from/1000"_s);
    }

    void describesProblemsForPeople()
    {
        const auto set = readRuleSet(withServer(R"({"address":"192.0.2.1","port":0,"sit":1})"));
        QVERIFY(!set);
        QCOMPARE(describe(set.error(), u"a.json"_s),
            u"a.json:2:131: /rules/0/server/port: 0 is not a whole number from 1 to 65535. Write a whole number in "
            u"that range.\n"
            "a.json:2:133: /rules/0/server/sit: There is no field \"sit\" here. Did you mean \"site\"?"_s);
        const Error one = summary(set.error(), u"a.json"_s);
        QCOMPARE(one.subject, u"a.json"_s);
        QCOMPARE(one.why, u"Line 2, column 131: 0 is not a whole number from 1 to 65535. There are 1 more problems."_s);
    }
};

QTEST_APPLESS_MAIN(TestRuleSetReader)
#include "tst_rulesetreader.moc"
