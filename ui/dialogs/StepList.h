#pragma once

#include "models/plan/ApplyProgress.h"
#include "models/probe/ProbeReport.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ferry::ui {

class StepRow;

/// One line of a list of steps as people read it.
struct StepLine {
    StepState state = StepState::Waiting;
    QString title;
    QString detail;
    QString cause;  ///< why it failed, shown in full
    std::chrono::milliseconds elapsed{0};
};

[[nodiscard]] QList<StepLine> stepLines(const QList<ApplyStep> &steps);
[[nodiscard]] QList<StepLine> stepLines(const ProbeReport &report);

/// What is being done and how far it got: icon, words and time for each step. Updated in place.
class StepList final : public QWidget {
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    void setSteps(const QList<StepLine> &steps);

private:
    QVBoxLayout *m_layout;
    QList<StepRow *> m_rows;
};

} // namespace ferry::ui
