#include "app/ctl/verbs/MetricsVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text)
{
    return QCoreApplication::translate("MetricsVerb", text);
}

} // namespace

QString MetricsVerb::summary() const
{
    return tr("prints what a gateway counts, as Prometheus reads it");
}

QString MetricsVerb::help() const
{
    return tr("Prints the counters of the gateway's node in the text format of Prometheus: sessions, refusals, bytes,\n"
              "transfers, replies, TLS handshakes and data ports, for each rule. Counters begin anew when the proxy\n"
              "does. Where agent.json names an address for \"metrics\", Prometheus reads the same from there.\n\n"
              "Exit code 0, or 1 where the gateway could not be asked.\n\n"
              "  ferryctl metrics rules.json gw-1");
}

QString MetricsVerb::jsonShape() const
{
    return u"{\"text\"}"_s;
}

void MetricsVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
}

int MetricsVerb::run(const Call &call) const
{
    const std::optional<OpenedRuleSet> opened = openRuleSet(call);
    if (!opened)
        return ExitError;
    const Result<backend::AgentChannel *> channel = channelOfGateway(*opened, call.arguments[1]);
    if (!channel) {
        call.terminal.error(channel.error());
        return ExitError;
    }
    QObject context;
    const auto metrics =
        await<AgentResult<MetricsReply>>([&](const auto &done) { (*channel)->metrics(&context, done); });
    if (!metrics) {
        call.terminal.error(metrics.error().error);
        return ExitError;
    }
    call.terminal.json(toJson(*metrics));
    call.terminal.line(metrics->text.chopped(metrics->text.endsWith(u'\n') ? 1 : 0));
    return ExitDone;
}

} // namespace ferry::ctl
