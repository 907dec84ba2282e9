#include "ui/dialogs/GatewayDialog.h"

#include "models/edits/Acceptance.h"
#include "models/edits/Document.h"
#include "models/edits/GatewayEdits.h"
#include "models/edits/UniqueName.h"
#include "models/plan/Words.h"
#include "ui/dialogs/AgentAddress.h"
#include "ui/dialogs/FormFields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

QString engineAbilities(Engine engine)
{
    switch (engine) {
    case Engine::Builtin:
        return GatewayDialog::tr(
            "ferrygate-proxy: the whole FTP filter, limits and session transcripts. Changes are taken over "
            "in place; open transfers go on.");
    case Engine::Nftables:
        return GatewayDialog::tr(
            "The kernel forwards. Filter on means its FTP helper: plain FTP only, no command policy. Changes "
            "are one atomic step.");
    case Engine::Haproxy:
        return GatewayDialog::tr(
            "Forwards ports, reads nothing: rules with the filter on get a finding. A change reloads it without "
            "closing sessions.");
    case Engine::Proftpd:
        return GatewayDialog::tr(
            "mod_proxy: reads every session, with command policy and TLS on both sides. A change starts a new process; "
            "open sessions go on in the old one.");
    }
    return {};
}

GatewayDialog::GatewayDialog(Document &document, const GatewayId &gateway, QWidget *parent)
    : ActionDialog(u"gatewayDialog"_s, parent)
    , m_document(document)
    , m_gateway(gateway)
    , m_name(new QLineEdit(this))
    , m_agent(new QLineEdit(this))
    , m_engine(new QComboBox(this))
    , m_engineRow(makeNarrowRow(tr("&Engine"), m_engine, 240, {}, this))
    , m_addresses(new AddressListEdit(this))
    , m_addressRow(new FormRow(tr("External a&ddresses"), m_addresses, {}, this))
    , m_clientAddresses(new ClientAddressesEdit(this))
    , m_clientAddressRow(new FormRow(tr("Addresses by net&work"), m_clientAddresses, {}, this))
    , m_certificate(new QLineEdit(this))
{
    m_name->setObjectName(u"gatewayName"_s);
    m_agent->setObjectName(u"gatewayAgent"_s);
    m_agent->setPlaceholderText(u"203.0.113.1:7521"_s);
    m_engine->setObjectName(u"gatewayEngine"_s);
    m_addresses->setObjectName(u"externalAddresses"_s);
    m_addresses->setPlaceholderText(u"203.0.113.1, 2001:db8::1"_s);
    m_clientAddresses->setObjectName(u"clientAddresses"_s);
    m_clientAddresses->setPlaceholderText(u"10.0.0.0/8 = 10.0.0.1"_s);
    m_certificate->setObjectName(u"gatewayCertificate"_s);
    m_certificate->setPlaceholderText(tr("none"));
    for (const Engine engine : {Engine::Builtin, Engine::Nftables, Engine::Haproxy, Engine::Proftpd})
        m_engine->addItem(engineText(engine), static_cast<int>(engine));

    body()->addWidget(new FormRow(tr("&Name"), m_name, {}, this));
    body()->addWidget(new FormRow(tr("&Agent"), m_agent, tr("Host and port of the agent on this machine."), this));
    body()->addWidget(m_engineRow);
    body()->addWidget(m_addressRow);
    body()->addWidget(m_clientAddressRow);
    body()->addWidget(new FormRow(tr("&Certificate"), m_certificate,
        tr("The name of a certificate on the gateway, for rules that end TLS there. The key never leaves it."), this));
    body()->addStretch(1);
    resize(620, 540);

    const Gateway *present = m_document.ruleSet().gateways.find(gateway);
    setHeading(
        present ? present->name : tr("New gateway"), tr("A machine that accepts connections for published servers."));
    setPrimary(present ? tr("Save gateway") : tr("Add gateway"));
    const Gateway shown = present ? *present : Gateway();
    m_name->setText(shown.name);
    m_agent->setText(shown.agent);
    m_engine->setCurrentIndex(m_engine->findData(static_cast<int>(shown.engine)));
    m_addresses->setValue(shown.externalAddresses);
    m_clientAddresses->setValue(shown.clientAddresses);
    m_certificate->setText(shown.certificate);

    const auto changed = [this] {
        m_touched = true;
        refresh();
    };
    connect(m_name, &QLineEdit::textEdited, this, changed);
    connect(m_agent, &QLineEdit::textEdited, this, changed);
    connect(m_engine, &QComboBox::activated, this, changed);
    connect(m_addresses, &FieldEdit::edited, this, changed);
    connect(m_clientAddresses, &FieldEdit::edited, this, changed);
    connect(m_certificate, &QLineEdit::textEdited, this, changed);
    refresh();
    m_name->setFocus();
}

Gateway GatewayDialog::value() const
{
    const Gateway *present = m_document.ruleSet().gateways.find(m_gateway);
    Gateway gateway = present ? *present : Gateway();
    gateway.name = m_name->text().trimmed();
    gateway.agent = m_agent->text().trimmed();
    gateway.engine = static_cast<Engine>(m_engine->currentData().toInt());
    gateway.externalAddresses = m_addresses->value();
    gateway.clientAddresses = m_clientAddresses->value();
    gateway.certificate = m_certificate->text().trimmed();
    return gateway;
}

void GatewayDialog::refresh()
{
    Gateway candidate = value();
    m_engineRow->setConsequence(engineAbilities(candidate.engine));
    m_addressRow->setConsequence(candidate.externalAddresses.isEmpty() && m_addresses->isValid()
            ? tr("Rules offer these as listeners; without one, a rule cannot be published here.")
            : QString());
    m_clientAddressRow->setConsequence(candidate.clientAddresses.isEmpty()
            ? tr("For clients that reach this gateway at another address, such as those of the LAN.")
            : tr("In 227 replies of rules with the filter on, clients on these networks are told these addresses "
                 "instead of the external one."));
    std::optional<Error> problem = agentAddressProblem(candidate.agent);
    if (!problem && !m_addresses->isValid()) {
        problem = Error{ErrorCode::InvalidInput, m_addresses->text(), tr("The addresses were not accepted."),
            tr("One of them cannot be read."), tr("Write IPv4 or IPv6 addresses with commas between them.")};
    }
    if (!problem && !m_clientAddresses->isValid()) {
        problem = Error{ErrorCode::InvalidInput, m_clientAddresses->text(),
            tr("The addresses by network were not accepted."), tr("One of them cannot be read."),
            tr("Write a network, \"=\" and an IPv4 address, with commas between them.")};
    }
    if (!problem) {
        if (candidate.id.isNull())
            candidate.id = GatewayId::fromTrusted(u"new"_s);
        if (const auto accepted = acceptable(m_document.ruleSet(), candidate); !accepted)
            problem = accepted.error();
    }
    setProblem(problem, !m_touched);
}

void GatewayDialog::commit()
{
    Gateway gateway = value();
    EditPtr edit;
    if (m_gateway.isNull()) {
        gateway.id = uniqueId(m_document.ruleSet().gateways, gateway.name, u"gateway");
        edit = insertGateway(gateway);
    } else {
        edit = replaceGateway(gateway);
    }
    if (const auto done = m_document.perform(std::move(edit)); !done)
        return showFailure(done.error());
    m_gateway = gateway.id;
    accept();
}

} // namespace ferry::ui
