#include "models/edits/Acceptance.h"

#include "models/edits/EditText.h"
#include "models/edits/References.h"
#include "models/store/ObjectReaders.h"
#include "models/store/ObjectWriters.h"

namespace ferry {
namespace {

/// Why a file with `object` in it could not be read back: told by the reader of files itself, so that the two never
/// differ about what a name, a path or a range may be. References are not looked at here.
template <class T, class Read>
Result<void> readableAgain(const T &object, Read read)
{
    JsonWriter json;
    write(json, object);
    const QByteArray text = json.take();
    Reading reading(text);
    T again;
    read(reading, again);
    const LoadProblems problems = reading.problems.located(text);
    if (!problems.isEmpty())
        return failure(refused(object.name, problems.first().error.why, problems.first().error.remedy));
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
    return readableAgain(protocol, readProtocol);
}

Result<void> acceptable(const RuleSet &ruleSet, const Gateway &gateway)
{
    Q_UNUSED(ruleSet)
    return readableAgain(gateway, readGateway);
}

Result<void> acceptable(const RuleSet &ruleSet, const FtpService &service)
{
    RuleSetDraft draft;
    const auto readable = readableAgain(
        service, [&](Reading &reading, FtpService &again) { return readFtpService(reading, draft, again); });
    if (!readable)
        return readable;
    for (const FtpSite &site : service.sites) {
        for (auto own = site.externalAddress.perGateway.keyBegin(); own != site.externalAddress.perGateway.keyEnd();
            ++own) {
            if (!ruleSet.gateways.contains(*own))
                return failure(notThere(own->text()));
        }
    }
    // A site that rules publish cannot just vanish: renameSite() takes them along.
    if (const FtpService *current = ruleSet.ftpServices.find(service.id)) {
        for (const FtpSite &site : current->sites) {
            if (findSite(service, site.name))
                continue;
            if (const QList<RuleId> users = rulesUsing(ruleSet, service.id, site.name); !users.isEmpty()) {
                return failure(refused(service.name,
                    EditText::tr("Its site \"%1\" is published by %2.")
                        .arg(site.name, ruleSet.rules.find(users.first())->name),
                    EditText::tr("Let the rule publish something else first.")));
            }
        }
    }
    return {};
}

Result<void> acceptable(const RuleSet &ruleSet, const PublishingRule &rule)
{
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
    RuleSetDraft draft;
    return readableAgain(
        rule, [&](Reading &reading, PublishingRule &again) { return readRule(reading, draft, again); });
}

} // namespace ferry
