#include "app/proxy/filters/command_policy/CommandPolicy.h"

#include "app/proxy/log/ResultCode.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace ferry::proxy {
namespace {

using Names = std::span<const std::string_view>;

// Sorted. What a session needs that changes nothing on the server (RFC 959, 2228, 2389, 2428, 3659, 4217, 7151 and the
// X forms of RFC 775). The narrow presets let nothing else pass: a server may know commands that nobody has heard of.
constexpr std::array<std::string_view, 44> harmless{"ABOR", "ACCT", "ADAT", "AUTH", "CCC", "CDUP", "CLNT", "CWD",
    "EPRT", "EPSV", "FEAT", "HELP", "HOST", "LANG", "LIST", "MDTM", "MLSD", "MLST", "MODE", "NLST", "NOOP", "OPTS",
    "PASS", "PASV", "PBSZ", "PORT", "PROT", "PWD", "QUIT", "REIN", "REST", "SIZE", "STAT", "STRU", "SYST", "TYPE",
    "USER", "XCUP", "XCWD", "XMD5", "XPWD", "XSHA1", "XSHA256", "XSHA512"};
constexpr std::array<std::string_view, 1> reading{"RETR"};
constexpr std::array<std::string_view, 4> storing{"ALLO", "APPE", "STOR", "STOU"};

bool contains(Names names, std::string_view name)
{
    return std::binary_search(names.begin(), names.end(), name);
}

bool names(const std::vector<std::string> &list, const Command &command)
{
    const auto has = [&](const std::string &name) { return std::binary_search(list.begin(), list.end(), name); };
    return has(command.verb) || (!command.argument.empty() && has(command.verb + " " + command.firstWord()));
}

class CommandPolicy final : public Filter {
public:
    explicit CommandPolicy(const CommandPolicySettings &settings) : m_settings(settings) {}

    Verdict onCommand(FilterContext &, const Command &command) override
    {
        if (allows(m_settings, command))
            return Verdict::pass();
        return Verdict::answer("550 " + command.verb + " is not allowed here.", resultcode::policyRulesDenied,
            "The rule's command policy does not let this command pass.");
    }

private:
    const CommandPolicySettings &m_settings; ///< of the rule, which the session keeps alive
};

} // namespace

bool allows(const CommandPolicySettings &settings, const Command &command)
{
    switch (settings.preset) {
    case CommandPreset::Full:
        return true;
    case CommandPreset::ReadOnly:
        return contains(harmless, command.verb) || contains(reading, command.verb);
    case CommandPreset::UploadOnly:
        return contains(harmless, command.verb) || contains(storing, command.verb);
    case CommandPreset::Custom:
        return !names(settings.deny, command) && (settings.allow.empty() || names(settings.allow, command));
    }
    return false;
}

std::unique_ptr<Filter> makeCommandPolicy(const Rule &rule)
{
    if (rule.filter.commandPolicy.preset == CommandPreset::Full)
        return nullptr;
    return std::make_unique<CommandPolicy>(rule.filter.commandPolicy);
}

} // namespace ferry::proxy
