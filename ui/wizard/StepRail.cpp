#include "ui/wizard/StepRail.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

constexpr int badge = 22;
constexpr int railWidth = 232;
constexpr int rowHeight = 48;

} // namespace

StepButton::StepButton(int number, const QString &title, QWidget *parent) : QAbstractButton(parent), m_number(number)
{
    setText(title);
    setObjectName(u"step-%1"_s.arg(number));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void StepButton::setState(State state)
{
    m_state = state;
    setEnabled(state != State::Ahead);
    setCursor(state == State::Ahead ? Qt::ArrowCursor : Qt::PointingHandCursor);
    describe();
    update();
}

void StepButton::setOutcome(const QString &outcome)
{
    m_outcome = outcome;
    setToolTip(outcome);
    describe();
    update();
}

QSize StepButton::sizeHint() const
{
    return {railWidth - 2 * metrics::unit, rowHeight};
}

void StepButton::describe()
{
    setAccessibleName(tr("Step %1: %2").arg(m_number).arg(text()));
    const QString state = m_state == State::Current ? tr("current")
        : m_state == State::Done                    ? tr("done")
        : m_state == State::Problem                 ? tr("not complete")
                                                    : tr("still to come");
    setAccessibleDescription(m_outcome.isEmpty() ? state : u"%1, %2"_s.arg(state, m_outcome));
}

void StepButton::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const bool current = m_state == State::Current;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (current || (underMouse() && isEnabled())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(current ? colours.selection : colours.hover);
        painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }

    const QRect circle(10, (height() - badge) / 2, badge, badge);
    painter.setPen(
        current || m_state == State::Ahead ? QPen(current ? colours.accent : colours.outline, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(current            ? QBrush(colours.accent)
            : m_state == State::Done    ? QBrush(colours.good.surface)
            : m_state == State::Problem ? QBrush(colours.bad.surface)
                                        : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5));
    const QRect glyph = circle.adjusted(4, 4, -4, -4);
    if (m_state == State::Done) {
        paintIcon(painter, u"check"_s, glyph, colours.good.text);
    } else if (m_state == State::Problem) {
        paintIcon(painter, u"warning"_s, glyph, colours.bad.text);
    } else {
        painter.setFont(smallFont(current ? strongFont(font()) : font()));
        painter.setPen(current ? colours.onAccent : colours.quietText);
        painter.drawText(circle, Qt::AlignCenter, locale().toString(m_number));
    }

    const QRect words = rect().adjusted(circle.right() + 12, 0, -8, 0);
    const bool twoLines = !m_outcome.isEmpty() && m_state != State::Ahead;
    painter.setFont(current ? strongFont(font()) : font());
    painter.setPen(m_state == State::Ahead ? colours.quietText : colours.text);
    const QString title = painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width());
    painter.drawText(
        twoLines ? words.adjusted(0, 5, 0, -height() / 2 + 2) : words, Qt::AlignLeft | Qt::AlignVCenter, title);
    if (!twoLines)
        return;
    painter.setFont(smallFont(font()));
    painter.setPen(colours.quietText);
    const QString outcome = painter.fontMetrics().elidedText(m_outcome, Qt::ElideRight, words.width());
    painter.drawText(words.adjusted(0, height() / 2, 0, -5), Qt::AlignLeft | Qt::AlignVCenter, outcome);
}

StepRail::StepRail(const QStringList &titles, QWidget *parent) : QWidget(parent)
{
    setObjectName(u"stepRail"_s);
    setAccessibleName(tr("Steps"));
    setFixedWidth(railWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::unit, metrics::margin, metrics::unit, metrics::margin);
    layout->setSpacing(metrics::half);
    for (qsizetype i = 0; i < titles.size(); ++i) {
        auto *button = new StepButton(static_cast<int>(i) + 1, titles[i], this);
        connect(button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT stepChosen(static_cast<int>(i)); });
        layout->addWidget(button);
        m_buttons << button;
    }
    layout->addStretch(1);
}

void StepRail::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), coloursOf(palette()).surface);
}

} // namespace ferry::ui
