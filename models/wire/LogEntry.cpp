#include "models/wire/LogEntry.h"

#include "models/wire/JsonDecoder.h"

namespace ferry {

using namespace Qt::Literals::StringLiterals;

QJsonObject toJson(const LogEntry &entry)
{
    QJsonObject json{{u"action"_s, enumName(entry.action)}, {u"originator"_s, enumName(entry.originator)}};
    const auto number = [&json](const QString &key, quint64 value) {
        if (value != 0)
            json.insert(key, static_cast<qint64>(value));
    };
    const auto text = [&json](const QString &key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, value);
    };
    number(u"serial"_s, entry.serial);
    text(u"time"_s, timeToJson(entry.time));
    text(u"gateway"_s, entry.gateway.text());
    text(u"rule"_s, entry.rule.text());
    number(u"session"_s, entry.session);
    if (!entry.client.isUnspecified())
        json.insert(u"client"_s, entry.client.toString());
    number(u"clientPort"_s, entry.clientPort);
    text(u"command"_s, entry.command);
    text(u"reply"_s, entry.reply);
    number(u"resultCode"_s, entry.resultCode);
    number(u"bytes"_s, entry.bytes);
    text(u"text"_s, entry.text);
    return json;
}

void decode(const JsonNode &node, LogEntry &out)
{
    JsonFields(node)
        .optional(u"serial", out.serial)
        .optional(u"time", out.time)
        .optional(u"gateway", out.gateway)
        .optional(u"rule", out.rule)
        .optional(u"session", out.session)
        .optional(u"client", out.client)
        .optional(u"clientPort", out.clientPort)
        .required(u"action", out.action)
        .optional(u"command", out.command)
        .optional(u"reply", out.reply)
        .optional(u"originator", out.originator)
        .optional(u"resultCode", out.resultCode)
        .optional(u"bytes", out.bytes)
        .optional(u"text", out.text);
}

Result<LogEntry> logEntryFromJson(const QJsonObject &json)
{
    return fromJson<LogEntry>(json);
}

} // namespace ferry
