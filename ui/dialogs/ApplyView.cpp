#include "ui/dialogs/ApplyView.h"

#include "ui/dialogs/ConflictCard.h"
#include "ui/dialogs/Countdown.h"
#include "ui/dialogs/FormFields.h"
#include "ui/dialogs/StepList.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MessageStrip.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ApplyView::ApplyView(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_outcome(new MessageStrip(MessageStrip::Kind::Note, {}, this))
    , m_countdown(new Countdown(clock, this))
    , m_conflict(new ConflictCard(this))
    , m_steps(new StepList(this))
    , m_testHead(new SectionHeader(tr("Test from the outside"), this))
    , m_test(new StepList(this))
{
    m_outcome->setObjectName(u"outcomeStrip"_s);
    m_steps->setObjectName(u"applySteps"_s);
    m_test->setObjectName(u"testSteps"_s);
    auto *content = new QWidget(this);
    QVBoxLayout *rows = makeFormLayout(content);
    rows->addWidget(m_outcome);
    rows->addWidget(m_countdown);
    rows->addWidget(m_conflict);
    rows->addWidget(m_steps);
    rows->addWidget(m_testHead);
    rows->addWidget(m_test);
    rows->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setObjectName(u"applyProgress"_s);
    area->setAccessibleName(tr("Progress"));
    area->setWidget(content);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    clearReports();
}

void ApplyView::setProgress(const ApplyProgress &progress, int nodes)
{
    const bool unconfirmed = progress.phase == ApplyPhase::Unconfirmed;
    if (unconfirmed)
        m_countdown->start(progress.confirmLeft);
    else
        m_countdown->stop();
    m_countdown->setVisible(unconfirmed);
    if (progress.error)
        m_outcome->setError(*progress.error);
    else if (progress.phase == ApplyPhase::Confirmed)
        m_outcome->setMessage(MessageStrip::Kind::Good, tr("%n nodes run it and keep it.", nullptr, nodes));
    m_outcome->setVisible(progress.error || progress.phase == ApplyPhase::Confirmed);
    m_conflict->setVisible(progress.conflict.has_value());
    if (progress.conflict)
        m_conflict->setRecord(*progress.conflict, m_clock.now());
    m_steps->setSteps(stepLines(progress.steps));
}

void ApplyView::setReport(const ProbeReport &report)
{
    const auto same = std::find_if(
        m_reports.begin(), m_reports.end(), [&](const ProbeReport &known) { return known.rule == report.rule; });
    if (same != m_reports.end())
        *same = report;
    else
        m_reports << report;
    QList<StepLine> lines;
    for (const ProbeReport &known : std::as_const(m_reports))
        lines << stepLines(known);
    m_test->setSteps(lines);
    m_testHead->setVisible(!lines.isEmpty());
    m_test->setVisible(!lines.isEmpty());
}

void ApplyView::clearReports()
{
    m_reports.clear();
    m_test->setSteps({});
    m_testHead->hide();
    m_test->hide();
}

void ApplyView::warn(const QString &text)
{
    m_outcome->setMessage(MessageStrip::Kind::Warning, text);
    m_outcome->show();
}

} // namespace ferry::ui
