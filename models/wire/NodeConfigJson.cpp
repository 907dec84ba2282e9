#include "models/wire/NodeConfigJson.h"

#include "models/wire/JsonDecoder.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace ferry {

using namespace Qt::Literals::StringLiterals;

namespace {

template <class T>
QJsonArray texts(const QList<T> &list)
{
    QJsonArray array;
    for (const T &item : list)
        array.append(item.toString());
    return array;
}

QJsonArray texts(const QList<QString> &list)
{
    return QJsonArray::fromStringList(list);
}

} // namespace

// Not in the unnamed namespace, where argument-dependent lookup would not find them.
static void decode(const JsonNode &node, CommandPolicy &out)
{
    JsonFields fields(node);
    fields.required(u"preset", out.preset).required(u"allow", out.allow).required(u"deny", out.deny);
    fields.refuseOthers();
}

static void decode(const JsonNode &node, DataModes &out)
{
    JsonFields fields(node);
    fields.required(u"passive", out.passive).required(u"active", out.active);
    fields.refuseOthers();
}

// Settings of later versions are written only where they are used: what does not use them keeps its generation, and
// is understood by an older agent.
QJsonObject toJson(const FilterSettings &filter)
{
    QJsonObject json{
        {u"enabled"_s, filter.enabled},
        {u"authTls"_s, enumName(filter.authTls)},
        {u"upstreamTls"_s, enumName(filter.upstreamTls)},
        {u"commands"_s,
            QJsonObject{{u"preset"_s, enumName(filter.commands.preset)}, {u"allow"_s, texts(filter.commands.allow)},
                {u"deny"_s, texts(filter.commands.deny)}}},
        {u"dataModes"_s, QJsonObject{{u"passive"_s, filter.dataModes.passive}, {u"active"_s, filter.dataModes.active}}},
        {u"rewriteAddress"_s, filter.rewriteAddress},
        {u"sameClientAddress"_s, filter.sameClientAddress},
        {u"maxLineBytes"_s, filter.maxLineBytes},
        {u"idleSeconds"_s, filter.idleSeconds},
        {u"loginSeconds"_s, filter.loginSeconds},
        {u"maxSessions"_s, filter.maxSessions},
        {u"maxSessionsPerClient"_s, filter.maxSessionsPerClient},
        {u"banner"_s, filter.banner},
    };
    if (filter.clearCommandChannel)
        json.insert(u"clearCommandChannel"_s, true);
    static const FilterSettings defaults;
    const auto insertUnless = [&](const QString &name, int value, int byDefault) {
        if (value != byDefault)
            json.insert(name, value);
    };
    insertUnless(u"dataSeconds"_s, filter.dataSeconds, defaults.dataSeconds);
    insertUnless(u"maxSessionsPerNetwork"_s, filter.maxSessionsPerNetwork, defaults.maxSessionsPerNetwork);
    insertUnless(u"networkPrefix4"_s, filter.networkPrefix4, defaults.networkPrefix4);
    insertUnless(u"networkPrefix6"_s, filter.networkPrefix6, defaults.networkPrefix6);
    return json;
}

QJsonObject toJson(const ClientAddress &address)
{
    return {{u"clients"_s, address.clients.toString()}, {u"address"_s, address.address.toString()}};
}

QJsonObject toJson(const PublishedRule &rule)
{
    QJsonObject json{
        {u"id"_s, rule.id.text()},
        {u"name"_s, rule.name},
        {u"listenAddress"_s, rule.listenAddress.toString()},
        {u"listenPort"_s, rule.listenPort},
        {u"serverAddress"_s, rule.serverAddress.toString()},
        {u"serverPort"_s, rule.serverPort},
        {u"serverTls"_s, enumName(rule.serverTls)},
        {u"relayPorts"_s, texts(rule.relayPorts)},
        {u"dataPorts"_s, texts(rule.dataPorts)},
        {u"externalAddress"_s, rule.externalAddress.toString()},
        {u"from"_s, texts(rule.from)},
        {u"filterOn"_s, rule.filterOn},
        {u"filter"_s, toJson(rule.filter)},
        {u"log"_s, rule.log},
    };
    if (!rule.clientAddresses.isEmpty())
        json.insert(u"clientAddresses"_s, toJsonArray(rule.clientAddresses));
    return json;
}

QJsonObject toJson(const GatewayConfig &gateway)
{
    return {
        {u"id"_s, gateway.id.text()},
        {u"engine"_s, enumName(gateway.engine)},
        {u"certificate"_s, gateway.certificate},
        {u"rules"_s, toJsonArray(gateway.rules)},
    };
}

