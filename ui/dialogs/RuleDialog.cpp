#include "ui/dialogs/RuleDialog.h"

#include "models/edits/Acceptance.h"
#include "models/edits/Document.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/UniqueName.h"
#include "models/plan/Words.h"
#include "ui/dialogs/FormFields.h"
#include "ui/dialogs/GatewayChoice.h"
#include "ui/dialogs/ListenerEdit.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Switch.h"
#include "ui/widgets/ValueEdits.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

constexpr int serviceRole = Qt::UserRole;
constexpr int siteRole = Qt::UserRole + 1;

} // namespace

RuleDialog::RuleDialog(Document &document, const RuleId &rule, QWidget *parent, qsizetype row)
    : ActionDialog(u"ruleDialog"_s, parent)
    , m_document(document)
    , m_rule(rule)
    , m_row(row)
    , m_name(new QLineEdit(this))
    , m_description(new QLineEdit(this))
    , m_protocol(new QComboBox(this))
    , m_gateways(new GatewayChoice(this))
    , m_listener(new ListenerEdit(this))
    , m_server(new QComboBox(this))
    , m_bareAddress(new AddressEdit(AddressEdit::Empty::Refused, this))
    , m_barePort(new PortRangeEdit(PortRangeEdit::Empty::Refused, this))
    , m_bare(new QWidget(this))
    , m_external(new AddressEdit(AddressEdit::Empty::Allowed, this))
    , m_from(new NetworksEdit(this))
    , m_log(new Switch(tr("Log the sessions of this rule"), this))
{
    m_name->setObjectName(u"ruleName"_s);
    m_description->setObjectName(u"ruleDescription"_s);
    m_protocol->setObjectName(u"ruleProtocol"_s);
    m_gateways->setObjectName(u"ruleGateways"_s);
    m_listener->setObjectName(u"ruleListener"_s);
    m_server->setObjectName(u"ruleServer"_s);
    m_bareAddress->setObjectName(u"serverAddress"_s);
    m_bareAddress->setAccessibleName(tr("Server address"));
    m_barePort->setObjectName(u"serverPort"_s);
    m_barePort->setAccessibleName(tr("Server port"));
    m_barePort->setSinglePort(true);
    m_barePort->setFixedWidth(96);
    m_external->setObjectName(u"ruleExternalAddress"_s);
    m_external->setPlaceholderText(tr("as set for the site and the gateway"));
    m_from->setObjectName(u"sourceNetworks"_s);
    m_from->setPlaceholderText(tr("any network"));
    m_log->setObjectName(u"ruleLog"_s);

    auto *bareLine = new QHBoxLayout(m_bare);
    bareLine->setContentsMargins(0, 0, 0, 0);
    bareLine->setSpacing(metrics::unit);
    bareLine->addWidget(m_bareAddress, 1, Qt::AlignTop);
    bareLine->addWidget(new QLabel(tr("port"), m_bare));
    bareLine->addWidget(m_barePort, 0, Qt::AlignTop);
    m_bare->setFocusProxy(m_bareAddress);

    auto *content = new QWidget(this);
    QVBoxLayout *form = makeFormLayout(content);
    m_protocolRow = new FormRow(tr("&Protocol"), m_protocol, {}, content);
    m_listenerRow = new FormRow(tr("&Listener"), m_listener, {}, content);
    m_bareRow = new FormRow(tr("Ad&dress"), m_bare, {}, content);
    m_externalRow = new FormRow(tr("E&xternal address"), m_external, {}, content);
    m_fromRow = new FormRow(tr("Clients &from"), m_from, {}, content);
    form->addWidget(new FormRow(tr("&Name"), m_name, {}, content));
    form->addWidget(new FormRow(tr("D&escription"), m_description, {}, content));
    form->addSpacing(metrics::half);
    form->addWidget(new SectionHeader(tr("Where clients connect"), content));
    form->addWidget(new FormRow(tr("&Gateways"), m_gateways, {}, content));
    form->addWidget(m_listenerRow);
    form->addWidget(m_externalRow);
    form->addWidget(m_fromRow);
    form->addSpacing(metrics::half);
    form->addWidget(new SectionHeader(tr("What they reach"), content));
    form->addWidget(new FormRow(tr("&Server"), m_server, {}, content));
    form->addWidget(m_bareRow);
    form->addWidget(m_protocolRow);
    form->addWidget(new FormRow(tr("L&og sessions"), m_log, {}, content));
    form->addStretch(1);
    addScrolled(content);
    resize(640, 720);

    fillChoices();
    const PublishingRule *present = m_document.ruleSet().rules.find(rule);
    setHeading(present ? present->name : tr("New rule"), tr("Where clients connect, and which server they reach."));
    setPrimary(present ? tr("Save rule") : tr("Add rule"));
    if (present) {
        QPushButton *filter = addFooterButton(tr("F&ilter settings…"), u"filterSettings"_s);
        connect(filter, &QPushButton::clicked, this, [this] { Q_EMIT filterRequested(m_rule); });
    }
    PublishingRule start;
    if (!present) {
        start.protocol = builtInProtocols().first().id;
        if (!m_document.ruleSet().gateways.isEmpty()) {
            const Gateway &gateway = m_document.ruleSet().gateways.at(0);
            start.gateways << gateway.id;
            start.listener.address = gateway.externalAddresses.value(0);
        }
    }
    load(present ? *present : start);

    const auto changed = [this] {
        m_touched = true;
        refresh();
    };
    connect(m_name, &QLineEdit::textEdited, this, changed);
    connect(m_description, &QLineEdit::textEdited, this, changed);
    connect(m_protocol, &QComboBox::activated, this, changed);
    connect(m_gateways, &GatewayChoice::edited, this, changed);
    connect(m_listener, &ListenerEdit::edited, this, changed);
    connect(m_server, &QComboBox::activated, this, changed);
    connect(m_bareAddress, &FieldEdit::edited, this, changed);
    connect(m_barePort, &FieldEdit::edited, this, changed);
    connect(m_external, &FieldEdit::edited, this, changed);
    connect(m_from, &FieldEdit::edited, this, changed);
    connect(m_log, &Switch::toggled, this, changed);
    m_name->setFocus();
}

