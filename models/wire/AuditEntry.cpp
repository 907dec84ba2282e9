#include "models/wire/AuditEntry.h"

#include "models/wire/JsonDecoder.h"

namespace ferry {

using namespace Qt::Literals::StringLiterals;

QJsonObject toJson(const AuditEntry &entry)
{
    QJsonObject json{
        {u"serial"_s, static_cast<qint64>(entry.serial)},
        {u"event"_s, entry.event},
        {u"who"_s, entry.who},
        {u"from"_s, entry.from},
        {u"text"_s, entry.text},
        {u"previous"_s, entry.previous},
    };
    if (entry.time.isValid())
        json.insert(u"time"_s, timeToJson(entry.time));
    if (entry.apply)
        json.insert(u"apply"_s, toJson(*entry.apply));
    return json;
}

void decode(const JsonNode &node, AuditEntry &out)
{
    JsonFields(node)
        .required(u"serial", out.serial)
        .optional(u"time", out.time)
        .required(u"event", out.event)
        .required(u"who", out.who)
        .required(u"from", out.from)
        .required(u"text", out.text)
        .optional(u"apply", out.apply)
        .required(u"previous", out.previous);
}

} // namespace ferry
