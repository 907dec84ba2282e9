#pragma once

#include "models/base/Clock.h"
#include "models/plan/ApplyProgress.h"
#include "models/probe/ProbeReport.h"

#include <QWidget>

namespace ferry::ui {

class ConflictCard;
class Countdown;
class MessageStrip;
class SectionHeader;
class StepList;

/// An Apply under way: outcome, time to keep it, the record it lost against, the steps by node, and the test.
class ApplyView final : public QWidget {
    Q_OBJECT
public:
    /// `clock` outlives the widget.
    explicit ApplyView(const Clock &clock, QWidget *parent = nullptr);

    /// `nodes`: how many take part.
    void setProgress(const ApplyProgress &progress, int nodes);
    /// The test of one published rule, as far as it got.
    void setReport(const ProbeReport &report);
    void clearReports();
    /// Says why it cannot be left now, until the next progress.
    void warn(const QString &text);

private:
    const Clock &m_clock;
    MessageStrip *m_outcome;
    Countdown *m_countdown;
    ConflictCard *m_conflict;
    StepList *m_steps;
    SectionHeader *m_testHead;
    StepList *m_test;
    QList<ProbeReport> m_reports;
};

} // namespace ferry::ui
