#include "app/ctl/verbs/DiffVerb.h"

#include "app/ctl/cli/RuleSetArgument.h"
#include "app/ctl/cli/Shapes.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace ferry::ctl {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DiffVerb", text);
}

const NodeConfig *findNode(const QList<NodeConfig> &nodes, const QString &agent)
{
    const auto found =
        std::find_if(nodes.cbegin(), nodes.cend(), [&](const NodeConfig &node) { return node.agent == agent; });
    return found == nodes.cend() ? nullptr : &*found;
}

NodePlan comparedNode(const NodeConfig *before, const NodeConfig *after)
{
    NodePlan plan;
    plan.agent = after ? after->agent : before->agent;
    plan.node = plan.agent;
    plan.desired = after ? *after : NodeConfig{plan.agent, {}, {}};
    plan.changes = differences(before ? *before : NodeConfig{}, plan.desired);
    plan.baseGeneration = before ? generationOf(*before) : QString();
    return plan;
}

} // namespace

backend::Plan comparedPlan(const RuleSet &before, const RuleSet &after)
{
    const QList<NodeConfig> old = nodeConfigs(before);
    const QList<NodeConfig> wanted = nodeConfigs(after);
    backend::Plan plan;
    for (const NodeConfig &node : wanted)
        plan.nodes.append(comparedNode(findNode(old, node.agent), &node));
    for (const NodeConfig &node : old) {
        if (!findNode(wanted, node.agent))
            plan.nodes.append(comparedNode(&node, nullptr));
    }
    return plan;
}

QString DiffVerb::summary() const
{
    return tr("tells in words how two rule set files differ in effect");
}

QString DiffVerb::help() const
{
    return tr(
        "Compares what the nodes would run under either file. Names and descriptions that change nothing on a node do\n"
        "not count. No agent is asked: \"ferryctl plan\" compares a file with what runs.\n\n"
        "Exit code 0: the same effect. 2: differences. 1: a file could not be read.\n\n"
        "  ferryctl diff yesterday.json today.json");
}

QString DiffVerb::jsonShape() const
{
    return QStringLiteral("as of \"plan\"; \"baseGeneration\" is that of BEFORE");
}

void DiffVerb::addOptions(QCommandLineParser &) const {}

int DiffVerb::run(const Call &call) const
{
    const std::optional<RuleSet> before = readRuleSetFile(call, call.arguments[0]);
    if (!before)
        return ExitError;
    const std::optional<RuleSet> after = readRuleSetFile(call, call.arguments[1]);
    if (!after)
        return ExitError;
    const backend::Plan plan = comparedPlan(*before, *after);
    call.terminal.json(planToJson(plan));
    call.terminal.line(plan.hasChanges() ? planText(plan) : tr("Both have the same effect."));
    return plan.hasChanges() ? ExitChanges : ExitDone;
}

} // namespace ferry::ctl
