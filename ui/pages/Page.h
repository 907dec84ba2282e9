#pragma once

#include "models/checks/FindingStore.h"
#include "ui/window/Actions.h"
#include "ui/window/PageId.h"

#include <QSet>
#include <QWidget>

namespace ferry {
class LiveFindings;
}

namespace ferry::ui {

class Dialogs;
class EditRunner;
class Intents;
class LiveState;

/// What every page works with; owned by the main window.
struct PageContext {
    EditRunner &edits;
    LiveState &live;
    Intents &intents;
    Actions &actions;
    Dialogs &dialogs;
    LiveFindings &findings;
};

/// One page of the main window. It offers the actions that make sense for what is selected in it, and says what the
/// inspector is to show.
class Page : public QWidget {
    Q_OBJECT
public:
    /// What the search box says while the page is shown; empty: there is nothing to search.
    [[nodiscard]] virtual QString searchHint() const { return {}; }
    virtual void search(const QString &text) { Q_UNUSED(text) }
    /// Puts the keyboard into the main view of the page.
    virtual void focusContent() { setFocus(); }

    /// Whether the inspector stands beside the page: it shows objects of the rule set.
    [[nodiscard]] virtual bool isInspected() const { return false; }
    /// The selected object; null where nothing is selected or the page shows no objects.
    [[nodiscard]] virtual Subject subject() const { return {}; }
    /// Selects the object; nothing happens where the page does not show it.
    virtual void select(const QString &id) { Q_UNUSED(id) }

    /// Which actions can be run on the selection now.
    [[nodiscard]] virtual QSet<Act> usable() const { return {}; }
    virtual void run(Act act){Q_UNUSED(act)}

    Q_SIGNALS : void subjectChanged();
    /// Another set of actions may be usable.
    void usableChanged();

protected:
    Page(const PageContext &context, const QString &objectName, const QString &name, QWidget *parent);

    [[nodiscard]] const PageContext &context() const { return m_context; }
    [[nodiscard]] const RuleSet &ruleSet() const;

private:
    PageContext m_context;
};

} // namespace ferry::ui
