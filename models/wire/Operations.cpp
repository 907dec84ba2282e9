#include "models/wire/Operations.h"

#include "models/wire/JsonDecoder.h"

namespace ferry {

using namespace Qt::Literals::StringLiterals;

template <>
std::span<const QStringView> enumNames<SessionReading>()
{
    static constexpr QStringView names[]{u"inspected", u"opaque", u"relayed"};
    static_assert(std::size(names) == static_cast<std::size_t>(SessionReading::Relayed) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<LineWay>()
{
    static constexpr QStringView names[]{u"up", u"down", u"note"};
    static_assert(std::size(names) == static_cast<std::size_t>(LineWay::Note) + 1);
    return names;
}

QJsonObject toJson(const MetricsReply &reply)
{
    return {{u"text"_s, reply.text}};
}

QJsonObject toJson(const SessionRequest &request)
{
    return {{u"gateway"_s, request.gateway.text()}, {u"session"_s, static_cast<qint64>(request.session)}};
}

QJsonObject toJson(const TranscriptLine &line)
{
    QJsonObject json{{u"time"_s, timeToJson(line.time)}, {u"way"_s, enumName(line.way)}};
    if (line.client)
        json.insert(u"client"_s, *line.client);
    if (line.server)
        json.insert(u"server"_s, *line.server);
    return json;
}

QJsonObject toJson(const SessionTranscript &transcript)
{
    return {{u"session"_s, static_cast<qint64>(transcript.session)}, {u"rule"_s, transcript.rule.text()},
        {u"client"_s, transcript.client.toString()}, {u"reading"_s, enumName(transcript.reading)},
        {u"lost"_s, transcript.lost}, {u"lines"_s, toJsonArray(transcript.lines)}};
}

QJsonObject toJson(const DrainRequest &request)
{
    QJsonObject json{{u"gateway"_s, request.gateway.text()}, {u"draining"_s, request.draining}};
    if (request.rule)
        json.insert(u"rule"_s, request.rule->text());
    return json;
}

QJsonObject toJson(const DrainReply &reply)
{
    return {{u"sessions"_s, reply.sessions}};
}

QJsonObject toJson(const UpgradeRequest &request)
{
    return {{u"gateway"_s, request.gateway.text()}};
}

QJsonObject toJson(const UpgradeReply &reply)
{
    return {{u"version"_s, reply.version}, {u"before"_s, reply.before}, {u"sessions"_s, reply.sessions}};
}

QJsonObject toJson(const BallastRequest &request)
{
    return {{u"service"_s, request.service.text()}, {u"bytes"_s, request.bytes}};
}

void decode(const JsonNode &node, MetricsReply &out)
{
    JsonFields(node).required(u"text", out.text);
}

void decode(const JsonNode &node, SessionRequest &out)
{
    JsonFields(node).required(u"gateway", out.gateway).required(u"session", out.session);
}

void decode(const JsonNode &node, TranscriptLine &out)
{
    JsonFields(node)
        .required(u"time", out.time)
        .required(u"way", out.way)
        .optional(u"client", out.client)
        .optional(u"server", out.server);
}

void decode(const JsonNode &node, SessionTranscript &out)
{
    JsonFields(node)
        .required(u"session", out.session)
        .required(u"rule", out.rule)
        .required(u"client", out.client)
        .required(u"reading", out.reading)
        .required(u"lost", out.lost)
        .required(u"lines", out.lines);
}

void decode(const JsonNode &node, DrainRequest &out)
{
    JsonFields(node).required(u"gateway", out.gateway).optional(u"rule", out.rule).required(u"draining", out.draining);
}

void decode(const JsonNode &node, DrainReply &out)
{
    JsonFields(node).required(u"sessions", out.sessions);
}

void decode(const JsonNode &node, UpgradeRequest &out)
{
    JsonFields(node).required(u"gateway", out.gateway);
}

void decode(const JsonNode &node, UpgradeReply &out)
{
    JsonFields(node)
        .required(u"version", out.version)
        .required(u"before", out.before)
        .required(u"sessions", out.sessions);
}

void decode(const JsonNode &node, BallastRequest &out)
{
    JsonFields(node).required(u"service", out.service).required(u"bytes", out.bytes);
}

} // namespace ferry
