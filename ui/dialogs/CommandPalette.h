#pragma once

#include "ui/dialogs/ActionDialog.h"

#include <QList>

class QAction;
class QLineEdit;
class QTableWidget;

namespace ferry::ui {

/// Every action that can be used now, found by typing a part of its name, with its shortcut beside it. The keyboard
/// stays in the field: Up and Down choose, Return runs, Escape leaves.
class CommandPalette final : public ActionDialog {
    Q_OBJECT
public:
    explicit CommandPalette(const QList<QAction *> &actions, QWidget *parent = nullptr);

protected:
    void commit() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &typed);

    QList<QAction *> m_actions;  ///< those that can be used
    QList<QAction *> m_found;    ///< by row
    QLineEdit *m_typed;
    QTableWidget *m_table;
};

} // namespace ferry::ui
