#include "ui/dialogs/StepList.h"

#include "models/tables/StepText.h"
#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

QString iconOf(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return u"more"_s;
    case StepState::Running:
        return u"pending"_s;
    case StepState::Done:
        return u"check"_s;
    case StepState::Failed:
        return u"error"_s;
    case StepState::Skipped:
        return u"minus"_s;
    }
    return {};
}

QColor colourOf(StepState state, const Colours &colours)
{
    switch (state) {
    case StepState::Running:
        return colours.pending.text;
    case StepState::Done:
        return colours.good.text;
    case StepState::Failed:
        return colours.bad.text;
    case StepState::Waiting:
    case StepState::Skipped:
        break;
    }
    return colours.quietText;
}

} // namespace

/// One step: icon, title, time at the right, and below them what happened.
class StepRow final : public QWidget {
public:
    explicit StepRow(QWidget *parent)
        : QWidget(parent)
        , m_icon(new QLabel(this))
        , m_title(new QLabel(this))
        , m_time(new QuietLabel({}, this))
        , m_detail(new QuietLabel({}, this))
        , m_cause(new QLabel(this))
    {
        m_title->setTextFormat(Qt::PlainText);
        m_time->setWordWrap(false);
        m_time->setFont(smallFont(m_time->font()));
        m_detail->setFont(smallFont(m_detail->font()));
        m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_cause->setTextFormat(Qt::PlainText);
        m_cause->setWordWrap(true);
        m_cause->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(0, metrics::half, 0, metrics::half);
        grid->setHorizontalSpacing(10);
        grid->setVerticalSpacing(2);
        grid->setColumnStretch(1, 1);
        grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
        grid->addWidget(m_title, 0, 1);
        grid->addWidget(m_time, 0, 2, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(m_detail, 1, 1, 1, 2);
        grid->addWidget(m_cause, 2, 1, 1, 2);
    }

    void setLine(const StepLine &line)
    {
        m_line = line;
        m_title->setText(line.title);
        m_time->setText(line.elapsed.count() > 0 ? elapsedText(line.elapsed) : QString());
        m_detail->setText(line.detail);
        m_detail->setVisible(!line.detail.isEmpty());
        m_cause->setText(line.cause);
        m_cause->setVisible(!line.cause.isEmpty());
        setAccessibleName(u"%1: %2"_s.arg(line.title, stepStateText(line.state)));
        setAccessibleDescription(u"%1 %2"_s.arg(line.detail, line.cause).trimmed());
        m_icon->setToolTip(stepStateText(line.state));
        tint();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            tint();
    }

private:
    void tint()
    {
        const Colours &colours = coloursOf(palette());
        const bool isQuiet = m_line.state == StepState::Waiting || m_line.state == StepState::Skipped;
        m_icon->setPixmap(
            iconPixmap(iconOf(m_line.state), metrics::icon, colourOf(m_line.state, colours), devicePixelRatioF()));
        const auto paint = [](QLabel *label, const QColor &colour) {
            QPalette own;
            own.setColor(QPalette::WindowText, colour);
            label->setPalette(own);
        };
        paint(m_title, isQuiet ? colours.quietText : colours.text);
        paint(m_cause, colours.bad.text);
        m_title->setFont(m_line.state == StepState::Running ? strongFont(font()) : font());
    }

    StepLine m_line;
    QLabel *m_icon;
    QLabel *m_title;
    QuietLabel *m_time;
    QuietLabel *m_detail;
    QLabel *m_cause;
};

QList<StepLine> stepLines(const QList<ApplyStep> &steps)
{
    QList<StepLine> lines;
    for (const ApplyStep &step : steps) {
        const bool failed = step.state == StepState::Failed;
        lines << StepLine{
            step.state, step.title, failed ? QString() : step.detail, failed ? step.detail : QString(), {}};
    }
    return lines;
}

QList<StepLine> stepLines(const ProbeReport &report)
{
    QList<StepLine> lines;
    for (const ProbeStep &step : report.steps)
        lines << StepLine{step.state, step.title, step.detail, step.cause, step.elapsed};
    return lines;
}

StepList::StepList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setObjectName(u"stepList"_s);
    setAccessibleName(tr("Steps"));
}

void StepList::setSteps(const QList<StepLine> &steps)
{
    while (m_rows.size() > steps.size())
        delete m_rows.takeLast();
    while (m_rows.size() < steps.size()) {
        m_rows << new StepRow(this);
        m_layout->addWidget(m_rows.last());
    }
    for (qsizetype i = 0; i < steps.size(); ++i)
        m_rows[i]->setLine(steps[i]);
}

} // namespace ferry::ui
