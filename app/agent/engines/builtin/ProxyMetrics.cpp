#include "app/agent/engines/builtin/ProxyMetrics.h"

#include "models/wire/JsonDecoder.h"

#include <map>

namespace ferry {
namespace {

using namespace Qt::Literals::StringLiterals;
using agent::MetricFamily;
using agent::MetricSample;

/// Counts by a name that only the proxy knows: a result code, a filter, a leg.
using Counts = std::map<QString, quint64>;

struct ByName {
    Counts counts;
};

void decode(const JsonNode &node, ByName &out)
{
    QJsonObject object;
    decode(node, object);
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const QString key = it.key();
        decode(node.member(key, it.value()), out.counts[key]);
    }
}

struct Handshakes {
    ByName client;
    ByName server;
};

void decode(const JsonNode &node, Handshakes &out)
{
    JsonFields(node).required(u"client", out.client).required(u"server", out.server);
}

struct AllHandshakes {
    Handshakes control;
    Handshakes data;
};

void decode(const JsonNode &node, AllHandshakes &out)
{
    JsonFields(node).required(u"control", out.control).required(u"data", out.data);
}

struct RuleCounts {
    QString id;
    quint64 hits = 0;
    quint64 sessions = 0;
    bool isDraining = false;
    ByName denied;
    ByName closed;
    ByName control;
    ByName data;
    ByName transfers;
    quint64 dataDenied = 0;
    quint64 dataPorts = 0;
    quint64 dataPortsInUse = 0;
    quint64 dataPortsExhausted = 0;
    ByName limits;
    ByName refused;
    ByName serverReplies;
    ByName gatewayReplies;
    AllHandshakes handshakes;
};

void decode(const JsonNode &node, RuleCounts &out)
{
    JsonFields(node)
        .required(u"id", out.id)
        .required(u"hits", out.hits)
        .required(u"sessions", out.sessions)
        .required(u"draining", out.isDraining)
        .required(u"denied", out.denied)
        .required(u"closed", out.closed)
        .required(u"control", out.control)
        .required(u"data", out.data)
        .required(u"transfers", out.transfers)
        .required(u"dataDenied", out.dataDenied)
        .required(u"dataPorts", out.dataPorts)
        .required(u"dataPortsInUse", out.dataPortsInUse)
        .required(u"dataPortsExhausted", out.dataPortsExhausted)
        .required(u"limits", out.limits)
        .required(u"refused", out.refused)
        .required(u"serverReplies", out.serverReplies)
        .required(u"gatewayReplies", out.gatewayReplies)
        .required(u"handshakes", out.handshakes);
}

struct ProxyCounts {
    ByName denied;
    quint64 acceptsExhausted = 0;
    QList<RuleCounts> rules;
};

void decode(const JsonNode &node, ProxyCounts &out)
{
    JsonFields(node)
        .required(u"denied", out.denied)
        .required(u"acceptsExhausted", out.acceptsExhausted)
        .required(u"rules", out.rules);
}

/// "0xC0040011" as ISA prints it; Winsock's small numbers stay decimal.
QString codeLabel(const QString &decimal)
{
    const quint32 code = decimal.toUInt();
    return code < 0x10000 ? decimal : u"0x"_s + QString::number(code, 16).toUpper();
}

/// "notConnected" -> "not_connected"
QString snakeCase(const QString &name)
{
    QString out;
    for (const QChar c : name) {
        if (c.isUpper())
            out += u'_';
        out += c.toLower();
    }
    return out;
}

/// The families of one gateway, filled rule by rule.
struct Families {
    using Kind = MetricFamily::Kind;

    MetricFamily sessions{"ferrygate_sessions", Kind::Gauge, "FTP sessions that are open.", {}};
    MetricFamily opened{
        "ferrygate_sessions_opened_total", Kind::Counter, "Control connections that a rule admitted.", {}};
    MetricFamily denied{"ferrygate_sessions_denied_total", Kind::Counter,
        "Control connections turned away, by result code; without a rule where none admits the client.", {}};
    MetricFamily closed{"ferrygate_sessions_closed_total", Kind::Counter, "Sessions that ended, by result code.", {}};
    MetricFamily draining{"ferrygate_rule_draining", Kind::Gauge, "1 while the rule takes no new sessions.", {}};
    MetricFamily bytes{"ferrygate_relayed_bytes_total", Kind::Counter,
        "Bytes moved through the gateway; up is from client to server.", {}};
    MetricFamily transfers{"ferrygate_transfers_total", Kind::Counter,
        "Data connections that ended: done, cut, or never connected through.", {}};
    MetricFamily dataDenied{"ferrygate_data_connections_denied_total", Kind::Counter,
        "Data connections of peers that may not use the port.", {}};
    MetricFamily ports{"ferrygate_data_ports", Kind::Gauge, "Data ports that the rule may open.", {}};
    MetricFamily portsInUse{
        "ferrygate_data_ports_in_use", Kind::Gauge, "Data ports that sessions of the rule hold.", {}};
    MetricFamily portsExhausted{"ferrygate_data_ports_exhausted_total", Kind::Counter,
        "Transfers refused with 425 because every data port was in use (FG105).", {}};
    MetricFamily limits{"ferrygate_limits_reached_total", Kind::Counter,
        "Sessions ended or refused, and data connections cut, by a limit of the rule.", {}};
    MetricFamily refused{"ferrygate_commands_refused_total", Kind::Counter,
        "Commands that the gateway refused, by filter; \"line\" where it was no command.", {}};
    MetricFamily replies{
        "ferrygate_replies_total", Kind::Counter, "Replies to clients, by class and by who made them.", {}};
    MetricFamily handshakes{"ferrygate_tls_handshakes_total", Kind::Counter,
        "TLS handshakes of the gateway, on the leg to the client or to the server.", {}};
    MetricFamily acceptsExhausted{"ferrygate_accepts_exhausted_total", Kind::Counter,
        "Connections closed because the proxy had no file descriptor left.", {}};

