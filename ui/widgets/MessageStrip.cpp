#include "ui/widgets/MessageStrip.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

const Tint &tintOf(MessageStrip::Kind kind, const Colours &c)
{
    switch (kind) {
    case MessageStrip::Kind::Good:
        return c.good;
    case MessageStrip::Kind::Warning:
        return c.draft;
    case MessageStrip::Kind::Error:
        return c.bad;
    case MessageStrip::Kind::Note:
        break;
    }
    return c.pending;
}

/// Of the icon, of one line of text and of the dismiss button, so that they stand in one line.
constexpr int lineHeight = 22;

QString iconOf(MessageStrip::Kind kind)
{
    switch (kind) {
    case MessageStrip::Kind::Good:
        return u"apply"_s;
    case MessageStrip::Kind::Warning:
        return u"warning"_s;
    case MessageStrip::Kind::Error:
        return u"error"_s;
    case MessageStrip::Kind::Note:
        break;
    }
    return u"info"_s;
}

} // namespace

MessageStrip::MessageStrip(Kind kind, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(text, this))
    , m_action(makeButton({}, u"messageAction"_s, this))
    , m_dismiss(makeIconButton(u"close"_s, tr("Dismiss"), u"messageDismiss"_s, this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy wide(QSizePolicy::Expanding, QSizePolicy::Preferred);
    wide.setHeightForWidth(true); // setting a policy takes away what word wrap had put into it
    m_text->setSizePolicy(wide);
    m_icon->setFixedHeight(lineHeight);
    m_text->setMinimumHeight(lineHeight);
    m_dismiss->setProperty("ferryCompact", true);
    m_dismiss->setFixedSize(lineHeight, lineHeight);
    m_action->hide();
    m_dismiss->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    layout->addWidget(m_dismiss, 0, Qt::AlignTop);
    connect(m_action, &QPushButton::clicked, this, &MessageStrip::actionTriggered);
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    refresh();
}

void MessageStrip::setMessage(Kind kind, const QString &text)
{
    m_kind = kind;
    m_text->setTextFormat(Qt::PlainText);
    m_text->setText(text);
    refresh();
}

void MessageStrip::setError(const Error &error)
{
    m_kind = Kind::Error;
    const QString rest = u"%1 %2"_s.arg(error.why, error.remedy).trimmed();
    m_text->setTextFormat(Qt::RichText);
    m_text->setText(u"<b>%1</b> %2"_s.arg(error.what.toHtmlEscaped(), rest.toHtmlEscaped()));
    refresh();
}

void MessageStrip::setAction(const QString &label)
{
    m_action->setText(label);
    m_action->setVisible(!label.isEmpty());
}

void MessageStrip::setDismissible(bool dismissible)
{
    m_dismiss->setVisible(dismissible);
}

QString MessageStrip::text() const
{
    return m_text->text();
}

void MessageStrip::refresh()
{
    const Tint &tint = tintOf(m_kind, coloursOf(palette()));
    m_icon->setPixmap(iconPixmap(iconOf(m_kind), metrics::icon, tint.text, devicePixelRatioF()));
    setAccessibleName(m_text->text());
    update();
}

void MessageStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tintOf(m_kind, coloursOf(palette())).surface);
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
}

} // namespace ferry::ui
