#include "ui/wizard/PublishStep.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace ferry::ui {
namespace {

using Source = PublishDraft::Source;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PublishStep)
};

Error incomplete(const QString &what, const QString &why, const QString &remedy)
{
    return {ErrorCode::InvalidInput, {}, what, why, remedy};
}

const FtpSite *site(const PublishDraft &draft, const RuleSet &ruleSet)
{
    const FtpService *service = ruleSet.ftpServices.find(draft.managed.service);
    return service ? findSite(*service, draft.managed.site) : nullptr;
}

QString serverName(const PublishDraft &draft, const RuleSet &ruleSet)
{
    switch (draft.source) {
    case Source::ManagedSite: {
        const FtpService *service = ruleSet.ftpServices.find(draft.managed.service);
        return service ? service->name : QString();
    }
    case Source::NewService:
        return draft.serviceName;
    case Source::BareAddress:
        return draft.serverAddress ? draft.serverAddress->toString() : QString();
    }
    return {};
}

QString tlsName(TlsMode tls)
{
    switch (tls) {
    case TlsMode::None:
        return Words::tr("no TLS");
    case TlsMode::Explicit:
        return Words::tr("explicit TLS");
    case TlsMode::Implicit:
        return Words::tr("implicit TLS");
    }
    return {};
}

std::optional<Error> serverProblem(const PublishDraft &draft, const RuleSet &ruleSet)
{
    if (draft.source == Source::ManagedSite) {
        if (!site(draft, ruleSet)) {
            return incomplete(Words::tr("Nothing is chosen yet."),
                Words::tr("The wizard needs one site of a managed FTP service."),
                Words::tr("Choose a site, or publish a new service or an address."));
        }
        return {};
    }
    if (!draft.serverAddress || draft.serverAddress->isUnspecified()) {
        return incomplete(Words::tr("The server is not known yet."), Words::tr("Its address is missing."),
            Words::tr("Write the address at which the gateway reaches the FTP server."));
    }
    if (draft.serverPort == 0) {
        return incomplete(Words::tr("The server is not known yet."), Words::tr("Its port is missing."),
            Words::tr("Write a port from 1 to 65535."));
    }
    if (draft.source == Source::BareAddress)
        return {};
    if (draft.serviceName.trimmed().isEmpty()) {
        return incomplete(Words::tr("The service is not named yet."),
            Words::tr("Rules and findings refer to it by its name."), Words::tr("Write a name, such as files-1."));
    }
    if (draft.agent.trimmed().isEmpty()) {
        return incomplete(Words::tr("The service cannot be managed yet."), Words::tr("Its agent is missing."),
            Words::tr("Write host and port of its agent, such as 198.51.100.20:7521, or publish the address alone."));
    }
    if (!draft.configPath.startsWith(u'/')) {
        return incomplete(Words::tr("The service cannot be managed yet."),
            Words::tr("The path of its configuration is not absolute."),
            Words::tr("Write the whole path, such as /etc/vsftpd.conf."));
    }
    return {};
}

std::optional<Error> listenerProblem(const PublishDraft &draft, const RuleSet &ruleSet)
{
    if (ruleSet.gateways.isEmpty()) {
        return incomplete(Words::tr("There is no listener yet."), Words::tr("The rule set has no gateway."),
            Words::tr("Close the wizard, add a gateway on the Gateways page, and come back."));
    }
    if (draft.gateways.isEmpty()) {
        return incomplete(Words::tr("There is no listener yet."), Words::tr("No gateway is chosen."),
            Words::tr("Choose at least one gateway."));
    }
    if (!draft.listenAddress) {
        return incomplete(Words::tr("There is no listener yet."), Words::tr("Its address is missing."),
            Words::tr("Choose an external address of the gateway."));
    }
    if (draft.listenPort == 0) {
        return incomplete(Words::tr("There is no listener yet."), Words::tr("Its port is missing."),
            Words::tr("Write a port from 1 to 65535."));
    }
    return {};
}

std::optional<Error> rangeProblem(const PublishDraft &draft)
{
    if (needsPassiveRange(draft) && !draft.passivePorts) {
        return incomplete(Words::tr("The passive range is not set."),
            Words::tr("The gateway cannot read where the server wants its data connections, so that the ports must be "
                      "fixed."),
            Words::tr("Write a range such as 5000–5019."));
    }
    if (draft.passivePorts && draft.passivePorts->contains(draft.listenPort)) {
        return incomplete(Words::tr("The passive range is not usable."),
            Words::tr("%1 holds the listener's own port %2.")
                .arg(draft.passivePorts->toDisplay())
                .arg(draft.listenPort),
            Words::tr("Choose a range without it."));
    }
    return {};
}

} // namespace

