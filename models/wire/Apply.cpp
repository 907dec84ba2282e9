#include "models/wire/Apply.h"

#include "models/wire/JsonDecoder.h"
#include "models/wire/NodeConfigJson.h"

namespace ferry {

using namespace Qt::Literals::StringLiterals;

QJsonObject toJson(const ApplyRecord &record)
{
    QJsonObject json{
        {u"transaction"_s, record.transaction},
        {u"generation"_s, record.generation},
        {u"who"_s, record.who},
        {u"from"_s, record.from},
        {u"why"_s, record.why},
        {u"what"_s, QJsonArray::fromStringList(record.what)},
        {u"outcome"_s, record.outcome},
    };
    if (record.when.isValid())
        json.insert(u"when"_s, timeToJson(record.when));
    return json;
}

QJsonObject toJson(const PrepareRequest &request)
{
    QJsonObject json{
        {u"transaction"_s, request.transaction},
        {u"baseGeneration"_s, request.baseGeneration},
        {u"config"_s, toJson(request.config)},
        {u"why"_s, request.why},
        {u"what"_s, QJsonArray::fromStringList(request.what)},
        {u"confirmWithinSeconds"_s, static_cast<qint64>(request.confirmWithin.count())},
    };
    // Left out otherwise, so that agents of an older version understand every other Apply.
    if (request.undoHandEdits)
        json.insert(u"undoHandEdits"_s, true);
    return json;
}

QJsonObject toJson(const NativeChange &change)
{
    return {{u"path"_s, change.path}, {u"before"_s, change.before}, {u"after"_s, change.after}};
}

QJsonObject toJson(const RestartImpact &impact)
{
    return {{u"service"_s, impact.service.text()}, {u"sessions"_s, impact.sessions}};
}

QJsonObject toJson(const PrepareReply &reply)
{
    return {
        {u"generation"_s, reply.generation},
        {u"changes"_s, toJsonArray(reply.changes)},
        {u"restarts"_s, toJsonArray(reply.restarts)},
    };
}

QJsonObject toJson(const RestartReport &report)
{
    return {
        {u"service"_s, report.service.text()},
        {u"succeeded"_s, report.succeeded},
        {u"oldPid"_s, report.oldPid},
        {u"newPid"_s, report.newPid},
        {u"port"_s, report.port},
        {u"banner"_s, report.banner},
        {u"sessionsCut"_s, report.sessionsCut},
        {u"elapsedMs"_s, static_cast<qint64>(report.elapsed.count())},
        {u"lastGoodRestored"_s, report.lastGoodRestored},
        {u"reason"_s, report.reason},
    };
}

QJsonObject toJson(const CommitReply &reply)
{
    return {
        {u"generation"_s, reply.generation},
        {u"restarts"_s, toJsonArray(reply.restarts)},
        {u"confirmWithinMs"_s, static_cast<qint64>(reply.confirmWithin.count())},
    };
}

QJsonObject toJson(const TransactionRequest &request)
{
    return {{u"transaction"_s, request.transaction}, {u"why"_s, request.why}};
}

void decode(const JsonNode &node, ApplyRecord &out)
{
    JsonFields(node)
        .required(u"transaction", out.transaction)
        .required(u"generation", out.generation)
        .required(u"who", out.who)
        .required(u"from", out.from)
        .optional(u"when", out.when)
        .required(u"why", out.why)
        .required(u"what", out.what)
        .required(u"outcome", out.outcome);
}

void decode(const JsonNode &node, PrepareRequest &out)
{
    JsonFields(node)
        .required(u"transaction", out.transaction)
        .required(u"baseGeneration", out.baseGeneration)
        .required(u"config", out.config)
        .required(u"why", out.why)
        .required(u"what", out.what)
        .required(u"confirmWithinSeconds", out.confirmWithin)
        .optional(u"undoHandEdits", out.undoHandEdits);
}

void decode(const JsonNode &node, NativeChange &out)
{
    JsonFields(node).required(u"path", out.path).required(u"before", out.before).required(u"after", out.after);
}

void decode(const JsonNode &node, RestartImpact &out)
{
    JsonFields(node).required(u"service", out.service).required(u"sessions", out.sessions);
}

void decode(const JsonNode &node, PrepareReply &out)
{
    JsonFields(node)
        .required(u"generation", out.generation)
        .required(u"changes", out.changes)
        .required(u"restarts", out.restarts);
}

void decode(const JsonNode &node, RestartReport &out)
{
    JsonFields(node)
        .required(u"service", out.service)
        .required(u"succeeded", out.succeeded)
        .required(u"oldPid", out.oldPid)
        .required(u"newPid", out.newPid)
        .required(u"port", out.port)
        .required(u"banner", out.banner)
        .required(u"sessionsCut", out.sessionsCut)
        .required(u"elapsedMs", out.elapsed)
        .required(u"lastGoodRestored", out.lastGoodRestored)
        .required(u"reason", out.reason);
}

void decode(const JsonNode &node, CommitReply &out)
{
    JsonFields(node)
        .required(u"generation", out.generation)
        .required(u"restarts", out.restarts)
        .required(u"confirmWithinMs", out.confirmWithin);
}

void decode(const JsonNode &node, TransactionRequest &out)
{
    JsonFields(node).required(u"transaction", out.transaction).optional(u"why", out.why);
}

} // namespace ferry
