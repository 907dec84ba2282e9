#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/checks/PortOwners.h"
#include "models/edits/ServiceEdits.h"

namespace ferry {
namespace {

const PortRange wellKnown = PortRange::fromTrusted(1, 1023);
// Linux: ip_local_port_range; Windows: RFC 6335's dynamic ports.
const PortRange linuxEphemeral = PortRange::fromTrusted(32768, 60999);
const PortRange dynamic = PortRange::fromTrusted(49152, 65535);

} // namespace

void checkRangePlace(const ServiceContext &context, FindingSink &sink)
{
    const FtpService &service = context.service;
    if (!service.passivePorts)
        return;
    const PortRange ports = *service.passivePorts;
    const PortRange ephemeral = service.software == FtpSoftware::Iis ? dynamic : linuxEphemeral;
    const bool isWellKnown = ports.overlaps(wellKnown);
    if (!isWellKnown && !ports.overlaps(ephemeral))
        return;
    sink.add(findingcode::rangePlace, Severity::Warning, [&] {
        FindingWords words;
        words.field = QStringLiteral("passivePorts");
        if (isWellKnown) {
            words.title = CheckText::tr("The passive range lies among the well-known ports");
            words.explanation =
                CheckText::tr("Ports below 1024 belong to other services and need special rights. Where one is "
                              "taken, transfers on it fail.");
        } else {
            words.title = CheckText::tr("The passive range lies among the ephemeral ports");
            words.explanation =
                CheckText::tr("The host takes ports %1 for its own outgoing connections. Now and then one of them "
                              "is a port that the FTP server has promised to a client, and the transfer fails.")
                    .arg(ephemeral.toDisplay());
        }
        if (const auto better = context.index.portOwners(context.ruleSet).freeRange(service.id, ports.size())) {
            words.fixes << QuickFix{CheckText::tr("Set %1").arg(better->toDisplay()),
                [id = service.id, better](const RuleSet &) { return setPassivePorts(id, better); }};
        }
        return words;
    });
}

} // namespace ferry
