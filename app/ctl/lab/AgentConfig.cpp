#include "app/ctl/lab/AgentConfig.h"

#include <QJsonArray>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

QJsonObject commonConfig(const LabPaths &paths, const QString &node, const Address &address, quint16 port)
{
    return {
        {u"format"_s, u"ferrygate-agent"_s},
        {u"version"_s, 1},
        {u"node"_s, node},
        {u"listen"_s, QJsonObject{{u"address"_s, address.toString()}, {u"port"_s, port}}},
        {u"stateDirectory"_s, paths.node(node, u"state"_s)},
        {u"tls"_s,
            QJsonObject{{u"certificate"_s, paths.node(node, u"tls/agent.pem"_s)},
                {u"key"_s, paths.node(node, u"tls/agent.key"_s)}, {u"ca"_s, paths.node(node, u"tls/ca.pem"_s)}}},
    };
}

} // namespace

QJsonObject gatewayAgentConfig(const LabPaths &paths, const LabNetwork &network, const QString &programs)
{
    QJsonObject config = commonConfig(paths, u"gw-1"_s, network.gateway, network.agentPort);
    config.insert(u"gateways"_s,
        QJsonArray{QJsonObject{
            {u"id"_s, u"gw-1"_s},
            {u"engine"_s, u"builtin"_s},
            {u"program"_s, programs + u"/ferrygate-proxy"_s},
            {u"controlSocket"_s, paths.proxySocket()},
            {u"sourceAddress"_s, network.gateway.toString()},
            {u"log"_s, paths.node(u"gw-1"_s, u"proxy.log"_s)},
            {u"certificates"_s,
                QJsonArray{QJsonObject{
                    {u"name"_s, u"public"_s},
                    {u"chain"_s, paths.node(u"gw-1"_s, u"tls/public.pem"_s)},
                    {u"key"_s, paths.node(u"gw-1"_s, u"tls/public.key"_s)},
                }}},
            {u"serverAuthority"_s, paths.node(u"gw-1"_s, u"tls/ca.pem"_s)},
        }});
    return config;
}

QJsonObject serverAgentConfig(const LabPaths &paths, const LabState &state, const Command &vsftpd)
{
    QJsonObject environment{{QString::fromLatin1(LabState::markVariable), state.mark}};
    for (auto it = vsftpd.environment.cbegin(); it != vsftpd.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    QJsonObject config = commonConfig(paths, u"files-1"_s, state.network.server, state.network.agentPort);
    config.insert(u"services"_s,
        QJsonArray{QJsonObject{
            {u"id"_s, u"files-1"_s},
            {u"software"_s, u"vsftpd"_s},
            {u"configPath"_s, paths.vsftpdConf()},
            {u"ballast"_s, QJsonObject{{u"path"_s, paths.node(u"files-1"_s, u"ballast"_s)}}},
            {u"control"_s,
                QJsonObject{
                    {u"kind"_s, u"child"_s},
                    {u"program"_s, vsftpd.program},
                    {u"arguments"_s, QJsonArray::fromStringList(vsftpd.arguments)},
                    {u"environment"_s, environment},
                }},
        }});
    return config;
}

} // namespace ferry::ctl
