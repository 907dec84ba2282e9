#include "models/edits/ServiceEdits.h"

#include "models/edits/ChangeObject.h"
#include "models/edits/CompoundEdit.h"
#include "models/edits/EditText.h"
#include "models/edits/InsertObject.h"
#include "models/edits/RemoveObject.h"
#include "models/edits/RuleEdits.h"

#include <algorithm>

namespace ferry {
namespace {

using ChangeService = ChangeObject<FtpService>;

EditPtr changeService(
    const ServiceId &service, const QString &name, const QString &mergeKey, ChangeService::Mutation mutation)
{
    return std::make_unique<ChangeService>(service, name, mergeKey, std::move(mutation));
}

EditPtr changeSite(const ServiceId &service, const QString &name, const QString &mergeKey, const QString &site,
    std::function<void(FtpSite &)> mutation)
{
    return changeService(service, name, mergeKey,
        [site, mutation = std::move(mutation)](const RuleSet &, FtpService &changed) -> Result<void> {
            const auto found = std::find_if(
                changed.sites.begin(), changed.sites.end(), [&](const FtpSite &each) { return each.name == site; });
            if (found == changed.sites.end())
                return failure(notThere(site));
            mutation(*found);
            return {};
        });
}

// The sites of `before` that have another name in the same place of `after`, and whose name is gone there.
QList<std::pair<QString, QString>> renamedSites(const FtpService &before, const FtpService &after)
{
    QList<std::pair<QString, QString>> renamed;
    if (before.sites.size() != after.sites.size())
        return renamed;
    for (qsizetype i = 0; i < before.sites.size(); ++i) {
        const QString &oldName = before.sites[i].name;
        const QString &newName = after.sites[i].name;
        if (oldName != newName && !findSite(after, oldName) && !findSite(before, newName))
            renamed.emplace_back(oldName, newName);
    }
    return renamed;
}

// First the new names stand beside the old ones, then the rules move over, then the old names go: the
// rule set is sound after each part.
CompoundEdit::Parts replaceParts(const RuleSet &ruleSet, const FtpService &before, const FtpService &after)
{
    CompoundEdit::Parts parts;
    const auto renamed = renamedSites(before, after);
    if (!renamed.isEmpty()) {
        FtpService both = before;
        for (const auto &[oldName, newName] : renamed)
            both.sites << *findSite(after, newName);
        parts.push_back(
            changeService(before.id, EditText::tr("edit %1"), {}, [both](const RuleSet &, FtpService &changed) {
                changed = both;
                return Result<void>();
            }));
        for (const auto &[oldName, newName] : renamed) {
            for (const RuleId &rule : rulesUsing(ruleSet, before.id, oldName))
                parts.push_back(setPublishedServer(rule, ServiceSite{before.id, newName}));
        }
    }
    parts.push_back(
        changeService(before.id, EditText::tr("edit %1"), {}, [after](const RuleSet &, FtpService &changed) {
            changed = after;
            return Result<void>();
        }));
    return parts;
}

} // namespace

EditPtr renameService(const ServiceId &service, const QString &name)
{
    return changeService(service, EditText::tr("rename %1"), QStringLiteral("name"),
        [name](const RuleSet &, FtpService &changed) -> Result<void> {
            changed.name = name;
            return {};
        });
}

EditPtr setPassivePorts(const ServiceId &service, std::optional<PortRange> ports)
{
    return changeService(service, EditText::tr("change the passive range of %1"), QStringLiteral("passivePorts"),
        [ports](const RuleSet &, FtpService &changed) -> Result<void> {
            changed.passivePorts = ports;
            return {};
        });
}

EditPtr setExternalAddress(const ServiceId &service, const QString &site, const ExternalAddress &address)
{
    return changeSite(service, EditText::tr("change the external address of %1"),
        QStringLiteral("externalAddress/") + site, site,
        [address](FtpSite &changed) { changed.externalAddress = address; });
}

EditPtr setSiteTls(const ServiceId &service, const QString &site, TlsMode tls)
{
    return changeSite(
        service, EditText::tr("change TLS of %1"), {}, site, [tls](FtpSite &changed) { changed.tls = tls; });
}

EditPtr renameSite(const ServiceId &service, const QString &site, const QString &name)
{
    return std::make_unique<CompoundEdit>(EditText::tr("rename %1").arg(site),
        [service, site, name](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            const FtpService *before = ruleSet.ftpServices.find(service);
            if (!before || !findSite(*before, site))
                return failure(notThere(before ? site : service.text()));
            FtpService after = *before;
            for (FtpSite &each : after.sites) {
                if (each.name == site)
                    each.name = name;
            }
            return replaceParts(ruleSet, *before, after);
        });
}

EditPtr replaceService(const FtpService &service)
{
    return std::make_unique<CompoundEdit>(
        EditText::tr("edit %1").arg(service.name), [service](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            const FtpService *before = ruleSet.ftpServices.find(service.id);
            if (!before)
                return failure(notThere(service.id.text()));
            return replaceParts(ruleSet, *before, service);
        });
}

EditPtr insertService(const FtpService &service)
{
    return std::make_unique<InsertObject<FtpService>>(service, -1);
}

EditPtr removeService(const ServiceId &service)
{
    return std::make_unique<RemoveObject<FtpService>>(service);
}

EditPtr removeServiceAndUsers(const ServiceId &service)
{
    return std::make_unique<CompoundEdit>(EditText::tr("remove %1 and the rules that publish it").arg(service.text()),
        [service](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            return editParts(removeRules(rulesUsing(ruleSet, service)), removeService(service));
        });
}

} // namespace ferry
