#pragma once

#include "models/edits/Document.h"
#include "models/tables/LiveFindings.h"
#include "tests/bench/console/Painted.h"
#include "ui/widgets/SearchField.h"
#include "ui/window/Actions.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"
#include "ui/window/MainWindow.h"
#include "ui/window/WindowModels.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTableView>

namespace ferry::bench {

/// The main window on a rule set, as the console shows it, without nodes.
class Scene {
public:
    Document document;
    LiveFindings findings{&document};
    ui::LiveState live;
    ui::Intents intents;
    ui::MainWindow window{document, findings, live, intents};

    explicit Scene(const RuleSet &ruleSet)
    {
        document.load(ruleSet);
        findings.finish();
        window.resize(1440, 880);
        window.show();
        window.activateWindow();
        while (!isQuiet())
            QCoreApplication::processEvents();
    }

    [[nodiscard]] QTableView &table(const char *name)
    {
        return *window.findChild<QTableView *>(QString::fromLatin1(name));
    }
    [[nodiscard]] ui::SearchField &search() { return *window.findChild<ui::SearchField *>(); }

    /// Presses and releases a key in the search box, as the keyboard does.
    void press(int key, const QString &text = {})
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
        QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(&search(), &down);
        QCoreApplication::sendEvent(&search(), &up);
    }
    void type(QChar letter) { press(letter.toUpper().unicode(), QString(letter)); }

private:
    [[nodiscard]] bool isQuiet() const { return findings.isUpToDate() && window.isVisible(); }
};

} // namespace ferry::bench
