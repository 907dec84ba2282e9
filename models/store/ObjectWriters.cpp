#include "models/store/ObjectWriters.h"

#include "models/rules/EnumNames.h"

namespace ferry {
namespace {

using Key = QLatin1StringView;

template <class E>
void writeChoice(JsonWriter &json, Key key, E value, E byDefault)
{
    if (value == byDefault && !json.writesDefaults())
        return;
    json.key(key);
    json.value(enumName(value));
}

void writeConnections(JsonWriter &json, Key key, const QList<ProtocolConnection> &connections)
{
    if (connections.isEmpty())
        return;
    json.key(key);
    json.beginArray();
    for (const ProtocolConnection &connection : connections) {
        json.beginObject();
        writeChoice(json, Key("direction"), connection.direction, ProtocolConnection().direction);
        json.key(Key("ports"));
        json.value(connection.ports.toString());
        json.endObject();
    }
    json.endArray();
}

void writePort(JsonWriter &json, quint16 port, quint16 byDefault)
{
    writeUnless<int>(json, Key("port"), port, byDefault);
}

void writeAddress(JsonWriter &json, Key key, const Address &address)
{
    json.key(key);
    json.value(address.toString());
}

void writeExternalAddress(JsonWriter &json, const ExternalAddress &external)
{
    if (!external.isSet())
        return;
    const Key key("externalAddress");
    if (external.perGateway.isEmpty()) {
        writeAddress(json, key, *external.everywhere);
        return;
    }
    json.key(key);
    json.beginObject();
    if (external.everywhere)
        writeAddress(json, Key("everywhere"), *external.everywhere);
    json.key(Key("perGateway"));
    json.beginObject();
    for (auto own = external.perGateway.cbegin(); own != external.perGateway.cend(); ++own) {
        json.key(own.key().text());
        json.value(own.value().toString());
    }
    json.endObject();
    json.endObject();
}

void writeSite(JsonWriter &json, const FtpSite &site)
{
    json.beginObject();
    writeAddress(json, Key("address"), site.address);
    writeExternalAddress(json, site.externalAddress);
    json.key(Key("name"));
    json.value(site.name);
    writePort(json, site.port, FtpSite().port);
    writeChoice(json, Key("tls"), site.tls, FtpSite().tls);
    json.endObject();
}

void writeServer(JsonWriter &json, const PublishedServer &server)
{
    json.beginObject();
    if (const auto *site = std::get_if<ServiceSite>(&server)) {
        json.key(Key("service"));
        json.value(site->service.text());
        json.key(Key("site"));
        json.value(site->site);
    } else {
        const auto &bare = std::get<BareServer>(server);
        writeAddress(json, Key("address"), bare.address);
        writePort(json, bare.port, BareServer().port);
    }
    json.endObject();
}

template <class Object>
void writeId(JsonWriter &json, const Object &object)
{
    json.key(Key("id"));
    json.value(object.id.text());
}

void writeName(JsonWriter &json, const QString &name)
{
    json.key(Key("name"));
    json.value(name);
}

} // namespace

void write(JsonWriter &json, const ProtocolDefinition &protocol)
{
    json.beginObject();
    writeUnlessEmpty(json, Key("description"), protocol.description);
    writeChoice(json, Key("filter"), protocol.filter, ProtocolDefinition().filter);
    writeId(json, protocol);
    writeName(json, protocol.name);
    writeConnections(json, Key("primary"), protocol.primary);
    writeConnections(json, Key("secondary"), protocol.secondary);
    json.endObject();
}

void write(JsonWriter &json, const Gateway &gateway)
{
    json.beginObject();
    writeUnlessEmpty(json, Key("agent"), gateway.agent);
    writeUnlessEmpty(json, Key("certificate"), gateway.certificate);
    writeTexts(json, Key("clientAddresses"), gateway.clientAddresses,
        [](const ClientAddress &address) { return address.toString(); });
    writeChoice(json, Key("engine"), gateway.engine, Gateway().engine);
    writeTexts(json, Key("externalAddresses"), gateway.externalAddresses,
        [](const Address &address) { return address.toString(); });
    writeId(json, gateway);
    writeName(json, gateway.name);
    json.endObject();
}

void write(JsonWriter &json, const FtpService &service)
{
    json.beginObject();
    writeUnlessEmpty(json, Key("agent"), service.agent);
    writeUnlessEmpty(json, Key("configPath"), service.configPath);
    writeId(json, service);
    writeName(json, service.name);
    if (service.passivePorts) {
        json.key(Key("passivePorts"));
        json.value(service.passivePorts->toString());
    }
    writeUnlessEmpty(json, Key("serviceUnit"), service.serviceUnit);
    if (!service.sites.isEmpty()) {
        json.key(Key("sites"));
        json.beginArray();
        for (const FtpSite &site : service.sites)
            writeSite(json, site);
        json.endArray();
    }
    writeChoice(json, Key("software"), service.software, FtpService().software);
    json.endObject();
}

void write(JsonWriter &json, const PublishingRule &rule)
{
    static const PublishingRule defaults;
    json.beginObject();
    writeUnlessEmpty(json, Key("description"), rule.description);
    writeUnless(json, Key("enabled"), rule.enabled, defaults.enabled);
    if (rule.externalAddress)
        writeAddress(json, Key("externalAddress"), *rule.externalAddress);
    if (rule.filter != defaults.filter || json.writesDefaults()) {
        json.key(Key("filter"));
        write(json, rule.filter);
    }
    writeTexts(json, Key("from"), rule.from, [](const Network &network) { return network.toString(); });
    writeTexts(json, Key("gateways"), rule.gateways, [](const GatewayId &gateway) { return gateway.text(); });
    writeId(json, rule);
    json.key(Key("listener"));
    json.beginObject();
    writeAddress(json, Key("address"), rule.listener.address);
    writePort(json, rule.listener.port, defaults.listener.port);
    json.endObject();
    writeUnless(json, Key("log"), rule.log, defaults.log);
    writeName(json, rule.name);
    json.key(Key("protocol"));
    json.value(rule.protocol.text());
    writeUnlessEmpty(json, Key("reason"), rule.reason);
    json.key(Key("server"));
    writeServer(json, rule.server);
    json.endObject();
}

void write(JsonWriter &json, const FilterSettings &filter)
{
    static const FilterSettings defaults;
    const auto asIs = [](const QString &command) { return command; };
    json.beginObject();
    writeChoice(json, Key("authTls"), filter.authTls, defaults.authTls);
    writeUnlessEmpty(json, Key("banner"), filter.banner);
    writeUnless(json, Key("clearCommandChannel"), filter.clearCommandChannel, defaults.clearCommandChannel);
    if (filter.commands != defaults.commands || json.writesDefaults()) {
        json.key(Key("commands"));
        json.beginObject();
        writeTexts(json, Key("allow"), filter.commands.allow, asIs);
        writeTexts(json, Key("deny"), filter.commands.deny, asIs);
        writeChoice(json, Key("preset"), filter.commands.preset, defaults.commands.preset);
        json.endObject();
    }
    if (filter.dataModes != defaults.dataModes || json.writesDefaults()) {
        json.key(Key("dataModes"));
        json.beginObject();
        writeUnless(json, Key("active"), filter.dataModes.active, defaults.dataModes.active);
        writeUnless(json, Key("passive"), filter.dataModes.passive, defaults.dataModes.passive);
        json.endObject();
    }
    writeUnless(json, Key("dataSeconds"), filter.dataSeconds, defaults.dataSeconds);
    writeUnless(json, Key("enabled"), filter.enabled, defaults.enabled);
    writeUnless(json, Key("idleSeconds"), filter.idleSeconds, defaults.idleSeconds);
    writeUnless(json, Key("loginSeconds"), filter.loginSeconds, defaults.loginSeconds);
    writeUnless(json, Key("maxLineBytes"), filter.maxLineBytes, defaults.maxLineBytes);
    writeUnless(json, Key("maxSessions"), filter.maxSessions, defaults.maxSessions);
    writeUnless(json, Key("maxSessionsPerClient"), filter.maxSessionsPerClient, defaults.maxSessionsPerClient);
    writeUnless(json, Key("maxSessionsPerNetwork"), filter.maxSessionsPerNetwork, defaults.maxSessionsPerNetwork);
    writeUnless(json, Key("networkPrefix4"), filter.networkPrefix4, defaults.networkPrefix4);
    writeUnless(json, Key("networkPrefix6"), filter.networkPrefix6, defaults.networkPrefix6);
    writeUnless(json, Key("rewriteAddress"), filter.rewriteAddress, defaults.rewriteAddress);
    writeUnless(json, Key("sameClientAddress"), filter.sameClientAddress, defaults.sameClientAddress);
    writeChoice(json, Key("upstreamTls"), filter.upstreamTls, defaults.upstreamTls);
    json.endObject();
}

} // namespace ferry
