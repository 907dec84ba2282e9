#include "app/agent/engines/haproxy/HaproxyPublishing.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView controlPrefix = u"rule.";
constexpr QStringView relayPrefix = u"relay.";

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

RuleId ruleBehind(QStringView prefix, QStringView backend)
{
    return backend.startsWith(prefix) ? RuleId::fromTrusted(backend.mid(prefix.size()).toString()) : RuleId();
}

/// What begins and ends at the ports of one address.
using Turns = std::map<int, QList<qsizetype>>;

/// The ranges of one address, cut so that each port belongs to one range, with the rules that have it.
QList<HaproxyFrontend> relaysAt(const Address &address, const Turns &begins, const Turns &ends)
{
    std::set<int> borders;
    for (const Turns *turns : {&begins, &ends}) {
        for (const auto &[port, rules] : *turns)
            borders.insert(port);
    }
    QList<HaproxyFrontend> relays;
    // Two ranges of one rule may overlap too, so a rule is counted.
    std::map<qsizetype, int> open;
    int low = 0;
    for (const int border : borders) {
        if (!open.empty()) {
            QList<qsizetype> rules;
            for (const auto &[rule, count] : open)
                rules << rule;
            const auto first = static_cast<quint16>(low);
            const auto last = static_cast<quint16>(border - 1);
            if (!relays.isEmpty() && relays.last().rules == rules && relays.last().ports.high() + 1 == first)
                relays.last().ports = PortRange::fromTrusted(relays.last().ports.low(), last);
            else
                relays << HaproxyFrontend{
                    HaproxyFrontend::Kind::Relay, address, PortRange::fromTrusted(first, last), rules};
        }
        if (const auto ended = ends.find(border); ended != ends.end()) {
            for (const qsizetype rule : ended->second) {
                if (--open[rule] == 0)
                    open.erase(rule);
            }
        }
        if (const auto begun = begins.find(border); begun != begins.end()) {
            for (const qsizetype rule : begun->second)
                ++open[rule];
        }
        low = border;
    }
    return relays;
}

tl::unexpected<Error> usedTwice(const PublishedRule &control, const PublishedRule &relay)
{
    return failure(ErrorCode::Conflict, relay.id.text(), tr("The configuration was not prepared."),
        tr("Port %1 of %2 is the control port of \"%3\" and a passive port of \"%4\".")
            .arg(control.listenPort)
            .arg(control.listenAddress.toString(), control.name, relay.name),
        tr("Move the passive range of \"%1\".").arg(relay.name));
}

} // namespace

QString frontendName(const HaproxyFrontend &frontend)
{
    return (frontend.kind == HaproxyFrontend::Kind::Control ? u"control:"_s : u"relay:"_s) + frontend.address.toString()
        + u':' + frontend.ports.toString();
}

QString controlBackend(const RuleId &rule)
{
    return controlPrefix.toString() + rule.text();
}

QString relayBackend(const RuleId &rule)
{
    return relayPrefix.toString() + rule.text();
}

RuleId ruleOfControl(QStringView backend)
{
    return ruleBehind(controlPrefix, backend);
}

RuleId ruleOfRelay(QStringView backend)
{
    return ruleBehind(relayPrefix, backend);
}

Result<QList<HaproxyFrontend>> haproxyFrontends(const GatewayConfig &gateway)
{
    std::map<std::pair<Address, quint16>, QList<qsizetype>> controls;
    std::map<Address, std::pair<Turns, Turns>> relays;
    for (qsizetype i = 0; i < gateway.rules.size(); ++i) {
        const PublishedRule &rule = gateway.rules[i];
        controls[{rule.listenAddress, rule.listenPort}] << i;
        auto &[begins, ends] = relays[rule.listenAddress];
        for (const PortRange &ports : rule.relayPorts) {
            begins[ports.low()] << i;
            ends[ports.high() + 1] << i;
        }
    }
    QList<HaproxyFrontend> frontends;
    for (const auto &[listener, rules] : controls) {
        frontends << HaproxyFrontend{HaproxyFrontend::Kind::Control, listener.first,
            PortRange::fromTrusted(listener.second, listener.second), rules};
    }
    for (const auto &[address, turns] : relays) {
        for (const HaproxyFrontend &relay : relaysAt(address, turns.first, turns.second)) {
            const auto control = controls.lower_bound({address, relay.ports.low()});
            if (control != controls.end() && control->first.first == address
                && relay.ports.contains(control->first.second))
                return usedTwice(gateway.rules[control->second.first()], gateway.rules[relay.rules.first()]);
            frontends << relay;
        }
    }
    return frontends;
}

} // namespace ferry::agent
