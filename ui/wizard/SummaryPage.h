#pragma once

#include "ui/wizard/PublishPage.h"

class QLineEdit;
class QVBoxLayout;

namespace ferry::ui {

class FactList;
class Switch;

/// The name, what clients will meet, and what changes on each node, in words.
class SummaryPage final : public PublishPage {
    Q_OBJECT
public:
    explicit SummaryPage(const RuleSet &ruleSet, QWidget *parent = nullptr);

    void showDraft(const PublishDraft &draft) override;
    void takeDraft(PublishDraft &draft) override;
    void refresh(const PublishDraft &draft) override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    const RuleSet &m_ruleSet;
    QLineEdit *m_name;
    QLineEdit *m_description;
    Switch *m_log;
    FactList *m_facts;
    QVBoxLayout *m_changes;
};

} // namespace ferry::ui
