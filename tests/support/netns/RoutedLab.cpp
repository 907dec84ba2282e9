#include "tests/support/netns/RoutedLab.h"

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<RoutedLab>> RoutedLab::create()
{
    Result<NetworkLab> outside = NetworkLab::create();
    Result<NetworkLab> inside = outside ? NetworkLab::create() : failure(outside.error());
    if (!inside)
        return failure(inside.error());
    const auto add = [](NetworkLab &segment, const QString &name, const QString &v4, const QString &v6) {
        return segment.addHost(name, v4, v6);
    };
    Result<Host> client = add(*outside, u"client"_s, u"203.0.113.10"_s, u"2001:db8:1::10"_s);
    Result<Host> stranger = add(*outside, u"stranger"_s, u"203.0.113.30"_s, u"2001:db8:1::30"_s);
    Result<Host> gateway = add(*outside, u"gateway"_s, u"203.0.113.1"_s, u"2001:db8:1::1"_s);
    Result<Host> server = add(*inside, u"server"_s, u"198.51.100.20"_s, u"2001:db8:2::20"_s);
    for (const Result<Host> *host : {&client, &stranger, &gateway, &server}) {
        if (!*host)
            return failure(host->error());
    }
    const Result<> joined =
        inside->plug(*gateway, u"gateway"_s, gatewayInside4.toString(), gatewayInside6.toString())
            .and_then([&] { return gateway->setForwarding(true); })
            .and_then([&] {
                return server->configure(
                    u"route add default via %1\nroute add default via %2\n"_s.arg(gatewayInside4, gatewayInside6));
            });
    if (!joined)
        return failure(joined.error());
    return std::unique_ptr<RoutedLab>(new RoutedLab(std::move(*outside), std::move(*inside), std::move(*client),
        std::move(*stranger), std::move(*gateway), std::move(*server)));
}

} // namespace ferry::test
