#include "models/wire/NodeStatus.h"

#include "models/wire/JsonDecoder.h"
#include "models/wire/NodeConfigJson.h"

namespace ferry {

using namespace Qt::Literals::StringLiterals;

QJsonObject toJson(const VolumeStatus &status)
{
    return {
        {u"folder"_s, status.folder},
        {u"size"_s, status.size},
        {u"available"_s, status.available},
        {u"lowBelow"_s, status.lowBelow},
        {u"ballast"_s, status.ballast},
    };
}

QJsonObject toJson(const ServiceStatus &status)
{
    QJsonObject json{
        {u"id"_s, status.id.text()},
        {u"software"_s, enumName(status.software)},
        {u"unit"_s, status.unit},
        {u"running"_s, status.running},
        {u"pid"_s, status.pid},
        {u"sessions"_s, status.sessions},
        {u"problem"_s, status.problem},
    };
    if (status.since.isValid())
        json.insert(u"since"_s, timeToJson(status.since));
    if (status.volume)
        json.insert(u"volume"_s, toJson(*status.volume));
    return json;
}

QJsonObject toJson(const GatewayStatus &status)
{
    QJsonArray offered;
    for (const Engine engine : status.offered)
        offered.append(enumName(engine));
    return {
        {u"id"_s, status.id.text()},
        {u"engine"_s, enumName(status.engine)},
        {u"offered"_s, offered},
        {u"running"_s, status.running},
        {u"pid"_s, status.pid},
        {u"generation"_s, status.generation},
        {u"sessions"_s, status.sessions},
        {u"problem"_s, status.problem},
    };
}

QJsonObject toJson(const NodeStatus &status)
{
    QJsonObject json{
        {u"node"_s, status.node},
        {u"version"_s, status.version},
        {u"generation"_s, status.generation},
        {u"transaction"_s, enumName(status.transaction)},
        {u"confirmLeftMs"_s, static_cast<qint64>(status.confirmLeft.count())},
        {u"gateways"_s, toJsonArray(status.gateways)},
        {u"services"_s, toJsonArray(status.services)},
        {u"drift"_s, toJsonArray(status.drift)},
    };
    if (status.clock.isValid())
        json.insert(u"clock"_s, timeToJson(status.clock));
    if (status.open)
        json.insert(u"open"_s, toJson(*status.open));
    if (status.last)
        json.insert(u"last"_s, toJson(*status.last));
    return json;
}

static QJsonObject toJson(const UnreadService &service)
{
    return {
        {u"id"_s, service.id.text()},
        {u"what"_s, service.what},
        {u"why"_s, service.why},
        {u"remedy"_s, service.remedy},
    };
}

QJsonObject toJson(const Observation &observation)
{
    return {
        {u"generation"_s, observation.generation},
        {u"config"_s, toJson(observation.config)},
        {u"native"_s, toJsonArray(observation.native)},
        {u"found"_s, toJsonArray(observation.found)},
        {u"unread"_s, toJsonArray(observation.unread)},
    };
}

QJsonObject toJson(const SessionInfo &session)
{
    QJsonObject json{
        {u"id"_s, static_cast<qint64>(session.id)},
        {u"gateway"_s, session.gateway.text()},
        {u"rule"_s, session.rule.text()},
        {u"client"_s, session.client.toString()},
        {u"clientPort"_s, session.clientPort},
        {u"user"_s, session.user},
        {u"opaque"_s, session.opaque},
        {u"transfer"_s, session.transfer},
        {u"bytesUp"_s, static_cast<qint64>(session.bytesUp)},
        {u"bytesDown"_s, static_cast<qint64>(session.bytesDown)},
    };
    if (session.since.isValid())
        json.insert(u"since"_s, timeToJson(session.since));
    return json;
}

void decode(const JsonNode &node, VolumeStatus &out)
{
    JsonFields(node)
        .required(u"folder", out.folder)
        .required(u"size", out.size)
        .required(u"available", out.available)
        .required(u"lowBelow", out.lowBelow)
        .required(u"ballast", out.ballast);
}

void decode(const JsonNode &node, ServiceStatus &out)
{
    JsonFields(node)
        .required(u"id", out.id)
        .required(u"software", out.software)
        .required(u"unit", out.unit)
        .required(u"running", out.running)
        .required(u"pid", out.pid)
        .optional(u"since", out.since)
        .required(u"sessions", out.sessions)
        .required(u"problem", out.problem)
        .optional(u"volume", out.volume);
}

void decode(const JsonNode &node, GatewayStatus &out)
{
    JsonFields(node)
        .required(u"id", out.id)
        .required(u"engine", out.engine)
        .optional(u"offered", out.offered)
        .required(u"running", out.running)
        .required(u"pid", out.pid)
        .required(u"generation", out.generation)
        .required(u"sessions", out.sessions)
        .required(u"problem", out.problem);
}

void decode(const JsonNode &node, NodeStatus &out)
{
    JsonFields(node)
        .required(u"node", out.node)
        .required(u"version", out.version)
        .optional(u"clock", out.clock)
        .required(u"generation", out.generation)
        .required(u"transaction", out.transaction)
        .optional(u"open", out.open)
        .required(u"confirmLeftMs", out.confirmLeft)
        .optional(u"last", out.last)
        .required(u"gateways", out.gateways)
        .required(u"services", out.services)
        .required(u"drift", out.drift);
}

static void decode(const JsonNode &node, UnreadService &out)
{
    JsonFields(node)
        .required(u"id", out.id)
        .required(u"what", out.what)
        .required(u"why", out.why)
        .required(u"remedy", out.remedy);
}

void decode(const JsonNode &node, Observation &out)
{
    JsonFields(node)
        .required(u"generation", out.generation)
        .required(u"config", out.config)
        .required(u"native", out.native)
        .required(u"found", out.found)
        .optional(u"unread", out.unread);
}

void decode(const JsonNode &node, SessionInfo &out)
{
    // The proxy leaves out what it does not know yet: the user before USER, the transfer while there is none.
    JsonFields(node)
        .required(u"id", out.id)
        .optional(u"gateway", out.gateway)
        .required(u"rule", out.rule)
        .required(u"client", out.client)
        .required(u"clientPort", out.clientPort)
        .optional(u"user", out.user)
        .optional(u"since", out.since)
        .optional(u"opaque", out.opaque)
        .optional(u"transfer", out.transfer)
        .optional(u"bytesUp", out.bytesUp)
        .optional(u"bytesDown", out.bytesDown);
}

} // namespace ferry
