#include "ui/pages/ObjectEffect.h"

#include "models/plan/Words.h"
#include "models/tables/TableText.h"
#include "ui/pages/RuleEffect.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

struct Effect {
    Q_DECLARE_TR_FUNCTIONS(ObjectEffect)

public:
    static QString connections(const QList<ProtocolConnection> &list)
    {
        QStringList texts;
        for (const ProtocolConnection &connection : list)
            texts << (connection.direction == Direction::Inbound ? tr("%1 inbound") : tr("%1 outbound"))
                         .arg(connection.ports.toDisplay());
        return texts.isEmpty() ? tr("none") : texts.join(u", "_s);
    }

    static QString protocol(const RuleSet &ruleSet, const ProtocolDefinition &protocol)
    {
        int users = 0;
        for (const PublishingRule &rule : ruleSet.rules)
            users += rule.protocol == protocol.id ? 1 : 0;
        QStringList sentences;
        if (!protocol.description.isEmpty())
            sentences << protocol.description;
        sentences << tr("The gateway accepts %1 on its own account.").arg(connections(protocol.primary));
        if (!protocol.secondary.isEmpty())
            sentences << tr("Only for a session that asked, it opens %1.").arg(connections(protocol.secondary));
        sentences << (protocol.filter == ApplicationFilter::Ftp ? tr("The FTP filter is bound to it.")
                                                                : tr("No filter is bound to it."));
        sentences << (users == 0 ? tr("No rule uses it.") : tr("%n rules use it.", nullptr, users));
        if (protocol.builtIn)
            sentences << tr("It is built in and cannot be edited; Customize makes a copy that can.");
        return sentences.join(u' ');
    }

    static QString service(const FtpService &service)
    {
        QStringList sentences{tr("%1, managed by the agent at %2.").arg(softwareText(service.software), service.agent)};
        if (service.passivePorts)
            sentences << tr(
                "It hands out data ports %1, %n ports for the whole server.", nullptr, service.passivePorts->size())
                             .arg(service.passivePorts->toDisplay());
        else
            sentences << tr("It hands out any free port for data connections, so no gateway can publish them.");
        for (const FtpSite &site : service.sites) {
            if (!site.externalAddress.isSet())
                sentences << tr("Site %1 tells clients its own address, %2, for data connections.")
                                 .arg(site.name, site.address.toString());
        }
        sentences << tr("A change here is active only after a restart, which ends its sessions.");
        return sentences.join(u' ');
    }

    static QString gateway(const RuleSet &ruleSet, const Gateway &gateway)
    {
        int users = 0;
        for (const PublishingRule &rule : ruleSet.rules)
            users += rule.gateways.contains(gateway.id) ? 1 : 0;
        QStringList addresses;
        for (const Address &address : gateway.externalAddresses)
            addresses << address.toString();
        return tr("Accepts connections at %1 with %2. %n rules name it.", nullptr, users)
            .arg(addresses.isEmpty() ? tr("no external address") : addresses.join(u", "_s), engineText(gateway.engine));
    }

    static QString seconds(int value) { return tr("%1 s").arg(QLocale().toString(value)); }
    static QString limit(int value) { return value == 0 ? tr("no limit") : QLocale().toString(value); }
    static QString perNetwork(const FilterSettings &filter)
    {
        return filter.maxSessionsPerNetwork == 0 ? limit(0)
                                                 : tr("%1 (IPv4 /%2, IPv6 /%3)")
                                                       .arg(limit(filter.maxSessionsPerNetwork))
                                                       .arg(filter.networkPrefix4)
                                                       .arg(filter.networkPrefix6);
    }
    static QString yesNo(bool value) { return value ? tr("yes") : tr("no"); }

    static QList<Fact> filter(const RuleSet &ruleSet, const PublishingRule &rule)
    {
        const FilterSettings &f = rule.filter;
        if (!isFilterOn(ruleSet, rule)) {
            const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
            const bool bound = protocol != nullptr && protocol->filter == ApplicationFilter::Ftp;
            return {{tr("Filter"), bound ? tr("off, switched off by this rule") : tr("off, its protocol binds none")}};
        }
        QStringList modes;
        if (f.dataModes.passive)
            modes << tr("passive");
        if (f.dataModes.active)
            modes << tr("active");
        return {
            {tr("Filter"), tr("on")},
            {tr("AUTH TLS"), authTlsText(f.authTls)},
            {tr("Commands"), presetText(f.commands.preset)},
            {tr("Data connections"), modes.isEmpty() ? tr("none") : modes.join(u", "_s)},
            {tr("Rewrites 227"), yesNo(f.rewriteAddress)},
            {tr("Same client only"), yesNo(f.sameClientAddress)},
            {tr("Idle limit"), seconds(f.idleSeconds)},
            {tr("Login limit"), seconds(f.loginSeconds)},
            {tr("Data limit"), seconds(f.dataSeconds)},
            {tr("Sessions"), limit(f.maxSessions)},
            {tr("Per client"), limit(f.maxSessionsPerClient)},
            {tr("Per network"), perNetwork(f)},
        };
    }

