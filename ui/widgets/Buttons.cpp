#include "ui/widgets/Buttons.h"

#include "ui/theme/Icons.h"

namespace ferry::ui {

QPushButton *makeButton(
    const QString &text, const QString &objectName, QWidget *parent, ButtonRole role, const QString &iconName)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    setButtonRole(button, role);
    return button;
}

QPushButton *makePrimaryButton(const QString &verb, const QString &objectName, QWidget *parent, const QString &iconName)
{
    QPushButton *button = makeButton(verb, objectName, parent, ButtonRole::Primary, iconName);
    button->setAutoDefault(true);
    button->setDefault(true);
    return button;
}

QToolButton *makeIconButton(const QString &iconName, const QString &name, const QString &objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace ferry::ui
