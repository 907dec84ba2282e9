#include "models/store/Fields.h"
#include "models/store/ObjectReaders.h"
#include "models/store/StoreText.h"

namespace ferry {
namespace {

/// A rule while it is read, and the draft it will stand in.
struct RuleInDraft {
    RuleSetDraft &draft;
    PublishingRule &rule;

    /// For what was not read yet, and may never be.
    void refer(Reference::Kind kind, qsizetype offset, qsizetype inner = 0) const
    {
        const auto row = static_cast<qint32>(draft.rules.objects.size());
        draft.references.push_back({offset, row, static_cast<qint32>(inner), kind});
    }
};

/// A published server in either of its forms, with places.
struct ServerFields {
    std::optional<ServiceId> service;
    std::optional<QString> site;
    std::optional<Address> address;
    std::optional<quint16> port;
    bool isRefused = false;  ///< one of its values was
    qsizetype serviceOffset = 0;
    qsizetype siteOffset = 0;
};

template <class Value, class Read>
void readInto(ServerFields &server, std::optional<Value> &out, Read read)
{
    Value value{};
    if (read(value))
        out = value;
    else
        server.isRefused = true;
}

constexpr Field<ServerFields> serverFields[]{
    {QLatin1StringView("address"), false,
        [](Reading &reading, ServerFields &server) {
            readInto(server, server.address, [&](Address &address) { return reading.address(address); });
        }},
    {QLatin1StringView("port"), false,
        [](Reading &reading, ServerFields &server) {
            readInto(server, server.port, [&](quint16 &port) { return reading.port(port); });
        }},
    {QLatin1StringView("service"), false,
        [](Reading &reading, ServerFields &server) {
            server.serviceOffset = reading.json.valueOffset();
            readInto(server, server.service, [&](ServiceId &id) { return reading.id(id); });
        }},
    {QLatin1StringView("site"), false,
        [](Reading &reading, ServerFields &server) {
            server.siteOffset = reading.json.valueOffset();
            readInto(server, server.site, [&](QString &site) { return reading.text(site, {TextLimits::name, false}); });
        }},
};

void readServer(Reading &reading, RuleInDraft &target)
{
    ServerFields server;
    const qsizetype offset = reading.json.valueOffset();
    if (!readFields(reading, serverFields, server))
        return;
    if (server.service && server.site && !server.address && !server.port) {
        target.rule.server = ServiceSite{*server.service, *server.site};
        const FtpService *service = target.draft.ftpServices.find(*server.service);
        if (!service)
            target.refer(Reference::Kind::RuleService, server.serviceOffset);
        if (!service || !findSite(*service, *server.site))
            target.refer(Reference::Kind::RuleSite, server.siteOffset);
    } else if (server.address && !server.service && !server.site) {
        target.rule.server = BareServer{*server.address, server.port.value_or(BareServer{}.port)};
    } else if (!server.isRefused) {
        reading.refuse(offset, StoreText::tr("This is neither a site of an FTP service nor an address."),
            StoreText::tr("Write \"service\" and \"site\", or \"address\" and, if it is not 21, \"port\"."));
    }
}

constexpr Field<Listener> listenerFields[]{
    {QLatin1StringView("address"), true,
        [](Reading &reading, Listener &listener) { reading.address(listener.address); }},
    {QLatin1StringView("port"), false, [](Reading &reading, Listener &listener) { reading.port(listener.port); }},
};

void readGateways(Reading &reading, RuleInDraft &target)
{
    reading.uniqueList(target.rule.gateways, GatewayId(), [&](GatewayId &gateway) {
        const qsizetype offset = reading.json.offset();
        if (!reading.id(gateway))
            return false;
        if (!target.draft.gateways.contains(gateway))
            target.refer(Reference::Kind::RuleGateway, offset, reading.json.index());
        return true;
    });
}

constexpr Field<RuleInDraft> ruleFields[]{
    {QLatin1StringView("description"), false,
        [](Reading &reading, RuleInDraft &to) {
            reading.text(to.rule.description, {TextLimits::description, true, true});
        }},
    {QLatin1StringView("enabled"), false, [](Reading &reading, RuleInDraft &to) { reading.flag(to.rule.enabled); }},
    {QLatin1StringView("externalAddress"), false,
        [](Reading &reading, RuleInDraft &to) {
            Address address;
            if (reading.address(address))
                to.rule.externalAddress = address;
        }},
    {QLatin1StringView("filter"), false,
        [](Reading &reading, RuleInDraft &to) { readFilter(reading, to.rule.filter); }},
    {QLatin1StringView("from"), false,
        [](Reading &reading, RuleInDraft &to) {
            reading.uniqueList(to.rule.from, Network::fromTrusted(u"0.0.0.0/0"),
                [&](Network &network) { return reading.network(network); });
        }},
    {QLatin1StringView("gateways"), false, readGateways},
    {QLatin1StringView("id"), true, [](Reading &reading, RuleInDraft &to) { reading.id(to.rule.id); }},
    {QLatin1StringView("listener"), true,
        [](Reading &reading, RuleInDraft &to) { readFields(reading, listenerFields, to.rule.listener); }},
    {QLatin1StringView("log"), false, [](Reading &reading, RuleInDraft &to) { reading.flag(to.rule.log); }},
    {QLatin1StringView("name"), true,
        [](Reading &reading, RuleInDraft &to) { reading.text(to.rule.name, {TextLimits::name, false}); }},
    {QLatin1StringView("protocol"), true,
        [](Reading &reading, RuleInDraft &to) {
            const qsizetype offset = reading.json.valueOffset();
            if (reading.id(to.rule.protocol) && !to.draft.protocols.contains(to.rule.protocol))
                to.refer(Reference::Kind::RuleProtocol, offset);
        }},
    {QLatin1StringView("reason"), false,
        [](Reading &reading, RuleInDraft &to) { reading.text(to.rule.reason, {TextLimits::description, true, true}); }},
    {QLatin1StringView("server"), true, readServer},
};

} // namespace

bool readRule(Reading &reading, RuleSetDraft &draft, PublishingRule &rule)
{
    RuleInDraft target{draft, rule};
    return readFields(reading, ruleFields, target);
}

} // namespace ferry
