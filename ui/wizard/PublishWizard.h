#pragma once

#include "ui/dialogs/ActionDialog.h"
#include "ui/wizard/CheckPage.h"

class QPushButton;
class QVBoxLayout;

namespace ferry {
class Document;
}

namespace ferry::ui {

class StepRail;

/// *Publish FTP server*: asks step by step, checks, and puts everything into the rule set as one edit.
class PublishWizard final : public ActionDialog {
    Q_OBJECT
public:
    /// `preview` gives the findings that a change would bring.
    PublishWizard(Document &document, CheckPage::Preview preview, QWidget *parent = nullptr);

    [[nodiscard]] PublishStep step() const { return m_step; }
    [[nodiscard]] const PublishDraft &draft() const { return m_draft; }
    /// Takes up a draft that was left earlier.
    void setDraft(const PublishDraft &draft);
    /// Shows a step; earlier ones that are not complete come first.
    void goTo(PublishStep step);

Q_SIGNALS:
    /// The rule is in the rule set now.
    void published(const ferry::RuleId &rule);
    /// "Publish and apply": the changes are to be reviewed now. Comes after published().
    void reviewRequested();

protected:
    void commit() override;

private:
    void addPage(PublishPage *page);
    [[nodiscard]] PublishPage *page() const { return m_pages.at(static_cast<qsizetype>(m_step)); }
    [[nodiscard]] std::optional<Error> problemOf(PublishStep step) const;
    [[nodiscard]] bool publish();
    void enter(PublishStep step);
    void refresh();

    Document &m_document;
    PublishDraft m_draft;
    PublishStep m_step = PublishStep::Server;
    PublishStep m_furthest = PublishStep::Server;
    StepRail *m_rail;
    QVBoxLayout *m_column;
    QList<PublishPage *> m_pages;
    QPushButton *m_back;
    QPushButton *m_publish;
    bool m_touched = false;
};

} // namespace ferry::ui
