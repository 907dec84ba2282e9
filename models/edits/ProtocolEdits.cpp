#include "models/edits/ProtocolEdits.h"

#include "models/edits/ChangeObject.h"
#include "models/edits/CompoundEdit.h"
#include "models/edits/EditText.h"
#include "models/edits/InsertObject.h"
#include "models/edits/RemoveObject.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/UniqueName.h"
#include "models/rules/TextLimits.h"

#include <algorithm>
#include <utility>

namespace ferry {
namespace {

// Leaves room for " (custom 99)" in the name of a copy.
constexpr qsizetype longestOriginal = TextLimits::name - 20;

template <class Value>
EditPtr setField(const ProtocolId &protocol, const QString &name, Value ProtocolDefinition::*field, Value value,
    const QString &mergeKey = {})
{
    return std::make_unique<ChangeObject<ProtocolDefinition>>(protocol, name, mergeKey,
        [field, value = std::move(value)](const RuleSet &, ProtocolDefinition &changed) -> Result<void> {
            changed.*field = value;
            return {};
        });
}

} // namespace

EditPtr renameProtocol(const ProtocolId &protocol, const QString &name)
{
    return setField(protocol, EditText::tr("rename %1"), &ProtocolDefinition::name, name, QStringLiteral("name"));
}

EditPtr setProtocolDescription(const ProtocolId &protocol, const QString &description)
{
    return setField(protocol, EditText::tr("describe %1"), &ProtocolDefinition::description, description,
        QStringLiteral("description"));
}

EditPtr setPrimaryConnections(const ProtocolId &protocol, const QList<ProtocolConnection> &primary)
{
    return setField(protocol, EditText::tr("change the primary connections of %1"), &ProtocolDefinition::primary,
        primary, QStringLiteral("primary"));
}

EditPtr setSecondaryConnections(const ProtocolId &protocol, const QList<ProtocolConnection> &secondary)
{
    return setField(protocol, EditText::tr("change the secondary connections of %1"), &ProtocolDefinition::secondary,
        secondary, QStringLiteral("secondary"));
}

EditPtr setProtocolFilter(const ProtocolId &protocol, ApplicationFilter filter)
{
    return setField(protocol,
        filter == ApplicationFilter::Ftp ? EditText::tr("bind the FTP filter to %1")
                                         : EditText::tr("take the FTP filter off %1"),
        &ProtocolDefinition::filter, filter);
}

QList<ProtocolConnection> withPublished(const QList<ProtocolConnection> &primary, PortRange ports)
{
    const bool isPublished = std::any_of(primary.cbegin(), primary.cend(), [&](const ProtocolConnection &connection) {
        return connection.direction == Direction::Inbound && connection.ports.contains(ports);
    });
    if (isPublished)
        return primary;
    QList<ProtocolConnection> result;
    bool controlSeen = false;
    for (const ProtocolConnection &connection : primary) {
        const bool isControl = connection.direction == Direction::Inbound && !std::exchange(controlSeen, true);
        if (isControl || connection.direction != Direction::Inbound || !connection.ports.overlaps(ports)) {
            result << connection;
            continue;
        }
        ports = PortRange::fromTrusted(
            std::min(ports.low(), connection.ports.low()), std::max(ports.high(), connection.ports.high()));
    }
    result << ProtocolConnection{Direction::Inbound, ports};
    return result;
}

EditPtr publishPorts(const ProtocolId &protocol, PortRange ports)
{
    return std::make_unique<ChangeObject<ProtocolDefinition>>(protocol,
        EditText::tr("publish %1 with %2").arg(ports.toDisplay(), QStringLiteral("%1")), QString(),
        [ports](const RuleSet &, ProtocolDefinition &changed) -> Result<void> {
            changed.primary = withPublished(changed.primary, ports);
            return {};
        });
}

EditPtr replaceProtocol(const ProtocolDefinition &protocol)
{
    return std::make_unique<ChangeObject<ProtocolDefinition>>(protocol.id, EditText::tr("edit %1"), QString(),
        [protocol](const RuleSet &ruleSet, ProtocolDefinition &changed) -> Result<void> {
            if (changed.builtIn)
                return acceptable(ruleSet, changed);
            changed = protocol;
            return {};
        });
}

EditPtr insertProtocol(const ProtocolDefinition &protocol)
{
    return std::make_unique<InsertObject<ProtocolDefinition>>(protocol, -1);
}

EditPtr removeProtocol(const ProtocolId &protocol)
{
    return std::make_unique<RemoveObject<ProtocolDefinition>>(protocol);
}

EditPtr removeProtocolAndUse(const ProtocolId &protocol, const ProtocolId &replacement)
{
    return std::make_unique<CompoundEdit>(EditText::tr("remove %1").arg(protocol.text()),
        [protocol, replacement](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            CompoundEdit::Parts parts;
            for (const RuleId &rule : rulesUsing(ruleSet, protocol))
                parts.push_back(setRuleProtocol(rule, replacement));
            parts.push_back(removeProtocol(protocol));
            return parts;
        });
}

EditPtr customizeProtocol(const RuleId &rule, const QList<PortRange> &ports)
{
    return std::make_unique<CompoundEdit>(EditText::tr("customize a protocol definition"),
        [rule, ports](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            const PublishingRule *user = ruleSet.rules.find(rule);
            const ProtocolDefinition *original = user ? ruleSet.protocols.find(user->protocol) : nullptr;
            if (!original)
                return failure(notThere(user ? user->protocol.text() : rule.text()));
            const QString name = uniqueName(ruleSet.protocols,
                EditText::tr("%1 (custom%2)").arg(original->name.left(longestOriginal), QStringLiteral("%1")));
            ProtocolDefinition copy = customized(*original, uniqueId(ruleSet.protocols, name, u"protocol"), name);
            for (const PortRange &range : ports)
                copy.primary = withPublished(copy.primary, range);
            const ProtocolId id = copy.id;
            return editParts(insertProtocol(copy), setRuleProtocol(rule, id));
        });
}

} // namespace ferry
