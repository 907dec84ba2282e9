#include "ui/window/Actions.h"

#include "ui/theme/Icons.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

struct Row {
    Act act;
    const char *objectName;
    const char *text;
    const char *icon;      ///< of resources/icons; may be empty
    const char *shortcut;  ///< portable text; may be empty
};

constexpr Row rows[] = {
    {Act::NewRuleSet, "actionNew", QT_TRANSLATE_NOOP("Actions", "&New rule set"), "file", "Ctrl+N"},
    {Act::OpenRuleSet, "actionOpen", QT_TRANSLATE_NOOP("Actions", "&Open…"), "folder", "Ctrl+O"},
    {Act::SaveRuleSet, "actionSave", QT_TRANSLATE_NOOP("Actions", "&Save"), "save", "Ctrl+S"},
    {Act::SaveRuleSetAs, "actionSaveAs", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "", "Ctrl+Shift+S"},
    {Act::Import, "actionImport", QT_TRANSLATE_NOOP("Actions", "&Import…"), "import", "Ctrl+I"},
    {Act::Export, "actionExport", QT_TRANSLATE_NOOP("Actions", "&Export…"), "export", "Ctrl+E"},
    {Act::Quit, "actionQuit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "", "Ctrl+Q"},
    {Act::Undo, "actionUndo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo", "Ctrl+Z"},
    {Act::Redo, "actionRedo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "redo", "Ctrl+Shift+Z"},
    {Act::Find, "actionFind", QT_TRANSLATE_NOOP("Actions", "&Find"), "search", "Ctrl+F"},
    {Act::FindAction, "actionFindAction", QT_TRANSLATE_NOOP("Actions", "Find an a&ction…"), "search", "Ctrl+Shift+P"},
    {Act::Publish, "actionPublish", QT_TRANSLATE_NOOP("Actions", "&Publish FTP server…"), "plus", "Ctrl+Shift+N"},
    {Act::EditRule, "actionEditRule", QT_TRANSLATE_NOOP("Actions", "&Edit rule…"), "draft", "Ctrl+Return"},
    {Act::RenameRule, "actionRenameRule", QT_TRANSLATE_NOOP("Actions", "Re&name"), "", "F2"},
    {Act::ToggleRule, "actionToggleRule", QT_TRANSLATE_NOOP("Actions", "Switch rule &on or off"), "", "Ctrl+Shift+E"},
    {Act::ToggleFilter, "actionToggleFilter", QT_TRANSLATE_NOOP("Actions", "Switch &filter on or off"), "filter",
        "Ctrl+Shift+F"},
    {Act::EditFilter, "actionEditFilter", QT_TRANSLATE_NOOP("Actions", "Filter &settings…"), "settings", ""},
    {Act::EditPassiveRange, "actionEditPassiveRange", QT_TRANSLATE_NOOP("Actions", "&Passive range…"), "ports", ""},
    {Act::EditExternalAddress, "actionEditExternalAddress", QT_TRANSLATE_NOOP("Actions", "E&xternal address…"), "globe",
        ""},
    {Act::ImportFromServer, "actionImportFromServer", QT_TRANSLATE_NOOP("Actions", "Import from &server…"), "import",
        ""},
    {Act::CustomizeProtocol, "actionCustomizeProtocol", QT_TRANSLATE_NOOP("Actions", "&Customize protocol definition"),
        "protocols", ""},
    {Act::MoveUp, "actionMoveUp", QT_TRANSLATE_NOOP("Actions", "Move &up"), "up", "Alt+Up"},
    {Act::MoveDown, "actionMoveDown", QT_TRANSLATE_NOOP("Actions", "Move &down"), "down", "Alt+Down"},
    {Act::Duplicate, "actionDuplicate", QT_TRANSLATE_NOOP("Actions", "Dup&licate"), "copy", "Ctrl+D"},
    {Act::Remove, "actionRemove", QT_TRANSLATE_NOOP("Actions", "&Remove"), "trash", "Del"},
    {Act::Review, "actionReview", QT_TRANSLATE_NOOP("Actions", "&Review and apply…"), "apply", "Ctrl+Shift+A"},
    {Act::Discard, "actionDiscard", QT_TRANSLATE_NOOP("Actions", "&Discard changes not applied"), "close", ""},
    {Act::Restart, "actionRestart", QT_TRANSLATE_NOOP("Actions", "Restart FTP ser&vice"), "restart", "Ctrl+Shift+R"},
    {Act::Test, "actionTest", QT_TRANSLATE_NOOP("Actions", "&Test connection…"), "test", "Ctrl+T"},
    {Act::Refresh, "actionRefresh", QT_TRANSLATE_NOOP("Actions", "Ask the nodes a&gain"), "restart", "F5"},
    {Act::ShowOverview, "actionShowOverview", QT_TRANSLATE_NOOP("Actions", "Overview"), "overview", "Ctrl+1"},
    {Act::ShowRules, "actionShowRules", QT_TRANSLATE_NOOP("Actions", "Rules"), "rules", "Ctrl+2"},
    {Act::ShowProtocols, "actionShowProtocols", QT_TRANSLATE_NOOP("Actions", "Protocols"), "protocols", "Ctrl+3"},
    {Act::ShowServices, "actionShowServices", QT_TRANSLATE_NOOP("Actions", "FTP services"), "services", "Ctrl+4"},
    {Act::ShowGateways, "actionShowGateways", QT_TRANSLATE_NOOP("Actions", "Gateways"), "gateways", "Ctrl+5"},
    {Act::ShowLog, "actionShowLog", QT_TRANSLATE_NOOP("Actions", "Live log"), "log", "Ctrl+6"},
    {Act::ShowSessions, "actionShowSessions", QT_TRANSLATE_NOOP("Actions", "Sessions"), "sessions", "Ctrl+7"},
    {Act::ShowHistory, "actionShowHistory", QT_TRANSLATE_NOOP("Actions", "History"), "history", "Ctrl+8"},
    {Act::ShowInspector, "actionShowInspector", QT_TRANSLATE_NOOP("Actions", "&Inspector"), "", "F9"},
    {Act::ShowFindings, "actionShowFindings", QT_TRANSLATE_NOOP("Actions", "&Findings"), "", "F8"},
    {Act::LightTheme, "actionLightTheme", QT_TRANSLATE_NOOP("Actions", "&Light"), "sun", ""},
    {Act::DarkTheme, "actionDarkTheme", QT_TRANSLATE_NOOP("Actions", "&Dark"), "moon", ""},
    {Act::SystemTheme, "actionSystemTheme", QT_TRANSLATE_NOOP("Actions", "As the &system"), "", ""},
    {Act::PauseLog, "actionPauseLog", QT_TRANSLATE_NOOP("Actions", "&Pause the log"), "pause", ""},
    {Act::ClearLog, "actionClearLog", QT_TRANSLATE_NOOP("Actions", "&Empty the log view"), "trash", ""},
    {Act::Help, "actionHelp", QT_TRANSLATE_NOOP("Actions", "&Keys and words"), "help", "F1"},
    {Act::About, "actionAbout", QT_TRANSLATE_NOOP("Actions", "&About Ferrygate"), "info", ""},
};

} // namespace

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const Row &row : rows) {
        auto *action = new QAction(tr(row.text), this);
        action->setObjectName(QString::fromLatin1(row.objectName));
        if (row.icon[0] != '\0')
            action->setIcon(icon(QString::fromLatin1(row.icon)));
        if (row.shortcut[0] != '\0')
            action->setShortcut(QKeySequence(QString::fromLatin1(row.shortcut), QKeySequence::PortableText));
        m_actions.insert(row.act, action);
        m_all.append(action);
    }
    m_actions[Act::Redo]->setShortcuts({QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s)});

    const auto group = [this](std::initializer_list<Act> acts) {
        auto *exclusive = new QActionGroup(this);
        for (const Act act : acts) {
            m_actions[act]->setCheckable(true);
            exclusive->addAction(m_actions[act]);
        }
    };
    group({Act::ShowOverview, Act::ShowRules, Act::ShowProtocols, Act::ShowServices, Act::ShowGateways, Act::ShowLog,
        Act::ShowSessions, Act::ShowHistory});
    group({Act::LightTheme, Act::DarkTheme, Act::SystemTheme});
    for (const Act act : {Act::ShowInspector, Act::ShowFindings, Act::PauseLog})
        m_actions[act]->setCheckable(true);
}

} // namespace ferry::ui
