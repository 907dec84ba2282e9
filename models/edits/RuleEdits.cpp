#include "models/edits/RuleEdits.h"

#include "models/edits/ChangeObject.h"
#include "models/edits/CompoundEdit.h"
#include "models/edits/EditText.h"
#include "models/edits/InsertObject.h"
#include "models/edits/RemoveObject.h"
#include "models/edits/ReplaceRuleSet.h"
#include "models/edits/UniqueName.h"
#include "models/rules/TextLimits.h"

#include <QSet>

namespace ferry {
namespace {

// Each removal shifts the rows behind it; from here on one new table is cheaper.
constexpr qsizetype fewRules = 32;
// Leaves room for " (copy 99)" in the name of a copy.
constexpr qsizetype longestOriginal = TextLimits::name - 20;

template <class Value>
EditPtr setField(
    const RuleId &rule, const QString &name, Value PublishingRule::*field, Value value, const QString &mergeKey = {})
{
    return std::make_unique<ChangeObject<PublishingRule>>(rule, name, mergeKey,
        [field, value = std::move(value)](const RuleSet &, PublishingRule &changed) -> Result<void> {
            changed.*field = value;
            return {};
        });
}

} // namespace

EditPtr renameRule(const RuleId &rule, const QString &name)
{
    return setField(rule, EditText::tr("rename %1"), &PublishingRule::name, name, QStringLiteral("name"));
}

EditPtr setRuleDescription(const RuleId &rule, const QString &description)
{
    return setField(
        rule, EditText::tr("describe %1"), &PublishingRule::description, description, QStringLiteral("description"));
}

EditPtr setRuleEnabled(const RuleId &rule, bool enabled)
{
    return setField(
        rule, enabled ? EditText::tr("enable %1") : EditText::tr("disable %1"), &PublishingRule::enabled, enabled);
}

EditPtr setRuleProtocol(const RuleId &rule, const ProtocolId &protocol)
{
    return setField(rule, EditText::tr("change the protocol of %1"), &PublishingRule::protocol, protocol);
}

EditPtr setRuleGateways(const RuleId &rule, const QList<GatewayId> &gateways)
{
    return setField(rule, EditText::tr("change the gateways of %1"), &PublishingRule::gateways, gateways);
}

EditPtr setListener(const RuleId &rule, const Listener &listener)
{
    return setField(rule, EditText::tr("change the listener of %1"), &PublishingRule::listener, listener,
        QStringLiteral("listener"));
}

EditPtr setPublishedServer(const RuleId &rule, const PublishedServer &server)
{
    return setField(rule, EditText::tr("change the server of %1"), &PublishingRule::server, server);
}

EditPtr setSourceNetworks(const RuleId &rule, const QList<Network> &from)
{
    return setField(rule, EditText::tr("change who may use %1"), &PublishingRule::from, from, QStringLiteral("from"));
}

EditPtr setRuleLog(const RuleId &rule, bool log)
{
    return setField(rule, log ? EditText::tr("switch log on for %1") : EditText::tr("switch log off for %1"),
        &PublishingRule::log, log);
}

EditPtr setRuleReason(const RuleId &rule, const QString &reason)
{
    return setField(
        rule, EditText::tr("give the reason for %1"), &PublishingRule::reason, reason, QStringLiteral("reason"));
}

EditPtr replaceRule(const PublishingRule &rule)
{
    return std::make_unique<ChangeObject<PublishingRule>>(
        rule.id, EditText::tr("edit %1"), QString(), [rule](const RuleSet &, PublishingRule &changed) -> Result<void> {
            changed = rule;
            return {};
        });
}

EditPtr insertRule(const PublishingRule &rule, qsizetype row)
{
    return std::make_unique<InsertObject<PublishingRule>>(rule, row);
}

EditPtr removeRules(const QList<RuleId> &rules)
{
    if (rules.size() == 1)
        return std::make_unique<RemoveObject<PublishingRule>>(rules.first());
    const QString name = EditText::tr("remove %n rules", nullptr, static_cast<int>(rules.size()));
    if (rules.size() <= fewRules) {
        CompoundEdit::Parts parts;
        for (const RuleId &rule : rules)
            parts.push_back(std::make_unique<RemoveObject<PublishingRule>>(rule));
        return std::make_unique<CompoundEdit>(name, std::move(parts));
    }
    return std::make_unique<ReplaceRuleSet>(name, [rules](const RuleSet &ruleSet) -> Result<RuleSet> {
        const QSet<RuleId> doomed(rules.cbegin(), rules.cend());
        RuleSet result = ruleSet;
        result.rules = ruleSet.rules.filtered([&](const PublishingRule &rule) { return !doomed.contains(rule.id); });
        return result;
    });
}

EditPtr duplicateRule(const RuleId &rule)
{
    return std::make_unique<CompoundEdit>(
        EditText::tr("duplicate a rule"), [rule](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            const PublishingRule *original = ruleSet.rules.find(rule);
            if (!original)
                return failure(notThere(rule.text()));
            PublishingRule copy = *original;
            copy.name = uniqueName(ruleSet.rules,
                EditText::tr("%1 (copy%2)").arg(original->name.left(longestOriginal), QStringLiteral("%1")));
            copy.id = uniqueId(ruleSet.rules, copy.name, u"rule");
            // Enabled it would never match: the original stands in front of it with the same listener.
            copy.enabled = false;
            return editParts(EditPtr(
                std::make_unique<InsertObject<PublishingRule>>(std::move(copy), ruleSet.rules.rowOf(rule) + 1)));
        });
}

} // namespace ferry
