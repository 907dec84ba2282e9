#include "app/agent/engines/nftables/RuleLimits.h"

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
    if (!filter.banner.isEmpty())
        return Objection{tr("The FTP helper of the kernel has no greeting."), tr("Take the greeting away.")};
    if (!filter.dataModes.passive) {
        return Objection{tr("The FTP helper of the kernel opens passive data ports whenever the server offers them."),
            tr("Allow passive data connections.")};
    }
    if (!filter.rewriteAddress || rule.externalAddress != rule.listenAddress || !rule.clientAddresses.isEmpty()) {
        return Objection{tr("The FTP helper of the kernel writes the listener's address, %1, into 227, and no other.")
                             .arg(rule.listenAddress.toString()),
            tr("Let the external address be the listener's.")};
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
