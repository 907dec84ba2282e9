#include "models/wire/AuditEntry.h"
#include "models/wire/Hello.h"
#include "models/wire/JsonDecoder.h"
#include "models/wire/LogEntry.h"
#include "models/wire/NodeConfigJson.h"
#include "models/wire/NodeStatus.h"
#include "models/wire/Operations.h"
#include "models/wire/Requests.h"
#include "models/wire/ResultCode.h"
#include "models/wire/RpcMessage.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 1, 31), QTime(12, 0, 0, 5), Qt::UTC);

PublishedRule sampleRule()
{
    PublishedRule rule;
    rule.id = RuleId::fromTrusted(u"partner-upload"_s);
    rule.name = u"Partner \u201eupload\u201c"_s;
    rule.listenAddress = Address::fromTrusted(u"203.0.113.1");
    rule.listenPort = 21;
    rule.serverAddress = Address::fromTrusted(u"2001:db8::20");
    rule.serverPort = 65535;
    rule.serverTls = TlsMode::Explicit;
    rule.relayPorts = {PortRange::fromTrusted(5000, 5003), PortRange::fromTrusted(6000, 6000)};
    rule.dataPorts = {PortRange::fromTrusted(49152, 65535)};
    rule.externalAddress = Address::fromTrusted(u"203.0.113.1");
    rule.clientAddresses = {*ClientAddress::parse(u"10.0.0.0/8 = 10.0.0.1")};
    rule.filter.clearCommandChannel = true;
    rule.from = {Network::fromTrusted(u"198.51.100.0/24")};
    rule.filterOn = true;
    rule.filter.authTls = AuthTls::Terminate;
    rule.filter.upstreamTls = UpstreamTls::Required;
    rule.filter.commands = {CommandPreset::Custom, {u"LIST"_s, u"SITE CHMOD"_s}, {u"DELE"_s}};
    rule.filter.dataModes = {false, true};
    rule.filter.banner = u"Ready."_s;
    rule.filter.dataSeconds = 60;
    rule.filter.maxSessionsPerNetwork = 30;
    rule.filter.networkPrefix4 = 16;
    rule.filter.networkPrefix6 = 56;
    return rule;
}

NodeConfig sampleConfig()
{
    ServiceConfig service;
    service.id = ServiceId::fromTrusted(u"files-1"_s);
    service.configPath = u"/etc/vsftpd.conf"_s;
    service.serviceUnit = u"vsftpd.service"_s;
    service.passivePorts = PortRange::fromTrusted(5000, 5003);
    service.sites = {{u"default"_s, Address::fromTrusted(u"198.51.100.20"), 21, TlsMode::Explicit,
        Address::fromTrusted(u"203.0.113.1")}};
    return {u"192.0.2.1:7521"_s, {{GatewayId::fromTrusted(u"gw-1"_s), Engine::Builtin, u"cert"_s, {sampleRule()}}},
        {service}};
}

ApplyRecord sampleRecord()
{
    return {
        u"t1"_s, u"abc"_s, u"ada"_s, u"192.0.2.7"_s, noon, u"Partner needs it"_s, {u"Filter off"_s}, u"confirmed"_s};
}

NodeStatus sampleStatus()
{
    NodeStatus status;
    status.node = u"gw-1"_s;
    status.version = u"0.1.0"_s;
    status.generation = u"abc"_s;
    status.transaction = TransactionState::Committed;
    status.open = sampleRecord();
    status.confirmLeft = std::chrono::milliseconds(59'999);
    status.last = sampleRecord();
    status.gateways = {{GatewayId::fromTrusted(u"gw-1"_s), Engine::Haproxy, true, 4711, u"abc"_s, 3, QString()}};
    status.services = {{ServiceId::fromTrusted(u"files-1"_s), FtpSoftware::Iis, u"ftpsvc"_s, false, 0, noon, 0,
        u"It does not run."_s}};
    status.drift = {{u"/etc/vsftpd.conf"_s, u"a"_s, u"b"_s}};
    return status;
}

LogEntry sampleLogEntry()
{
    LogEntry entry;
    entry.serial = 9;
    entry.time = noon;
    entry.gateway = GatewayId::fromTrusted(u"gw-1"_s);
    entry.rule = RuleId::fromTrusted(u"partner-upload"_s);
    entry.session = 7;
    entry.client = Address::fromTrusted(u"203.0.113.10");
    entry.clientPort = 40000;
    entry.action = LogAction::ClosedConnection;
    entry.command = u"AUTH TLS"_s;
    entry.reply = u"550 Access is denied."_s;
    entry.originator = Originator::Gateway;
    entry.resultCode = resultcode::connectionKilled;
    entry.bytes = 12;
    entry.text = u"AUTH TLS is denied by the rule."_s;
    return entry;
}

template <class T>
void roundTrip(const T &value)
{
    // Through text, as on the wire.
    const QJsonObject json = QJsonDocument::fromJson(QJsonDocument(toJson(value)).toJson()).object();
    const Result<T> back = fromJson<T>(json);
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().text()));
    QCOMPARE(*back, value);
}

