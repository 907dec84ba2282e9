#include "app/proxy/filters/active_mode/ActiveMode.h"

#include "app/proxy/control/DataAddress.h"
#include "app/proxy/filters/data_modes/PortReplies.h"
#include "app/proxy/log/ResultCode.h"

namespace ferry::proxy {
namespace {

// RFC 2577 section 3: no connections to the well-known ports of a machine.
constexpr std::uint16_t firstFreePort = 1024;

class ActiveMode final : public Filter {
public:
    Verdict onCommand(FilterContext &context, const Command &command) override
    {
        const bool isExtended = command.verb == "EPRT";
        if (command.verb != "PORT" && !isExtended && command.verb != "LPRT")
            return Verdict::pass();
        if (!context.rule().filter.dataModes.active || command.verb == "LPRT") {
            return Verdict::answer("502 Active mode is not allowed here, use PASV or EPSV.",
                resultcode::policyRulesDenied, "The rule does not allow active data connections.");
        }
        const std::optional<Endpoint> wanted =
            isExtended ? parseExtendedPortArgument(command.argument) : parsePortArgument(command.argument);
        if (!wanted) {
            return Verdict::answer("501 " + command.verb + " was not understood.", resultcode::policyRulesDenied,
                "The argument is not an address and a port.");
        }
        if (wanted->address != context.client().address || wanted->port < firstFreePort) {
            return Verdict::answer("504 " + command.verb + " to another address or a well-known port is not allowed.",
                resultcode::policyRulesDenied,
                "A data connection to " + wanted->toString() + " would not lead to the client that asked for it.");
        }
        const tl::expected<Endpoint, int> opened = context.openActive(wanted->port);
        if (!opened)
            return portFailure(opened.error(), context.rule().dataPorts);
        return Verdict::replace(opened->address.isIPv4() ? "PORT " + formatPortArgument(*opened)
                                                         : "EPRT " + formatExtendedPortArgument(*opened));
    }
};

} // namespace

std::unique_ptr<Filter> makeActiveMode(const Rule &)
{
    return std::make_unique<ActiveMode>();
}

} // namespace ferry::proxy
