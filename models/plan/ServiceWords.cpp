#include "models/plan/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {
namespace {

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(ServiceWords)
};

using Site = ServiceConfig::Site;

const Site *siteNamed(const ServiceConfig &service, const QString &name)
{
    const auto site = std::find_if(
        service.sites.cbegin(), service.sites.cend(), [&](const Site &candidate) { return candidate.name == name; });
    return site == service.sites.cend() ? nullptr : &*site;
}

QString addressText(const std::optional<Address> &address)
{
    return address ? address->toString() : ServiceWords::tr("none", "external address");
}

QString newSiteText(const Site &site)
{
    QString text = ServiceWords::tr("Site %1: %2, %3")
                       .arg(quoted(site.name), endpointText(site.address, site.port), tlsText(site.tls));
    if (site.externalAddress)
        text += ServiceWords::tr(", external address %1").arg(site.externalAddress->toString());
    return text;
}

QStringList siteChanges(const Site &from, const Site &to)
{
    QStringList lines;
    const QString name = quoted(to.name);
    if (from.address != to.address || from.port != to.port) {
        lines << ServiceWords::tr("Site %1: address %2 instead of %3")
                     .arg(name, endpointText(to.address, to.port), endpointText(from.address, from.port));
    }
    if (from.tls != to.tls)
        lines << ServiceWords::tr("Site %1: %2 instead of %3").arg(name, tlsText(to.tls), tlsText(from.tls));
    if (from.externalAddress != to.externalAddress) {
        lines << ServiceWords::tr("Site %1: external address %2 instead of %3")
                     .arg(name, addressText(to.externalAddress), addressText(from.externalAddress));
    }
    return lines;
}

void compareText(QStringList &lines, const QString &from, const QString &to, const QString &pattern)
{
    if (from != to)
        lines << pattern.arg(to, from);
}

} // namespace

QStringList serviceSettings(const ServiceConfig &service)
{
    QStringList lines;
    if (service.passivePorts)
        lines << ServiceWords::tr("Passive range %1").arg(service.passivePorts->toDisplay());
    for (const Site &site : service.sites)
        lines << newSiteText(site);
    return lines;
}

QStringList serviceChanges(const ServiceConfig &from, const ServiceConfig &to)
{
    QStringList lines;
    compareText(
        lines, softwareText(from.software), softwareText(to.software), ServiceWords::tr("Software %1 instead of %2"));
    compareText(lines, from.configPath, to.configPath, ServiceWords::tr("Configuration file %1 instead of %2"));
    compareText(lines, from.serviceUnit, to.serviceUnit, ServiceWords::tr("Service unit %1 instead of %2"));
    if (from.passivePorts && to.passivePorts) {
        compareText(lines, from.passivePorts->toDisplay(), to.passivePorts->toDisplay(),
            ServiceWords::tr("Passive range %1 instead of %2"));
    } else if (to.passivePorts) {
        lines << ServiceWords::tr("Passive range %1 instead of any port").arg(to.passivePorts->toDisplay());
    } else if (from.passivePorts) {
        // A setting that is not given is left as it is on the server.
        lines << ServiceWords::tr("Passive range not managed any more; it was %1").arg(from.passivePorts->toDisplay());
    }
    for (const Site &site : from.sites) {
        if (!siteNamed(to, site.name))
            lines << ServiceWords::tr("Site %1 not managed any more").arg(quoted(site.name));
    }
    for (const Site &site : to.sites) {
        if (const Site *old = siteNamed(from, site.name))
            lines << siteChanges(*old, site);
        else
            lines << newSiteText(site);
    }
    // What is left differs in the order of the sites alone.
    if (lines.isEmpty() && from != to)
        lines << ServiceWords::tr("Order of the sites");
    return lines;
}

} // namespace ferry
