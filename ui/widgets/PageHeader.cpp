#include "ui/widgets/PageHeader.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Ink.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QHBoxLayout>

namespace ferry::ui {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_note(new ElidedLabel({}, this)), m_layout(new QHBoxLayout(this))
{
    setFixedHeight(52);
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setInk(m_note, coloursOf(palette()).quietText);
    m_layout->setContentsMargins(metrics::margin, metrics::unit, metrics::margin, metrics::unit);
    m_layout->setSpacing(metrics::unit);
    m_layout->addWidget(makeTitle(title, this));
    m_layout->addSpacing(metrics::unit);
    m_layout->addWidget(m_note, 1);
}

void PageHeader::setNote(const QString &note)
{
    m_note->setText(note);
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setInk(m_note, coloursOf(palette()).quietText);
}

void PageHeader::addWidget(QWidget *widget)
{
    m_layout->addWidget(widget);
}

} // namespace ferry::ui
