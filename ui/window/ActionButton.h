#pragma once

#include "ui/theme/ButtonRole.h"

#include <QPushButton>

class QAction;

namespace ferry::ui {

/// A push button that is another face of an action: it triggers it, is enabled with it, and names its shortcut.
class ActionButton final : public QPushButton {
    Q_OBJECT
public:
    ActionButton(
        QAction *action, const QString &text, const QString &objectName, ButtonRole role, QWidget *parent = nullptr);

private:
    void follow(QAction *action);
};

} // namespace ferry::ui
