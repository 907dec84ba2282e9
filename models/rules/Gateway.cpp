#include "models/rules/Gateway.h"

#include <QCoreApplication>

namespace ferry {
namespace {

struct GatewayText {
    Q_DECLARE_TR_FUNCTIONS(GatewayText)
};

} // namespace

QString ClientAddress::toString() const
{
    return clients.toString() + QStringLiteral(" = ") + address.toString();
}

Result<ClientAddress> ClientAddress::parse(QStringView text)
{
    const qsizetype sign = text.indexOf(u'=');
    const auto refuse = [&](const QString &why) {
        return failure(Error{ErrorCode::InvalidInput, text.toString(),
            GatewayText::tr("The address for a network was not accepted."), why,
            GatewayText::tr("Write the clients' network, \"=\" and an IPv4 address: 10.0.0.0/8 = 10.0.0.1.")});
    };
    if (sign < 0)
        return refuse(GatewayText::tr("There is no \"=\" in it."));
    if (text.left(sign).trimmed().isEmpty())
        return refuse(GatewayText::tr("There is no network in front of \"=\"."));
    const Result<Network> clients = Network::parse(text.left(sign).trimmed());
    if (!clients)
        return failure(clients.error());
    const Result<Address> address = Address::parse(text.mid(sign + 1).trimmed());
    if (!address)
        return failure(address.error());
    if (address->family() != Address::Family::IPv4)
        return refuse(GatewayText::tr("227 replies carry IPv4 addresses only (RFC 2428)."));
    return ClientAddress{*clients, *address};
}

} // namespace ferry
