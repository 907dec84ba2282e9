#include "ui/wizard/PassivePage.h"

#include "ui/dialogs/FormFields.h"
#include "ui/dialogs/PassiveRangeForm.h"
#include "ui/widgets/ValueEdits.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

PassivePage::PassivePage(const RuleSet &ruleSet, QWidget *parent)
    : PublishPage(parent)
    , m_ruleSet(ruleSet)
    , m_form(new PassiveRangeForm(this))
    , m_advertised(new AddressEdit(AddressEdit::Empty::Allowed, this))
    , m_advertisedRow(new FormRow(tr("External &address"), m_advertised, {}, this))
{
    m_advertised->setObjectName(u"advertisedAddress"_s);
    m_form->setSuggestion([this](int ports) { return suggestedPassiveRange(m_ruleSet, m_service, ports); });
    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(m_form);
    layout->addWidget(m_advertisedRow);
    layout->addStretch(1);
    connect(m_form, &PassiveRangeForm::edited, this, &PublishPage::edited);
    connect(m_advertised, &FieldEdit::edited, this, &PublishPage::edited);
}

void PassivePage::showDraft(const PublishDraft &draft)
{
    const QSignalBlocker blocker(this);
    m_service = draft.source == PublishDraft::Source::ManagedSite ? draft.managed.service : ServiceId();
    m_form->setLoad(draft.load);
    m_form->setRange(draft.passivePorts);
    m_advertised->setValue(draft.advertised);
}

void PassivePage::takeDraft(PublishDraft &draft)
{
    draft.load = m_form->load();
    draft.passivePorts = m_form->range();
    draft.advertised = m_advertised->value();
}

void PassivePage::refresh(const PublishDraft &draft)
{
    const bool needed = needsPassiveRange(draft);
    m_form->setMeaningOfEmpty(needed
            ? tr("Empty: the server picks any port, and LIST hangs after 150 because the gateway cannot know which.")
            : tr("Empty: the server picks any port, and the filter follows it. That is enough here."));
    m_advertisedRow->setVisible(needed && draft.source != PublishDraft::Source::BareAddress);
    m_advertised->setPlaceholderText(draft.listenAddress ? draft.listenAddress->toString() : QString());
    m_advertisedRow->setConsequence(draft.advertised
            ? tr("The server tells clients to open data connections there.")
            : tr("The server tells clients to open data connections to the listener's address. "
                 "Write another one if there is address translation in front of the gateway."));
}

std::optional<Error> PassivePage::problem() const
{
    if (auto range = m_form->problem())
        return range;
    if (m_advertised->isValid())
        return {};
    return Error{ErrorCode::InvalidInput, m_advertised->text(), tr("The external address was not accepted."),
        tr("It cannot be read."), tr("Write an address such as 203.0.113.1, or leave the field empty.")};
}

QWidget *PassivePage::firstField() const
{
    return m_form;
}

} // namespace ferry::ui