void RuleDialog::fillChoices()
{
    const RuleSet &ruleSet = m_document.ruleSet();
    for (const ProtocolDefinition &protocol : ruleSet.protocols)
        m_protocol->addItem(protocol.name, protocol.id.text());
    m_gateways->setGateways(ruleSet.gateways.objects());
    for (const FtpService &service : ruleSet.ftpServices) {
        for (const FtpSite &site : service.sites) {
            m_server->addItem(service.sites.size() > 1 ? tr("%1, site %2").arg(service.name, site.name) : service.name);
            m_server->setItemData(m_server->count() - 1, service.id.text(), serviceRole);
            m_server->setItemData(m_server->count() - 1, site.name, siteRole);
        }
    }
    m_server->addItem(tr("A server by its address"));
}

void RuleDialog::load(const PublishingRule &rule)
{
    m_name->setText(rule.name);
    m_description->setText(rule.description);
    m_protocol->setCurrentIndex(m_protocol->findData(rule.protocol.text()));
    m_gateways->setChosen(rule.gateways);
    m_listener->setAddress(rule.listener.address.isUnspecified() ? std::nullopt : std::optional(rule.listener.address));
    m_listener->setPort(listenerPort(m_document.ruleSet(), rule));
    int serverIndex = m_server->count() - 1;
    m_barePort->setValue(PortRange::fromTrusted(21, 21));
    if (const auto *published = std::get_if<ServiceSite>(&rule.server)) {
        for (int i = 0; i < m_server->count(); ++i) {
            if (m_server->itemData(i, serviceRole).toString() == published->service.text()
                && m_server->itemData(i, siteRole).toString() == published->site)
                serverIndex = i;
        }
    } else {
        const auto &bare = std::get<BareServer>(rule.server);
        if (!bare.address.isUnspecified())
            m_bareAddress->setValue(bare.address);
        m_barePort->setValue(PortRange::fromTrusted(bare.port, bare.port));
    }
    m_server->setCurrentIndex(m_rule.isNull() ? 0 : serverIndex);
    m_external->setValue(rule.externalAddress);
    m_from->setValue(rule.from);
    m_log->setChecked(rule.log);
    refresh();
}

