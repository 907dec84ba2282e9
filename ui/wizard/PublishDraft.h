#pragma once

#include "models/checks/PassivePortNeed.h"
#include "models/edits/PublishServer.h"
#include "models/rules/RuleSet.h"

#include <optional>

namespace ferry::ui {

/// What the *Publish FTP server* wizard has been told so far: a plain value, no widget knows more than this.
struct PublishDraft {
    enum class Source { ManagedSite, NewService, BareAddress };

    Source source = Source::ManagedSite;
    ServiceSite managed;  ///< ManagedSite: what to publish

    std::optional<Address> serverAddress;  ///< NewService, BareAddress: where the FTP server listens
    quint16 serverPort = 21;
    QString serviceName;  ///< NewService from here on
    QString agent;        ///< "host:port"
    FtpSoftware software = FtpSoftware::Vsftpd;
    QString configPath;
    QString serviceUnit;

    TlsMode tls = TlsMode::Explicit;

    QList<GatewayId> gateways;
    std::optional<Address> listenAddress;
    quint16 listenPort = 21;
    QList<Network> from;  ///< empty: clients on any network

    TransferLoad load;
    std::optional<PortRange> passivePorts;
    std::optional<Address> advertised;  ///< nothing: the listener's address

    FilterSettings filter;
    bool log = true;
    QString ruleName;
    QString description;

    bool operator==(const PublishDraft &) const = default;
};

/// The first draft for a rule set: its first site that no rule publishes, its first gateway and that one's first
/// address.
[[nodiscard]] PublishDraft startingDraft(const RuleSet &ruleSet);

/// Takes the site's own settings (TLS, passive range) into the draft.
void chooseSite(PublishDraft &draft, const RuleSet &ruleSet, const ServiceSite &site);

/// Changes TLS, and what follows from it: the usual ports, and a filter that lets such clients in.
void chooseTls(PublishDraft &draft, TlsMode tls);

/// True if the gateway cannot read the control channel and so cannot open data ports by itself.
[[nodiscard]] bool isOpaque(const PublishDraft &draft);

/// True if the server's passive range must be published, or LIST hangs after 150.
[[nodiscard]] bool needsPassiveRange(const PublishDraft &draft);

/// The name that stands in for an empty `ruleName`.
[[nodiscard]] QString suggestedRuleName(const PublishDraft &draft, const RuleSet &ruleSet);

/// The range that carries `draft.load`: the service's own where it is large enough, otherwise a free one.
[[nodiscard]] std::optional<PortRange> suggestedRange(const PublishDraft &draft, const RuleSet &ruleSet);

/// The rule, and the protocol definition and service that it needs. Ids and names are free in `ruleSet`.
/// The draft must be complete: no step has a problem.
[[nodiscard]] Publication publicationOf(const PublishDraft &draft, const RuleSet &ruleSet);

/// `ruleSet` with the publication in it, or why the rule set does not take it.
[[nodiscard]] Result<RuleSet> withPublication(RuleSet ruleSet, const Publication &publication);

/// Takes back into the draft what a quick fix changed in the rule set that was made from it.
[[nodiscard]] PublishDraft adopted(PublishDraft draft, const RuleSet &fixed, const RuleId &rule);

} // namespace ferry::ui
