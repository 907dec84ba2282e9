#include "models/wire/Requests.h"

#include "models/wire/JsonDecoder.h"

namespace ferry {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostEntries = 10'000;

} // namespace

QJsonObject toJson(const RestartRequest &request)
{
    return {{u"service"_s, request.service.text()}};
}

QJsonObject toJson(const TailRequest &request)
{
    return {{u"tail"_s, request.tail}};
}

QJsonObject toJson(const ProgressNote &note)
{
    return {{u"step"_s, note.step}, {u"text"_s, note.text}};
}

void decode(const JsonNode &node, RestartRequest &out)
{
    JsonFields(node).required(u"service", out.service);
}

void decode(const JsonNode &node, TailRequest &out)
{
    JsonFields(node).optional(u"tail", out.tail);
    if (out.tail < 0 || out.tail > mostEntries)
        node.refuse(QStringLiteral("\"tail\" is not between 0 and %1.").arg(mostEntries));
}

void decode(const JsonNode &node, ProgressNote &out)
{
    JsonFields(node).required(u"step", out.step).required(u"text", out.text);
}

} // namespace ferry
