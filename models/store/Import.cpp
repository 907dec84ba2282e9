#include "models/store/Import.h"

#include "models/plan/RuleOrder.h"
#include "models/store/ObjectWords.h"
#include "models/store/StoreText.h"

#include <algorithm>

namespace ferry {
namespace {

using What = ImportItem::What;

template <class Object>
bool isBuiltIn(const Object &object)
{
    if constexpr (std::is_same_v<Object, ProtocolDefinition>)
        return object.builtIn;
    return false;
}

template <class Object>
Table<Object> merged(const Table<Object> &current, const Table<Object> &incoming)
{
    Table<Object> result = current;
    for (const Object &object : incoming) {
        if (const qsizetype row = current.rowOf(object.id); row < 0)
            result.append(object);
        else if (current.at(row) != object)
            result.replace(row, object);
    }
    return result;
}

RuleSet merged(const RuleSet &current, const RuleSet &incoming)
{
    RuleSet result;
    result.protocols = merged(current.protocols, incoming.protocols);
    result.gateways = merged(current.gateways, incoming.gateways);
    result.ftpServices = merged(current.ftpServices, incoming.ftpServices);
    result.rules = merged(current.rules, incoming.rules);
    return result;
}

/// What happens to the objects of one table.
template <class Object>
void listTable(QList<ImportItem> &items, ObjectKind kind, const Table<Object> &current, const Table<Object> &incoming,
    const Table<Object> &result)
{
    for (const Object &object : result) {
        if (isBuiltIn(object) || !incoming.contains(object.id))
            continue;
        const Object *before = current.find(object.id);
        ImportItem item{before ? What::Same : What::Added, kind, object.id.text(), object.name, {}};
        if (before && *before != object) {
            item.what = What::Changed;
            item.words = changesInWords(*before, object);
        }
        items << item;
    }
    for (const Object &object : current) {
        if (!result.contains(object.id))
            items.append({What::Removed, kind, object.id.text(), object.name, {}});
    }
}

// The order of rules is what they do, so that a rule that only moved has changed.
void noteMovedRules(QList<ImportItem> &items, const RuleSet &current, const RuleSet &result)
{
    const QSet<RuleId> moved = movedRules(ruleIds(current.rules), ruleIds(result.rules));
    if (moved.isEmpty())
        return;
    for (ImportItem &item : items) {
        const RuleId id = RuleId::fromTrusted(item.id);
        if (item.kind != ObjectKind::Rule || !moved.contains(id))
            continue;
        const qsizetype next = result.rules.rowOf(id) + 1;
        item.what = What::Changed;
        item.words << (next == result.rules.size()
                ? StoreText::tr("Evaluated last")
                : StoreText::tr("Evaluated before \"%1\"").arg(result.rules.at(next).name));
    }
}

// A merge removes nothing but the sites of a service that it replaces; rules that it leaves alone may publish them.
QList<Error> brokenReferences(const RuleSet &result)
{
    QList<Error> problems;
    for (const PublishingRule &rule : result.rules) {
        const auto *server = std::get_if<ServiceSite>(&rule.server);
        if (!server || publishedSite(result, rule))
            continue;
        problems.append({ErrorCode::Conflict, rule.id.text(), StoreText::tr("The rule set cannot be merged."),
            StoreText::tr("The rule \"%1\" publishes the site \"%2\" of \"%3\", which the import takes away.")
                .arg(rule.name, server->site, server->service.text()),
            StoreText::tr("Let that rule publish another site first, or replace the whole rule set.")});
    }
    return problems;
}

} // namespace

qsizetype ImportPreview::count(ImportItem::What what) const
{
    return std::count_if(items.cbegin(), items.cend(), [what](const ImportItem &item) { return item.what == what; });
}

bool ImportPreview::changesNothing() const
{
    return count(ImportItem::What::Same) == items.size();
}

ImportPreview previewImport(const RuleSet &current, const RuleSet &incoming, ImportMode mode)
{
    ImportPreview preview;
    preview.result = mode == ImportMode::Merge ? merged(current, incoming) : incoming;
    preview.result.revision = current.revision;
    const RuleSet &result = preview.result;
    listTable(preview.items, ObjectKind::Protocol, current.protocols, incoming.protocols, result.protocols);
    listTable(preview.items, ObjectKind::Gateway, current.gateways, incoming.gateways, result.gateways);
    listTable(preview.items, ObjectKind::FtpService, current.ftpServices, incoming.ftpServices, result.ftpServices);
    listTable(preview.items, ObjectKind::Rule, current.rules, incoming.rules, result.rules);
    noteMovedRules(preview.items, current, result);
    preview.problems = brokenReferences(result);
    return preview;
}

} // namespace ferry
