#include "app/ctl/verbs/ConfirmVerb.h"

#include "app/ctl/cli/OpenTransactions.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ConfirmVerb", text);
}

} // namespace

QString ConfirmVerb::summary() const
{
    return tr("keeps what was applied and not confirmed yet");
}

QString ConfirmVerb::help() const
{
    return tr(
        "Confirms the open Apply on every node of the rule set, so that the agents do not go back by themselves.\n\n"
        "Exit code 0: confirmed, or nothing was open. 1: a node could not be asked.\n\n"
        "  ferryctl apply --yes --confirm later rules.json && ferryctl confirm rules.json");
}

QString ConfirmVerb::jsonShape() const
{
    return QStringLiteral(
        "{\"nodes\": [{\"agent\", \"node\", \"record\"?: {\"transaction\", \"generation\", \"who\", \"when\", "
        "\"why\", \"what\", \"outcome\"}, \"error\"?}]}");
}

void ConfirmVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
}

int ConfirmVerb::run(const Call &call) const
{
    return endOpenTransactions(call, Ending::Confirm, {});
}

} // namespace ferry::ctl
