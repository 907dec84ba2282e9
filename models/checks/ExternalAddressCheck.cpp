#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/ServiceEdits.h"

namespace ferry {
namespace {

enum class Fault { None, Missing, Unreachable, Other };

Fault faultOf(const std::optional<Address> &advertised, const Address &wanted, const Gateway &gateway)
{
    if (!advertised)
        return Fault::Missing;
    if (*advertised == wanted || gateway.externalAddresses.contains(*advertised))
        return Fault::None;
    return advertised->isPrivate() || advertised->isLoopback() || advertised->isUnspecified() ? Fault::Unreachable
                                                                                              : Fault::Other;
}

// One address for everyone where all rules of the site listen on it, else one for this gateway.
EditPtr advertise(
    const RuleSet &ruleSet, const ServiceSite &published, const GatewayId &gateway, const Address &address)
{
    ExternalAddress external;
    const FtpService *service = ruleSet.ftpServices.find(published.service);
    if (const FtpSite *site = service ? findSite(*service, published.site) : nullptr)
        external = site->externalAddress;
    bool isEverywhere = true;
    for (const PublishingRule &rule : ruleSet.rules) {
        const auto *other = std::get_if<ServiceSite>(&rule.server);
        if (!other || *other != published)
            continue;
        for (const GatewayId &id : rule.gateways) {
            const Gateway *found = ruleSet.gateways.find(id);
            isEverywhere &= !found || clientAddress(rule, *found) == address;
        }
    }
    if (isEverywhere)
        external = {address, {}};
    else
        external.perGateway.insert(gateway, address);
    return setExternalAddress(published.service, published.site, external);
}

FindingWords words(const RuleContext &context, const Gateway &gateway, const Address &wanted, Fault fault)
{
    const auto advertised = context.site->externalAddress.forGateway(gateway.id);
    FindingWords words;
    words.field = QStringLiteral("externalAddress");
    switch (fault) {
    case Fault::None:
        break;
    case Fault::Missing:
        words.title = CheckText::tr("PASV gives an address that clients cannot reach");
        words.explanation =
            CheckText::tr("%1 has no external address for %2, so it writes its own address into 227, and the gateway "
                          "cannot correct what it cannot read. Clients that use PASV connect to nowhere.")
                .arg(context.service->name, gateway.name);
        break;
    case Fault::Unreachable:
        words.title = CheckText::tr("PASV gives %1, which clients cannot reach").arg(advertised->toString());
        words.explanation =
            CheckText::tr("%1 advertises %2, an address of the inner network. Clients of %3 connect to %4 and "
                          "cannot reach the other one; PASV transfers fail.")
                .arg(context.service->name, advertised->toString(), gateway.name, wanted.toString());
        break;
    case Fault::Other:
        words.title = CheckText::tr("PASV gives %1, not the listener's address").arg(advertised->toString());
        words.explanation = CheckText::tr(
            "%1 advertises %2, but clients of %3 connect to %4. That is right only if address translation in "
            "front of the gateway turns one into the other; else PASV transfers fail.")
                                .arg(context.service->name, advertised->toString(), gateway.name, wanted.toString());
        break;
    }
    words.fixes << QuickFix{CheckText::tr("Advertise %1").arg(wanted.toString()),
        [published = std::get<ServiceSite>(context.rule.server), id = gateway.id, wanted](
            const RuleSet &ruleSet) { return advertise(ruleSet, published, id, wanted); }};
    return words;
}

} // namespace

void checkExternalAddress(const RuleContext &context, FindingSink &sink)
{
    // What the filter reads it also rewrites, where it is told to.
    const bool isRewritten = !context.relaysData && context.rule.filter.rewriteAddress;
    if (isRewritten || !context.site)
        return;
    for (const Gateway *gateway : context.gateways()) {
        const std::optional<Address> wanted = clientAddress(context.rule, *gateway);
        // 227 carries IPv4 only; EPSV (RFC 2428) names no address at all.
        if (!wanted || wanted->family() == Address::Family::IPv6)
            continue;
        const Fault fault = faultOf(context.site->externalAddress.forGateway(gateway->id), *wanted, *gateway);
        if (fault == Fault::None)
            continue;
        sink.add(findingcode::externalAddress, fault == Fault::Other ? Severity::Warning : Severity::Error,
            gateway->id.text(), [&] { return words(context, *gateway, *wanted, fault); });
    }
}

} // namespace ferry
