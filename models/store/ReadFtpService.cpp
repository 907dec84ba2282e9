#include "models/store/Fields.h"
#include "models/store/ObjectReaders.h"
#include "models/store/StoreText.h"

#include <QSet>

namespace ferry {
namespace {

/// A service while it is read, and the draft it will stand in.
struct ServiceInDraft {
    RuleSetDraft &draft;
    FtpService &service;
};

/// A site while it is read; `name` keeps its place for the check that no two are called the same.
struct SiteInDraft {
    RuleSetDraft &draft;
    FtpSite site;
    qint32 row = 0;
    qsizetype nameOffset = 0;
};

void readPerGateway(Reading &reading, SiteInDraft &placed)
{
    if (!detail::enterFields(reading))
        return;
    ExternalAddress &external = placed.site.externalAddress;
    const auto service = static_cast<qint32>(placed.draft.ftpServices.objects.size());
    while (reading.json.nextKey()) {
        const qsizetype offset = reading.json.offset();
        const Result<GatewayId> gateway = GatewayId::parse(QString::fromUtf8(reading.json.key()));
        if (!gateway) {
            reading.refuse(offset, gateway.error().why, gateway.error().remedy);
            reading.json.skip();
        } else if (external.perGateway.contains(*gateway)) {
            detail::refuseRepeatedField(reading);
        } else if (Address address; reading.address(address)) {
            external.perGateway.insert(*gateway, address);
            if (!placed.draft.gateways.contains(*gateway))
                placed.draft.references.push_back({offset, service, placed.row, Reference::Kind::SiteGateway});
        }
    }
}

constexpr Field<SiteInDraft> externalFields[]{
    {QLatin1StringView("everywhere"), false,
        [](Reading &reading, SiteInDraft &placed) {
            if (Address address; reading.address(address))
                placed.site.externalAddress.everywhere = address;
        }},
    {QLatin1StringView("perGateway"), true, readPerGateway},
};

// A text for all gateways, an object where some have one of their own.
void readExternalAddress(Reading &reading, SiteInDraft &placed)
{
    if (reading.json.peek() != JsonCursor::Kind::String) {
        if (reading.json.peek() != JsonCursor::Kind::Object)
            reading.refuseKind(StoreText::tr("an address, or an object with an address for each gateway"));
        else
            readFields(reading, externalFields, placed);
        return;
    }
    if (Address address; reading.address(address))
        placed.site.externalAddress.everywhere = address;
}

constexpr Field<SiteInDraft> siteFields[]{
    {QLatin1StringView("address"), true,
        [](Reading &reading, SiteInDraft &placed) { reading.address(placed.site.address); }},
    {QLatin1StringView("externalAddress"), false, readExternalAddress},
    {QLatin1StringView("name"), true,
        [](Reading &reading, SiteInDraft &placed) {
            placed.nameOffset = reading.json.valueOffset();
            reading.text(placed.site.name, {TextLimits::name, false});
        }},
    {QLatin1StringView("port"), false, [](Reading &reading, SiteInDraft &placed) { reading.port(placed.site.port); }},
    {QLatin1StringView("tls"), false, [](Reading &reading, SiteInDraft &placed) { reading.choice(placed.site.tls); }},
};

void readSites(Reading &reading, ServiceInDraft &target)
{
    QSet<QString> names;
    reading.list([&] {
        SiteInDraft placed{target.draft, {}, static_cast<qint32>(reading.json.index()), 0};
        if (!readFields(reading, siteFields, placed))
            return;
        if (!placed.site.name.isEmpty() && names.contains(placed.site.name)) {
            reading.problems.add(placed.nameOffset, reading.json.pointer() + QLatin1String("/name"),
                StoreText::tr("Another site of this service is called \"%1\".").arg(placed.site.name),
                StoreText::tr("Give each site a name of its own."));
        }
        names.insert(placed.site.name);
        target.service.sites << placed.site;
    });
}

constexpr Field<ServiceInDraft> serviceFields[]{
    {QLatin1StringView("agent"), false, [](Reading &reading, ServiceInDraft &to) { reading.agent(to.service.agent); }},
    {QLatin1StringView("configPath"), false,
        [](Reading &reading, ServiceInDraft &to) { reading.path(to.service.configPath); }},
    {QLatin1StringView("id"), true, [](Reading &reading, ServiceInDraft &to) { reading.id(to.service.id); }},
    {QLatin1StringView("name"), true,
        [](Reading &reading, ServiceInDraft &to) { reading.text(to.service.name, {TextLimits::name, false}); }},
    {QLatin1StringView("passivePorts"), false,
        [](Reading &reading, ServiceInDraft &to) {
            if (PortRange range = PortRange::fromTrusted(1, 1); reading.ports(range))
                to.service.passivePorts = range;
        }},
    {QLatin1StringView("serviceUnit"), false,
        [](Reading &reading, ServiceInDraft &to) { reading.unit(to.service.serviceUnit); }},
    {QLatin1StringView("sites"), false, readSites},
    {QLatin1StringView("software"), false,
        [](Reading &reading, ServiceInDraft &to) { reading.choice(to.service.software); }},
};

} // namespace

bool readFtpService(Reading &reading, RuleSetDraft &draft, FtpService &service)
{
    ServiceInDraft target{draft, service};
    return readFields(reading, serviceFields, target);
}

} // namespace ferry
