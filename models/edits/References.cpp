#include "models/edits/References.h"

#include "models/edits/EditText.h"

namespace ferry {
namespace {

constexpr qsizetype namesShown = 3;

template <class Predicate>
QList<RuleId> rulesWhere(const RuleSet &ruleSet, Predicate predicate)
{
    QList<RuleId> rules;
    for (const PublishingRule &rule : ruleSet.rules) {
        if (predicate(rule))
            rules << rule.id;
    }
    return rules;
}

QStringList namesOf(const RuleSet &ruleSet, const QList<RuleId> &rules)
{
    QStringList names;
    names.reserve(rules.size());
    for (const RuleId &rule : rules)
        names << ruleSet.rules.find(rule)->name;
    return names;
}

} // namespace

QList<RuleId> rulesUsing(const RuleSet &ruleSet, const ProtocolId &protocol)
{
    return rulesWhere(ruleSet, [&](const PublishingRule &rule) { return rule.protocol == protocol; });
}

QList<RuleId> rulesUsing(const RuleSet &ruleSet, const GatewayId &gateway)
{
    return rulesWhere(ruleSet, [&](const PublishingRule &rule) { return rule.gateways.contains(gateway); });
}

QList<RuleId> rulesUsing(const RuleSet &ruleSet, const ServiceId &service)
{
    return rulesWhere(ruleSet, [&](const PublishingRule &rule) {
        const auto *site = std::get_if<ServiceSite>(&rule.server);
        return site && site->service == service;
    });
}

QList<RuleId> rulesUsing(const RuleSet &ruleSet, const ServiceId &service, const QString &siteName)
{
    return rulesWhere(ruleSet, [&](const PublishingRule &rule) {
        const auto *site = std::get_if<ServiceSite>(&rule.server);
        return site && site->service == service && site->site == siteName;
    });
}

QStringList usersOf(const RuleSet &ruleSet, const ProtocolDefinition &protocol)
{
    return namesOf(ruleSet, rulesUsing(ruleSet, protocol.id));
}

QStringList usersOf(const RuleSet &ruleSet, const Gateway &gateway)
{
    QStringList users = namesOf(ruleSet, rulesUsing(ruleSet, gateway.id));
    for (const FtpService &service : ruleSet.ftpServices) {
        for (const FtpSite &site : service.sites) {
            if (site.externalAddress.perGateway.contains(gateway.id)) {
                users << service.name;
                break;
            }
        }
    }
    return users;
}

QStringList usersOf(const RuleSet &ruleSet, const FtpService &service)
{
    return namesOf(ruleSet, rulesUsing(ruleSet, service.id));
}

QStringList usersOf(const RuleSet &ruleSet, const PublishingRule &rule)
{
    Q_UNUSED(ruleSet)
    Q_UNUSED(rule)
    return {};
}

QString namedShortly(const QStringList &names)
{
    if (names.size() <= namesShown)
        return names.join(QStringLiteral(", "));
    return EditText::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - namesShown))
        .arg(names.first(namesShown).join(QStringLiteral(", ")));
}

} // namespace ferry