QString stepTitle(PublishStep step)
{
    switch (step) {
    case PublishStep::Server:
        return Words::tr("What to publish");
    case PublishStep::Protocol:
        return Words::tr("Protocol and TLS");
    case PublishStep::Listener:
        return Words::tr("Listener");
    case PublishStep::PassivePorts:
        return Words::tr("Passive ports");
    case PublishStep::Filter:
        return Words::tr("Filter");
    case PublishStep::Check:
        return Words::tr("Check");
    case PublishStep::Summary:
        return Words::tr("Summary");
    }
    return {};
}

QString stepOutcome(PublishStep step, const PublishDraft &draft, const RuleSet &ruleSet)
{
    switch (step) {
    case PublishStep::Server:
        return serverName(draft, ruleSet);
    case PublishStep::Protocol:
        return draft.tls == TlsMode::None ? Words::tr("FTP, no TLS") : Words::tr("FTPS, %1").arg(tlsName(draft.tls));
    case PublishStep::Listener:
        return draft.listenAddress ? Words::tr("%1, port %2").arg(draft.listenAddress->toString()).arg(draft.listenPort)
                                   : QString();
    case PublishStep::PassivePorts:
        if (!needsPassiveRange(draft) && !draft.passivePorts)
            return Words::tr("opened by the filter");
        return draft.passivePorts ? draft.passivePorts->toDisplay() : Words::tr("not set");
    case PublishStep::Filter:
        if (!draft.filter.enabled)
            return Words::tr("off");
        if (draft.tls == TlsMode::None)
            return Words::tr("on");
        switch (draft.filter.authTls) {
        case AuthTls::Deny:
            return Words::tr("on, AUTH TLS denied");
        case AuthTls::Pass:
            return Words::tr("on, AUTH TLS passed");
        case AuthTls::Terminate:
            return Words::tr("on, TLS ends here");
        }
        return {};
    case PublishStep::Check:
    case PublishStep::Summary:
        return {};
    }
    return {};
}

QString stepMeaning(PublishStep step, const PublishDraft &draft, const RuleSet &)
{
    switch (step) {
    case PublishStep::Server:
        return Words::tr(
            "Clients never see this server's own address. They talk to the gateway, and the gateway talks to it.");
    case PublishStep::Protocol:
        return Words::tr("How a client has to connect. Most clients of today expect explicit TLS.");
    case PublishStep::Listener:
        return Words::tr("The address and port that clients connect to, and which clients may.");
    case PublishStep::PassivePorts:
        return needsPassiveRange(draft)
            ? Words::tr("Each listing and each file travels on a data connection of its own. The gateway publishes "
                        "exactly these ports for it.")
            : Words::tr(
                  "The filter reads where each data connection goes, and opens that one port for that one client. "
                  "A fixed range is not needed.");
    case PublishStep::Filter:
        return Words::tr("What the gateway looks at while a client is connected, and what it refuses.");
    case PublishStep::Check:
        return Words::tr("What would happen to clients if this were applied as it is now.");
    case PublishStep::Summary:
        return Words::tr(
            "Nothing has changed yet. Publishing puts this into the rule set as one step that can be undone; "
            "gateways and servers change when you apply.");
    }
    return {};
}

std::optional<Error> stepProblem(PublishStep step, const PublishDraft &draft, const RuleSet &ruleSet)
{
    switch (step) {
    case PublishStep::Server:
        return serverProblem(draft, ruleSet);
    case PublishStep::Listener:
        return listenerProblem(draft, ruleSet);
    case PublishStep::PassivePorts:
        return rangeProblem(draft);
    case PublishStep::Summary:
        for (const PublishStep earlier : {PublishStep::Server, PublishStep::Listener, PublishStep::PassivePorts}) {
            if (auto problem = stepProblem(earlier, draft, ruleSet))
                return problem;
        }
        return {};
    case PublishStep::Protocol:
    case PublishStep::Filter:
    case PublishStep::Check:
        return {};
    }
    return {};
}

} // namespace ferry::ui
