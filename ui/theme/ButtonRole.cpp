#include "ui/theme/ButtonRole.h"

#include <QAbstractButton>
#include <QVariant>

namespace ferry::ui {

namespace {
constexpr const char *property = "ferryRole";
}

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(property, static_cast<int>(role));
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button == nullptr ? ButtonRole::Ordinary : static_cast<ButtonRole>(button->property(property).toInt());
}

} // namespace ferry::ui
