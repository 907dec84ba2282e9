#include "app/ctl/verbs/BallastVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"
#include "models/base/ByteSize.h"

#include <QCoreApplication>
#include <QLocale>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text)
{
    return QCoreApplication::translate("BallastVerb", text);
}

} // namespace

QString BallastVerb::summary() const
{
    return tr("keeps room on an FTP server's volume, and gives it back when the disk is full");
}

QString BallastVerb::help() const
{
    return tr(
        "The agent keeps a file of SIZE on the volume of the service's files, in real blocks. When the disk is full, "
        "0\n"
        "gives the room back at once. Where the file lies is set in agent.json, under \"ballast\" of the service.\n"
        "A size that would make the volume low is refused. \"ferryctl status\" shows what is kept and what is free.\n\n"
        "SIZE is a number of bytes, or one with K, M, G or T (1024 of each other).\n\n"
        "Exit code 0: done. 1: not done.\n\n"
        "  ferryctl ballast rules.json files-1 2G\n"
        "  ferryctl ballast rules.json files-1 0");
}

QString BallastVerb::jsonShape() const
{
    return u"{\"folder\", \"size\", \"available\", \"lowBelow\", \"ballast\"}, in bytes"_s;
}

void BallastVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
}

int BallastVerb::run(const Call &call) const
{
    const std::optional<qint64> bytes = parseByteSize(call.arguments[2]);
    if (!bytes) {
        call.terminal.error({ErrorCode::InvalidInput, call.arguments[2], tr("The ballast was not changed."),
            tr("\"%1\" is not a size.").arg(call.arguments[2]), tr("Write it like 2G, 500M or 0.")});
        return ExitError;
    }
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    const Result<const FtpService *> service = serviceOf(opened->ruleSet, call.arguments[1]);
    const Result<backend::AgentChannel *> channel =
        service ? opened->bench->agents.channel((*service)->agent) : failure(service.error());
    if (!channel) {
        call.terminal.error(channel.error());
        return ExitError;
    }
    QObject context;
    const auto volume = await<AgentResult<VolumeStatus>>(
        [&](const auto &done) { (*channel)->ballast({(*service)->id, *bytes}, &context, done); });
    if (!volume) {
        call.terminal.error(volume.error().error);
        return ExitError;
    }
    const QLocale locale;
    call.terminal.json(toJson(*volume));
    call.terminal.line(tr("%1 kept in %2, %3 of %4 free.")
            .arg(locale.formattedDataSize(volume->ballast), volume->folder, locale.formattedDataSize(volume->available),
                locale.formattedDataSize(volume->size)));
    return ExitDone;
}

} // namespace ferry::ctl
