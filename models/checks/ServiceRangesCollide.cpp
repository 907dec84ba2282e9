#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/checks/PortOwners.h"
#include "models/edits/ServiceEdits.h"

#include <algorithm>

namespace ferry {
namespace {

const FtpSite *siteInRange(const FtpService &service, PortRange ports)
{
    const auto site = std::find_if(service.sites.cbegin(), service.sites.cend(),
        [&](const FtpSite &candidate) { return ports.contains(candidate.port); });
    return site == service.sites.cend() ? nullptr : &*site;
}

FindingWords words(const ServiceContext &context, const QString &title, const QString &explanation)
{
    FindingWords words{QStringLiteral("passivePorts"), title, explanation, {}};
    const ServiceId id = context.service.id;
    if (const auto ports =
            context.index.portOwners(context.ruleSet).freeRange({}, context.service.passivePorts->size())) {
        words.fixes << QuickFix{CheckText::tr("Set %1").arg(ports->toDisplay()),
            [id, ports](const RuleSet &) { return setPassivePorts(id, ports); }};
    }
    return words;
}

} // namespace

void checkServiceRangesCollide(const ServiceContext &context, FindingSink &sink)
{
    if (!context.service.passivePorts)
        return;
    const PortRange ports = *context.service.passivePorts;
    const auto checkSites = [&](const FtpService &service) {
        const FtpSite *site = siteInRange(service, ports);
        if (!site)
            return;
        sink.add(findingcode::serviceRangesCollide, Severity::Error, QStringLiteral("port/") + service.id.text(), [&] {
            return words(context, CheckText::tr("Control port %1 lies in the passive range").arg(site->port),
                CheckText::tr(
                    "Site %1 of %2 listens on port %3 of the same host, so no data connection can be accepted on it.")
                    .arg(site->name, service.name)
                    .arg(site->port));
        });
    };
    checkSites(context.service);
    for (const ServiceId &id : context.index.servicesBeside(context.service.id)) {
        const FtpService *other = context.ruleSet.ftpServices.find(id);
        if (!other)
            continue;
        checkSites(*other);
        if (!other->passivePorts || !other->passivePorts->overlaps(ports))
            continue;
        sink.add(findingcode::serviceRangesCollide, Severity::Warning, QStringLiteral("range/") + id.text(), [&] {
            return words(context, CheckText::tr("The passive range collides with %1").arg(other->name),
                CheckText::tr(
                    "%1 runs on the same host and hands out some of the same ports. When both want one at the same "
                    "time, a transfer fails.")
                    .arg(other->name));
        });
    }
}

} // namespace ferry
