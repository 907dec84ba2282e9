#include "app/agent/engines/nftables/RuleLimits.h"

#include "models/plan/KernelHelperLimits.h"

#include <QCoreApplication>

namespace ferry::agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NftablesEngine", text);
}

struct Objection {
    QString why;
    QString remedy;
};

/// nf_nat rewrites addresses; it neither carries one family in the other nor sees what the gateway sends to itself.
std::optional<Objection> objectionToAddresses(const PublishedRule &rule)
{
    if (rule.listenAddress.family() != rule.serverAddress.family()) {
        return Objection{tr("nftables forwards within one address family, and %1 is not of that of %2.")
                             .arg(rule.listenAddress.toString(), rule.serverAddress.toString()),
            tr("Publish the server at an address of its own family, or use the engine builtin.")};
    }
    for (const Address &address : {rule.listenAddress, rule.serverAddress}) {
        if (address.isLoopback() || address.isUnspecified()) {
            return Objection{tr("nftables forwards between networks, and %1 is in none.").arg(address.toString()),
                tr("Name the address at which others reach it.")};
        }
    }
    return {};
}

/// The kernel's FTP helper (nf_conntrack_ftp) reads the control connection and opens data ports. It answers nothing.
std::optional<Objection> objectionToFilter(const PublishedRule &rule)
{
    const FilterSettings &filter = rule.filter;
    if (filter.authTls == AuthTls::Terminate)
        return Objection{tr("The FTP helper of the kernel cannot end TLS."), tr("Relay AUTH TLS (pass).")};
    if (filter.authTls == AuthTls::Deny && rule.serverTls == TlsMode::Explicit)
        return Objection{tr("The FTP helper of the kernel cannot refuse AUTH TLS."), tr("Relay AUTH TLS (pass).")};
    if (filter.commands.preset != CommandPreset::Full) {
        return Objection{tr("The FTP helper of the kernel enforces no command policy."), tr("Use the preset Full.")};
    }
    if (filter.maxSessions > 0 || filter.maxSessionsPerClient > 0 || filter.maxSessionsPerNetwork > 0)
        return Objection{tr("The FTP helper of the kernel limits no sessions."), tr("Take the limits away.")};
    const QStringList beyond =
        beyondKernelHelper({filter, rule.listenAddress, rule.externalAddress, !rule.clientAddresses.isEmpty()});
    if (!beyond.isEmpty()) {
        return Objection{tr("This is beyond the FTP helper of the kernel. %1").arg(beyond.join(u' ')),
            tr("Take these settings of the filter back, or use the engine builtin.")};
    }
    return {};
}

} // namespace

Result<> checkForNftables(const PublishedRule &rule)
{
    std::optional<Objection> objection = objectionToAddresses(rule);
    if (!objection && rule.filterOn)
        objection = objectionToFilter(rule);
    if (!objection)
        return {};
    return failure(ErrorCode::Unsupported, rule.id.text(), tr("The rule \"%1\" was not prepared.").arg(rule.name),
        objection->why, objection->remedy);
}

} // namespace ferry::agent
