#include "models/edits/GatewayEdits.h"

#include "models/edits/ChangeObject.h"
#include "models/edits/CompoundEdit.h"
#include "models/edits/EditText.h"
#include "models/edits/InsertObject.h"
#include "models/edits/RemoveObject.h"
#include "models/edits/RuleEdits.h"

namespace ferry {
namespace {

template <class Value>
EditPtr setField(
    const GatewayId &gateway, const QString &name, Value Gateway::*field, Value value, const QString &mergeKey = {})
{
    return std::make_unique<ChangeObject<Gateway>>(
        gateway, name, mergeKey, [field, value = std::move(value)](const RuleSet &, Gateway &changed) -> Result<void> {
            changed.*field = value;
            return {};
        });
}

EditPtr forgetGateway(const ServiceId &service, const GatewayId &gateway)
{
    return std::make_unique<ChangeObject<FtpService>>(service, EditText::tr("change the external address of %1"),
        QString(), [gateway](const RuleSet &, FtpService &changed) -> Result<void> {
            for (FtpSite &site : changed.sites)
                site.externalAddress.perGateway.remove(gateway);
            return {};
        });
}

} // namespace

EditPtr renameGateway(const GatewayId &gateway, const QString &name)
{
    return setField(gateway, EditText::tr("rename %1"), &Gateway::name, name, QStringLiteral("name"));
}

EditPtr setGatewayEngine(const GatewayId &gateway, Engine engine)
{
    return setField(gateway, EditText::tr("change the engine of %1"), &Gateway::engine, engine);
}

EditPtr setExternalAddresses(const GatewayId &gateway, const QList<Address> &addresses)
{
    return setField(gateway, EditText::tr("change the external addresses of %1"), &Gateway::externalAddresses,
        addresses, QStringLiteral("externalAddresses"));
}

EditPtr setGatewayCertificate(const GatewayId &gateway, const QString &certificate)
{
    return setField(gateway, EditText::tr("change the certificate of %1"), &Gateway::certificate, certificate,
        QStringLiteral("certificate"));
}

EditPtr replaceGateway(const Gateway &gateway)
{
    return std::make_unique<ChangeObject<Gateway>>(
        gateway.id, EditText::tr("edit %1"), QString(), [gateway](const RuleSet &, Gateway &changed) -> Result<void> {
            changed = gateway;
            return {};
        });
}

EditPtr insertGateway(const Gateway &gateway)
{
    return std::make_unique<InsertObject<Gateway>>(gateway, -1);
}

EditPtr removeGateway(const GatewayId &gateway)
{
    return std::make_unique<RemoveObject<Gateway>>(gateway);
}

EditPtr removeGatewayAndUsers(const GatewayId &gateway)
{
    return std::make_unique<CompoundEdit>(EditText::tr("remove %1 and the rules that use only it").arg(gateway.text()),
        [gateway](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            CompoundEdit::Parts parts;
            QList<RuleId> doomed;
            for (const RuleId &rule : rulesUsing(ruleSet, gateway)) {
                QList<GatewayId> others = ruleSet.rules.find(rule)->gateways;
                others.removeAll(gateway);
                if (others.isEmpty())
                    doomed << rule;
                else
                    parts.push_back(setRuleGateways(rule, others));
            }
            for (const FtpService &service : ruleSet.ftpServices)
                parts.push_back(forgetGateway(service.id, gateway));
            parts.push_back(removeRules(doomed));
            parts.push_back(removeGateway(gateway));
            return parts;
        });
}

} // namespace ferry