    QList<MetricFamily> all() const
    {
        return {sessions, opened, denied, closed, draining, bytes, transfers, dataDenied, ports, portsInUse,
            portsExhausted, limits, refused, replies, handshakes, acceptsExhausted};
    }
};

class Filler {
public:
    explicit Filler(QString gateway) : m_gateway(std::move(gateway)) {}

    void add(const ProxyCounts &proxy)
    {
        addCodes(m_families.denied, {}, proxy.denied);
        m_families.acceptsExhausted.add(proxy.acceptsExhausted, {{"gateway", m_gateway}});
        for (const RuleCounts &rule : proxy.rules)
            add(rule);
    }
    [[nodiscard]] QList<MetricFamily> families() const { return m_families.all(); }

private:
    using Labels = QList<MetricSample::Label>;

    [[nodiscard]] Labels labels(const QString &rule, const Labels &more = {}) const
    {
        return Labels{{"gateway", m_gateway}, {"rule", rule}} + more;
    }

    void addCodes(MetricFamily &family, const QString &rule, const ByName &codes)
    {
        for (const auto &[code, count] : codes.counts)
            family.add(count, labels(rule, {{"code", codeLabel(code)}}));
    }
    void addNamed(MetricFamily &family, const QString &rule, const QByteArray &label, const ByName &named)
    {
        for (const auto &[name, count] : named.counts)
            family.add(count, labels(rule, {{label, snakeCase(name)}}));
    }
    void addReplies(const QString &rule, const QString &originator, const ByName &replies)
    {
        for (const auto &[digit, count] : replies.counts)
            m_families.replies.add(count, labels(rule, {{"originator", originator}, {"class", digit + u"xx"_s}}));
    }
    void addHandshakes(const QString &rule, const QString &channel, const Handshakes &handshakes)
    {
        const auto addLeg = [&](const QString &leg, const ByName &outcomes) {
            for (const auto &[outcome, count] : outcomes.counts) {
                m_families.handshakes.add(
                    count, labels(rule, {{"channel", channel}, {"leg", leg}, {"outcome", outcome}}));
            }
        };
        addLeg(u"client"_s, handshakes.client);
        addLeg(u"server"_s, handshakes.server);
    }
    void addTraffic(const QString &rule, const QString &channel, const ByName &traffic)
    {
        for (const auto &[direction, count] : traffic.counts)
            m_families.bytes.add(count, labels(rule, {{"channel", channel}, {"direction", direction}}));
    }

    void add(const RuleCounts &rule)
    {
        m_families.sessions.add(rule.sessions, labels(rule.id));
        m_families.opened.add(rule.hits, labels(rule.id));
        addCodes(m_families.denied, rule.id, rule.denied);
        addCodes(m_families.closed, rule.id, rule.closed);
        m_families.draining.add(rule.isDraining ? 1 : 0, labels(rule.id));
        addTraffic(rule.id, u"control"_s, rule.control);
        addTraffic(rule.id, u"data"_s, rule.data);
        addNamed(m_families.transfers, rule.id, "outcome", rule.transfers);
        m_families.dataDenied.add(rule.dataDenied, labels(rule.id));
        m_families.ports.add(rule.dataPorts, labels(rule.id));
        m_families.portsInUse.add(rule.dataPortsInUse, labels(rule.id));
        m_families.portsExhausted.add(rule.dataPortsExhausted, labels(rule.id));
        addNamed(m_families.limits, rule.id, "limit", rule.limits);
        addNamed(m_families.refused, rule.id, "filter", rule.refused);
        addReplies(rule.id, u"server"_s, rule.serverReplies);
        addReplies(rule.id, u"gateway"_s, rule.gatewayReplies);
        addHandshakes(rule.id, u"control"_s, rule.handshakes.control);
        addHandshakes(rule.id, u"data"_s, rule.handshakes.data);
    }

    QString m_gateway;
    Families m_families;
};

} // namespace

namespace agent {

Result<QList<MetricFamily>> proxyMetrics(const QJsonValue &reply, const QString &gateway)
{
    const Result<ProxyCounts> counts = fromJson<ProxyCounts>(reply);
    if (!counts)
        return failure(counts.error());
    Filler filler(gateway);
    filler.add(*counts);
    return filler.families();
}

} // namespace agent
} // namespace ferry
