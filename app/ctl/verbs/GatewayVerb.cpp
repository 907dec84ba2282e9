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

enum class Action { End, Drain, Resume };

/// What the arguments ask for.
struct Order {
    Action action = Action::Drain;
    GatewayId gateway;
    quint64 session = 0;
    std::optional<RuleId> rule;
};

Result<Order> parseOrder(const QStringList &arguments)
{
    static const QStringList actions{u"end"_s, u"drain"_s, u"resume"_s};
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

QString outcome(const Order &order)
{
    const QString what = order.rule ? order.rule->text() : order.gateway.text();
    switch (order.action) {
    case Action::End:
        return tr("Session %1 was ended.").arg(order.session);
    case Action::Drain:
        return tr("%1 takes no new sessions.").arg(what);
    case Action::Resume:
        return tr("%1 takes new sessions again.").arg(what);
    }
    return {};
}

} // namespace

QString GatewayVerb::summary() const
{
    return tr("ends a session, or lets a gateway or a rule take no new ones");
}

QString GatewayVerb::help() const
{
    return tr("end     ends one session, by the number that \"ferryctl sessions\" shows\n"
              "drain   lets a rule, or without one every rule of the gateway, take no new sessions; clients hear 421,\n"
              "        open sessions go on\n"
              "resume  lets them take new sessions again\n\n"
              "Each is written to the audit log of the node, with who asked for it.\n\n"
              "Exit code 0: done. 1: not done.\n\n"
              "  ferryctl gateway end rules.json gw-1 4711\n"
              "  ferryctl gateway drain rules.json gw-1 partner-upload\n"
              "  ferryctl gateway resume rules.json gw-1");
}

QString GatewayVerb::jsonShape() const
{
    return u"{\"sessions\"}: how many go on, of the rule or of the gateway"_s;
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
    const AgentResult<DrainReply> left = carryOut(*order, **channel);
    if (!left) {
        call.terminal.error(left.error().error);
        return ExitError;
    }
    call.terminal.json(toJson(*left));
    call.terminal.line(outcome(*order) + u' ' + tr("%n session(s) go on.", nullptr, left->sessions));
    return ExitDone;
}

} // namespace ferry::ctl
