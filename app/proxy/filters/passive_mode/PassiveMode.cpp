#include "app/proxy/filters/passive_mode/PassiveMode.h"

#include "app/proxy/control/DataAddress.h"
#include "app/proxy/filters/data_modes/PortReplies.h"
#include "app/proxy/log/ResultCode.h"

namespace ferry::proxy {
namespace {

Verdict refuse(std::string reply, std::string reason)
{
    return Verdict::answer(std::move(reply), resultcode::policyRulesDenied, std::move(reason));
}

class PassiveMode final : public Filter {
public:
    Verdict onCommand(FilterContext &context, const Command &command) override
    {
        if (command.verb == "EPSV")
            return onExtendedPassive(context, command);
        if (command.verb == "PASV")
            return onPassive(context);
        // RFC 2428 section 4: after EPSV ALL every other way to a data connection is an error.
        if (m_isExtendedOnly && (command.verb == "PORT" || command.verb == "EPRT"))
            return refuse("503 EPSV ALL was asked for before.", "The client itself has asked for EPSV only.");
        // RFC 1639 and dialects of single servers: ways around this filter that hardly anybody uses.
        if (command.verb == "LPSV" || command.verb == "SPSV" || command.verb == "CPSV" || command.verb == "P@SW")
            return refuse("502 Use PASV or EPSV.", "The gateway opens data connections by PASV and EPSV only.");
        return Verdict::pass();
    }

    Verdict onReply(FilterContext &context, const Command &command, const ReplyLine &reply) override
    {
        if (reply.code == 200 && command.verb == "EPSV" && command.firstWord() == "ALL")
            m_isExtendedOnly = true;
        const bool isAnnouncement = reply.code >= 227 && reply.code <= 229;
        if (!isAnnouncement)
            return Verdict::pass();
        if (!reply.isLast)
            return Verdict::replace({});
        if (!reply.isFirst || (command.verb != "PASV" && command.verb != "EPSV")) {
            return Verdict::answer("425 Cannot open a data connection.", resultcode::connectionKilled,
                "The server announced a data port that nobody asked for.", LogAction::FailedConnectionAttempt);
        }
        return announce(context, command, reply);
    }

private:
    Verdict onExtendedPassive(FilterContext &context, const Command &command)
    {
        if (!context.rule().filter.dataModes.passive)
            return refuse("502 Passive mode is not allowed here.", "The rule does not allow passive data connections.");
        const std::string mode = command.firstWord();
        if (mode.empty() || mode == "ALL")
            return Verdict::pass();
        const std::string_view family = context.client().address.isIPv4() ? "1" : "2";
        if (mode != family) {
            return refuse("522 Network protocol not supported, use (" + std::string(family) + ").",
                "EPSV asked for another network protocol than that of the control connection.");
        }
        // The leg to the server may be of the other family: it chooses for itself.
        return Verdict::replace("EPSV");
    }

    Verdict onPassive(FilterContext &context) const
    {
        if (!context.rule().filter.dataModes.passive)
            return refuse("502 Passive mode is not allowed here.", "The rule does not allow passive data connections.");
        if (m_isExtendedOnly)
            return refuse("503 EPSV ALL was asked for before.", "The client itself has asked for EPSV only.");
        // PASV means nothing on IPv6 (RFC 2428 section 1); the reply to the client is made from the 229.
        if (!context.rule().server.address.isIPv4())
            return Verdict::replace("EPSV");
        return Verdict::pass();
    }

    static Verdict announce(FilterContext &context, const Command &command, const ReplyLine &reply)
    {
        std::optional<Endpoint> passive = reply.code == 227 ? parsePassiveReply(reply.text()) : std::nullopt;
        const std::optional<std::uint16_t> extended =
            reply.code == 229 ? parseExtendedPassiveReply(reply.text()) : std::nullopt;
        if (!passive && !extended) {
            return Verdict::answer("425 Cannot open a data connection.", resultcode::connectionKilled,
                "The server announced a data port in a form that nobody can read.", LogAction::FailedConnectionAttempt);
        }
        const Rule &rule = context.rule();
        const bool isExtended = command.verb == "EPSV";
        const std::optional<IpAddress> own = addressForClient(rule.clientAddresses, context.client().address);
        const std::optional<IpAddress> address =
            advertisedAddress(rule.filter.addressRewrite, own ? own : rule.externalAddress, context.reachedAddress(),
                passive ? std::optional(passive->address) : std::nullopt);
        if (!isExtended && !address) {
            return Verdict::answer("425 Cannot open a data connection by PASV here, use EPSV.",
                resultcode::connectionKilled, "A 227 reply cannot carry the gateway's IPv6 address.",
                LogAction::FailedConnectionAttempt);
        }
        const tl::expected<std::uint16_t, int> port = context.openPassive(passive ? passive->port : *extended);
        if (!port)
            return portFailure(port.error(), rule.dataPorts);
        if (isExtended)
            return Verdict::replace("229 Entering Extended Passive Mode (|||" + std::to_string(*port) + "|).");
        return Verdict::replace("227 Entering Passive Mode (" + formatPortArgument({*address, *port}) + ").");
    }

    bool m_isExtendedOnly = false;
};

} // namespace

std::unique_ptr<Filter> makePassiveMode(const Rule &)
{
    return std::make_unique<PassiveMode>();
}

} // namespace ferry::proxy
