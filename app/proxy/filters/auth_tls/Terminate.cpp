#include "app/proxy/filters/auth_tls/Terminate.h"

#include "app/proxy/log/ResultCode.h"

namespace ferry::proxy {
namespace {

Verdict refuse(std::string reply, std::string reason)
{
    return Verdict::answer(std::move(reply), resultcode::policyRulesDenied, std::move(reason));
}

class Terminate final : public Filter {
public:
    explicit Terminate(const AuthTlsSettings &settings) : m_settings(settings) {}

    Verdict onCommand(FilterContext &context, const Command &command) override
    {
        if (command.verb == "AUTH")
            return onAuth(context, command);
        if (command.verb == "PBSZ")
            return onBufferSize(context, command);
        if (command.verb == "PROT")
            return onProtection(context, command);
        if (command.verb == "CCC")
            return onClear(context);
        if (command.verb == "ADAT" || command.verb == "MIC" || command.verb == "CONF" || command.verb == "ENC")
            return refuse("502 Not used with TLS.", "The gateway knows no other security mechanism than TLS.");
        // RFC 4217 section 11 lets REIN fall back to clear text; nobody needs it.
        if (command.verb == "REIN" && context.security().isClientSecure)
            return refuse("502 REIN is not possible under TLS.", "REIN would end the protection of the session.");
        return Verdict::pass();
    }

private:
    Verdict onAuth(FilterContext &context, const Command &command)
    {
        const std::string mechanism = command.firstWord();
        if (mechanism.empty())
            return refuse("501 AUTH needs a mechanism.", "AUTH without an argument.");
        // SSL and TLS-C are what TLS was called in the drafts of RFC 4217.
        if (mechanism != "TLS" && mechanism != "TLS-C" && mechanism != "SSL")
            return refuse("504 Unknown security mechanism, use TLS.", "The gateway knows no other mechanism than TLS.");
        if (context.security().isClientSecure)
            return refuse("503 TLS is in use already.", "AUTH under TLS.");
        // Whoever has logged in without encryption must not seem to have done it under TLS.
        if (context.isLoggedIn())
            return refuse("503 AUTH must come before the login.", "AUTH in a session that has logged in already.");
        SecurityChange change{.secureClient = true, .clientData = Protection::Clear};
        change.secureServer = m_settings.upstream == UpstreamTls::Same && !context.security().isServerSecure;
        return Verdict::secure(change, "234 AUTH " + mechanism + " accepted, begin the handshake.");
    }

    Verdict onBufferSize(FilterContext &context, const Command &command)
    {
        if (!context.security().isClientSecure)
            return refuse("503 PBSZ comes after AUTH.", "PBSZ without TLS.");
        // RFC 4217 section 8: there are no buffers to agree on; whatever is asked for, the answer is 0.
        if (command.argument.empty() || command.argument.find_first_not_of("0123456789") != std::string_view::npos)
            return refuse("501 PBSZ needs a number.", "PBSZ without a number.");
        m_hasBufferSize = true;
        return Verdict::secure({}, "200 PBSZ=0");
    }

    // RFC 4217 section 6: giving up TLS on the control connection is what an attacker would like most.
    Verdict onClear(FilterContext &context) const
    {
        if (!m_settings.clearCommandChannel)
            return refuse("534 The control connection stays encrypted.", "The rule does not allow CCC.");
        if (!context.security().isClientSecure)
            return refuse("533 The control connection is not encrypted.", "CCC without TLS.");
        if (!context.isLoggedIn())
            return refuse("503 CCC comes after the login.", "CCC before the password is through.");
        return Verdict::secure({.clearClient = true}, "200 The control connection goes on in clear text.");
    }

    Verdict onProtection(FilterContext &context, const Command &command)
    {
        if (!context.security().isClientSecure || !m_hasBufferSize)
            return refuse("503 PROT comes after AUTH and PBSZ.", "PROT before AUTH or PBSZ.");
        const std::string level = command.firstWord();
        if (level == "S" || level == "E")
            return refuse("536 TLS knows only the levels C and P.", "PROT with a level that TLS does not have.");
        if (level != "P" && level != "C")
            return refuse("504 Unknown protection level.", "PROT with a level that does not exist.");
        const Protection protection = level == "P" ? Protection::Private : Protection::Clear;
        SecurityChange change{.clientData = protection};
        if (m_settings.upstream == UpstreamTls::Same && context.security().serverData != protection)
            change.serverData = protection;
        return Verdict::secure(
            change, level == "P" ? "200 Data connections are encrypted." : "200 Data connections are in clear text.");
    }

    const AuthTlsSettings &m_settings; ///< of the rule, which the session keeps alive
    bool m_hasBufferSize = false;
};

} // namespace

std::unique_ptr<Filter> makeTerminate(const Rule &rule)
{
    return std::make_unique<Terminate>(rule.filter.authTls);
}

SecurityChange securityAtGreeting(const Rule &rule)
{
    const AuthTlsSettings &settings = rule.filter.authTls;
    if (settings.handling != AuthTls::Terminate || settings.upstream != UpstreamTls::Required)
        return {};
    return {.secureServer = rule.serverTls != ServerTls::Implicit, .serverData = Protection::Private};
}

} // namespace ferry::proxy
