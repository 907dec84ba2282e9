#include "models/wire/RpcMessage.h"

#include "models/wire/JsonDecoder.h"
#include "models/wire/JsonText.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace ferry {

using namespace Qt::Literals::StringLiterals;

namespace {

// JSON-RPC 2.0 section 5.1 leaves -32000 to -32099 to the implementation.
constexpr int firstErrorCode = -32000;

QString tr(const char *text)
{
    return QCoreApplication::translate("RpcMessage", text);
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

tl::unexpected<Error> notAMessage(const QString &why)
{
    return failure(ErrorCode::Protocol, u"/"_s, tr("The message was not understood."), why);
}

struct FailureData {
    Error error;
    std::optional<ApplyRecord> record;
};

void decode(const JsonNode &node, FailureData &out)
{
    JsonFields(node)
        .required(u"code", out.error.code)
        .required(u"subject", out.error.subject)
        .required(u"what", out.error.what)
        .required(u"why", out.error.why)
        .required(u"remedy", out.error.remedy)
        .optional(u"record", out.record);
}

std::optional<qint64> idOf(const QJsonValue &value)
{
    const qint64 id = value.toInteger(-1);
    return id >= 0 ? std::optional(id) : std::nullopt;
}

} // namespace

QJsonObject toJson(const RpcFailure &failure)
{
    const Error &error = failure.error;
    QJsonObject data{
        {u"code"_s, enumName(error.code)},
        {u"subject"_s, error.subject},
        {u"what"_s, error.what},
        {u"why"_s, error.why},
        {u"remedy"_s, error.remedy},
    };
    if (failure.record)
        data.insert(u"record"_s, toJson(*failure.record));
    return {
        {u"code"_s, firstErrorCode - static_cast<int>(error.code)},
        {u"message"_s, error.text()},
        {u"data"_s, data},
    };
}

RpcFailure rpcFailureFromJson(const QJsonValue &json)
{
    FailureData data;
    std::optional<Error> problem;
    decode(JsonNode(json[u"data"], problem), data);
    if (!problem)
        return {std::move(data.error), std::move(data.record)};
    const QString message = json[u"message"].toString().left(1000);
    return {Error{ErrorCode::Protocol, {}, tr("The request was not carried out."),
                message.isEmpty() ? tr("The other side gave no reason.") : message, {}},
        {}};
}

QByteArray encode(const RpcRequest &request)
{
    return compact({{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, request.id}, {u"method"_s, request.method},
        {u"params"_s, request.params}});
}

QByteArray encode(const RpcNotification &notification)
{
    return compact({{u"jsonrpc"_s, u"2.0"_s}, {u"method"_s, notification.method}, {u"params"_s, notification.params}});
}

QByteArray encode(const RpcResponse &response)
{
    QJsonObject json{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, response.id}};
    if (response.reply)
        json.insert(u"result"_s, *response.reply);
    else
        json.insert(u"error"_s, toJson(response.reply.error()));
    return compact(json);
}

Result<RpcMessage> parseMessage(const QByteArray &frame)
{
    const Result<QJsonObject> read = readJsonObject(frame);
    if (!read)
        return notAMessage(read.error().why);
    const QJsonObject &json = *read;
    if (json.value(u"jsonrpc") != u"2.0"_s)
        return notAMessage(tr("It is not JSON-RPC 2.0."));

    const QJsonValue id = json.value(u"id");
    const std::optional<qint64> number = idOf(id);
    if (!id.isUndefined() && !number)
        return notAMessage(tr("Its id is not a whole number."));

    const QJsonValue method = json.value(u"method");
    if (method.isString()) {
        const QJsonValue params = json.value(u"params");
        if (!params.isUndefined() && !params.isObject())
            return notAMessage(tr("Its params are not an object."));
        if (number)
            return RpcRequest{*number, method.toString(), params.toObject()};
        return RpcNotification{method.toString(), params.toObject()};
    }
    const bool isResult = json.contains(u"result");
    const bool isError = json.value(u"error").isObject();
    if (!method.isUndefined() || !number || isResult == isError)
        return notAMessage(tr("It is neither a request nor a notification nor a response."));
    if (isResult)
        return RpcResponse{*number, json.value(u"result")};
    return RpcResponse{*number, tl::unexpected(rpcFailureFromJson(json.value(u"error")))};
}

} // namespace ferry
