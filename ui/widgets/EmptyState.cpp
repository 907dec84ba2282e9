#include "ui/widgets/EmptyState.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ferry::ui {

namespace {

constexpr int textWidth = 420;

} // namespace

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(title, this))
    , m_text(new QuietLabel(text, this))
    , m_action(makePrimaryButton({}, {}, this))
{
    m_title->setFont(strongFont(m_title->font()));
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setFixedWidth(textWidth);
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(textWidth)));
    m_icon->setAlignment(Qt::AlignCenter);
    m_action->setDefault(false);
    m_action->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addSpacing(metrics::unit);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::unit);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    refresh();
}

void EmptyState::setAction(const QString &label, const QString &objectName)
{
    m_action->setText(label);
    m_action->setObjectName(objectName);
    m_action->setVisible(!label.isEmpty());
}

void EmptyState::setTexts(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setMinimumHeight(qMax(0, m_text->heightForWidth(textWidth)));
}

void EmptyState::refresh()
{
    m_icon->setPixmap(iconPixmap(m_iconName, 40, coloursOf(palette()).switchOff, devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace ferry::ui
