#include "tests/gui/story/ConsoleDriver.h"

#include "models/tables/FindingsModel.h"
#include "models/tables/RulesModel.h"
#include "ui/dialogs/ReviewDialog.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace ferry::test {

namespace {

constexpr int patience = 30'000;      ///< milliseconds, for what a person waits for
constexpr int applyPatience = 90'000; ///< restart and test from the outside included

bool fails(const QString &text)
{
    QTest::qFail(qPrintable(text), __FILE__, __LINE__);
    return false;
}

} // namespace

ConsoleDriver::ConsoleDriver(const QString &ruleSet, const QString &identity, const QString &ownDirectory)
{
    auto loaded = backend::ClientIdentity::load(identity);
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().text()));
    m_console = std::make_unique<console::Console>(console::Console::Options{.identity = *loaded,
        .settingsFile = ownDirectory + u"/settings.ini"_s,
        .snapshotDirectory = ownDirectory + u"/applied"_s,
        .isLab = true});
    m_console->show();
    m_console->window().activateWindow();
    m_console->open(ruleSet);
}

ConsoleDriver::~ConsoleDriver() = default;

bool ConsoleDriver::waitForNodes() const
{
    const auto known = [this] {
        const NodeStatuses &statuses = m_console->live().statuses();
        return !statuses.isEmpty() && !m_console->live().ruleStates().isEmpty()
            && std::ranges::all_of(statuses, [](const NodeView &node) { return node.status.has_value(); });
    };
    return QTest::qWaitFor(known, patience) || fails(u"the nodes are not reached"_s);
}

QDialog *ConsoleDriver::dialog(const char *name) const
{
    QDialog *found = nullptr;
    const auto shown = [&] {
        for (auto *candidate : m_console->window().findChildren<QDialog *>(QString::fromLatin1(name))) {
            if (candidate->isVisible())
                found = candidate;
        }
        return found != nullptr;
    };
    if (!QTest::qWaitFor(shown, patience))
        fails(u"no %1 is to be seen"_s.arg(QLatin1StringView(name)));
    return found;
}

bool ConsoleDriver::press(const char *name, const QWidget *in) const
{
    const QWidget *place = in ? in : &m_console->window();
    const auto *button = place->findChild<QAbstractButton *>(QString::fromLatin1(name));
    if (button == nullptr)
        return fails(u"there is no button %1"_s.arg(QLatin1StringView(name)));
    if (!QTest::qWaitFor([&] { return button->isVisible() && button->isEnabled(); }, patience))
        return fails(u"the button %1 cannot be pressed"_s.arg(QLatin1StringView(name)));
    QTest::mouseClick(const_cast<QAbstractButton *>(button), Qt::LeftButton);
    return true;
}

void ConsoleDriver::trigger(ui::Act act) const
{
    m_console->window().actions()[act]->trigger();
}

bool ConsoleDriver::goToRule(const QString &id, int column) const
{
    m_console->window().setPage(ui::PageId::Rules);
    auto *table = m_console->window().findChild<QTableView *>(u"rulesTable"_s);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex cell = table->model()->index(row, column);
        if (cell.data(RulesModel::IdRole).toString() != id)
            continue;
        table->setFocus();
        table->setCurrentIndex(cell);
        return true;
    }
    return fails(u"there is no rule %1 in the table"_s.arg(id));
}

QStringList ConsoleDriver::findings() const
{
    m_console->findings().finish();
    const auto *list = m_console->window().findChild<QListView *>(u"findingsList"_s);
    QStringList titles;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        titles << list->model()->index(row, FindingsModel::TitleColumn).data().toString();
    return titles;
}

bool ConsoleDriver::takeEveryQuickFix() const
{
    auto *list = m_console->window().findChild<QListView *>(u"findingsList"_s);
    auto *inspector = m_console->window().findChild<QWidget *>(u"inspector"_s);
    for (int round = 0; round < 12; ++round) {
        m_console->findings().finish();
        QModelIndex next;
        for (int row = 0; row < list->model()->rowCount() && !next.isValid(); ++row) {
            const QModelIndex index = list->model()->index(row, list->modelColumn());
            const auto severity = static_cast<Severity>(index.data(FindingsModel::SeverityRole).toInt());
            if (severity != Severity::Note && !index.data(FindingsModel::FixLabelsRole).toStringList().isEmpty())
                next = index;
        }
        if (!next.isValid())
            return true;
        // Return on the finding shows its object; the inspector beside it has the fix as a button.
        const QString name = u"fix-%1-0"_s.arg(next.data(FindingsModel::CodeRole).toString());
        list->setFocus();
        list->setCurrentIndex(next);
        QTest::keyClick(list, Qt::Key_Return);
        QPushButton *fix = nullptr;
        const auto offered = [&] {
            for (auto *button : inspector->findChildren<QPushButton *>(name)) {
                if (button->isVisible())
                    fix = button;
            }
            return fix != nullptr;
        };
        if (!QTest::qWaitFor(offered, patience))
            return fails(u"the inspector does not offer %1"_s.arg(name));
        const RuleSet before = ruleSet();
        fix->click();
        if (ruleSet() == before)
            return fails(u"%1 changed nothing"_s.arg(name));
    }
    return fails(u"the quick fixes do not come to an end"_s);
}

bool ConsoleDriver::waitForPhase(ApplyPhase phase) const
{
    const auto *review = m_console->window().findChild<ui::ReviewDialog *>();
    const auto reached = [&] { return review->phase() == phase || review->phase() == ApplyPhase::Failed; };
    if (QTest::qWaitFor(reached, applyPatience) && review->phase() == phase)
        return true;
    return fails(u"Review and apply is in phase %1 instead of %2"_s.arg(static_cast<int>(review->phase()))
            .arg(static_cast<int>(phase)));
}

bool ConsoleDriver::reviewAndApply(const QString &reason, bool testHolds) const
{
    if (m_console->window().findChild<ui::ReviewDialog *>() == nullptr && !press("toolReview"))
        return false;
    QDialog *review = dialog("reviewDialog");
    if (review == nullptr || !waitForPhase(ApplyPhase::Planned))
        return false;
    QTest::keyClicks(review->findChild<QLineEdit *>(u"applyReason"_s), reason);
    if (!press("primaryButton", review) || !waitForPhase(ApplyPhase::Unconfirmed))
        return false;
    const auto reports = m_console->testReports();
    const bool held = !reports.isEmpty() && std::ranges::all_of(reports, &ProbeReport::succeeded);
    if (held != testHolds)
        return fails(testHolds ? u"the test from the outside failed"_s : u"the test from the outside held"_s);
    if (!press("primaryButton", review) || !waitForPhase(ApplyPhase::Confirmed))
        return false;
    if (!press("primaryButton", review))
        return false;
    return QTest::qWaitFor([this] { return m_console->window().findChild<ui::ReviewDialog *>() == nullptr; }, patience)
        || fails(u"Review and apply stays open"_s);
}

} // namespace ferry::test
