#include "ui/wizard/PublishDraft.h"

#include "models/edits/UniqueName.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PublishDraft)
};

quint16 usualPort(TlsMode tls)
{
    return tls == TlsMode::Implicit ? 990 : 21;
}

ProtocolId builtInProtocol(TlsMode tls)
{
    return ProtocolId::fromTrusted(
        tls == TlsMode::Implicit ? QStringLiteral("ftps-implicit-server") : QStringLiteral("ftp-server"));
}

bool meansTheSame(const ProtocolDefinition &a, const ProtocolDefinition &b)
{
    return a.primary == b.primary && a.secondary == b.secondary && a.filter == b.filter;
}

// The definition the rule uses: a built-in one, one that someone made before, or a new one.
ProtocolDefinition protocolFor(const PublishDraft &draft, const RuleSet &ruleSet, const QString &ruleName)
{
    const ProtocolDefinition *base = ruleSet.protocols.find(builtInProtocol(draft.tls));
    const ProtocolDefinition &start = base ? *base : builtInProtocols().first();
    if (!needsPassiveRange(draft) || !draft.passivePorts)
        return start;
    ProtocolDefinition wanted = customized(start, {}, {});
    wanted.primary << ProtocolConnection{Direction::Inbound, *draft.passivePorts};
    for (const ProtocolDefinition &known : ruleSet.protocols) {
        if (!known.builtIn && meansTheSame(known, wanted))
            return known;
    }
    const QString kind = draft.tls == TlsMode::None ? Words::tr("FTP Server") : Words::tr("FTPS Server");
    wanted.name = uniqueName(ruleSet.protocols, kind + u" ("_s + ruleName + u"%1)"_s);
    wanted.description = Words::tr("The control port, and the passive range %1 as primary connections.")
                             .arg(draft.passivePorts->toDisplay());
    wanted.id = uniqueId(ruleSet.protocols, wanted.name, u"protocol");
    return wanted;
}

void advertise(ExternalAddress &external, const Address &address, const QList<GatewayId> &gateways)
{
    if (!external.isSet()) {
        external.everywhere = address;
        return;
    }
    for (const GatewayId &gateway : gateways) {
        if (external.forGateway(gateway) != address)
            external.perGateway.insert(gateway, address);
    }
}

FtpService serviceFor(const PublishDraft &draft, const RuleSet &ruleSet)
{
    FtpService service;
    QString siteName = draft.managed.site;
    if (draft.source == PublishDraft::Source::ManagedSite) {
        if (const FtpService *managed = ruleSet.ftpServices.find(draft.managed.service))
            service = *managed;
    } else {
        service.name = uniqueName(ruleSet.ftpServices, draft.serviceName + u"%1"_s);
        service.id = uniqueId(ruleSet.ftpServices, service.name, u"service");
        service.agent = draft.agent;
        service.software = draft.software;
        service.configPath = draft.configPath;
        service.serviceUnit = draft.serviceUnit;
        siteName = QStringLiteral("default");
        service.sites << FtpSite{siteName, draft.serverAddress.value_or(Address()), draft.serverPort, {}, draft.tls};
    }
    if (draft.passivePorts)
        service.passivePorts = draft.passivePorts;
    for (FtpSite &site : service.sites) {
        if (site.name != siteName)
            continue;
        site.tls = draft.tls;
        const std::optional<Address> address = draft.advertised ? draft.advertised : draft.listenAddress;
        if (needsPassiveRange(draft) && address)
            advertise(site.externalAddress, *address, draft.gateways);
    }
    return service;
}

} // namespace

PublishDraft startingDraft(const RuleSet &ruleSet)
{
    PublishDraft draft;
    draft.filter.authTls = AuthTls::Pass;
    if (!ruleSet.gateways.isEmpty()) {
        const Gateway &gateway = ruleSet.gateways.at(0);
        draft.gateways << gateway.id;
        if (!gateway.externalAddresses.isEmpty())
            draft.listenAddress = gateway.externalAddresses.first();
    }

    QSet<std::pair<QString, QString>> published;
    for (const PublishingRule &rule : ruleSet.rules) {
        if (const auto *site = std::get_if<ServiceSite>(&rule.server))
            published.insert({site->service.text(), site->site});
    }
    std::optional<ServiceSite> first;
    for (const FtpService &service : ruleSet.ftpServices) {
        for (const FtpSite &site : service.sites) {
            if (!first)
                first = ServiceSite{service.id, site.name};
            if (published.contains({service.id.text(), site.name}))
                continue;
            chooseSite(draft, ruleSet, {service.id, site.name});
            return draft;
        }
    }
    if (first)
        chooseSite(draft, ruleSet, *first);
    else
        draft.source = PublishDraft::Source::BareAddress;
    return draft;
}

void chooseSite(PublishDraft &draft, const RuleSet &ruleSet, const ServiceSite &site)
{
    draft.source = PublishDraft::Source::ManagedSite;
    draft.managed = site;
    const FtpService *service = ruleSet.ftpServices.find(site.service);
    const FtpSite *found = service ? findSite(*service, site.site) : nullptr;
    if (!found)
        return;
    chooseTls(draft, found->tls);
    draft.passivePorts = service->passivePorts;
}

