#pragma once

#include <QAction>
#include <QString>

namespace ferry::ui {

/// What the action is called outside menus: its text without mnemonics and the dots of "opens a dialog".
[[nodiscard]] QString actionName(const QAction &action);

/// Its shortcuts as the platform writes them, with commas between; empty without any.
[[nodiscard]] QString actionKeys(const QAction &action);

} // namespace ferry::ui
