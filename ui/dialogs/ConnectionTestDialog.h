#pragma once

#include "models/checks/Finding.h"
#include "models/probe/ProbeReport.h"
#include "ui/dialogs/ActionDialog.h"

namespace ferry {
class Document;
}

namespace ferry::ui {

class ChoiceList;
class Intents;
class MessageStrip;
class SectionHeader;
class StepList;

/// The test of one publishing rule from the outside: each step with its time, what failed and why, and the edit that
/// cures it. The test runs elsewhere; it is asked for through Intents and comes back as a ProbeReport.
class ConnectionTestDialog final : public ActionDialog {
    Q_OBJECT
public:
    ConnectionTestDialog(Document &document, Intents &intents, const RuleId &rule, QWidget *parent = nullptr);

public Q_SLOTS:
    /// The test as far as it got; reports of other rules are left aside.
    void setReport(const ferry::ProbeReport &report);
    /// The findings of the rule set: the one that the failed step names gives the cure.
    void setFindings(const QList<ferry::Finding> &findings);

Q_SIGNALS:
    /// The cure is in the draft: it has to be reviewed and applied before a test can tell anything new.
    void reviewRequested();

protected:
    void commit() override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const ProbeStep *failedStep() const;
    void run();
    void refresh();
    void refreshCure();

    Document &m_document;
    Intents &m_intents;
    RuleId m_rule;
    ProbeReport m_report;
    QList<Finding> m_findings;
    QList<QuickFix> m_fixes;
    bool m_asked = false;
    bool m_waiting = false;
    MessageStrip *m_outcome;
    StepList *m_steps;
    SectionHeader *m_cureHead;
    ChoiceList *m_cures;
};

} // namespace ferry::ui
