#include "ui/wizard/CheckPage.h"

#include "ui/dialogs/FormFields.h"
#include "ui/widgets/FindingCard.h"
#include "ui/widgets/MessageStrip.h"

#include <QAbstractButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
CheckPage::CheckPage(const RuleSet &ruleSet, Preview preview, QWidget *parent)
    : PublishPage(parent)
    , m_ruleSet(ruleSet)
    , m_preview(std::move(preview))
    , m_verdict(new MessageStrip(MessageStrip::Kind::Good, {}, this))
    , m_cards(new QVBoxLayout)
{
    m_verdict->setObjectName(u"checkVerdict"_s);
    m_cards->setSpacing(12);
    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(m_verdict);
    layout->addLayout(m_cards);
    layout->addStretch(1);
}

void CheckPage::showDraft(const PublishDraft &draft)
{
    m_draft = draft;
    check();
}

void CheckPage::takeDraft(PublishDraft &draft)
{
    draft = m_draft;
}

void CheckPage::check()
{
    m_findings.clear();
    RuleSet then = m_ruleSet;
    if (const auto change = publishServer(publicationOf(m_draft, m_ruleSet))->apply(then)) {
        m_findings = m_preview(then, *change);
        std::stable_sort(m_findings.begin(), m_findings.end(),
            [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    } else {
        Finding finding;
        finding.severity = Severity::Error;
        finding.title = change.error().what;
        finding.explanation = u"%1 %2"_s.arg(change.error().why, change.error().remedy);
        m_findings << finding;
    }

    while (QLayoutItem *item = m_cards->takeAt(0)) {
        // The button of a card that is being answered is still on the stack.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Finding &finding : std::as_const(m_findings)) {
        auto *card = new FindingCard(finding, this);
        connect(card, &FindingCard::fixChosen, this,
            [this, fixes = finding.fixes](int index) { applyFix(fixes.value(index)); });
        m_cards->addWidget(card);
    }

    const auto worst = m_findings.isEmpty() ? Severity::Note : m_findings.first().severity;
    if (m_findings.isEmpty())
        m_verdict->setMessage(
            MessageStrip::Kind::Good, tr("Nothing found. Clients will be able to log in, list and transfer."));
    else if (worst == Severity::Error)
        m_verdict->setMessage(MessageStrip::Kind::Error,
            tr("As it is, clients will meet a failure. You can still publish and mend it later."));
    else if (worst == Severity::Warning)
        m_verdict->setMessage(MessageStrip::Kind::Warning, tr("It works, with something to know first."));
    else
        m_verdict->setMessage(
            MessageStrip::Kind::Good, tr("Clients will be able to log in, list and transfer. Good to know:"));
}

void CheckPage::applyFix(const QuickFix &fix)
{
    const Publication publication = publicationOf(m_draft, m_ruleSet);
    auto result = withPublication(m_ruleSet, publication);
    if (!result || !fix.makeEdit)
        return;
    if (const auto changed = fix.makeEdit(*result)->apply(*result); !changed) {
        m_verdict->setError(changed.error());
        return;
    }
    m_draft = adopted(m_draft, *result, publication.rule.id);
    check();
    Q_EMIT edited();
}

QWidget *CheckPage::firstField() const
{
    const auto buttons = findChildren<QAbstractButton *>(QString(), Qt::FindChildrenRecursively);
    const auto first = std::find_if(
        buttons.cbegin(), buttons.cend(), [](const QAbstractButton *button) { return button->isVisible(); });
    return first == buttons.cend() ? nullptr : *first;
}

} // namespace ferry::ui
