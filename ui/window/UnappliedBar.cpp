#include "ui/window/UnappliedBar.h"

#include "ui/theme/Colours.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Ink.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Labels.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

UnappliedBar::UnappliedBar(QAction *review, QAction *discard, QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_text(new ElidedLabel({}, this))
{
    setObjectName(u"unappliedBar"_s);
    m_text->setObjectName(u"unappliedText"_s);
    auto *discardButton = makeButton(tr("Discard"), u"unappliedDiscard"_s, this, ButtonRole::Quiet);
    auto *reviewButton = makeButton(tr("Review and apply…"), u"unappliedReview"_s, this);
    discardButton->setToolTip(tr("Goes back to what runs. Undo brings the changes back."));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::margin, 6, metrics::margin, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(discardButton);
    layout->addWidget(reviewButton);
    connect(reviewButton, &QPushButton::clicked, review, &QAction::trigger);
    connect(discardButton, &QPushButton::clicked, discard, &QAction::trigger);
    connect(review, &QAction::changed, reviewButton, [=] { reviewButton->setEnabled(review->isEnabled()); });
    connect(discard, &QAction::changed, discardButton, [=] { discardButton->setEnabled(discard->isEnabled()); });
    hide();
    refresh();
}

void UnappliedBar::setChanges(int count, const QStringList &details)
{
    m_changes = count;
    m_text->setText(tr("%n changes not applied. The gateways still run what was there before.", nullptr, count));
    setToolTip(details.join(u'\n'));
    setAccessibleName(m_text->text());
    setVisible(count > 0);
}

void UnappliedBar::refresh()
{
    m_icon->setPixmap(iconPixmap(u"draft"_s, metrics::icon, coloursOf(palette()).draft.text, devicePixelRatioF()));
    setInk(m_text, coloursOf(palette()).draft.text);
}

void UnappliedBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void UnappliedBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = coloursOf(palette());
    painter.fillRect(rect(), c.draft.surface);
    painter.fillRect(0, height() - 1, width(), 1, c.hairline);
}

} // namespace ferry::ui
