#pragma once

#include "models/rules/RuleSet.h"
#include "models/store/JsonWriter.h"

namespace ferry {

// Each writes one object, without what is at its default.

void write(JsonWriter &json, const ProtocolDefinition &protocol);
void write(JsonWriter &json, const Gateway &gateway);
void write(JsonWriter &json, const FtpService &service);
void write(JsonWriter &json, const PublishingRule &rule);
void write(JsonWriter &json, const FilterSettings &filter);

/// Writes key and value where the value is not the default.
template <class Value>
void writeUnless(JsonWriter &json, QLatin1StringView key, const Value &value, const Value &byDefault)
{
    if (value == byDefault && !json.writesDefaults())
        return;
    json.key(key);
    json.value(value);
}

inline void writeUnlessEmpty(JsonWriter &json, QLatin1StringView key, const QString &text)
{
    writeUnless(json, key, text, QString());
}

/// Writes key and list where there is something in it; `asText` turns an element into its text.
template <class Value, class AsText>
void writeTexts(JsonWriter &json, QLatin1StringView key, const QList<Value> &values, AsText asText)
{
    if (values.isEmpty() && !json.writesDefaults())
        return;
    json.key(key);
    json.beginArray();
    for (const Value &value : values)
        json.value(asText(value));
    json.endArray();
}

} // namespace ferry
