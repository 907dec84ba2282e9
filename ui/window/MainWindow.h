#pragma once

#include "models/base/Result.h"
#include "models/wire/Apply.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/window/Actions.h"
#include "ui/window/PageId.h"

#include <QMainWindow>
#include <QMap>
#include <QVariantMap>

class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace ferry {
class Document;
class LiveFindings;
struct Subject;
} // namespace ferry

namespace ferry::ui {

class Dialogs;
class EditRunner;
class FindingsPanel;
class Inspector;
class Intents;
class LiveState;
class NavigationList;
class Page;
class SearchField;
class StatusLine;
class UnappliedBar;
class WindowModels;

/// The main window: navigation, pages, inspector, findings, state. It edits the document and emits intents; files and
/// nodes are somebody else's.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(
        Document &document, LiveFindings &findings, LiveState &live, Intents &intents, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The file's path, for the title; empty: never saved.
    void setFile(const QString &path);
    void setRecentFiles(const QStringList &paths);
    void setScheme(Scheme scheme);

    [[nodiscard]] PageId page() const;
    void setPage(PageId page);
    /// Shows the page that holds the object and selects it there.
    void showSubject(const Subject &subject);
    void setFindingsVisible(bool visible);
    void setInspectorVisible(bool visible);

    /// A notice above the page, until it is dismissed or replaced.
    void showNotice(MessageStrip::Kind kind, const QString &text);
    void showNotice(const Error &error);
    /// How a restart went.
    void showRestart(const RestartReport &report);
    /// The strip for those who see the lab for the first time.
    void showFirstRunHint(bool shown);

    /// Sizes and places of the panes and the window, as bytes and flags that can be stored.
    [[nodiscard]] QVariantMap layoutState() const;
    void restoreLayout(const QVariantMap &state);

    [[nodiscard]] Actions &actions() const { return *m_actions; }
    [[nodiscard]] Dialogs &dialogs() const { return *m_dialogs; }
    [[nodiscard]] WindowModels &models() const { return *m_models; }

    /// Closes without asking about changes that are not saved.
    void closeNow();

Q_SIGNALS:
    void schemeChosen(ferry::ui::Scheme scheme);
    void hintDismissed();
    /// The window is to be closed and the rule set has changes that are not saved.
    void unsavedCloseRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeMenus();
    void makeToolBar();
    void makeCentre();
    void connectActions();
    void connectStates();
    void refreshUndo();
    void refreshUnapplied();
    void refreshCounts();
    void refreshRestartMenu();
    void fillRestartMenu();
    void refreshUsable();
    void refreshTitle();
    void refreshStrips();
    void restart(const ServiceId &service);
    [[nodiscard]] Page *currentPage() const;

    Document &m_document;
    LiveFindings &m_findings;
    LiveState &m_live;
    Intents &m_intents;
    Actions *m_actions;
    EditRunner *m_edits;
    Dialogs *m_dialogs;
    WindowModels *m_models;

    NavigationList *m_navigation = nullptr;
    QStackedWidget *m_pages = nullptr;
    Inspector *m_inspector = nullptr;
    FindingsPanel *m_findingsPanel = nullptr;
    UnappliedBar *m_unapplied = nullptr;
    QWidget *m_strips = nullptr;
    MessageStrip *m_hint = nullptr;
    MessageStrip *m_notice = nullptr;
    StatusLine *m_status = nullptr;
    SearchField *m_search = nullptr;
    QSplitter *m_columns = nullptr;
    QSplitter *m_rows = nullptr;
    QMenu *m_recent = nullptr;
    QMenu *m_restartMenu = nullptr;
    QPushButton *m_review = nullptr;
    QString m_path;
    QMap<PageId, QString> m_searches;
    bool m_closing = false;
    bool m_inspectorWanted = true;
};

} // namespace ferry::ui
