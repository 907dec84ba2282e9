#pragma once

class QAbstractButton;
class QWidget;

namespace ferry::ui {

/// How a button is drawn. A window or dialog has one Primary, named by its verb.
enum class ButtonRole {
    Ordinary,
    Primary,  ///< filled with the accent
    Danger,   ///< cannot be undone
    Quiet,    ///< no frame until the pointer is over it
};

void setButtonRole(QAbstractButton *button, ButtonRole role);
[[nodiscard]] ButtonRole buttonRole(const QWidget *button);

} // namespace ferry::ui
