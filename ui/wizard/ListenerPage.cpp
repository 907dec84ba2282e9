#include "ui/wizard/ListenerPage.h"

#include "models/plan/Words.h"
#include "ui/dialogs/FormFields.h"
#include "ui/dialogs/GatewayChoice.h"
#include "ui/dialogs/ListenerEdit.h"
#include "ui/widgets/ValueEdits.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ListenerPage::ListenerPage(const RuleSet &ruleSet, QWidget *parent)
    : PublishPage(parent)
    , m_ruleSet(ruleSet)
    , m_gateways(new GatewayChoice(this))
    , m_listener(new ListenerEdit(this))
    , m_listenerRow(new FormRow(tr("&Listener"), m_listener, {}, this))
    , m_from(new NetworksEdit(this))
    , m_fromRow(new FormRow(tr("Clients &from"), m_from, {}, this))
{
    m_gateways->setGateways(ruleSet.gateways.objects());
    m_from->setObjectName(u"sourceNetworks"_s);
    m_from->setPlaceholderText(tr("any network"));
    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(
        new FormRow(tr("&Gateways"), m_gateways, tr("All chosen ones accept the same clients in the same way."), this));
    layout->addWidget(m_listenerRow);
    layout->addWidget(m_fromRow);
    layout->addStretch(1);
    connect(m_gateways, &GatewayChoice::edited, this, &PublishPage::edited);
    connect(m_listener, &ListenerEdit::edited, this, &PublishPage::edited);
    connect(m_from, &FieldEdit::edited, this, &PublishPage::edited);
}

void ListenerPage::showDraft(const PublishDraft &draft)
{
    const QSignalBlocker blocker(this);
    m_gateways->setChosen(draft.gateways);
    m_listener->setAddress(draft.listenAddress);
    m_listener->setPort(draft.listenPort);
    m_from->setValue(draft.from);
}

void ListenerPage::takeDraft(PublishDraft &draft)
{
    draft.gateways = m_gateways->chosen();
    draft.listenAddress = m_listener->address();
    draft.listenPort = m_listener->port();
    draft.from = m_from->value();
}

void ListenerPage::refresh(const PublishDraft &draft)
{
    QList<Address> offered;
    for (const GatewayId &id : draft.gateways) {
        if (const Gateway *gateway = m_ruleSet.gateways.find(id))
            offered << gateway->externalAddresses;
    }
    m_listener->setOffered(offered);
    QString words;
    if (draft.listenAddress) {
        words = tr("Clients connect to %1.").arg(endpointText(*draft.listenAddress, draft.listenPort));
        if (!draft.gateways.isEmpty() && !offered.contains(*draft.listenAddress))
            words += u' ' + tr("It is not among the external addresses of the chosen gateways.");
        for (const PublishingRule &rule : m_ruleSet.rules) {
            if (rule.enabled && rule.listener.address == *draft.listenAddress
                && listenerPort(m_ruleSet, rule) == draft.listenPort) {
                words += u' ' + tr("“%1” listens there too: the first rule whose networks match wins.").arg(rule.name);
                break;
            }
        }
    }
    m_listenerRow->setConsequence(words);
    m_fromRow->setConsequence(draft.from.isEmpty()
            ? tr("Clients on any network may connect.")
            : tr("Clients elsewhere are refused, unless a later rule lets them in."));
}

std::optional<Error> ListenerPage::problem() const
{
    if (auto listener = m_listener->problem())
        return listener;
    if (m_from->isValid())
        return {};
    return Error{ErrorCode::InvalidInput, m_from->text(), tr("The networks were not accepted."),
        tr("One of them cannot be read."), tr("Write networks such as 198.51.100.0/24, or leave the field empty.")};
}

QWidget *ListenerPage::firstField() const
{
    return m_gateways;
}

} // namespace ferry::ui
