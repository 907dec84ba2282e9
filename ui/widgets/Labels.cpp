#include "ui/widgets/Labels.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Ink.h"
#include "ui/theme/Metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace ferry::ui {

QLabel *makeTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(titleFont(label->font()));
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *makeParagraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QuietLabel::QuietLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    applyColour();
}

void QuietLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyColour();
}

void QuietLabel::applyColour()
{
    m_applying = true;
    setInk(this, coloursOf(parentWidget() ? parentWidget()->palette() : palette()).quietText);
    m_applying = false;
}

QLabel *makeFixed(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(fixedFont(label->font()));
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

Hairline::Hairline(Qt::Orientation orientation, QWidget *parent) : QFrame(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).hairline);
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(QChar(u'…')) * 3, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect area = contentsRect();
    const QString shown = fontMetrics().elidedText(text(), m_mode, area.width());
    painter.drawText(area, static_cast<int>(alignment()), shown);
    const QString tip = shown == text() ? QString() : text();
    if (toolTip() != tip)
        setToolTip(tip);
}

SectionHeader::SectionHeader(const QString &text, QWidget *parent)
    : QWidget(parent), m_text(new QLabel(text, this)), m_count(new QuietLabel({}, this))
{
    m_text->setFont(strongFont(m_text->font()));
    m_count->setWordWrap(false);
    m_count->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_count);
    layout->addWidget(new Hairline(Qt::Horizontal, this), 1, Qt::AlignVCenter);
}

void SectionHeader::setText(const QString &text)
{
    m_text->setText(text);
}

void SectionHeader::setCount(int count)
{
    m_count->setText(locale().toString(count));
    m_count->setVisible(count >= 0);
}

void SectionHeader::addWidget(QWidget *widget)
{
    layout()->addWidget(widget);
}

} // namespace ferry::ui