QJsonObject toJson(const ServiceConfig::Site &site)
{
    QJsonObject json{
        {u"name"_s, site.name},
        {u"address"_s, site.address.toString()},
        {u"port"_s, site.port},
        {u"tls"_s, enumName(site.tls)},
    };
    if (site.externalAddress)
        json.insert(u"externalAddress"_s, site.externalAddress->toString());
    return json;
}

QJsonObject toJson(const ServiceConfig &service)
{
    QJsonObject json{
        {u"id"_s, service.id.text()},
        {u"software"_s, enumName(service.software)},
        {u"configPath"_s, service.configPath},
        {u"serviceUnit"_s, service.serviceUnit},
        {u"sites"_s, toJsonArray(service.sites)},
    };
    if (service.passivePorts)
        json.insert(u"passivePorts"_s, service.passivePorts->toString());
    return json;
}

QJsonObject toJson(const NodeConfig &config)
{
    QJsonObject json{
        {u"gateways"_s, toJsonArray(config.gateways)},
        {u"services"_s, toJsonArray(config.services)},
    };
    if (!config.agent.isEmpty())
        json.insert(u"agent"_s, config.agent);
    return json;
}

void decode(const JsonNode &node, FilterSettings &out)
{
    JsonFields fields(node);
    fields.required(u"enabled", out.enabled)
        .required(u"authTls", out.authTls)
        .required(u"upstreamTls", out.upstreamTls)
        .required(u"rewriteAddress", out.rewriteAddress)
        .required(u"sameClientAddress", out.sameClientAddress)
        .required(u"maxLineBytes", out.maxLineBytes)
        .required(u"idleSeconds", out.idleSeconds)
        .required(u"loginSeconds", out.loginSeconds)
        .required(u"maxSessions", out.maxSessions)
        .required(u"maxSessionsPerClient", out.maxSessionsPerClient)
        .required(u"banner", out.banner)
        .required(u"commands", out.commands)
        .required(u"dataModes", out.dataModes)
        .optional(u"clearCommandChannel", out.clearCommandChannel)
        .optional(u"dataSeconds", out.dataSeconds)
        .optional(u"maxSessionsPerNetwork", out.maxSessionsPerNetwork)
        .optional(u"networkPrefix4", out.networkPrefix4)
        .optional(u"networkPrefix6", out.networkPrefix6);
    fields.refuseOthers();
}

void decode(const JsonNode &node, ClientAddress &out)
{
    JsonFields fields(node);
    fields.required(u"clients", out.clients).required(u"address", out.address);
    fields.refuseOthers();
}

void decode(const JsonNode &node, PublishedRule &out)
{
    JsonFields fields(node);
    fields.required(u"id", out.id)
        .required(u"name", out.name)
        .required(u"listenAddress", out.listenAddress)
        .required(u"listenPort", out.listenPort)
        .required(u"serverAddress", out.serverAddress)
        .required(u"serverPort", out.serverPort)
        .required(u"serverTls", out.serverTls)
        .required(u"relayPorts", out.relayPorts)
        .required(u"dataPorts", out.dataPorts)
        .required(u"externalAddress", out.externalAddress)
        .optional(u"clientAddresses", out.clientAddresses)
        .required(u"from", out.from)
        .required(u"filterOn", out.filterOn)
        .required(u"filter", out.filter)
        .required(u"log", out.log);
    fields.refuseOthers();
}

void decode(const JsonNode &node, GatewayConfig &out)
{
    JsonFields fields(node);
    fields.required(u"id", out.id)
        .required(u"engine", out.engine)
        .required(u"certificate", out.certificate)
        .required(u"rules", out.rules);
    fields.refuseOthers();
}

void decode(const JsonNode &node, ServiceConfig::Site &out)
{
    JsonFields fields(node);
    fields.required(u"name", out.name)
        .required(u"address", out.address)
        .required(u"port", out.port)
        .required(u"tls", out.tls)
        .optional(u"externalAddress", out.externalAddress);
    fields.refuseOthers();
}

void decode(const JsonNode &node, ServiceConfig &out)
{
    JsonFields fields(node);
    fields.required(u"id", out.id)
        .required(u"software", out.software)
        .required(u"configPath", out.configPath)
        .required(u"serviceUnit", out.serviceUnit)
        .optional(u"passivePorts", out.passivePorts)
        .required(u"sites", out.sites);
    fields.refuseOthers();
}

void decode(const JsonNode &node, NodeConfig &out)
{
    JsonFields fields(node);
    fields.optional(u"agent", out.agent).required(u"gateways", out.gateways).required(u"services", out.services);
    fields.refuseOthers();
}

QString generationOf(const NodeConfig &config)
{
    // QJsonObject keeps its keys sorted, so the compact text is canonical.
    NodeConfig anywhere = config;
    anywhere.agent.clear();
    const QByteArray canonical = QJsonDocument(toJson(anywhere)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(canonical, QCryptographicHash::Sha256).toHex());
}

} // namespace ferry
