#include "ui/widgets/StatePill.h"

#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QCoreApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

constexpr int height = 22;
constexpr int glyph = 14;

QString word(const char *text)
{
    return QCoreApplication::translate("StatePill", text);
}

} // namespace

PillLook pillLook(PillState state, const Colours &colours)
{
    switch (state) {
    case PillState::Applied:
        return {u"check"_s, word(QT_TRANSLATE_NOOP("StatePill", "Applied")), colours.good};
    case PillState::Draft:
        return {u"draft"_s, word(QT_TRANSLATE_NOOP("StatePill", "Draft")), colours.draft};
    case PillState::Pending:
        return {u"pending"_s, word(QT_TRANSLATE_NOOP("StatePill", "Pending")), colours.pending};
    case PillState::Drifted:
        return {u"drift"_s, word(QT_TRANSLATE_NOOP("StatePill", "Drifted")), colours.drifted};
    case PillState::Failed:
        return {u"error"_s, word(QT_TRANSLATE_NOOP("StatePill", "Failed")), colours.bad};
    case PillState::Unknown:
        break;
    }
    return {u"unknown"_s, word(QT_TRANSLATE_NOOP("StatePill", "Unknown")), colours.unknown};
}

QSize pillSize(const PillLook &look, const QFont &font)
{
    const int words = QFontMetrics(font).horizontalAdvance(look.word);
    return {metrics::unit + glyph + metrics::half + words + metrics::unit + 2, height};
}

void paintPill(QPainter &painter, const QRect &rect, const PillLook &look, const QFont &font)
{
    QRect pill(rect.topLeft(), pillSize(look, font));
    pill.setWidth(qMin(pill.width(), rect.width()));
    pill.moveTop(rect.top() + (rect.height() - height) / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.tint.surface);
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.restore();
    const QRect icon(pill.left() + metrics::unit, pill.top() + (height - glyph) / 2, glyph, glyph);
    paintIcon(painter, look.icon, icon, look.tint.text);
    painter.save();
    painter.setFont(font);
    painter.setPen(look.tint.text);
    const QRect words = pill.adjusted(metrics::unit + glyph + metrics::half, 0, -metrics::half, 0);
    painter.drawText(words, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), look.word);
    painter.restore();
}

StatePill::StatePill(PillState state, QWidget *parent) : QAbstractButton(parent), m_state(state)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(look().word);
}

void StatePill::setState(PillState state)
{
    m_state = state;
    setAccessibleName(look().word);
    updateGeometry();
    update();
}

void StatePill::setWord(const QString &text)
{
    m_word = text;
    setAccessibleName(look().word);
    updateGeometry();
    update();
}

PillLook StatePill::look() const
{
    PillLook result = pillLook(m_state, coloursOf(palette()));
    if (!m_word.isEmpty())
        result.word = m_word;
    return result;
}

QSize StatePill::sizeHint() const
{
    return pillSize(look(), smallFont(font()));
}

void StatePill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(painter, rect(), look(), smallFont(font()));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, nullptr);
    }
}

} // namespace ferry::ui
