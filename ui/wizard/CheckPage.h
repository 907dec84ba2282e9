#pragma once

#include "models/checks/Finding.h"
#include "ui/wizard/PublishPage.h"

#include <functional>

class QVBoxLayout;

namespace ferry::ui {

class MessageStrip;

/// What the checks say about the result, with quick fixes that change the draft.
class CheckPage final : public PublishPage {
    Q_OBJECT
public:
    /// Gives the findings that a change of the rule set would bring; `then` is the rule set after it.
    using Preview = std::function<QList<Finding>(const RuleSet &then, const Change &change)>;

    CheckPage(const RuleSet &ruleSet, Preview preview, QWidget *parent = nullptr);

    void showDraft(const PublishDraft &draft) override;
    void takeDraft(PublishDraft &draft) override;
    [[nodiscard]] QWidget *firstField() const override;

    /// The findings that the publication brings: what the rule set has without it is left out.
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }

private:
    void check();
    void applyFix(const QuickFix &fix);

    const RuleSet &m_ruleSet;
    Preview m_preview;
    PublishDraft m_draft;
    QList<Finding> m_findings;
    MessageStrip *m_verdict;
    QVBoxLayout *m_cards;
};

} // namespace ferry::ui
