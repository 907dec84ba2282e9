#include "app/ctl/verbs/GatewayVerb.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/RuleSetArgument.h"

#include <QCoreApplication>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using backend::AgentResult;

QString tr(const char *text, const char *comment = nullptr, int n = -1)
{
    return QCoreApplication::translate("GatewayVerb", text, comment, n);
}

Error wrongUse(const QString &why)
{
    return {ErrorCode::InvalidInput, {}, tr("Nothing was done."), why, tr("See \"ferryctl gateway --help\".")};
}

enum class Action { End, Drain, Resume, Upgrade };

/// What the arguments ask for.
struct Order {
    Action action = Action::Drain;
    GatewayId gateway;
    quint64 session = 0;
    std::optional<RuleId> rule;
};

Result<Order> parseOrder(const QStringList &arguments)
{
    static const QStringList actions{u"end"_s, u"drain"_s, u"resume"_s, u"upgrade"_s};
    const qsizetype action = actions.indexOf(arguments[0]);
    if (action < 0)
        return failure(wrongUse(tr("There is no action \"%1\".").arg(arguments[0])));
    const Result<GatewayId> gateway = GatewayId::parse(arguments[2]);
    if (!gateway)
        return failure(gateway.error());
    Order order{static_cast<Action>(action), *gateway, 0, {}};
    const QString what = arguments.value(3);
    if (order.action == Action::End) {
        bool isNumber = false;
        order.session = what.toULongLong(&isNumber);
        if (!isNumber)
            return failure(wrongUse(tr("\"end\" takes the number of a session, which \"ferryctl sessions\" shows.")));
    } else if (order.action == Action::Upgrade && !what.isEmpty()) {
        return failure(wrongUse(tr("\"upgrade\" takes a gateway and nothing more.")));
    } else if (!what.isEmpty()) {
        const Result<RuleId> rule = RuleId::parse(what);
        if (!rule)
            return failure(rule.error());
        order.rule = *rule;
    }
    return order;
}

AgentResult<DrainReply> carryOut(const Order &order, backend::AgentChannel &channel)
{
    QObject context;
    return await<AgentResult<DrainReply>>([&](const auto &done) {
        if (order.action == Action::End)
            channel.endSession({order.gateway, order.session}, &context, done);
        else
            channel.drain({order.gateway, order.rule, order.action == Action::Drain}, &context, done);
    });
}

QString wordsFor(const Order &order)
{
    const QString what = order.rule ? order.rule->text() : order.gateway.text();
    switch (order.action) {
    case Action::End:
        return tr("Session %1 was ended.").arg(order.session);
    case Action::Drain:
        return tr("%1 takes no new sessions.").arg(what);
    case Action::Resume:
        return tr("%1 takes new sessions again.").arg(what);
    case Action::Upgrade:
        break;
    }
    return {};
}

/// What came of it: as JSON, and in words.
struct Outcome {
    QJsonObject json;
    QString text;
};

AgentResult<Outcome> upgrade(const Order &order, backend::AgentChannel &channel)
{
    QObject context;
    const auto reply =
        await<AgentResult<UpgradeReply>>([&](const auto &done) { channel.upgrade({order.gateway}, &context, done); });
    if (!reply)
        return tl::unexpected(reply.error());
    return Outcome{toJson(*reply),
        tr("%1 runs version %2 now, %3 before.").arg(order.gateway.text(), reply->version, reply->before) + u' '
            + tr("%n session(s) go on in the old process until they end.", nullptr, reply->sessions)};
}

AgentResult<Outcome> outcomeOf(const Order &order, backend::AgentChannel &channel)
{
    if (order.action == Action::Upgrade)
        return upgrade(order, channel);
    const AgentResult<DrainReply> left = carryOut(order, channel);
    if (!left)
        return tl::unexpected(left.error());
    return Outcome{toJson(*left), wordsFor(order) + u' ' + tr("%n session(s) go on.", nullptr, left->sessions)};
}

} // namespace

QString GatewayVerb::summary() const
{
    return tr("ends a session, lets a gateway or a rule take no new ones, or upgrades a gateway");
}

QString GatewayVerb::help() const
{
    return tr(
        "end      ends one session, by the number that \"ferryctl sessions\" shows\n"
        "drain    lets a rule, or without one every rule of the gateway, take no new sessions; clients hear 421,\n"
        "         open sessions go on\n"
        "resume   lets them take new sessions again\n"
        "upgrade  lets the gateway's program, as it is on its disk now, take over from the one that runs; nobody\n"
        "         is disconnected, open sessions go on in the old process until they end\n\n"
        "Each is written to the audit log of the node, with who asked for it.\n\n"
        "Exit code 0: done. 1: not done.\n\n"
        "  ferryctl gateway end rules.json gw-1 4711\n"
        "  ferryctl gateway drain rules.json gw-1 partner-upload\n"
        "  ferryctl gateway resume rules.json gw-1\n"
        "  ferryctl gateway upgrade rules.json gw-1");
}

QString GatewayVerb::jsonShape() const
{
    return u"{\"sessions\"}: how many go on, of the rule or of the gateway; upgrade: with \"version\", \"before\""_s;
}

void GatewayVerb::addOptions(QCommandLineParser &parser) const
{
    addIdentityOption(parser);
}

int GatewayVerb::run(const Call &call) const
{
    const Result<Order> order = parseOrder(call.arguments);
    if (!order) {
        call.terminal.error(order.error());
        return ExitError;
    }
    const std::optional<OpenedRuleSet> opened = openRuleSet(call, 1);
    if (!opened)
        return ExitError;
    const Result<backend::AgentChannel *> channel = channelOfGateway(*opened, order->gateway.text());
    if (!channel) {
        call.terminal.error(channel.error());
        return ExitError;
    }
    const AgentResult<Outcome> outcome = outcomeOf(*order, **channel);
    if (!outcome) {
        call.terminal.error(outcome.error().error);
        return ExitError;
    }
    call.terminal.json(outcome->json);
    call.terminal.line(outcome->text);
    return ExitDone;
}

} // namespace ferry::ctl
