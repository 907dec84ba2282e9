#include "app/agent/engines/builtin/ProxyConfig.h"

#include "models/wire/JsonDecoder.h"
#include "models/wire/NodeConfigJson.h"

#include <QJsonDocument>

namespace ferry::agent {

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

QJsonObject ruleJson(const PublishedRule &rule, const ProxySurroundings &around)
{
    QJsonObject filter = toJson(rule.filter);
    filter[u"enabled"] = rule.filterOn;
    QJsonObject server{{u"address"_s, rule.serverAddress.toString()}, {u"port"_s, rule.serverPort},
        {u"tls"_s, enumName(rule.serverTls)}};
    if (!around.serverPins.isEmpty())
        server[u"pins"] = QJsonArray::fromStringList(around.serverPins);
    if (!around.serverAuthority.isEmpty())
        server[u"authority"] = around.serverAuthority;
    QJsonObject json{
        {u"id"_s, rule.id.text()},
        {u"name"_s, rule.name},
        {u"listen"_s, QJsonObject{{u"address"_s, rule.listenAddress.toString()}, {u"port"_s, rule.listenPort}}},
        {u"server"_s, server},
        {u"from"_s, texts(rule.from)},
        {u"relayPorts"_s, texts(rule.relayPorts)},
        {u"dataPorts"_s, texts(rule.dataPorts)},
        {u"externalAddress"_s, rule.externalAddress.toString()},
        {u"log"_s, rule.log},
        {u"filter"_s, filter},
    };
    if (!rule.clientAddresses.isEmpty())
        json[u"clientAddresses"] = toJsonArray(rule.clientAddresses);
    return json;
}

QJsonObject configurationJson(const GatewayId &gateway, const QString &generation, const QJsonArray &rules)
{
    return {
        {u"format"_s, u"ferrygate-proxy"_s},
        {u"version"_s, 1},
        {u"generation"_s, generation},
        {u"gateway"_s, gateway.text()},
        {u"rules"_s, rules},
    };
}

} // namespace

QByteArray renderHandOver(const GatewayId &gateway, const QString &generation)
{
    QJsonObject json = configurationJson(gateway, generation, {});
    json[u"handsOver"] = true;
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QByteArray renderProxyConfig(const GatewayConfig &gateway, const QString &generation, const ProxySurroundings &around)
{
    QJsonArray rules;
    for (const PublishedRule &rule : gateway.rules)
        rules.append(ruleJson(rule, around));
    QJsonObject json = configurationJson(gateway.id, generation, rules);
    if (around.sourceAddress)
        json[u"sourceAddress"] = around.sourceAddress->toString();
    if (!around.certificate.chain.isEmpty()) {
        json[u"certificate"] = QJsonObject{{u"chain"_s, around.certificate.chain}, {u"key"_s, around.certificate.key}};
    }
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

} // namespace ferry::agent