    static QList<Fact> ports(const RuleSet &ruleSet, const PublishingRule &rule)
    {
        QList<Fact> facts{{tr("Control"), listenerText(ruleSet, rule), true}};
        if (const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol)) {
            facts << Fact{tr("Protocol"), protocol->name};
            facts << Fact{tr("Published"), portsText(relayPorts(*protocol)), true};
            if (isFilterOn(ruleSet, rule) && rule.externalAddress)
                facts << Fact{tr("Gateway tells"), rule.externalAddress->toString(), true};
            if (isFilterOn(ruleSet, rule))
                facts << Fact{tr("Opened by filter"), connections(protocol->secondary), true};
        }
        if (const FtpService *service = publishedService(ruleSet, rule))
            facts << Fact{tr("Server hands out"),
                service->passivePorts ? service->passivePorts->toDisplay() : tr("any port"), true};
        if (const FtpSite *site = publishedSite(ruleSet, rule)) {
            QStringList told;
            for (const GatewayId &gateway : rule.gateways) {
                if (const auto address = site->externalAddress.forGateway(gateway))
                    told << address->toString();
            }
            told.removeDuplicates();
            facts << Fact{tr("Server tells"), told.isEmpty() ? site->address.toString() : told.join(u", "_s), true};
        }
        return facts;
    }
};

} // namespace

QString subjectName(const RuleSet &ruleSet, const Subject &subject)
{
    switch (subject.kind) {
    case ObjectKind::Rule:
        if (const auto *rule = ruleSet.rules.find(RuleId::fromTrusted(subject.id)))
            return rule->name;
        break;
    case ObjectKind::Protocol:
        if (const auto *protocol = ruleSet.protocols.find(ProtocolId::fromTrusted(subject.id)))
            return protocol->name;
        break;
    case ObjectKind::FtpService:
        if (const auto *service = ruleSet.ftpServices.find(ServiceId::fromTrusted(subject.id)))
            return service->name;
        break;
    case ObjectKind::Gateway:
        if (const auto *gateway = ruleSet.gateways.find(GatewayId::fromTrusted(subject.id)))
            return gateway->name;
        break;
    }
    return {};
}

QString subjectEffect(const RuleSet &ruleSet, const Subject &subject)
{
    switch (subject.kind) {
    case ObjectKind::Rule:
        if (const auto *rule = ruleSet.rules.find(RuleId::fromTrusted(subject.id)))
            return ruleEffect(ruleSet, *rule);
        break;
    case ObjectKind::Protocol:
        if (const auto *protocol = ruleSet.protocols.find(ProtocolId::fromTrusted(subject.id)))
            return Effect::protocol(ruleSet, *protocol);
        break;
    case ObjectKind::FtpService:
        if (const auto *service = ruleSet.ftpServices.find(ServiceId::fromTrusted(subject.id)))
            return Effect::service(*service);
        break;
    case ObjectKind::Gateway:
        if (const auto *gateway = ruleSet.gateways.find(GatewayId::fromTrusted(subject.id)))
            return Effect::gateway(ruleSet, *gateway);
        break;
    }
    return {};
}

QString kindName(ObjectKind kind)
{
    switch (kind) {
    case ObjectKind::Protocol:
        return Effect::tr("Protocol definition");
    case ObjectKind::Gateway:
        return Effect::tr("Gateway");
    case ObjectKind::FtpService:
        return Effect::tr("FTP service");
    case ObjectKind::Rule:
        break;
    }
    return Effect::tr("Publishing rule");
}

QList<Fact> filterFacts(const RuleSet &ruleSet, const PublishingRule &rule)
{
    return Effect::filter(ruleSet, rule);
}

QList<Fact> portFacts(const RuleSet &ruleSet, const PublishingRule &rule)
{
    return Effect::ports(ruleSet, rule);
}

} // namespace ferry::ui
