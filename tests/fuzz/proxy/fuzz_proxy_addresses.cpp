// 227 and 229 replies, PORT and EPRT arguments: what is accepted must come back the same when it is written again.
#include "app/proxy/control/DataAddress.h"
#include "app/proxy/net/PortSet.h"

#include <cstdlib>

using namespace ferry::proxy;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    for (const std::optional<Endpoint> &endpoint : {parsePassiveReply(text), parsePortArgument(text)}) {
        if (endpoint && (!endpoint->address.isIPv4() || parsePortArgument(formatPortArgument(*endpoint)) != endpoint))
            std::abort();
    }
    if (const std::optional<Endpoint> endpoint = parseExtendedPortArgument(text)) {
        if (parseExtendedPortArgument(formatExtendedPortArgument(*endpoint)) != endpoint)
            std::abort();
    }
    if (const std::optional<std::uint16_t> port = parseExtendedPassiveReply(text); port && *port == 0)
        std::abort();
    if (const Result<PortRange> range = PortRange::parse(text); range && (range->low == 0 || range->high < range->low))
        std::abort();
    if (const Result<Network> network = Network::parse(text); !network && network.error().message.empty())
        std::abort();
    return 0;
}
