#include "models/store/RuleSetReader.h"

#include "models/store/Fields.h"
#include "models/store/ObjectReaders.h"
#include "models/store/StoreText.h"

namespace ferry {
namespace {

struct Root {
    RuleSetDraft draft;
    bool hasFormat = false;
};

QString whyTaken(const QString &id, bool isBuiltIn)
{
    return isBuiltIn ? StoreText::tr("\"%1\" is a built-in protocol definition, which no file can change.").arg(id)
                     : StoreText::tr("The id \"%1\" is taken by an object further up.").arg(id);
}

/// Reads a table of objects. The object is appended in any case, so that rows stay those of the file.
template <class Object, class ReadObject>
void readTable(Reading &reading, DraftTable<Object> &table, ReadObject readObject)
{
    const auto readElement = [&] {
        const qsizetype offset = reading.json.valueOffset();
        Object object;
        readObject(object);
        if (!object.id.isNull()) {
            const auto taken = table.rows.constFind(object.id);
            if (taken == table.rows.cend())
                table.rows.insert(object.id, static_cast<qsizetype>(table.objects.size()));
            else
                reading.refuseTakenId(offset, whyTaken(object.id.text(), *taken < 0));
        }
        table.objects.push_back(std::move(object));
    };
    reading.list(readElement, std::numeric_limits<qsizetype>::max());
}

void readFormat(Reading &reading, Root &root)
{
    const qsizetype offset = reading.json.valueOffset();
    QString format;
    if (!reading.text(format, {}))
        return;
    root.hasFormat = true;
    if (format != ruleSetFormat) {
        reading.problems.addDecisive(offset, reading.json.pointer(),
            StoreText::tr("The format is \"%1\", not \"%2\".").arg(format.left(64), ruleSetFormat),
            StoreText::tr("Choose a rule set of Ferrygate."));
    }
}

void readVersion(Reading &reading, Root &)
{
    const qsizetype offset = reading.json.valueOffset();
    int version = ruleSetVersion;
    if (reading.number(version, 1, std::numeric_limits<int>::max()) && version > ruleSetVersion) {
        reading.problems.addDecisive(offset, reading.json.pointer(),
            StoreText::tr(
                "The file was written by a newer Ferrygate: it has version %1, and this one reads version %2.")
                .arg(version)
                .arg(ruleSetVersion),
            StoreText::tr("Update Ferrygate."), ErrorCode::Unsupported);
    }
}

constexpr Field<Root> rootFields[]{
    {QLatin1StringView("$schema"), false,
        [](Reading &reading, Root &) {
            QString ignored;
            reading.text(ignored, {TextLimits::path});
        }},
    {QLatin1StringView("format"), false, readFormat},
    {QLatin1StringView("ftpServices"), false,
        [](Reading &reading, Root &root) {
            readTable(reading, root.draft.ftpServices,
                [&](FtpService &service) { readFtpService(reading, root.draft, service); });
        }},
    {QLatin1StringView("gateways"), false,
        [](Reading &reading, Root &root) {
            readTable(reading, root.draft.gateways, [&](Gateway &gateway) { readGateway(reading, gateway); });
        }},
    {QLatin1StringView("protocols"), false,
        [](Reading &reading, Root &root) {
            readTable(
                reading, root.draft.protocols, [&](ProtocolDefinition &protocol) { readProtocol(reading, protocol); });
        }},
    {QLatin1StringView("revision"), false,
        [](Reading &reading, Root &root) { reading.number(root.draft.revision, 0, std::numeric_limits<int>::max()); }},
    {QLatin1StringView("rules"), false,
        [](Reading &reading, Root &root) {
            readTable(reading, root.draft.rules, [&](PublishingRule &rule) { readRule(reading, root.draft, rule); });
        }},
    {QLatin1StringView("version"), true, readVersion},
};

void readRoot(Reading &reading, Root &root)
{
    for (const ProtocolDefinition &protocol : builtInProtocols())
        root.draft.protocols.rows.insert(protocol.id, -1);

    const bool isObject = readFields(reading, rootFields, root);
    if (reading.json.fault())
        return;
    if (!isObject || !root.hasFormat) {
        reading.problems.addDecisive(0, {},
            StoreText::tr("This is not a rule set: it does not say \"format\": \"%1\".").arg(ruleSetFormat),
            StoreText::tr("Choose a rule set of Ferrygate."));
    }
    reading.json.finish();
}

/// True if `text` can be looked at as JSON at all.
bool isText(QByteArrayView text, ProblemList &problems)
{
    if (text.startsWith("\xEF\xBB\xBF")) { // RFC 8259 section 8.1: no byte order mark
        problems.add(0, {}, StoreText::tr("The file starts with a byte order mark."),
            StoreText::tr("Save it as UTF-8 without one."));
        return false;
    }
    const qsizetype invalid = firstInvalidUtf8(text);
    if (invalid >= 0) {
        problems.add(invalid, {}, StoreText::tr("The file is not UTF-8 text."), StoreText::tr("Save it as UTF-8."));
        return false;
    }
    return true;
}

/// Moves the objects behind those that are in the table.
template <class Object>
void take(Table<Object> &table, DraftTable<Object> &draft)
{
    table.reserve(table.size() + static_cast<qsizetype>(draft.objects.size()));
    for (; !draft.objects.empty(); draft.objects.pop_front())
        table.append(std::move(draft.objects.front()));
}

RuleSet finished(RuleSetDraft draft)
{
    RuleSet ruleSet;
    ruleSet.revision = draft.revision;
    take(ruleSet.protocols, draft.protocols);
    take(ruleSet.gateways, draft.gateways);
    take(ruleSet.ftpServices, draft.ftpServices);
    draft.rules.rows.clear();
    take(ruleSet.rules, draft.rules);
    return ruleSet;
}

} // namespace

tl::expected<RuleSet, LoadProblems> readRuleSet(QByteArrayView text)
{
    Reading reading(text);
    if (!isText(text, reading.problems))
        return tl::unexpected(reading.problems.located(text));
    Root root;
    readRoot(reading, root);
    if (const std::optional<JsonFault> &fault = reading.json.fault())
        reading.problems.add(fault->offset, reading.json.pointer(), fault->why, fault->remedy);
    else
        refuseDangling(root.draft, text, reading.problems);
    if (!reading.problems.isEmpty())
        return tl::unexpected(reading.problems.located(text));
    return finished(std::move(root.draft));
}

} // namespace ferry