PublishingRule RuleDialog::value() const
{
    const RuleSet &ruleSet = m_document.ruleSet();
    const PublishingRule *present = ruleSet.rules.find(m_rule);
    PublishingRule rule = present ? *present : PublishingRule();
    rule.name = m_name->text().trimmed();
    rule.description = m_description->text();
    rule.protocol = ProtocolId::fromTrusted(m_protocol->currentData().toString());
    rule.gateways = m_gateways->chosen();
    rule.listener.address = m_listener->address().value_or(Address());
    const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
    rule.listener.port = protocol && controlPort(*protocol) == m_listener->port() ? quint16(0) : m_listener->port();
    if (const QString service = m_server->currentData(serviceRole).toString(); !service.isEmpty()) {
        rule.server = ServiceSite{ServiceId::fromTrusted(service), m_server->currentData(siteRole).toString()};
    } else {
        const auto port = m_barePort->value();
        rule.server = BareServer{m_bareAddress->value().value_or(Address()), port ? port->low() : quint16(0)};
    }
    rule.externalAddress = m_external->value();
    rule.from = m_from->value();
    rule.log = m_log->isChecked();
    return rule;
}

void RuleDialog::refresh()
{
    const RuleSet &ruleSet = m_document.ruleSet();
    const PublishingRule rule = value();
    const bool bare = std::holds_alternative<BareServer>(rule.server);
    m_bareRow->setVisible(bare);
    m_log->setText(rule.log ? tr("On") : tr("Off"));

    QList<Address> offered;
    for (const GatewayId &id : rule.gateways) {
        if (const Gateway *gateway = ruleSet.gateways.find(id))
            offered << gateway->externalAddresses;
    }
    m_listener->setOffered(offered);
    m_listenerRow->setConsequence(m_listener->address()
            ? tr("Clients connect to %1.").arg(endpointText(*m_listener->address(), m_listener->port()))
            : QString());
    m_externalRow->setConsequence(rule.externalAddress
            ? tr("With the filter on, 227 replies carry %1.").arg(rule.externalAddress->toString())
            : tr("What 227 replies carry where address translation stands in front of the gateway."));
    m_fromRow->setConsequence(rule.from.isEmpty()
            ? tr("Clients on any network may connect.")
            : tr("Clients elsewhere are refused, unless a later rule lets them in."));
    const ProtocolDefinition *protocol = ruleSet.protocols.find(rule.protocol);
    m_protocolRow->setConsequence(protocol ? protocol->description : QString());

    std::optional<Error> problem = m_listener->problem();
    const auto incomplete = [&](const QString &why, const QString &remedy) {
        if (!problem)
            problem = Error{ErrorCode::InvalidInput, rule.name, tr("The rule is not complete."), why, remedy};
    };
    if (rule.gateways.isEmpty())
        incomplete(tr("No gateway is chosen."), tr("Choose at least one gateway."));
    if (bare && (!m_bareAddress->isValid() || !m_barePort->isValid()))
        incomplete(tr("The server's address or port cannot be read."),
            tr("Write an address such as 198.51.100.20 and a port."));
    if (!m_external->isValid())
        incomplete(tr("The external address cannot be read."),
            tr("Write an address such as 203.0.113.1, or leave the field empty."));
    if (!m_from->isValid())
        incomplete(tr("A source network cannot be read."),
            tr("Write networks such as 198.51.100.0/24, or leave the field empty."));
    if (!problem) {
        PublishingRule candidate = rule;
        if (candidate.id.isNull())
            candidate.id = RuleId::fromTrusted(u"new"_s);
        if (const auto accepted = acceptable(ruleSet, candidate); !accepted)
            problem = accepted.error();
    }
    setProblem(problem, !m_touched);
}

void RuleDialog::commit()
{
    PublishingRule rule = value();
    EditPtr edit;
    if (m_rule.isNull()) {
        rule.id = uniqueId(m_document.ruleSet().rules, rule.name, u"rule");
        edit = insertRule(rule, m_row);
    } else {
        edit = replaceRule(rule);
    }
    if (const auto done = m_document.perform(std::move(edit)); !done)
        return showFailure(done.error());
    m_rule = rule.id;
    accept();
}

} // namespace ferry::ui
