#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"
#include "models/tables/RulesModel.h"
#include "tests/gui/window/WindowFixture.h"
#include "ui/window/EditRunner.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabBar>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;
using ui::Act;
using ui::PageId;

namespace {

/// Widgets that a person operates, and that an assistive tool has to be able to name.
QList<QWidget *> interactiveWidgets(const QWidget &window)
{
    QList<QWidget *> result;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool operated = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget)
            || qobject_cast<QTabBar *>(widget);
        // Parts that Qt makes itself for a larger widget, such as a tool bar's extension button.
        const bool partOfQt = widget->objectName().startsWith(u"qt_"_s) || widget->inherits("QHeaderView")
            || widget->inherits("QTableCornerButton");
        // A hidden one, such as the action of a notice that has none, cannot be operated.
        if (operated && !partOfQt && !widget->isHidden())
            result << widget;
    }
    return result;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Scheme::Light); }

    void theOverviewShowsWhatChangedWhileAnotherPageWasSeen()
    {
        WindowFixture fixture;
        const FtpService service = fixture.document.ruleSet().ftpServices.at(0);
        const auto overview = [&fixture] {
            QStringList texts;
            for (const QLabel *label : fixture.find<QWidget>("overviewPage")->findChildren<QLabel *>())
                texts << label->text();
            return texts.join(u'\n');
        };
        QVERIFY(fixture.document.perform(renameService(service.id, u"Seen later"_s)));
        fixture.window.setPage(PageId::Overview);
        QVERIFY2(overview().contains(u"Seen later"_s), qPrintable(overview()));
        QVERIFY2(!overview().contains(u"None yet"_s), qPrintable(overview()));
        QVERIFY(fixture.document.perform(renameService(service.id, u"Seen now"_s)));
        QVERIFY(overview().contains(u"Seen now"_s));
    }

    void theRestartMenuNamesTheServicesThatThereAre()
    {
        WindowFixture fixture;
        auto *menu = fixture.find<QMenu>("restartMenu");
        const FtpService service = fixture.document.ruleSet().ftpServices.at(0);
        QVERIFY(fixture.document.perform(renameService(service.id, u"Seen later"_s)));
        menu->popup({});
        const auto *action = menu->findChild<QAction *>(u"restart-"_s + service.id.text());
        QVERIFY(action != nullptr && action->text().contains(u"Seen later"_s));
        menu->close();
        fixture.document.load(RuleSet());
        QVERIFY(!fixture.action(Act::Restart)->isEnabled());
    }

    void everyPageIsReachedByNavigationAndByKey()
    {
        WindowFixture fixture;
        for (int page = 0; page < ui::pageCount; ++page) {
            fixture.action(static_cast<Act>(static_cast<int>(Act::ShowOverview) + page))->trigger();
            QCOMPARE(static_cast<int>(fixture.window.page()), page);
            QVERIFY(fixture.find<QStackedWidget>("pages")->currentWidget()->isVisible());
        }
        auto *navigation = fixture.find<QAbstractItemView>("navigation");
        navigation->setCurrentIndex(navigation->model()->index(1, 0));
        QCOMPARE(fixture.window.page(), PageId::Rules);
        QTest::keyClick(navigation, Qt::Key_Down);
        QCOMPARE(fixture.window.page(), PageId::Protocols);
        QTest::keySequence(&fixture.window, QKeySequence(u"Ctrl+6"_s));
        QCOMPARE(fixture.window.page(), PageId::Log);
    }

    void spaceOnTheFilterSwitchIsOneEditThatUndoTakesBack()
    {
        WindowFixture fixture;
        const RuleSet before = fixture.document.ruleSet();
        int row = 0;
        while (!isFilterOn(before, before.rules.at(row)))
            ++row;
        fixture.goTo(row, RulesModel::FilterColumn);
        QTest::keyClick(fixture.rules(), Qt::Key_Space);
        QVERIFY(!fixture.rule(row).filter.enabled);
        QVERIFY(fixture.action(Act::Undo)->text().contains(fixture.rule(row).name));
        fixture.action(Act::Undo)->trigger();
        QCOMPARE(fixture.document.ruleSet(), before);
        QVERIFY(!fixture.document.canUndo());
    }

    void clickingTheSwitchTurnsItAndClickingBesideItDoesNot()
    {
        WindowFixture fixture;
        const QTableView *table = fixture.rules();
        const QRect cell = table->visualRect(table->model()->index(0, RulesModel::FilterColumn));
        const bool before = fixture.rule(0).filter.enabled;
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.center() - QPoint(cell.width() / 2 - 16, 0));
        QCOMPARE(fixture.rule(0).filter.enabled, !before);
        const QRect name = table->visualRect(table->model()->index(0, RulesModel::NameColumn));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, name.center());
        QCOMPARE(fixture.rule(0).filter.enabled, !before);
    }

    void altUpMovesTheRuleAndKeepsItSelected()
    {
        WindowFixture fixture;
        const RuleId moved = fixture.ruleAt(2);
        fixture.goTo(2, RulesModel::NameColumn);
        fixture.action(Act::MoveUp)->trigger();
        QCOMPARE(fixture.ruleAt(1), moved);
        QCOMPARE(fixture.rules()->currentIndex().row(), 1);
        QCOMPARE(fixture.action(Act::MoveUp)->shortcut(), QKeySequence(u"Alt+Up"_s));
        fixture.action(Act::MoveDown)->trigger();
        QCOMPARE(fixture.ruleAt(2), moved);
        fixture.goTo(0, RulesModel::NameColumn);
        const RuleSet before = fixture.document.ruleSet();
        fixture.action(Act::MoveUp)->trigger();
        QCOMPARE(fixture.document.ruleSet(), before);
    }

    void orderCannotBeChangedWhileSearching()
    {
        WindowFixture fixture;
        fixture.find<QLineEdit>("search")->setText(fixture.rule(1).name);
        QCOMPARE(fixture.rules()->model()->rowCount(), 1);
        QTRY_VERIFY(!fixture.action(Act::MoveUp)->isEnabled());
        QTest::keyClick(fixture.find<QLineEdit>("search"), Qt::Key_Escape);
        QCOMPARE(fixture.rules()->model()->rowCount(), fixture.document.ruleSet().rules.size());
        QTRY_VERIFY(fixture.action(Act::MoveUp)->isEnabled());
    }

    void aQuickFixInTheInspectorIsAnEdit()
    {
        WindowFixture fixture;
        QVERIFY(fixture.document.perform(setAuthTls(fixture)));
        fixture.findings.finish();
        QPushButton *fix = nullptr;
        for (int row = 0; row < fixture.document.ruleSet().rules.size() && fix == nullptr; ++row) {
            fixture.goTo(row, RulesModel::NameColumn);
            QCoreApplication::processEvents(); // the cards are shown with the next event
            for (auto *button : fixture.find<QWidget>("inspector")->findChildren<QPushButton *>()) {
                if (button->objectName().startsWith(u"fix-"_s) && button->isVisibleTo(&fixture.window))
                    fix = button;
            }
        }
        QVERIFY(fix != nullptr);
        const RuleSet before = fixture.document.ruleSet();
        fix->click();
        QVERIFY(fixture.document.ruleSet() != before);
        fixture.action(Act::Undo)->trigger();
        QCOMPARE(fixture.document.ruleSet(), before);
    }

    void returnOnAFindingShowsItsSubject()
    {
        WindowFixture fixture;
        QVERIFY(fixture.document.perform(setAuthTls(fixture)));
        fixture.findings.finish();
        auto *list = fixture.find<QListView>("findingsList");
        QTRY_VERIFY(list->model()->rowCount() > 0);
        fixture.window.setPage(PageId::History);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, list->modelColumn()));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(fixture.window.page() != PageId::History);
    }

    void theBarCountsWhatIsNotApplied()
    {
        WindowFixture fixture;
        auto *bar = fixture.find<QWidget>("unappliedBar");
        QVERIFY(!bar->isVisible());
        fixture.live.setUnapplied({u"rule a: Filter off"_s, u"rule b: new"_s});
        QVERIFY(bar->isVisible());
        QVERIFY(fixture.find<QLabel>("unappliedText")->text().startsWith(u"2 "_s));
        QVERIFY(fixture.find<QPushButton>("toolReview")->text().endsWith(u"2"_s));
        const QSignalSpy discards(&fixture.intents, &ui::Intents::discardRequested);
        fixture.find<QPushButton>("unappliedDiscard")->click();
        QCOMPARE(discards.size(), 1);
        fixture.live.setUnapplied({});
        QVERIFY(!bar->isVisible());
    }

    void undoAndRedoSayWhatTheyDo()
    {
        WindowFixture fixture;
        QVERIFY(!fixture.action(Act::Undo)->isEnabled());
        QVERIFY(fixture.document.perform(renameRule(fixture.ruleAt(0), u"Sesame"_s)));
        QVERIFY(fixture.action(Act::Undo)->text().contains(fixture.document.undoName()));
        fixture.action(Act::Undo)->trigger();
        QVERIFY(fixture.action(Act::Redo)->text().contains(fixture.document.redoName()));
        fixture.action(Act::Redo)->trigger();
        QCOMPARE(fixture.rule(0).name, u"Sesame"_s);
    }

    void theTitleTellsWhatIsNotSaved()
    {
        WindowFixture fixture;
        fixture.window.setFile(u"/somewhere/example.ferrygate.json"_s);
        QVERIFY(fixture.window.windowTitle().startsWith(u"example.ferrygate.json[*]"_s));
        QVERIFY(!fixture.window.isWindowModified());
        QVERIFY(fixture.document.perform(renameRule(fixture.ruleAt(0), u"Sesame"_s)));
        QVERIFY(fixture.window.isWindowModified());
        fixture.document.undo();
        QVERIFY(!fixture.window.isWindowModified());
    }

    void aNameCanBeEditedInTheRow()
    {
        WindowFixture fixture;
        fixture.goTo(0, RulesModel::NameColumn);
        fixture.action(Act::RenameRule)->trigger();
        auto *editor = fixture.rules()->findChild<QLineEdit *>(u"cellEditor"_s);
        QVERIFY(editor != nullptr);
        editor->selectAll();
        QTest::keyClicks(editor, u"Sesame"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(fixture.rule(0).name, u"Sesame"_s);
    }

    void closingWhileARowIsEditedIsHarmless()
    {
        WindowFixture fixture;
        fixture.goTo(0, RulesModel::NameColumn);
        fixture.action(Act::RenameRule)->trigger();
        QVERIFY(fixture.rules()->findChild<QLineEdit *>(u"cellEditor"_s) != nullptr);
    }

    void aRefusedEditIsToldAndChangesNothing()
    {
        WindowFixture fixture;
        const RuleSet before = fixture.document.ruleSet();
        const QModelIndex listener = fixture.rules()->model()->index(0, RulesModel::ListenerColumn);
        fixture.rules()->model()->setData(listener, u"not an address"_s, Qt::EditRole);
        QCOMPARE(fixture.document.ruleSet(), before);
        auto *box = fixture.window.findChild<QDialog *>(u"errorBox"_s);
        QVERIFY(box != nullptr && box->isVisible());
        box->reject();
    }

    void everythingThatIsOperatedHasANameForAssistiveTools()
    {
        WindowFixture fixture;
        for (int page = 0; page < ui::pageCount; ++page)
            fixture.window.setPage(static_cast<PageId>(page));
        QStringList nameless;
        for (QWidget *widget : interactiveWidgets(fixture.window)) {
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            if (face == nullptr || face->text(QAccessible::Name).isEmpty())
                nameless << u"%1 %2"_s.arg(
                    QString::fromLatin1(widget->metaObject()->className()), widget->objectName());
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
    }

    void tabReachesEveryPane()
    {
        WindowFixture fixture;
        fixture.window.setPage(PageId::Rules);
        fixture.find<QWidget>("toolPublish")->setFocus();
        QSet<QString> seen;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (QWidget *focus = QApplication::focusWidget())
                seen.insert(focus->objectName());
        }
        for (const char *name : {"navigation", "rulesTable", "findingsList", "search"})
            QVERIFY2(seen.contains(QString::fromLatin1(name)), name);
    }

    void sizesOfPanesComeBack()
    {
        QVariantMap state;
        {
            WindowFixture fixture;
            fixture.window.resize(1200, 760);
            fixture.window.setFindingsVisible(false);
            fixture.window.setPage(PageId::Gateways);
            state = fixture.window.layoutState();
        }
        WindowFixture fixture;
        fixture.window.restoreLayout(state);
        QCOMPARE(fixture.window.size(), QSize(1200, 760));
        QVERIFY(!fixture.find<QWidget>("findingsPanel")->isVisible());
        QCOMPARE(fixture.window.page(), PageId::Gateways);
    }

    void findingsLeaveNoHoleWhereThereAreNone()
    {
        WindowFixture fixture;
        auto *panel = fixture.find<QWidget>("findingsPanel");
        QTRY_VERIFY(panel->height() > 100);
        fixture.document.load(RuleSet());
        fixture.findings.finish();
        QTRY_VERIFY(panel->height() < 60);
        QTRY_COMPARE(panel->geometry().bottom(), panel->parentWidget()->rect().bottom());
    }

    void anEmptyRuleSetOffersTheFirstStep()
    {
        WindowFixture fixture;
        fixture.document.load(RuleSet());
        QTRY_VERIFY(fixture.find<QPushButton>("emptyPublish")->isVisible());
    }

    void aDroppedFileIsOpened()
    {
        WindowFixture fixture;
        const QSignalSpy opens(&fixture.intents, &ui::Intents::openRequested);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/tmp/rules.json"_s)});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(200, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&fixture.window, &drop);
        QCOMPARE(opens.size(), 1);
        QCOMPARE(opens.first().first().toString(), u"/tmp/rules.json"_s);
    }

private:
    /// Makes sure that there is a finding with a quick fix: explicit TLS behind a filter that denies AUTH TLS.
    static EditPtr setAuthTls(const WindowFixture &fixture);
};

EditPtr TestMainWindow::setAuthTls(const WindowFixture &fixture)
{
    const RuleSet &ruleSet = fixture.document.ruleSet();
    for (const PublishingRule &rule : ruleSet.rules) {
        const FtpSite *site = publishedSite(ruleSet, rule);
        if (site == nullptr || site->tls != TlsMode::Explicit)
            continue;
        PublishingRule changed = rule;
        changed.filter.enabled = true;
        changed.filter.authTls = AuthTls::Deny;
        changed.protocol = builtInProtocols().first().id;
        return replaceRule(changed);
    }
    qFatal("the example holds no rule with explicit TLS");
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