void chooseTls(PublishDraft &draft, TlsMode tls)
{
    if (draft.listenPort == usualPort(draft.tls))
        draft.listenPort = usualPort(tls);
    if (draft.serverPort == usualPort(draft.tls))
        draft.serverPort = usualPort(tls);
    draft.tls = tls;
    // Implicit FTPS is encrypted from the first byte: a filter that does not terminate TLS reads nothing.
    draft.filter.enabled = tls != TlsMode::Implicit;
    draft.filter.authTls = tls == TlsMode::Explicit ? AuthTls::Pass : AuthTls::Deny;
}

bool isOpaque(const PublishDraft &draft)
{
    if (draft.tls == TlsMode::None || (draft.filter.enabled && draft.filter.authTls == AuthTls::Terminate))
        return false;
    // Explicit TLS that the filter denies never starts.
    return draft.tls == TlsMode::Implicit || !draft.filter.enabled || draft.filter.authTls == AuthTls::Pass;
}

bool needsPassiveRange(const PublishDraft &draft)
{
    return !draft.filter.enabled || isOpaque(draft);
}

QString suggestedRuleName(const PublishDraft &draft, const RuleSet &ruleSet)
{
    QString server;
    switch (draft.source) {
    case PublishDraft::Source::ManagedSite:
        if (const FtpService *service = ruleSet.ftpServices.find(draft.managed.service)) {
            server = service->sites.size() > 1 ? QStringLiteral("%1 %2").arg(service->name, draft.managed.site)
                                               : service->name;
        }
        break;
    case PublishDraft::Source::NewService:
        server = draft.serviceName;
        break;
    case PublishDraft::Source::BareAddress:
        if (draft.serverAddress)
            server = draft.serverAddress->toString();
        break;
    }
    const QString kind = draft.tls == TlsMode::None ? Words::tr("FTP") : Words::tr("FTPS");
    return uniqueName(ruleSet.rules,
        (server.isEmpty() ? Words::tr("%1 server").arg(kind) : Words::tr("%1 on %2").arg(kind, server)) + u"%1"_s);
}

std::optional<PortRange> suggestedRange(const PublishDraft &draft, const RuleSet &ruleSet)
{
    const int needed = passivePortsNeeded(draft.load);
    const ServiceId service = draft.source == PublishDraft::Source::ManagedSite ? draft.managed.service : ServiceId();
    if (const FtpService *managed = ruleSet.ftpServices.find(service)) {
        if (managed->passivePorts && managed->passivePorts->size() >= needed)
            return managed->passivePorts;
    }
    return suggestedPassiveRange(ruleSet, service, needed);
}

Publication publicationOf(const PublishDraft &draft, const RuleSet &ruleSet)
{
    Publication publication;
    PublishingRule &rule = publication.rule;
    rule.name = draft.ruleName.isEmpty() ? suggestedRuleName(draft, ruleSet) : draft.ruleName;
    rule.description = draft.description;
    rule.id = uniqueId(ruleSet.rules, rule.name, u"rule");
    rule.gateways = draft.gateways;
    rule.from = draft.from;
    rule.filter = draft.filter;
    rule.log = draft.log;

    const ProtocolDefinition protocol = protocolFor(draft, ruleSet, rule.name);
    rule.protocol = protocol.id;
    if (!ruleSet.protocols.contains(protocol.id))
        publication.protocol = protocol;
    rule.listener.address = draft.listenAddress.value_or(Address());
    rule.listener.port = draft.listenPort == controlPort(protocol) ? quint16(0) : draft.listenPort;

    if (draft.source == PublishDraft::Source::BareAddress) {
        rule.server = BareServer{draft.serverAddress.value_or(Address()), draft.serverPort};
        return publication;
    }
    const FtpService service = serviceFor(draft, ruleSet);
    const bool isNew = draft.source == PublishDraft::Source::NewService;
    rule.server = ServiceSite{service.id, isNew ? service.sites.first().name : draft.managed.site};
    const FtpService *before = ruleSet.ftpServices.find(service.id);
    if (!before || *before != service)
        publication.service = service;
    return publication;
}

Result<RuleSet> withPublication(RuleSet ruleSet, const Publication &publication)
{
    if (const Result<Change> applied = publishServer(publication)->apply(ruleSet); !applied)
        return failure(applied.error());
    return ruleSet;
}

PublishDraft adopted(PublishDraft draft, const RuleSet &fixed, const RuleId &ruleId)
{
    const PublishingRule *rule = fixed.rules.find(ruleId);
    if (!rule)
        return draft;
    draft.gateways = rule->gateways;
    draft.from = rule->from;
    draft.filter = rule->filter;
    draft.log = rule->log;
    draft.listenAddress = rule->listener.address;
    if (const quint16 port = listenerPort(fixed, *rule); port != 0)
        draft.listenPort = port;
    if (const auto *bare = std::get_if<BareServer>(&rule->server)) {
        draft.serverAddress = bare->address;
        draft.serverPort = bare->port;
    }
    if (const FtpService *service = publishedService(fixed, *rule))
        draft.passivePorts = service->passivePorts;
    else if (const ProtocolDefinition *protocol = fixed.protocols.find(rule->protocol);
        protocol && !relayPorts(*protocol).isEmpty())
        draft.passivePorts = relayPorts(*protocol).first();
    if (const FtpSite *site = publishedSite(fixed, *rule)) {
        draft.tls = site->tls;
        if (!rule->gateways.isEmpty()) {
            const std::optional<Address> address = site->externalAddress.forGateway(rule->gateways.first());
            draft.advertised = address == draft.listenAddress ? std::nullopt : address;
        }
    }
    return draft;
}

} // namespace ferry::ui
