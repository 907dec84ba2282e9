#include "models/edits/Acceptance.h"

#include "models/edits/EditText.h"
#include "models/edits/References.h"

#include <QSet>

#include <algorithm>

namespace ferry {
namespace {

bool isOneLine(const QString &text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

Result<void> acceptableName(const QString &name, const QString &id)
{
    if (name.trimmed().isEmpty())
        return failure(refused(id, EditText::tr("The name is empty."), EditText::tr("Write a name.")));
    if (!isOneLine(name)) {
        return failure(refused(id, EditText::tr("The name holds a line break or another control character."),
            EditText::tr("Write the name on one line.")));
    }
    return {};
}

struct Bound {
    int value;
    int low;
    int high;
    const char *what;
};

Result<void> acceptableFilter(const FilterSettings &filter, const QString &name)
{
    const Bound bounds[] = {
        {filter.maxLineBytes, FilterLimits::minLineBytes, FilterLimits::maxLineBytes,
            QT_TRANSLATE_NOOP("Edits", "The longest command line")},
        {filter.idleSeconds, 1, FilterLimits::maxIdleSeconds, QT_TRANSLATE_NOOP("Edits", "The idle time")},
        {filter.loginSeconds, 1, FilterLimits::maxLoginSeconds, QT_TRANSLATE_NOOP("Edits", "The login time")},
        {filter.maxSessions, 0, FilterLimits::maxSessions, QT_TRANSLATE_NOOP("Edits", "The number of sessions")},
        {filter.maxSessionsPerClient, 0, FilterLimits::maxSessions,
            QT_TRANSLATE_NOOP("Edits", "The number of sessions per client")},
    };
    for (const Bound &bound : bounds) {
        if (bound.value < bound.low || bound.value > bound.high) {
            return failure(
                refused(name, EditText::tr("%1 cannot be %2.").arg(EditText::tr(bound.what)).arg(bound.value),
                    EditText::tr("Write a number from %1 to %2.").arg(bound.low).arg(bound.high)));
        }
    }
    if (!isOneLine(filter.banner)) {
        return failure(refused(name, EditText::tr("The banner holds a line break or another control character."),
            EditText::tr("Write the banner on one line.")));
    }
    return {};
}

} // namespace

Error refused(const QString &subject, const QString &why, const QString &remedy)
{
    return {ErrorCode::InvalidInput, subject, EditText::tr("\"%1\" was not changed.").arg(subject), why, remedy};
}

Error notThere(const QString &id)
{
    return {ErrorCode::NotFound, id, EditText::tr("\"%1\" was not changed.").arg(id),
        EditText::tr("It is not in the rule set any more."), EditText::tr("Choose another one.")};
}

Result<void> acceptable(const RuleSet &ruleSet, const ProtocolDefinition &protocol)
{
    Q_UNUSED(ruleSet)
    if (protocol.builtIn) {
        return failure(ErrorCode::Denied, protocol.id.text(),
            EditText::tr("\"%1\" was not changed.").arg(protocol.name),
            EditText::tr("It is built in, and built-in protocol definitions are read-only."),
            EditText::tr("Customize it: the rule then uses a copy that you can edit."));
    }
    if (controlPort(protocol) == 0) {
        return failure(refused(protocol.name, EditText::tr("It would have no inbound primary connection."),
            EditText::tr("Keep the control port as an inbound primary connection.")));
    }
    return acceptableName(protocol.name, protocol.id.text());
}

Result<void> acceptable(const RuleSet &ruleSet, const Gateway &gateway)
{
    Q_UNUSED(ruleSet)
    return acceptableName(gateway.name, gateway.id.text());
}

Result<void> acceptable(const RuleSet &ruleSet, const FtpService &service)
{
    QSet<QString> names;
    for (const FtpSite &site : service.sites) {
        if (const auto named = acceptableName(site.name, service.name); !named)
            return named;
        if (names.contains(site.name)) {
            return failure(refused(service.name, EditText::tr("Two of its sites are called \"%1\".").arg(site.name),
                EditText::tr("Give each site a name of its own.")));
        }
        names.insert(site.name);
        if (site.port == 0) {
            return failure(refused(service.name, EditText::tr("Site \"%1\" has no port.").arg(site.name),
                EditText::tr("Write a port from 1 to 65535.")));
        }
        for (auto own = site.externalAddress.perGateway.keyBegin(); own != site.externalAddress.perGateway.keyEnd();
            ++own) {
            if (!ruleSet.gateways.contains(*own))
                return failure(notThere(own->text()));
        }
    }
    // A site that rules publish cannot just vanish: renameSite() takes them along.
    if (const FtpService *current = ruleSet.ftpServices.find(service.id)) {
        for (const FtpSite &site : current->sites) {
            if (names.contains(site.name))
                continue;
            if (const QList<RuleId> users = rulesUsing(ruleSet, service.id, site.name); !users.isEmpty()) {
                return failure(refused(service.name,
                    EditText::tr("Its site \"%1\" is published by %2.")
                        .arg(site.name, ruleSet.rules.find(users.first())->name),
                    EditText::tr("Let the rule publish something else first.")));
            }
        }
    }
    return acceptableName(service.name, service.id.text());
}

Result<void> acceptable(const RuleSet &ruleSet, const PublishingRule &rule)
{
    if (const auto named = acceptableName(rule.name, rule.id.text()); !named)
        return named;
    if (!ruleSet.protocols.contains(rule.protocol))
        return failure(notThere(rule.protocol.text()));
    for (const GatewayId &gateway : rule.gateways) {
        if (!ruleSet.gateways.contains(gateway))
            return failure(notThere(gateway.text()));
    }
    if (const auto *site = std::get_if<ServiceSite>(&rule.server)) {
        const FtpService *service = ruleSet.ftpServices.find(site->service);
        if (!service)
            return failure(notThere(site->service.text()));
        if (!findSite(*service, site->site))
            return failure(notThere(site->site));
    }
    return acceptableFilter(rule.filter, rule.name);
}

} // namespace ferry
