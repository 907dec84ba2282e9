#pragma once

#include "models/base/Clock.h"
#include "models/plan/NodePlan.h"
#include "models/probe/ProbeReport.h"
#include "ui/dialogs/ActionDialog.h"

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace ferry {
class Document;
}

namespace ferry::ui {

class ApplyView;
class FormRow;
class Intents;
class MessageStrip;
class PlanView;

/// Review and apply: what would change, what it costs, then progress, test and the time to keep or revert.
/// Fed by values; what the person decides leaves through Intents. It asks for a plan when it is shown first.
class ReviewDialog final : public ActionDialog {
    Q_OBJECT
public:
    /// `clock` outlives the dialog.
    ReviewDialog(const Document &document, Intents &intents, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] ApplyPhase phase() const { return m_progress.phase; }
    void setReasonRequired(bool required);

public Q_SLOTS:
    void setPlans(const QList<ferry::NodePlan> &plans);
    void setProgress(const ferry::ApplyProgress &progress);
    /// The test of one published rule, as far as it got.
    void setReport(const ferry::ProbeReport &report);
    void reject() override;

protected:
    void commit() override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void refreshPlan();
    void refreshRun();
    [[nodiscard]] bool isUnderWay() const;
    [[nodiscard]] int changedNodes() const;
    [[nodiscard]] QString serviceName(const ServiceId &id) const;
    [[nodiscard]] QString impactText() const;

    const Document &m_document;
    Intents &m_intents;
    QList<NodePlan> m_plans;
    ApplyProgress m_progress;
    bool m_reasonRequired = false;
    bool m_asked = false;

    QStackedWidget *m_pages;
    QWidget *m_waiting;
    QWidget *m_planPage;
    ApplyView *m_run;
    PlanView *m_plan;
    MessageStrip *m_impact;
    QLineEdit *m_reason;
    FormRow *m_reasonRow;
    QPushButton *m_revert;
};

} // namespace ferry::ui
