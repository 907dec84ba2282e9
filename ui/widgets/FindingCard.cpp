#include "ui/widgets/FindingCard.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

SeverityLook severityLook(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return {u"error"_s, FindingCard::tr("Error")};
    case Severity::Warning:
        return {u"warning"_s, FindingCard::tr("Warning")};
    case Severity::Note:
        break;
    }
    return {u"info"_s, FindingCard::tr("Note")};
}

FindingCard::FindingCard(const Finding &finding, QWidget *parent)
    : QWidget(parent), m_finding(finding), m_icon(new QLabel(this))
{
    setObjectName(u"finding-"_s + finding.code);
    setAccessibleName(u"%1: %2"_s.arg(severityLook(finding.severity).word, finding.title));
    auto *title = new QLabel(finding.title, this);
    title->setFont(strongFont(title->font()));
    title->setWordWrap(true);
    auto *text = new QuietLabel(finding.explanation, this);
    text->setToolTip(finding.code);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 10, 12, 12);
    grid->setHorizontalSpacing(metrics::unit);
    grid->setVerticalSpacing(metrics::half);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(title, 0, 1);
    grid->addWidget(text, 1, 1);
    if (!finding.fixes.isEmpty())
        grid->setRowMinimumHeight(2, metrics::half);
    for (qsizetype i = 0; i < finding.fixes.size(); ++i) {
        auto *fix = makeButton(finding.fixes.at(i).label, u"fix-%1-%2"_s.arg(finding.code).arg(i), this);
        fix->setAccessibleDescription(finding.title);
        grid->addWidget(fix, static_cast<int>(i) + 3, 1, Qt::AlignLeft);
        connect(fix, &QPushButton::clicked, this, [this, i] { Q_EMIT fixChosen(static_cast<int>(i)); });
    }
    refresh();
}

void FindingCard::refresh()
{
    const Colours &c = coloursOf(palette());
    const QColor ink = m_finding.severity == Severity::Error ? c.bad.text
        : m_finding.severity == Severity::Warning            ? c.draft.text
                                                             : c.pending.text;
    m_icon->setPixmap(iconPixmap(severityLook(m_finding.severity).icon, metrics::icon, ink, devicePixelRatioF()));
    m_icon->setContentsMargins(0, 1, 0, 0);
}

void FindingCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void FindingCard::paintEvent(QPaintEvent *)
{
    const Colours &c = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.hairline, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

} // namespace ferry::ui
