#include "models/store/Fields.h"
#include "models/store/ObjectReaders.h"

namespace ferry {
namespace {

constexpr Field<Gateway> gatewayFields[]{
    {QLatin1StringView("agent"), false, [](Reading &reading, Gateway &gateway) { reading.agent(gateway.agent); }},
    {QLatin1StringView("certificate"), false,
        [](Reading &reading, Gateway &gateway) { reading.text(gateway.certificate, {}); }},
    {QLatin1StringView("clientAddresses"), false,
        [](Reading &reading, Gateway &gateway) {
            reading.list([&] {
                ClientAddress address;
                if (reading.clientAddress(address))
                    gateway.clientAddresses << address;
            });
        }},
    {QLatin1StringView("engine"), false, [](Reading &reading, Gateway &gateway) { reading.choice(gateway.engine); }},
    {QLatin1StringView("externalAddresses"), false,
        [](Reading &reading, Gateway &gateway) {
            reading.uniqueList(
                gateway.externalAddresses, Address(), [&](Address &address) { return reading.address(address); });
        }},
    {QLatin1StringView("id"), true, [](Reading &reading, Gateway &gateway) { reading.id(gateway.id); }},
    {QLatin1StringView("name"), true,
        [](Reading &reading, Gateway &gateway) { reading.text(gateway.name, {TextLimits::name, false}); }},
};

} // namespace

bool readGateway(Reading &reading, Gateway &gateway)
{
    return readFields(reading, gatewayFields, gateway);
}

} // namespace ferry
