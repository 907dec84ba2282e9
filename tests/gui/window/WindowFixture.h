#pragma once

#include "models/edits/Document.h"
#include "models/store/RuleSetFile.h"
#include "models/tables/LiveFindings.h"
#include "ui/theme/Theme.h"
#include "ui/window/Actions.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QApplication>
#include <QTableView>
#include <QTest>

namespace ferry::test {

/// A main window on the example rule set, without files and nodes.
struct WindowFixture {
    Document document;
    LiveFindings findings{&document};
    ui::LiveState live;
    ui::Intents intents;
    ui::MainWindow window{document, findings, live, intents};

    WindowFixture()
    {
        const QString sample =
            QStringLiteral(FERRYGATE_SOURCE_DIR) + QStringLiteral("/resources/samples/example.ferrygate.json");
        const auto loaded = loadRuleSet(sample);
        if (!loaded)
            qFatal("%s", qPrintable(describe(loaded.error(), sample)));
        document.load(*loaded);
        findings.finish();
        window.show();
        window.activateWindow();
        QApplication::processEvents();
    }

    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        T *widget = window.findChild<T *>(QString::fromLatin1(name));
        if (widget == nullptr)
            qFatal("there is no %s", name);
        return widget;
    }
    [[nodiscard]] QAction *action(ui::Act act) const { return window.actions()[act]; }
    [[nodiscard]] QTableView *rules() const { return find<QTableView>("rulesTable"); }
    [[nodiscard]] RuleId ruleAt(int row) const { return document.ruleSet().rules.at(row).id; }
    [[nodiscard]] const PublishingRule &rule(int row) const { return document.ruleSet().rules.at(row); }
    /// Puts the keyboard on a cell of the rules table.
    void goTo(int row, int column) const
    {
        rules()->setFocus();
        rules()->setCurrentIndex(rules()->model()->index(row, column));
    }
};

} // namespace ferry::test
