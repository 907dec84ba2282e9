#include "ui/dialogs/ActionDialog.h"

#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/MessageStrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ActionDialog::ActionDialog(const QString &objectName, QWidget *parent)
    : QDialog(parent)
    , m_all(new QHBoxLayout(this))
    , m_title(makeTitle({}, this))
    , m_explanation(new QuietLabel({}, this))
    , m_body(new QVBoxLayout)
    , m_stripPane(new QWidget(this))
    , m_strip(new MessageStrip(MessageStrip::Kind::Error, {}, m_stripPane))
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
    , m_dismiss(makeButton(tr("Cancel"), u"dismissButton"_s, this))
    , m_primary(makePrimaryButton({}, u"primaryButton"_s, this))
{
    setObjectName(objectName);
    setWindowFlag(Qt::WindowContextHelpButtonHint, false);
    m_title->setObjectName(u"dialogTitle"_s);
    m_explanation->setObjectName(u"dialogExplanation"_s);
    m_strip->setObjectName(u"problemStrip"_s);
    m_stripPane->hide();
    m_dismiss->setAutoDefault(false);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(metrics::section, 20, metrics::section, 0);
    head->setSpacing(metrics::half);
    head->addWidget(m_title);
    head->addWidget(m_explanation);

    m_body->setContentsMargins(metrics::section, 20, metrics::section, 12);
    m_body->setSpacing(12);

    auto *strip = new QVBoxLayout(m_stripPane);
    strip->setContentsMargins(metrics::section, 0, metrics::section, metrics::margin);
    strip->addWidget(m_strip);

    m_left->setSpacing(metrics::unit);
    m_right->setSpacing(metrics::unit);
    m_right->addWidget(m_dismiss);
    m_right->addWidget(m_primary);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(metrics::section, 12, metrics::section, 12);
    footer->addLayout(m_left);
    footer->addStretch(1);
    footer->addLayout(m_right);

    auto *all = new QVBoxLayout;
    all->setSpacing(0);
    all->addLayout(head);
    all->addLayout(m_body, 1);
    all->addWidget(m_stripPane);
    all->addWidget(new Hairline(Qt::Horizontal, this));
    all->addLayout(footer);
    m_all->setContentsMargins(0, 0, 0, 0);
    m_all->setSpacing(0);
    m_all->addLayout(all, 1);

    connect(m_dismiss, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_primary, &QPushButton::clicked, this, &ActionDialog::commit);
}

void ActionDialog::setHeading(const QString &title, const QString &explanation)
{
    setWindowTitle(title);
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

void ActionDialog::setPrimary(const QString &verb, const QString &iconName)
{
    m_verb = verb;
    m_primary->setText(verb);
    m_primary->setVisible(!verb.isEmpty());
    m_primary->setIcon(iconName.isEmpty() ? QIcon() : icon(iconName, palette().color(QPalette::HighlightedText)));
}

void ActionDialog::setDismissal(const QString &label)
{
    m_dismiss->setText(label);
    m_dismiss->setVisible(!label.isEmpty());
}

QPushButton *ActionDialog::addFooterButton(const QString &label, const QString &objectName)
{
    QPushButton *button = makeButton(label, objectName, this);
    button->setAutoDefault(false);
    m_left->addWidget(button);
    return button;
}

QPushButton *ActionDialog::addAlternative(const QString &label, const QString &objectName)
{
    QPushButton *button = makeButton(label, objectName, this);
    button->setAutoDefault(false);
    m_right->insertWidget(m_right->count() - 1, button);
    return button;
}

void ActionDialog::setRail(QWidget *rail)
{
    m_all->insertWidget(0, rail);
    m_all->insertWidget(1, new Hairline(Qt::Vertical, this));
}

QScrollArea *ActionDialog::addScrolled(QWidget *content)
{
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    area->setWidget(content);
    // The body's right margin goes to the scroll bar, so that the rows keep their width with and without it.
    m_body->setContentsMargins(metrics::section, 20, metrics::unit, 12);
    if (content->layout())
        content->layout()->setContentsMargins(0, 0, metrics::margin, 0);
    m_body->addWidget(area, 1);
    return area;
}

void ActionDialog::setProblem(const std::optional<Error> &problem, bool quietly)
{
    m_problem = problem;
    m_primary->setEnabled(!problem && !m_busy);
    m_primary->setToolTip(problem ? problem->text() : QString());
    if (problem && !quietly)
        m_strip->setError(*problem);
    m_stripPane->setVisible(problem && !quietly);
}

void ActionDialog::showFailure(const Error &error)
{
    m_strip->setError(error);
    m_stripPane->show();
}

void ActionDialog::setBusy(bool busy, const QString &doing)
{
    m_busy = busy;
    m_primary->setText(busy && !doing.isEmpty() ? doing : m_verb);
    m_primary->setEnabled(!busy && !m_problem);
}

bool ActionDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fitHeight();
    return handled;
}

void ActionDialog::fitHeight()
{
    // Wrapped labels say how high they are only when their width is known, so that QLayout's own minimum is too low.
    if (!isVisible() || !layout()->hasHeightForWidth())
        return;
    const int available = screen() ? screen()->availableGeometry().height() : height();
    const int needed = std::min(layout()->totalHeightForWidth(width()), available);
    if (height() < needed)
        resize(width(), needed);
}

} // namespace ferry::ui
