#pragma once

#include <QHash>
#include <QList>
#include <QObject>

class QAction;

namespace ferry::ui {

/// Everything a person can do in the main window. Each is one QAction, shared by menus, tool bar, context
/// menus and the command palette.
enum class Act {
    NewRuleSet,
    OpenRuleSet,
    SaveRuleSet,
    SaveRuleSetAs,
    Import,
    Export,
    Quit,
    Undo,
    Redo,
    Find,
    FindAction,
    Publish,
    EditRule,
    RenameRule,
    ToggleRule,
    ToggleFilter,
    EditFilter,
    EditPassiveRange,
    EditExternalAddress,
    ImportFromServer,
    CustomizeProtocol,
    MoveUp,
    MoveDown,
    Duplicate,
    Remove,
    Review,
    Discard,
    Restart,
    Test,
    Refresh,
    ShowOverview,
    ShowRules,
    ShowProtocols,
    ShowServices,
    ShowGateways,
    ShowLog,
    ShowSessions,
    ShowHistory,
    ShowInspector,
    ShowFindings,
    LightTheme,
    DarkTheme,
    SystemTheme,
    PauseLog,
    ClearLog,
    Help,
    About,
};

/// The registry of QActions with their texts, icons and shortcuts.
class Actions final : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject *parent);

    [[nodiscard]] QAction *operator[](Act act) const { return m_actions.value(act); }
    /// In the order of the enumeration.
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }

private:
    QHash<Act, QAction *> m_actions;
    QList<QAction *> m_all;
};

} // namespace ferry::ui
