#pragma once

#include "ui/dialogs/ActionDialog.h"

#include <QList>

class QAction;

namespace ferry::ui {

/// Every action that has a shortcut, in the order given.
class ShortcutSheet final : public ActionDialog {
    Q_OBJECT
public:
    explicit ShortcutSheet(const QList<QAction *> &actions, QWidget *parent = nullptr);

protected:
    void commit() override;
};

} // namespace ferry::ui
