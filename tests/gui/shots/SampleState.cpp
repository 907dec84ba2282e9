#include "tests/gui/shots/SampleState.h"

#include "models/store/RuleSetFile.h"
#include "models/wire/ResultCode.h"

using namespace Qt::Literals::StringLiterals;

namespace ferry::shots {

namespace {

const GatewayId gw1 = GatewayId::fromTrusted(u"gw-1"_s);
const GatewayId gw2 = GatewayId::fromTrusted(u"gw-2"_s);
const RuleId partner = RuleId::fromTrusted(u"partner-upload"_s);
const RuleId mirror = RuleId::fromTrusted(u"public-mirror"_s);
const RuleId print = RuleId::fromTrusted(u"print-jobs"_s);

QDateTime ago(int seconds)
{
    return QDateTime::currentDateTimeUtc().addSecs(-seconds);
}

ApplyRecord record(
    const char *transaction, int secondsAgo, const QString &why, const QStringList &what, const QString &outcome)
{
    return {QString::fromLatin1(transaction), u"7c1e09ab4f52d8e3"_s, u"anna"_s, u"10.0.8.14"_s, ago(secondsAgo), why,
        what, outcome};
}

NodeView nodeOf(const QString &name, int milliseconds)
{
    NodeStatus status;
    status.node = name;
    status.version = u"0.1.0"_s;
    status.generation = u"7c1e09ab4f52d8e3"_s;
    return {status, {}, milliseconds};
}

ServiceStatus running(const FtpService &service, qint64 pid, int sessions)
{
    return {service.id, service.software, service.serviceUnit, true, pid, ago(86400 * 3), sessions, {}};
}

NodeStatuses statuses(const RuleSet &ruleSet)
{
    NodeStatuses result;
    for (const Gateway &gateway : ruleSet.gateways) {
        const bool first = gateway.id == gw1;
        NodeView node = nodeOf(gateway.id.text(), first ? 4 : 11);
        node.status->gateways << GatewayStatus{
            gateway.id, gateway.engine, true, first ? 1412 : 902, node.status->generation, first ? 4 : 1, {}};
        result.insert(gateway.agent, node);
    }
    for (const FtpService &service : ruleSet.ftpServices) {
        if (service.software == FtpSoftware::PureFtpd) {
            result.insert(service.agent,
                NodeView{std::nullopt, u"The connection was refused. Is ferrygate-agent running on print-1?"_s, -1});
            continue;
        }
        NodeView node = nodeOf(service.id.text(), service.software == FtpSoftware::Vsftpd ? 6 : 9);
        node.status->services << running(service, 4711, service.software == FtpSoftware::Vsftpd ? 4 : 1);
        result.insert(service.agent, node);
    }
    return result;
}

QList<SessionInfo> sessions()
{
    const auto session = [](quint64 id, const GatewayId &gateway, const RuleId &rule, const char16_t *client,
                             quint16 port, const QString &user, int since, bool opaque, const QString &transfer,
                             quint64 up, quint64 down) {
        return SessionInfo{
            id, gateway, rule, Address::fromTrusted(client), port, user, ago(since), opaque, transfer, up, down};
    };
    return {session(118, gw1, partner, u"203.0.113.77", 50112, {}, 340, true, {}, 18'432'118, 20'112),
        session(121, gw1, partner, u"203.0.113.78", 41822, {}, 75, true, {}, 1'204, 4'411),
        session(122, gw1, mirror, u"198.18.0.9", 60031, u"anonymous"_s, 44, false, u"RETR debian-12.iso"_s, 902,
            412'009'112),
        session(124, gw1, mirror, u"198.18.4.51", 39914, u"anonymous"_s, 8, false, u"LIST"_s, 411, 1'902),
        session(31, gw2, RuleId::fromTrusted(u"branch-scans"_s), u"192.0.2.14", 55871, u"scanner"_s, 3, false,
            u"STOR scan-0231.pdf"_s, 812'002, 388)};
}

LogEntry line(int secondsAgo, const RuleId &rule, quint64 session, LogAction action, const QString &command,
    const QString &reply, Originator originator, quint32 code, const QString &text)
{
    static quint64 serial = 1000;
    return {++serial, ago(secondsAgo), gw1, rule, session,
        Address::fromTrusted(session % 2 ? u"203.0.113.78" : u"203.0.113.77"), static_cast<quint16>(50000 + session),
        action, command, reply, originator, code, 0, text};
}

QList<LogEntry> log()
{
    using enum LogAction;
    const auto client = Originator::Client;
    const auto gateway = Originator::Gateway;
    const auto server = Originator::Server;
    return {
        line(62, partner, 117, InitiatedConnection, {}, {}, client, 0, u"From 203.0.113.78 to Partner upload."_s),
        line(62, partner, 117, ConnectionStatus, {}, u"220 Partner files"_s, server, 0, {}),
        line(61, partner, 117, ConnectionStatus, u"AUTH TLS"_s, u"550 Access is denied."_s, gateway, 0,
            u"The filter denies AUTH TLS; the server never saw the command."_s),
        line(61, partner, 117, ClosedConnection, {}, {}, gateway, resultcode::connectionKilled,
            u"The gateway ended the connection after denying AUTH TLS."_s),
        line(40, partner, 118, InitiatedConnection, {}, {}, client, 0, u"From 203.0.113.77 to Partner upload."_s),
        line(40, partner, 118, ConnectionStatus, u"AUTH TLS"_s, u"234 Proceed with negotiation."_s, server, 0, {}),
        line(38, partner, 118, InitiatedConnection, {}, {}, client, 0, u"Data connection to port 5001."_s),
        line(31, print, 119, DeniedConnection, {}, {}, gateway, resultcode::policyRulesDenied,
            u"No rule lets 203.0.113.78 reach this listener."_s),
        line(22, mirror, 122, InitiatedConnection, {}, {}, client, 0, u"From 198.18.0.9 to Public mirror."_s),
        line(21, mirror, 122, ConnectionStatus, u"USER anonymous"_s, u"331 Please specify the password."_s, server, 0,
            {}),
        line(21, mirror, 122, ConnectionStatus, u"PASS ****"_s, u"230 Login successful."_s, server, 0, {}),
        line(20, mirror, 122, ConnectionStatus, u"EPSV"_s, u"229 Entering Extended Passive Mode (|||50017|)"_s, gateway,
            0, {}),
        line(20, mirror, 122, ConnectionStatus, u"RETR debian-12.iso"_s, u"150 Opening data connection."_s, server, 0,
            {}),
        line(9, mirror, 120, ConnectionStatus, u"DELE index.html"_s, u"550 Access is denied."_s, gateway, 0,
            u"The command policy of this rule is read only."_s),
        line(4, mirror, 120, ClosedConnection, u"QUIT"_s, u"221 Goodbye."_s, server, resultcode::gracefulShutdown, {}),
        line(2, print, 123, FailedConnectionAttempt, {}, u"421 The FTP server does not answer."_s, gateway,
            resultcode::refused, u"198.51.100.22 port 21 refused the connection."_s),
    };
}

} // namespace

RuleSet exampleRuleSet()
{
    const QString path = QStringLiteral(FERRYGATE_SOURCE_DIR "/resources/samples/example.ferrygate.json");
    auto loaded = loadRuleSet(path);
    if (!loaded)
        qFatal("%s", qPrintable(describe(loaded.error(), path)));
    return *loaded;
}

void fillLiveState(ui::LiveState &live, const RuleSet &ruleSet)
{
    live.setStatuses(statuses(ruleSet));
    QHash<RuleId, RuleState> states;
    for (const PublishingRule &rule : ruleSet.rules)
        states.insert(rule.id, RuleState::Applied);
    states[partner] = RuleState::Draft;
    states[print] = RuleState::Unknown;
    states[RuleId::fromTrusted(u"branch-scans"_s)] = RuleState::Pending;
    states[RuleId::fromTrusted(u"partner-legacy"_s)] = RuleState::Drifted;
    live.setRuleStates(states);
    live.setUnapplied({u"rule Partner upload: Filter off"_s, u"rule Partner upload: Ports 5000–5003 published"_s,
        u"Partner files: Passive range 5000–5003 instead of any port"_s});
    live.setSessions(sessions());
    live.setHistory({
        record("t4", 4200, u"Partner needs FTPS before Monday"_s,
            {u"rule Partner upload: Filter off"_s, u"Partner files: Passive range 5000–5003 instead of any port"_s},
            u"confirmed"_s),
        record("t3", 4900, u"First try with the filter off"_s, {u"rule Partner upload: Filter off"_s},
            u"rolled back: not confirmed in time"_s),
        record("t2", 90000, u"Mirror moved to its own address"_s, {u"rule Public mirror: Listener 203.0.113.1:2121"_s},
            u"confirmed"_s),
        record("t1", 700000, {}, {u"rule Old intranet server: switched off"_s}, u"confirmed"_s),
    });
    live.appendLog(log());
}

} // namespace ferry::shots
