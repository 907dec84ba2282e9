#include "models/rules/ProtocolDefinition.h"

#include <QCoreApplication>

#include <utility>

namespace ferry {
namespace {

ProtocolDefinition builtIn(const QString &id, const QString &name, const QString &description, quint16 port)
{
    // RFC 6335 names 49152-65535 the dynamic ports: the filter opens its data ports there.
    return {ProtocolId::fromTrusted(id), name, description, true,
        {{Direction::Inbound, PortRange::fromTrusted(port, port)}},
        {{Direction::Inbound, PortRange::fromTrusted(49152, 65535)}}, ApplicationFilter::Ftp};
}

QString tr(const char *text)
{
    return QCoreApplication::translate("ProtocolDefinition", text);
}

} // namespace

quint16 controlPort(const ProtocolDefinition &protocol)
{
    for (const ProtocolConnection &connection : protocol.primary) {
        if (connection.direction == Direction::Inbound)
            return connection.ports.low();
    }
    return 0;
}

QList<PortRange> relayPorts(const ProtocolDefinition &protocol)
{
    QList<PortRange> ranges;
    bool controlSeen = false;
    for (const ProtocolConnection &connection : protocol.primary) {
        if (connection.direction != Direction::Inbound)
            continue;
        if (std::exchange(controlSeen, true))
            ranges << connection.ports;
        else if (connection.ports.size() > 1)
            ranges << PortRange::fromTrusted(connection.ports.low() + 1, connection.ports.high());
    }
    return ranges;
}

ProtocolDefinition customized(const ProtocolDefinition &protocol, ProtocolId id, QString name)
{
    ProtocolDefinition copy = protocol;
    copy.id = std::move(id);
    copy.name = std::move(name);
    copy.builtIn = false;
    return copy;
}

const QList<ProtocolDefinition> &builtInProtocols()
{
    static const QList<ProtocolDefinition> protocols{
        builtIn(QStringLiteral("ftp-server"), tr("FTP Server"),
            tr("FTP and explicit FTPS on port 21. The FTP filter opens the data ports."), 21),
        builtIn(QStringLiteral("ftps-implicit-server"), tr("FTPS Server (implicit)"),
            tr("FTPS with TLS from the first byte on port 990, the practice before RFC 4217."), 990),
    };
    return protocols;
}

} // namespace ferry
