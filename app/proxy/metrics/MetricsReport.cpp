#include "app/proxy/metrics/MetricsReport.h"

#include "app/proxy/filters/Filter.h"
#include "app/proxy/log/LogEntry.h"

#include <span>

namespace ferry::proxy {
namespace {

/// Writes an object as it goes; the commas come by themselves.
class ObjectWriter {
public:
    explicit ObjectWriter(std::string &out) : m_out(out) { m_out += '{'; }
    ~ObjectWriter() { m_out += '}'; }
    ObjectWriter(const ObjectWriter &) = delete;
    ObjectWriter &operator=(const ObjectWriter &) = delete;

    std::string &key(std::string_view name)
    {
        m_out += m_isFirst ? "\"" : ",\"";
        m_isFirst = false;
        m_out += name;
        m_out += "\":";
        return m_out;
    }
    void number(std::string_view name, std::uint64_t value) { key(name) += std::to_string(value); }
    void numbers(std::string_view name, std::span<const std::string_view> names, std::span<const std::uint64_t> values)
    {
        ObjectWriter inner(key(name));
        for (std::size_t i = 0; i < names.size(); ++i)
            inner.number(names[i], values[i]);
    }
    void codes(std::string_view name, const CodeCounts &codes)
    {
        ObjectWriter inner(key(name));
        for (const auto &[code, count] : codes.rows())
            inner.number(std::to_string(code), count);
    }
    void traffic(std::string_view name, const Traffic &traffic)
    {
        ObjectWriter inner(key(name));
        inner.number("up", traffic.up);
        inner.number("down", traffic.down);
    }

private:
    std::string &m_out;
    bool m_isFirst = true;
};

constexpr std::array<std::string_view, 3> outcomeNames{"done", "cut", "notConnected"};
constexpr std::array<std::string_view, 6> limitNames{
    "idle", "login", "sessions", "sessionsPerClient", "data", "sessionsPerNetwork"};
constexpr std::array<std::string_view, 5> classNames{"1", "2", "3", "4", "5"};
constexpr std::array<std::string_view, 3> handshakeNames{"full", "resumed", "failed"};

void appendHandshakes(ObjectWriter &out, std::string_view name, const std::array<RuleMetrics::ByOutcome, 2> &legs)
{
    ObjectWriter inner(out.key(name));
    inner.numbers("client", handshakeNames, legs[static_cast<std::size_t>(TlsLeg::Client)]);
    inner.numbers("server", handshakeNames, legs[static_cast<std::size_t>(TlsLeg::Server)]);
}

void appendRule(std::string &json, const RuleReport &rule)
{
    const RuleMetrics &metrics = rule.metrics;
    ObjectWriter out(json);
    appendJsonString(out.key("id"), rule.id);
    out.number("hits", rule.hits);
    out.number("sessions", rule.sessions);
    out.key("draining") += rule.isDraining ? "true" : "false";
    out.codes("denied", metrics.denied);
    out.codes("closed", metrics.closed);
    out.traffic("control", metrics.control);
    out.traffic("data", metrics.data);
    out.numbers("transfers", outcomeNames, metrics.transfers);
    out.number("dataDenied", metrics.dataDenied);
    out.number("dataPorts", rule.dataPorts);
    out.number("dataPortsInUse", metrics.dataPortsInUse);
    out.number("dataPortsExhausted", metrics.dataPortsExhausted);
    out.numbers("limits", limitNames, metrics.limits);
    out.numbers("refused", filterNames(), metrics.refused);
    out.numbers("serverReplies", classNames, metrics.serverReplies);
    out.numbers("gatewayReplies", classNames, metrics.gatewayReplies);
    ObjectWriter handshakes(out.key("handshakes"));
    appendHandshakes(handshakes, "control", metrics.handshakes[static_cast<std::size_t>(TlsPurpose::Control)]);
    appendHandshakes(handshakes, "data", metrics.handshakes[static_cast<std::size_t>(TlsPurpose::Data)]);
}

} // namespace

std::string metricsJson(const MetricsReport &report)
{
    std::string json;
    {
        ObjectWriter out(json);
        out.codes("denied", report.denied);
        out.number("acceptsExhausted", report.acceptsExhausted);
        out.key("rules") += '[';
        for (const RuleReport &rule : report.rules) {
            if (json.back() != '[')
                json += ',';
            appendRule(json, rule);
        }
        json += ']';
    }
    return json;
}

} // namespace ferry::proxy
