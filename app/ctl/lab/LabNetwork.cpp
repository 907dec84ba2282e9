#include "app/ctl/lab/LabNetwork.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QTcpServer>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int attempts = 50;

LabNetwork networkNumber(int second, int third)
{
    LabNetwork network;
    network.gateway = Address::fromTrusted(u"127.%1.%2.2"_s.arg(second).arg(third));
    network.server = Address::fromTrusted(u"127.%1.%2.3"_s.arg(second).arg(third));
    return network;
}

QString endpoint(const Address &address, quint16 port)
{
    return u"%1:%2"_s.arg(address.toString()).arg(port);
}

} // namespace

bool isPortFree(const Address &address, quint16 port)
{
    QTcpServer server;
    return server.listen(QHostAddress(address.toString()), port);
}

bool LabNetwork::isFree() const
{
    return isPortFree(gateway, controlPort) && isPortFree(gateway, mirrorPort) && isPortFree(gateway, agentPort)
        && isPortFree(server, controlPort) && isPortFree(server, agentPort);
}

Result<LabNetwork> LabNetwork::choose(const QString &directory, bool isDefaultDirectory)
{
    if (isDefaultDirectory && networkNumber(0, 0).isFree())
        return networkNumber(0, 0);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const QByteArray name = QDir(directory).absolutePath().toUtf8() + QByteArray::number(attempt);
        const QByteArray hash = QCryptographicHash::hash(name, QCryptographicHash::Sha256);
        const LabNetwork network = networkNumber(1 + static_cast<quint8>(hash[0]) % 250, static_cast<quint8>(hash[1]));
        if (network.isFree())
            return network;
    }
    return failure(ErrorCode::Io, directory, QCoreApplication::translate("LabNetwork", "The lab was not brought up."),
        QCoreApplication::translate("LabNetwork", "No loopback network has free ports for it."),
        QCoreApplication::translate("LabNetwork", "End other labs with \"ferryctl lab down\"."));
}

QString LabNetwork::gatewayAgent() const
{
    return endpoint(gateway, agentPort);
}

QString LabNetwork::serverAgent() const
{
    return endpoint(server, agentPort);
}

QJsonObject LabNetwork::toJson() const
{
    return {{u"gateway"_s, gateway.toString()}, {u"server"_s, server.toString()}, {u"controlPort"_s, controlPort},
        {u"mirrorPort"_s, mirrorPort}, {u"agentPort"_s, agentPort}};
}

Result<LabNetwork> LabNetwork::fromJson(const QJsonObject &json)
{
    LabNetwork network;
    for (const auto &[key, target] :
        {std::pair{u"gateway"_s, &network.gateway}, std::pair{u"server"_s, &network.server}}) {
        const Result<Address> address = Address::parse(json.value(key).toString());
        if (!address)
            return failure(address.error());
        *target = *address;
    }
    network.controlPort = static_cast<quint16>(json.value(u"controlPort"_s).toInt());
    network.mirrorPort = static_cast<quint16>(json.value(u"mirrorPort"_s).toInt());
    network.agentPort = static_cast<quint16>(json.value(u"agentPort"_s).toInt());
    return network;
}

} // namespace ferry::ctl
