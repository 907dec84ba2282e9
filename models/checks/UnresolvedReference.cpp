#include "models/checks/CheckList.h"
#include "models/checks/CheckText.h"
#include "models/checks/FindingCode.h"
#include "models/edits/RuleEdits.h"

namespace ferry {
namespace {

FindingWords words(const QString &field, const QString &title, QList<QuickFix> fixes)
{
    return {field, title,
        CheckText::tr("The rule is left out of every plan, and nothing can be applied, until it refers to something "
                      "that exists."),
        std::move(fixes)};
}

void checkServer(const RuleContext &context, FindingSink &sink)
{
    const auto *published = std::get_if<ServiceSite>(&context.rule.server);
    if (!published || context.site)
        return;
    sink.add(findingcode::unresolvedReference, Severity::Error, QStringLiteral("server"), [&] {
        if (!context.service)
            return words(QStringLiteral("server"),
                CheckText::tr("There is no FTP service %1").arg(published->service.text()), {});
        QList<QuickFix> fixes;
        for (const FtpSite &site : context.service->sites) {
            fixes << QuickFix{CheckText::tr("Publish site %1").arg(site.name),
                [id = context.rule.id, server = ServiceSite{published->service, site.name}](
                    const RuleSet &) { return setPublishedServer(id, server); }};
        }
        return words(QStringLiteral("server"),
            CheckText::tr("%1 has no site %2").arg(context.service->name, published->site), fixes);
    });
}

} // namespace

void checkRuleReferences(const RuleContext &context, FindingSink &sink)
{
    const RuleId id = context.rule.id;
    if (!context.protocol) {
        sink.add(findingcode::unresolvedReference, Severity::Error, QStringLiteral("protocol"), [&] {
            QList<QuickFix> fixes;
            for (const ProtocolDefinition &protocol : context.ruleSet.protocols) {
                if (protocol.builtIn) {
                    fixes << QuickFix{CheckText::tr("Use %1").arg(protocol.name),
                        [id, to = protocol.id](const RuleSet &) { return setRuleProtocol(id, to); }};
                }
            }
            return words(QStringLiteral("protocol"),
                CheckText::tr("There is no protocol definition %1").arg(context.rule.protocol.text()), fixes);
        });
    }
    for (const GatewayId &gateway : context.rule.gateways) {
        if (context.ruleSet.gateways.contains(gateway))
            continue;
        sink.add(findingcode::unresolvedReference, Severity::Error, QStringLiteral("gateway/") + gateway.text(), [&] {
            QList<GatewayId> others = context.rule.gateways;
            others.removeAll(gateway);
            return words(QStringLiteral("gateways"), CheckText::tr("There is no gateway %1").arg(gateway.text()),
                {{CheckText::tr("Take %1 off the rule").arg(gateway.text()),
                    [id, others](const RuleSet &) { return setRuleGateways(id, others); }}});
        });
    }
    checkServer(context, sink);
    if (context.protocol && context.port == 0) {
        sink.add(findingcode::noControlPort, Severity::Error, [&] {
            return FindingWords{QStringLiteral("listener.port"), CheckText::tr("The rule has no control port"),
                CheckText::tr(
                    "The protocol definition %1 has no inbound primary connection, and the listener names no port, so "
                    "clients have nowhere to connect to.")
                    .arg(context.protocol->name),
                {{CheckText::tr("Listen on port %1").arg(21),
                    [id, listener = Listener{context.rule.listener.address, 21}](
                        const RuleSet &) { return setListener(id, listener); }}}};
        });
    }
}

void checkNoGateway(const RuleContext &context, FindingSink &sink)
{
    if (!context.rule.gateways.isEmpty())
        return;
    sink.add(findingcode::noGateway, Severity::Warning, [&] {
        QList<QuickFix> fixes;
        if (!context.ruleSet.gateways.isEmpty()) {
            const Gateway &gateway = context.ruleSet.gateways.at(0);
            fixes << QuickFix{CheckText::tr("Publish through %1").arg(gateway.name),
                [id = context.rule.id, only = gateway.id](const RuleSet &) { return setRuleGateways(id, {only}); }};
        }
        return FindingWords{QStringLiteral("gateways"), CheckText::tr("The rule is on no gateway"),
            CheckText::tr("It is enabled, but published nowhere: no client can reach it."), fixes};
    });
}

void checkServiceReferences(const ServiceContext &context, FindingSink &sink)
{
    for (const FtpSite &site : context.service.sites) {
        for (auto own = site.externalAddress.perGateway.keyBegin(); own != site.externalAddress.perGateway.keyEnd();
            ++own) {
            if (context.ruleSet.gateways.contains(*own))
                continue;
            sink.add(findingcode::unresolvedReference, Severity::Warning, site.name + u'/' + own->text(), [&] {
                return FindingWords{QStringLiteral("externalAddress"),
                    CheckText::tr("There is no gateway %1").arg(own->text()),
                    CheckText::tr(
                        "Site %1 has an external address for a gateway that does not exist; it is never used.")
                        .arg(site.name),
                    {}};
            });
        }
    }
}

} // namespace ferry