// Every value in `json` in turn replaced by something of another type, and every member taken out.
void forEachDamage(const QJsonValue &json, const std::function<void(const QJsonValue &)> &visit)
{
    static const QList<QJsonValue> wrong{
        QJsonValue::Null, true, -1, 1e300, 0.5, u"\u0000?"_s, u""_s, QJsonArray{1}, QJsonObject{{u"x"_s, 1}}};
    for (const QJsonValue &value : wrong)
        visit(value);
    if (json.isArray()) {
        const QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            forEachDamage(array[i], [&](const QJsonValue &damaged) {
                QJsonArray copy = array;
                copy[i] = damaged;
                visit(copy);
            });
        }
    }
    if (json.isObject()) {
        const QJsonObject object = json.toObject();
        for (const QString &key : object.keys()) {
            QJsonObject without = object;
            without.remove(key);
            visit(without);
            forEachDamage(object[key], [&](const QJsonValue &damaged) {
                QJsonObject copy = object;
                copy[key] = damaged;
                visit(copy);
            });
        }
    }
}

template <class T>
void surviveDamage(const T &value)
{
    int refused = 0;
    forEachDamage(toJson(value), [&](const QJsonValue &damaged) {
        const Result<T> back = fromJson<T>(damaged);
        if (back)
            return;
        ++refused;
        QCOMPARE(back.error().code, ErrorCode::Protocol);
        QVERIFY(back.error().subject.startsWith(u'/'));
        QVERIFY(!back.error().why.isEmpty());
    });
    QVERIFY(refused > 8);
}

} // namespace

class WireCodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStructureComesBackAsItWasSent()
    {
        roundTrip(sampleConfig());
        roundTrip(NodeConfig());
        roundTrip(sampleRecord());
        roundTrip(ApplyRecord());
        roundTrip(sampleLogEntry());
        roundTrip(LogEntry());
        roundTrip(sampleStatus());
        roundTrip(NodeStatus{});
        roundTrip(PrepareRequest{u"t"_s, u"base"_s, sampleConfig(), u"why"_s, {u"what"_s}, std::chrono::seconds(90)});
        roundTrip(PrepareReply{u"g"_s, {{u"/a"_s, u"b"_s, u"c"_s}}, {{ServiceId::fromTrusted(u"files-1"_s), 3}}});
        const RestartReport restart{ServiceId::fromTrusted(u"files-1"_s), true, 1, 2, 21, u"220 Hello"_s, 4,
            std::chrono::milliseconds(420), true, u"reason"_s};
        roundTrip(restart);
        roundTrip(CommitReply{u"g"_s, {restart}, std::chrono::milliseconds(60'000)});
        roundTrip(TransactionRequest{u"t"_s, u"why"_s});
        roundTrip(Observation{u"g"_s, sampleConfig(), {{u"/a"_s, u"b"_s, u"b"_s}}, sampleConfig().services,
            {{ServiceId::fromTrusted(u"files-2"_s), u"what"_s, u"why"_s, u"remedy"_s}}});
        roundTrip(SessionInfo{1, GatewayId::fromTrusted(u"gw-1"_s), RuleId::fromTrusted(u"r"_s),
            Address::fromTrusted(u"192.0.2.1"), 4000, u"ada"_s, noon, true, u"RETR a"_s, 1, 2});
        roundTrip(AuditEntry{1, noon, u"apply"_s, u"ada"_s, u"192.0.2.1"_s, u"text"_s, sampleRecord(), u"00"_s});
        roundTrip(HelloRequest{2, 1, u"ferryctl 0.1.0"_s});
        roundTrip(HelloReply{1, u"gw-1"_s, u"0.1.0"_s, u"ada"_s, Role::Operator});
        roundTrip(RestartRequest{ServiceId::fromTrusted(u"files-1"_s)});
        const GatewayId gateway = GatewayId::fromTrusted(u"gw-1"_s);
        roundTrip(MetricsReply{u"ferrygate_sessions{rule=\"r1\"} 2\n"_s});
        roundTrip(SessionRequest{gateway, 7});
        const QDateTime time = QDateTime::fromString(u"2026-01-31T12:00:00.123Z"_s, Qt::ISODateWithMs);
        roundTrip(SessionTranscript{7, RuleId::fromTrusted(u"r1"_s), Address::fromTrusted(u"198.51.100.7"),
            SessionReading::Opaque, 3,
            {{time, LineWay::Up, u"PASS ****"_s, u"PASS ****"_s}, {time, LineWay::Down, u""_s, {}},
                {time, LineWay::Note, {}, u"TLSv1.3"_s}}});
        roundTrip(DrainRequest{gateway, {}, false});
        roundTrip(DrainRequest{gateway, RuleId::fromTrusted(u"r1"_s), true});
        roundTrip(DrainReply{5});
        roundTrip(UpgradeRequest{gateway});
        roundTrip(UpgradeReply{u"0.2.0"_s, u"0.1.0"_s, 7});
        roundTrip(BallastRequest{ServiceId::fromTrusted(u"files-1"_s), 5'000'000'000});
        roundTrip(VolumeStatus{u"/srv/ftp"_s, 80'000'000'000, 9'000'000'000, 4'000'000'000, 2'000'000'000});
        roundTrip(TailRequest{5});
        roundTrip(ProgressNote{u"commit"_s, u"Restarting"_s});
    }

    void damageIsRefusedWithItsPlace()
    {
        surviveDamage(sampleConfig());
        surviveDamage(sampleStatus());
        surviveDamage(sampleLogEntry());
        surviveDamage(sampleRecord());
        surviveDamage(
            PrepareRequest{u"t"_s, u"base"_s, sampleConfig(), u"why"_s, {u"what"_s}, std::chrono::seconds(90)});
        surviveDamage(HelloReply{});
    }

    void errorsNameTheJsonPointer_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("pointer");
        QTest::newRow("port too large") << u"listenPort"_s << QJsonValue(65536) << u"/gateways/0/rules/0/listenPort"_s;
        QTest::newRow("half a port") << u"listenPort"_s << QJsonValue(20.5) << u"/gateways/0/rules/0/listenPort"_s;
        QTest::newRow("text for a port") << u"listenPort"_s << QJsonValue(u"21"_s)
                                         << u"/gateways/0/rules/0/listenPort"_s;
        QTest::newRow("unknown mode") << u"serverTls"_s << QJsonValue(u"maybe"_s) << u"/gateways/0/rules/0/serverTls"_s;
        QTest::newRow("range backwards") << u"relayPorts"_s << QJsonValue(QJsonArray{u"5003-5000"_s})
                                         << u"/gateways/0/rules/0/relayPorts/0"_s;
        QTest::newRow("path for an id") << u"id"_s << QJsonValue(u"../etc"_s) << u"/gateways/0/rules/0/id"_s;
        QTest::newRow("unknown field") << u"fil/ter~"_s << QJsonValue(1) << u"/gateways/0/rules/0/fil~1ter~0"_s;
    }

    void errorsNameTheJsonPointer()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QFETCH(QString, pointer);
        QJsonObject rule = toJson(sampleRule());
        rule[key] = value;
        QJsonObject gateway = toJson(sampleConfig().gateways.first());
        gateway[u"rules"] = QJsonArray{rule};
        const Result<NodeConfig> config =
            fromJson<NodeConfig>(QJsonObject{{u"gateways"_s, QJsonArray{gateway}}, {u"services"_s, QJsonArray()}});
        QVERIFY(!config);
        QCOMPARE(config.error().subject, pointer);
    }

    void generationDependsOnEverythingButTheAgentsAddress()
    {
        NodeConfig config = sampleConfig();
        const QString generation = generationOf(config);
        QCOMPARE(generation.size(), 64);
        config.agent = u"198.51.100.1:7521"_s;
        QCOMPARE(generationOf(config), generation);
        config.gateways.first().rules.first().filter.idleSeconds += 1;
        QVERIFY(generationOf(config) != generation);
    }

    void limitsThatNobodySetsStayOutOfTheGeneration()
    {
        // An older agent refuses fields that it does not know.
        const QJsonObject filter = toJson(FilterSettings());
        for (const char *name : {"dataSeconds", "maxSessionsPerNetwork", "networkPrefix4", "networkPrefix6"})
            QVERIFY2(!filter.contains(QLatin1StringView(name)), name);
        NodeConfig config = sampleConfig();
        FilterSettings &settings = config.gateways.first().rules.first().filter;
        for (int FilterSettings::*limit : {&FilterSettings::dataSeconds, &FilterSettings::maxSessionsPerNetwork,
                 &FilterSettings::networkPrefix4, &FilterSettings::networkPrefix6}) {
            const QString before = generationOf(config);
            settings.*limit += 1;
            QVERIFY(generationOf(config) != before);
        }
    }

    void largeNumbersSurvive()
    {
        LogEntry entry = sampleLogEntry();
        entry.bytes = quint64(std::numeric_limits<qint64>::max());
        roundTrip(entry);
    }

    void resultCodesReadAsIsaPrintsThem()
    {
        QCOMPARE(resultCodeText(0x80074E24), u"0x80074E24 FWX_E_CONNECTION_KILLED"_s);
        QCOMPARE(resultCodeText(10060), u"10060"_s);
        QCOMPARE(resultCodeText(0), QString());
        QCOMPARE(resultCodeText(0xC0040099), u"0xC0040099"_s);
        QCOMPARE(resultCodeSymbol(1), QString());
        QVERIFY(!resultCodeMeaning(resultcode::policyRulesDenied).isEmpty());
    }

    void methodsAreFoundByName()
    {
        for (const MethodRow &row : methodTable)
            QCOMPARE(methodByName(row.name), row.method);
        QVERIFY(!methodByName(u"apply.everything"));
        QVERIFY(!methodByName(u""));
    }

    void messagesComeBackAsTheyWereSent()
    {
        const RpcRequest request{7, u"node.status"_s, QJsonObject{{u"a"_s, 1}}};
        QCOMPARE(std::get<RpcRequest>(*parseMessage(encode(request))), request);
        const RpcNotification notification{u"progress"_s, QJsonObject{{u"a"_s, 1}}};
        QCOMPARE(std::get<RpcNotification>(*parseMessage(encode(notification))), notification);
        const auto response = std::get<RpcResponse>(*parseMessage(encode(RpcResponse{3, QJsonValue(QJsonArray{1})})));
        QCOMPARE(response.id, 3);
        QCOMPARE(*response.reply, QJsonValue(QJsonArray{1}));
    }

    void aConflictCarriesTheApplyInTheWay()
    {
        const RpcFailure conflict{{ErrorCode::Conflict, u"gw-1"_s, u"what"_s, u"why"_s, u"remedy"_s}, sampleRecord()};
        QCOMPARE(toJson(conflict)[u"code"].toInt(), -32002);
        const auto response = std::get<RpcResponse>(*parseMessage(encode(RpcResponse{3, tl::unexpected(conflict)})));
        QVERIFY(!response.reply);
        QCOMPARE(response.reply.error(), conflict);
    }

    void foreignErrorObjectsBecomeProtocolFailures()
    {
        const RpcFailure failure = rpcFailureFromJson(QJsonObject{{u"code"_s, -32601}, {u"message"_s, u"no such"_s}});
        QCOMPARE(failure.error.code, ErrorCode::Protocol);
        QCOMPARE(failure.error.why, u"no such"_s);
    }

    void garbageIsNotAMessage_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("not JSON") << QByteArray("GET / HTTP/1.1\r\n");
        QTest::newRow("truncated") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":)");
        QTest::newRow("NUL") << QByteArray("\0\0\0\0", 4);
        QTest::newRow("a list") << QByteArray(R"([{"jsonrpc":"2.0","id":1,"method":"a"}])");
        QTest::newRow("another version") << QByteArray(R"({"jsonrpc":"1.0","id":1,"method":"a"})");
        QTest::newRow("text id") << QByteArray(R"({"jsonrpc":"2.0","id":"1","method":"a"})");
        QTest::newRow("null id") << QByteArray(R"({"jsonrpc":"2.0","id":null,"method":"a"})");
        QTest::newRow("negative id") << QByteArray(R"({"jsonrpc":"2.0","id":-1,"method":"a"})");
        QTest::newRow("params a list") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"a","params":[1]})");
        QTest::newRow("result and error") << QByteArray(R"({"jsonrpc":"2.0","id":1,"result":1,"error":{}})");
        QTest::newRow("neither") << QByteArray(R"({"jsonrpc":"2.0","id":1})");
        QTest::newRow("response without id") << QByteArray(R"({"jsonrpc":"2.0","result":1})");
        QTest::newRow("method twice") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"a","method":"b"})");
        QTest::newRow("inner key twice") << QByteArray(
            R"({"jsonrpc":"2.0","id":1,"method":"a","params":{"l":[{"k":1,"\u006b":2}]}})");
        QTest::newRow("deep params") << QByteArray(R"({"jsonrpc":"2.0","id":1,"method":"a","params":{"a":)"
            + QByteArray(100, '[') + QByteArray(100, ']') + "}}");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("not UTF-8") << QByteArray("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\xfe\"}");
    }

    void garbageIsNotAMessage()
    {
        QFETCH(QByteArray, frame);
        const Result<RpcMessage> message = parseMessage(frame);
        QVERIFY(!message);
        QCOMPARE(message.error().code, ErrorCode::Protocol);
    }

    void versionsAreNegotiated()
    {
        QCOMPARE(*negotiateWireVersion({wireVersion, oldestWireVersion, {}}), wireVersion);
        QCOMPARE(*negotiateWireVersion({wireVersion + 5, oldestWireVersion, {}}), wireVersion);
        QVERIFY(!negotiateWireVersion({wireVersion + 5, wireVersion + 1, {}}));
        QVERIFY(!negotiateWireVersion({oldestWireVersion - 1, 0, {}}));
    }
};

QTEST_APPLESS_MAIN(WireCodecTest)
#include "tst_wire_codec.moc"
