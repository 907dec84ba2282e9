#pragma once

#include "app/console/Console.h"
#include "models/plan/ApplyProgress.h"
#include "ui/window/Actions.h"

#include <QDialog>
#include <QTableView>

#include <memory>

namespace ferry::test {

/// Works the console as a person does: finds widgets by name, presses, types, waits for what becomes visible.
/// What does not come in time fails the test and gives false.
class ConsoleDriver {
public:
    ConsoleDriver(const QString &ruleSet, const QString &identity, const QString &ownDirectory);
    ~ConsoleDriver();

    [[nodiscard]] console::Console &console() const { return *m_console; }
    [[nodiscard]] const RuleSet &ruleSet() const { return m_console->document().ruleSet(); }

    [[nodiscard]] bool waitForNodes() const;
    /// The dialog of that name, once it is to be seen; nullptr if it does not come.
    [[nodiscard]] QDialog *dialog(const char *name) const;
    /// Presses a button of the main window or of `in`.
    [[nodiscard]] bool press(const char *button, const QWidget *in = nullptr) const;
    void trigger(ui::Act act) const;

    /// Selects the rule and puts the keyboard on the column.
    [[nodiscard]] bool goToRule(const QString &id, int column) const;
    /// Presses the first fix of every finding that has one, until none is left.
    [[nodiscard]] bool takeEveryQuickFix() const;
    /// The titles of the findings that are to be seen in the panel.
    [[nodiscard]] QStringList findings() const;

    /// Review and apply from the tool bar, or in the dialog that is open already; keeps what runs at the end.
    /// `testHolds`: whether the test from the outside is to succeed.
    [[nodiscard]] bool reviewAndApply(const QString &reason, bool testHolds) const;

private:
    [[nodiscard]] bool waitForPhase(ApplyPhase phase) const;

    std::unique_ptr<console::Console> m_console;
};

} // namespace ferry::test
