#include "app/ctl/verbs/RollbackVerb.h"

#include "app/ctl/cli/OpenTransactions.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RollbackVerb", text);
}

} // namespace

QString RollbackVerb::summary() const
{
    return tr("takes back what was applied and not confirmed yet");
}

QString RollbackVerb::help() const
{
    return tr(
        "Rolls the open Apply back on every node of the rule set. What is confirmed stays: apply an older file to\n"
        "go back further.\n\n"
        "Exit code 0: rolled back, or nothing was open. 1: a node could not be asked; it goes back by itself.\n\n"
        "  ferryctl rollback --why \"partners cannot log in\" rules.json");
}

QString RollbackVerb::jsonShape() const
{
    return QStringLiteral(
        "{\"nodes\": [{\"agent\", \"node\", \"record\"?: {\"transaction\", \"generation\", \"who\", \"when\", "
        "\"why\", \"what\", \"outcome\"}, \"error\"?}]}");
}

void RollbackVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
    parser.addOption({QStringLiteral("why"), tr("The reason, for the audit log."), tr("TEXT")});
}

int RollbackVerb::run(const Call &call) const
{
    return endOpenTransactions(call, Ending::RollBack, call.options.value(QStringLiteral("why")));
}

} // namespace ferry::ctl
