#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/plan/Words.h"

#include <algorithm>

namespace ferry {
namespace {

bool differs(const FtpService &wanted, const ServiceConfig &running)
{
    // What is not set is left as it is.
    if (wanted.passivePorts && wanted.passivePorts != running.passivePorts)
        return true;
    return std::any_of(wanted.sites.cbegin(), wanted.sites.cend(), [&](const FtpSite &site) {
        const auto same = std::find_if(running.sites.cbegin(), running.sites.cend(),
            [&](const ServiceConfig::Site &candidate) { return candidate.name == site.name; });
        if (same == running.sites.cend())
            return false;
        return same->tls != site.tls
            || (site.externalAddress.everywhere && site.externalAddress.everywhere != same->externalAddress);
    });
}

} // namespace

void checkRestartNeeded(const ServiceContext &context, FindingSink &sink)
{
    const auto fact = context.facts.services.constFind(context.service.id);
    if (fact == context.facts.services.cend() || !fact->running || !differs(context.service, *fact->running))
        return;
    if (context.service.software == FtpSoftware::Iis) {
        sink.add(findingcode::restartNeeded, Severity::Note, [&] {
            return FindingWords{{}, CheckText::tr("The FTP service of IIS has to be restarted by hand"),
                CheckText::tr("The passive range counts for the whole server and becomes active when somebody restarts "
                              "ftpsvc on the machine of %1. That ends the sessions of every FTP site there, also of "
                              "those that do not change.")
                    .arg(context.service.name),
                {}};
        });
        return;
    }
    sink.add(findingcode::restartNeeded, Severity::Note, [&] {
        const QString software = softwareText(context.service.software);
        return FindingWords{{},
            fact->sessions
                ? CheckText::tr("Applying restarts %1 and ends %n sessions", nullptr, fact->sessions).arg(software)
                : CheckText::tr("Applying restarts %1").arg(software),
            CheckText::tr(
                "%1 reads the passive range and the external address when it starts. The change becomes active with a "
                "restart; transfers under way on %2 are cut off.")
                .arg(software, context.service.name),
            {}};
    });
}

} // namespace ferry
