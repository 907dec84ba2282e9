#include "app/agent/engines/haproxy/HaproxyMetrics.h"

#include "app/agent/engines/haproxy/HaproxyPublishing.h"

#include <map>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = MetricFamily::Kind;
using Labels = QList<MetricSample::Label>;

/// FWX_E_POLICY_RULES_DENIED as ferrygate-proxy prints it: no rule admits the client.
const QString deniedByPolicy = u"0xC004000D"_s;

std::map<RuleId, quint64> openSessions(const QList<HaproxyStats> &workers)
{
    std::map<RuleId, quint64> open;
    for (const HaproxyStats &stats : workers) {
        for (const HaproxyStats::Row &row : stats.rows()) {
            const RuleId rule = ruleOfControl(QString::fromLatin1(row.proxy));
            if (row.kind == HaproxyStats::Kind::Backend && !rule.isNull())
                open[rule] += stats.number(row, "scur");
        }
    }
    return open;
}

struct Families {
    MetricFamily sessions{"ferrygate_sessions", Kind::Gauge, "FTP sessions that are open.", {}};
    MetricFamily opened{
        "ferrygate_sessions_opened_total", Kind::Counter, "Control connections that a rule admitted.", {}};
    MetricFamily denied{"ferrygate_sessions_denied_total", Kind::Counter,
        "Control connections turned away, by result code; without a rule where none admits the client.", {}};
    MetricFamily draining{"ferrygate_rule_draining", Kind::Gauge, "1 while the rule takes no new sessions.", {}};
    MetricFamily bytes{"ferrygate_relayed_bytes_total", Kind::Counter,
        "Bytes moved through the gateway; up is from client to server.", {}};
    MetricFamily dataDenied{"ferrygate_data_connections_denied_total", Kind::Counter,
        "Data connections of peers that may not use the port.", {}};
};

} // namespace

QList<MetricFamily> haproxyMetrics(
    const HaproxyStats &current, const QList<HaproxyStats> &older, const QSet<RuleId> &drained, const QString &gateway)
{
    Families families;
    const auto labels = [&](const RuleId &rule, const Labels &more = {}) {
        return Labels{{"gateway", gateway}, {"rule", rule.text()}} + more;
    };
    for (const auto &[rule, count] : openSessions(older + QList<HaproxyStats>{current}))
        families.sessions.add(count, labels(rule));
    quint64 denied = 0;
    quint64 dataDenied = 0;
    for (const HaproxyStats::Row &row : current.rows()) {
        const QString name = QString::fromLatin1(row.proxy);
        if (row.kind == HaproxyStats::Kind::Frontend) {
            (name.startsWith(u"relay:"_s) ? dataDenied : denied) += current.number(row, "dcon");
            continue;
        }
        const RuleId control = ruleOfControl(name);
        const RuleId rule = control.isNull() ? ruleOfRelay(name) : control;
        if (rule.isNull())
            continue;
        const QString channel = control.isNull() ? u"data"_s : u"control"_s;
        families.bytes.add(current.number(row, "bin"), labels(rule, {{"channel", channel}, {"direction", u"up"_s}}));
        families.bytes.add(current.number(row, "bout"), labels(rule, {{"channel", channel}, {"direction", u"down"_s}}));
        if (control.isNull())
            continue;
        families.opened.add(current.number(row, "stot"), labels(rule));
        families.draining.add(drained.contains(rule) ? 1 : 0, labels(rule));
    }
    families.denied.add(denied, labels({}, {{"code", deniedByPolicy}}));
    families.dataDenied.add(dataDenied, labels({}));
    return {
        families.denied, families.sessions, families.opened, families.draining, families.bytes, families.dataDenied};
}

} // namespace ferry::agent
