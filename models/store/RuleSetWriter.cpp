#include "models/store/RuleSetWriter.h"

#include "models/store/ObjectWriters.h"
#include "models/store/RuleSetReader.h"

#include <algorithm>

namespace ferry {
namespace {

template <class Object>
void writeTable(JsonWriter &json, QLatin1StringView key, const Table<Object> &table)
{
    if (table.isEmpty())
        return;
    json.key(key);
    json.beginArray();
    for (const Object &object : table)
        write(json, object);
    json.endArray();
}

Table<ProtocolDefinition> withoutBuiltIns(const Table<ProtocolDefinition> &protocols)
{
    return protocols.filtered([](const ProtocolDefinition &protocol) { return !protocol.builtIn; });
}

} // namespace

QByteArray ruleSetText(const RuleSet &ruleSet)
{
    JsonWriter json;
    json.beginObject();
    json.key(QLatin1StringView("$schema"));
    json.value(ruleSetSchema);
    json.key(QLatin1StringView("format"));
    json.value(ruleSetFormat);
    writeTable(json, QLatin1StringView("ftpServices"), ruleSet.ftpServices);
    writeTable(json, QLatin1StringView("gateways"), ruleSet.gateways);
    writeTable(json, QLatin1StringView("protocols"), withoutBuiltIns(ruleSet.protocols));
    writeUnless(json, QLatin1StringView("revision"), ruleSet.revision, RuleSet().revision);
    writeTable(json, QLatin1StringView("rules"), ruleSet.rules);
    json.key(QLatin1StringView("version"));
    json.value(ruleSetVersion);
    json.endObject();
    return json.take();
}

} // namespace ferry
