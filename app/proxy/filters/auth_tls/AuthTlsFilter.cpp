#include "app/proxy/filters/auth_tls/AuthTlsFilter.h"

#include "app/proxy/filters/auth_tls/Terminate.h"
#include "app/proxy/log/ResultCode.h"

namespace ferry::proxy {
namespace {

class Deny final : public Filter {
public:
    Verdict onCommand(FilterContext &, const Command &command) override
    {
        if (command.verb != "AUTH" && command.verb != "ADAT")
            return Verdict::pass();
        // The words of ISA Server 2006, which people search for.
        return Verdict::answer("550 Access is denied.", resultcode::connectionKilled,
            "AUTH was answered by the gateway; the server never saw it.");
    }
};

class PassThrough final : public Filter {
public:
    Verdict onReply(FilterContext &context, const Command &command, const ReplyLine &reply) override
    {
        if (!reply.isLast || !startsSecurity(command, reply.code))
            return Verdict::pass();
        context.log({.action = LogAction::ConnectionStatus,
            .text = "The session is encrypted from here on, and is relayed unread."});
        return Verdict::opaque();
    }

private:
    // RFC 2228 section 5: 234 and 235 end the exchange. 334 is what some servers said to AUTH SSL before RFC 4217;
    // with other mechanisms it only asks for ADAT.
    static bool startsSecurity(const Command &command, std::uint16_t code)
    {
        if (command.verb == "AUTH")
            return code == 234 || (code == 334 && isTls(command.firstWord()));
        return command.verb == "ADAT" && (code == 234 || code == 235);
    }

    static bool isTls(const std::string &mechanism)
    {
        return mechanism == "TLS" || mechanism == "TLS-C" || mechanism == "TLS-P" || mechanism == "SSL";
    }
};

} // namespace

std::unique_ptr<Filter> makeAuthTlsFilter(const Rule &rule)
{
    switch (rule.filter.authTls.handling) {
    case AuthTls::Deny:
        break;
    case AuthTls::Pass:
        return std::make_unique<PassThrough>();
    case AuthTls::Terminate:
        return makeTerminate(rule);
    }
    return std::make_unique<Deny>();
}

} // namespace ferry::proxy
