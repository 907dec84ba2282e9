#include "tests/gui/window/WindowFixture.h"
#include "ui/dialogs/CommandMatch.h"

#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTableWidget>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using ui::Act;

/// The command palette, by the keyboard alone.
class TestCommandPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Scheme::Light); }
    void init() { m_fixture = std::make_unique<test::WindowFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void aBetterMatchStandsFirst_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("match");
        QTest::newRow("nothing typed") << u""_s << 0;
        QTest::newRow("the beginning") << u"rev"_s << 0;
        QTest::newRow("the beginning of a word") << u"APP"_s << 1;
        QTest::newRow("any place") << u"view"_s << 2;
        QTest::newRow("letters in their order") << u"rvw ap"_s << 3;
        QTest::newRow("other letters") << u"restart"_s << -1;
        QTest::newRow("another order") << u"weiver"_s << -1;
    }
    void aBetterMatchStandsFirst()
    {
        QFETCH(QString, typed);
        QFETCH(int, match);
        QCOMPARE(ui::commandMatch(u"Review and apply", typed).value_or(-1), match);
    }

    void aTypedNameIsRunByReturn()
    {
        QDialog *palette = open();
        QTest::keyClicks(typed(palette), u"histo"_s);
        QCOMPARE(commands(palette)->item(0, 0)->text(), u"History"_s);
        QCOMPARE(commands(palette)->item(0, 1)->text(), m_fixture->action(Act::ShowHistory)->shortcut().toString());
        QTest::keyClick(typed(palette), Qt::Key_Return);
        QTRY_COMPARE(m_fixture->window.page(), ui::PageId::History);
    }

    void theArrowsChooseWhileOneTypes()
    {
        QDialog *palette = open();
        QTest::keyClicks(typed(palette), u"show"_s);
        typed(palette)->clear();
        const QString second = commands(palette)->item(1, 0)->text();
        QTest::keyClick(typed(palette), Qt::Key_Down);
        QCOMPARE(commands(palette)->currentRow(), 1);
        QTest::keyClick(typed(palette), Qt::Key_Up);
        QTest::keyClick(typed(palette), Qt::Key_Up);
        QCOMPARE(commands(palette)->currentRow(), 0);
        QVERIFY(second != commands(palette)->item(0, 0)->text());
    }

    void itHoldsWhatCanBeDoneNow()
    {
        m_fixture->window.setPage(ui::PageId::Overview);
        QVERIFY(!names(open()).contains(u"Duplicate"_s));
        close();
        m_fixture->window.setPage(ui::PageId::Rules);
        m_fixture->goTo(0, 2);
        const QStringList found = names(open());
        QVERIFY(found.contains(u"Duplicate"_s));
        for (const QAction *action : m_fixture->window.actions().all()) {
            const QString name = action->text().remove(u'&').remove(u'…');
            QCOMPARE(found.contains(name),
                action->isEnabled() && !action->menu() && action != m_fixture->action(Act::FindAction));
        }
    }

    void anEditRunFromItCanBeUndone()
    {
        m_fixture->goTo(0, 2);
        const RuleSet before = m_fixture->document.ruleSet();
        QDialog *palette = open();
        QTest::keyClicks(typed(palette), u"dupl"_s);
        QTest::keyClick(typed(palette), Qt::Key_Return);
        QTRY_COMPARE(m_fixture->document.ruleSet().rules.size(), before.rules.size() + 1);
        m_fixture->document.undo();
        QCOMPARE(m_fixture->document.ruleSet(), before);
    }

    void whatIsNotFoundIsSaidAndEscapeLeaves()
    {
        QDialog *palette = open();
        QTest::keyClicks(typed(palette), u"zzzz"_s);
        QCOMPARE(commands(palette)->rowCount(), 0);
        QTest::keyClick(typed(palette), Qt::Key_Return);
        QVERIFY(palette->isVisible());
        QTest::keyClick(typed(palette), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

private:
    [[nodiscard]] QDialog *open()
    {
        QTest::keyClick(&m_fixture->window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        m_palette = m_fixture->find<QDialog>("commandPalette");
        return m_palette;
    }
    void close()
    {
        m_palette->reject();
        QCoreApplication::sendPostedEvents(m_palette, QEvent::DeferredDelete);
    }
    static QLineEdit *typed(QDialog *palette) { return palette->findChild<QLineEdit *>(u"commandTyped"_s); }
    static QTableWidget *commands(QDialog *palette) { return palette->findChild<QTableWidget *>(u"commands"_s); }
    static QStringList names(QDialog *palette)
    {
        QStringList names;
        for (int row = 0; row < commands(palette)->rowCount(); ++row)
            names << commands(palette)->item(row, 0)->text();
        return names;
    }

    std::unique_ptr<test::WindowFixture> m_fixture;
    QDialog *m_palette = nullptr;
};

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
