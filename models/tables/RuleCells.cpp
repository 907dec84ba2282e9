#include "models/tables/RuleCells.h"

#include "models/edits/FilterEdits.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"
#include "models/tables/RulesModel.h"
#include "models/tables/TableText.h"

namespace ferry {
namespace {

QString filterText(const RuleSet &ruleSet, const PublishingRule &rule)
{
    switch (filterSwitchOf(ruleSet, rule)) {
    case FilterSwitch::Off:
        return TableText::tr("off");
    case FilterSwitch::On:
        return TableText::tr("on");
    case FilterSwitch::NotBound:
        return noValue();
    }
    return {};
}

QString protocolText(const RuleSet &ruleSet, const PublishingRule &rule)
{
    const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
    return protocol ? protocol->name : rule.protocol.text();
}

std::optional<PortRange> passivePorts(const RuleSet &ruleSet, const PublishingRule &rule)
{
    const FtpService *service = publishedService(ruleSet, rule);
    return service ? service->passivePorts : std::nullopt;
}

Result<EditPtr> passivePortsEdit(const RuleSet &ruleSet, const PublishingRule &rule, const QString &text)
{
    const FtpService *service = publishedService(ruleSet, rule);
    if (!service)
        return EditPtr();
    if (text.isEmpty() || text == noValue())
        return setPassivePorts(service->id, std::nullopt);
    const Result<PortRange> ports = PortRange::parse(text);
    if (!ports)
        return failure(ports.error());
    return setPassivePorts(service->id, *ports);
}

} // namespace

FilterSwitch filterSwitchOf(const RuleSet &ruleSet, const PublishingRule &rule)
{
    const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
    if (!protocol || protocol->filter == ApplicationFilter::None)
        return FilterSwitch::NotBound;
    return rule.filter.enabled ? FilterSwitch::On : FilterSwitch::Off;
}

QVariant ruleCellText(const RuleSet &ruleSet, const PublishingRule &rule, int column)
{
    switch (column) {
    case RulesModel::NameColumn:
        return rule.name;
    case RulesModel::ProtocolColumn:
        return protocolText(ruleSet, rule);
    case RulesModel::ListenerColumn:
        return listenerText(ruleSet, rule);
    case RulesModel::ServerColumn:
        return serverText(ruleSet, rule);
    case RulesModel::PassiveRangeColumn:
        return passiveRangeText(passivePorts(ruleSet, rule));
    case RulesModel::TlsColumn: {
        const FtpSite *site = publishedSite(ruleSet, rule);
        return site ? tlsModeText(site->tls) : noValue();
    }
    case RulesModel::FilterColumn:
        return filterText(ruleSet, rule);
    default:
        return {};
    }
}

QVariant ruleCellEditText(const RuleSet &ruleSet, const PublishingRule &rule, int column)
{
    switch (column) {
    case RulesModel::ProtocolColumn:
        return rule.protocol.text();
    case RulesModel::PassiveRangeColumn: {
        const auto ports = passivePorts(ruleSet, rule);
        return ports ? ports->toString() : QString();
    }
    default:
        return ruleCellText(ruleSet, rule, column);
    }
}

QVariant ruleCellValue(const RuleSet &ruleSet, const PublishingRule &rule, int role)
{
    switch (role) {
    case RulesModel::IdRole:
        return rule.id.text();
    case RulesModel::EnabledRole:
        return rule.enabled;
    case RulesModel::FilterRole:
        return static_cast<int>(filterSwitchOf(ruleSet, rule));
    case RulesModel::AuthTlsRole:
        return static_cast<int>(rule.filter.authTls);
    case RulesModel::TlsRole: {
        const FtpSite *site = publishedSite(ruleSet, rule);
        return site ? QVariant(static_cast<int>(site->tls)) : QVariant();
    }
    case RulesModel::ProtocolIdRole:
        return rule.protocol.text();
    case RulesModel::ServiceIdRole: {
        const auto *site = std::get_if<ServiceSite>(&rule.server);
        return site ? site->service.text() : QString();
    }
    case RulesModel::PassivePortsRole: {
        const auto ports = passivePorts(ruleSet, rule);
        return ports ? ports->toString() : QString();
    }
    default:
        return {};
    }
}

Result<EditPtr> ruleCellEdit(
    const RuleSet &ruleSet, const PublishingRule &rule, int column, const QVariant &value, int role)
{
    if (role == Qt::CheckStateRole) {
        const bool on = value.toInt() == Qt::Checked;
        if (column == RulesModel::EnabledColumn)
            return setRuleEnabled(rule.id, on);
        if (column == RulesModel::FilterColumn && filterSwitchOf(ruleSet, rule) != FilterSwitch::NotBound)
            return switchFilter(rule.id, on);
        return EditPtr();
    }
    if (role != Qt::EditRole)
        return EditPtr();
    const QString text = value.toString().trimmed();
    switch (column) {
    case RulesModel::NameColumn:
        return renameRule(rule.id, text);
    case RulesModel::ProtocolColumn:
        return setRuleProtocol(rule.id, ProtocolId::fromTrusted(text));
    case RulesModel::ListenerColumn: {
        const Result<Listener> listener = parseListener(text);
        if (!listener)
            return failure(listener.error());
        return setListener(rule.id, *listener);
    }
    case RulesModel::PassiveRangeColumn:
        return passivePortsEdit(ruleSet, rule, text);
    default:
        return EditPtr();
    }
}

Result<Listener> parseListener(QStringView text)
{
    QStringView address = text;
    QStringView port;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        address = text.mid(1, std::max<qsizetype>(end - 1, 0));
        port = text.mid(end + 1);
    } else if (text.count(u':') == 1) {
        address = text.left(text.indexOf(u':'));
        port = text.mid(address.size());
    }
    const Result<Address> parsed = Address::parse(address);
    if (!parsed)
        return failure(parsed.error());
    if (port.isEmpty())
        return Listener{*parsed, 0};
    const Result<PortRange> number = PortRange::parse(port.mid(1));
    if (!number)
        return failure(number.error());
    if (!port.startsWith(u':') || number->size() != 1) {
        return failure(ErrorCode::InvalidInput, text.toString(), TableText::tr("The listener was not accepted."),
            TableText::tr("\"%1\" is not one port.").arg(port.toString()),
            TableText::tr("Write an address and a port, such as 203.0.113.1:21."));
    }
    return Listener{*parsed, number->low()};
}

} // namespace ferry
