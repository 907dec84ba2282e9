#include "ui/window/ActionButton.h"

#include <QAction>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ActionButton::ActionButton(
    QAction *action, const QString &text, const QString &objectName, ButtonRole role, QWidget *parent)
    : QPushButton(action->icon(), text, parent)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::TabFocus);
    setButtonRole(this, role);
    follow(action);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, action] { follow(action); });
}

void ActionButton::follow(QAction *action)
{
    setEnabled(action->isEnabled());
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    setToolTip(keys.isEmpty() ? QString() : u"%1 (%2)"_s.arg(text(), keys));
}

} // namespace ferry::ui
