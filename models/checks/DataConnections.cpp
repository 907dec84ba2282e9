#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/FilterEdits.h"

namespace ferry {
namespace {

bool allowsAny(const CommandPolicy &policy, const QString &one, const QString &other)
{
    return allows(policy, one) || allows(policy, other);
}

} // namespace

void checkDataConnections(const RuleContext &context, FindingSink &sink)
{
    // What the filter cannot read it cannot rule out.
    if (!context.filterOn || context.relaysData)
        return;
    const FilterSettings &filter = context.rule.filter;
    const bool passive =
        filter.dataModes.passive && allowsAny(filter.commands, QStringLiteral("PASV"), QStringLiteral("EPSV"));
    const bool active =
        filter.dataModes.active && allowsAny(filter.commands, QStringLiteral("PORT"), QStringLiteral("EPRT"));
    if (passive || active)
        return;
    sink.add(findingcode::noDataConnection, Severity::Error, [&] {
        FilterSettings cured = filter;
        cured.dataModes.passive = true;
        for (const QString &command : {QStringLiteral("PASV"), QStringLiteral("EPSV")}) {
            cured.commands.deny.removeAll(command);
            if (!cured.commands.allow.isEmpty() && !cured.commands.allow.contains(command))
                cured.commands.allow << command;
        }
        return FindingWords{QStringLiteral("filter.dataModes"), CheckText::tr("No data connection is possible"),
            CheckText::tr(
                "Passive and active transfers are both ruled out, by the data modes or by the command policy. People "
                "can log in, but not list, send or fetch anything."),
            {{CheckText::tr("Allow passive transfers"),
                [id = context.rule.id, cured](const RuleSet &) { return setFilterSettings(id, cured); }}}};
    });
}

} // namespace ferry
