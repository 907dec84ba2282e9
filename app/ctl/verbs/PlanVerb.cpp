#include "app/ctl/verbs/PlanVerb.h"

#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/Shapes.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text)
{
    return QCoreApplication::translate("PlanVerb", text);
}

} // namespace

QString PlanVerb::summary() const
{
    return tr("shows what an apply would change, node by node");
}

QString PlanVerb::help() const
{
    return tr("Asks every agent that the rule set names what it runs, and compares. Nothing is changed.\n\n"
              "With --native the agents also stage the new configuration and drop it again: the plan then shows the\n"
              "difference of their own files, what their checkers say, and whom a restart would cut off.\n\n"
              "Exit code 0: everything runs as the file has it. 2: there are changes. 1: a node could not be asked.\n\n"
              "  ferryctl plan rules.json\n"
              "  ferryctl plan --native --json rules.json");
}

QString PlanVerb::jsonShape() const
{
    return u"{\"hasChanges\", \"isComplete\", \"nodes\": [{\"agent\", \"node\", \"baseGeneration\", "
           u"\"desiredGeneration\",\n"
           "  \"problem\"?, \"changes\": [{\"what\": \"add|change|remove\", \"subject\", \"text\"}],\n"
           "  \"native\": [{\"path\", \"before\", \"after\"}], \"restarts\": [{\"service\", \"sessions\"}]}]}"_s;
}

void PlanVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
    parser.addOption({u"native"_s, tr("Shows the agents' own files before and after.")});
}

int PlanVerb::run(const Call &call) const
{
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    call.terminal.progress(tr("Asking the agents what they run\u2026"));
    const backend::Plan plan = opened->bench->plan(opened->ruleSet,
        call.options.isSet(u"native"_s) ? backend::Planner::Depth::Native : backend::Planner::Depth::Words);
    call.terminal.json(planToJson(plan));
    call.terminal.line(planText(plan));
    if (!plan.isComplete())
        return ExitError;
    return plan.hasChanges() ? ExitChanges : ExitDone;
}

} // namespace ferry::ctl
