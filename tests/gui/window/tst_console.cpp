#include "app/console/Console.h"
#include "models/edits/RuleEdits.h"
#include "ui/window/Actions.h"

#include <QAction>
#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using ui::Act;

/// The console on files, without nodes: its identity is empty, so no agent can be reached.
class TestConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Scheme::Light); }

    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(m_directory->isValid());
        QFile::copy(
            QStringLiteral(FERRYGATE_SOURCE_DIR "/resources/samples/example.ferrygate.json"), path(u"rules.json"_s));
        QFile::setPermissions(path(u"rules.json"_s), QFile::ReadOwner | QFile::WriteOwner);
        m_console = makeConsole();
    }
    void cleanup()
    {
        m_console.reset();
        m_directory.reset();
    }

    void aFileIsOpenedAndRemembered()
    {
        open(u"rules.json"_s);
        QVERIFY(!m_console->document().ruleSet().rules.isEmpty());
        QVERIFY(!m_console->document().isModified());
        QVERIFY(m_console->window().windowTitle().startsWith(u"rules.json"_s));
        m_console.reset();
        QCOMPARE(console::Settings(path(u"settings.ini"_s)).recentFiles(), QStringList{path(u"rules.json"_s)});
    }

    void aBrokenFileShowsItsProblemsAndChangesNothing()
    {
        open(u"rules.json"_s);
        const RuleSet before = m_console->document().ruleSet();
        QFile broken(path(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(R"({"format":"ferrygate-ruleset","version":1,"rules":[{"id":"../x","listener":{"port":65536}}]})");
        broken.close();
        const QSignalSpy failed(&m_console->files(), &console::RuleSetFiles::openFailed);
        m_console->open(broken.fileName());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_console->document().ruleSet(), before);
        QVERIFY(openDialog() != nullptr);
        openDialog()->reject();
    }

    void savingRaisesTheRevisionAndClearsTheMark()
    {
        open(u"rules.json"_s);
        const int revision = m_console->document().ruleSet().revision;
        rename(u"Sesame"_s);
        action(Act::SaveRuleSet)->trigger();
        QVERIFY(!m_console->document().isModified());
        const auto saved = loadRuleSet(path(u"rules.json"_s));
        QVERIFY(saved.has_value());
        QCOMPARE(saved->revision, revision + 1);
        QCOMPARE(saved->rules.at(0).name, u"Sesame"_s);
    }

    void aFileThatSomeoneElseChangedIsNotOverwritten()
    {
        open(u"rules.json"_s);
        RuleSet other = m_console->document().ruleSet();
        other.revision += 7;
        QVERIFY(saveRuleSet(path(u"rules.json"_s), other).has_value());
        rename(u"Sesame"_s);
        action(Act::SaveRuleSet)->trigger();
        QVERIFY(m_console->document().isModified());
        QCOMPARE(loadRuleSet(path(u"rules.json"_s))->revision, other.revision);
        QVERIFY(openDialog() != nullptr);
        openDialog()->reject();
    }

    void closingAsksBeforeChangesAreLost()
    {
        open(u"rules.json"_s);
        m_console->show();
        rename(u"Sesame"_s);
        QVERIFY(!m_console->window().close());
        auto *box = m_console->window().findChild<QDialog *>(u"unsavedBox"_s);
        QVERIFY(box != nullptr && box->isVisible());
        box->findChild<QPushButton *>(u"unsavedDrop"_s)->click();
        QVERIFY(!m_console->window().isVisible());
    }

    void discardGoesBackToTheSavedFileWhereNothingElseIsKnownAndCanBeUndone()
    {
        open(u"rules.json"_s);
        const RuleSet before = m_console->document().ruleSet();
        rename(u"Sesame"_s);
        m_console->live().setUnapplied({u"rule: renamed"_s});
        action(Act::Discard)->trigger();
        QCOMPARE(m_console->document().ruleSet(), before);
        m_console->document().undo();
        QCOMPARE(m_console->document().ruleSet().rules.at(0).name, u"Sesame"_s);
    }

    void nodesThatAreNotReachedSayWhy()
    {
        open(u"rules.json"_s);
        QTRY_VERIFY(!m_console->live().statuses().isEmpty());
        QTRY_VERIFY(!m_console->live().statuses().begin()->problem.isEmpty());
    }

    void theHintOfTheLabStaysAwayOnceDismissed()
    {
        m_console.reset();
        m_console = makeConsole(true);
        auto *hint = m_console->window().findChild<QWidget *>(u"firstRunHint"_s);
        QVERIFY(!hint->isHidden());
        hint->findChild<QAbstractButton *>(u"messageDismiss"_s)->click();
        m_console.reset();
        m_console = makeConsole(true);
        QVERIFY(m_console->window().findChild<QWidget *>(u"firstRunHint"_s)->isHidden());
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_directory->filePath(name); }
    [[nodiscard]] std::unique_ptr<console::Console> makeConsole(bool lab = false) const
    {
        return std::make_unique<console::Console>(console::Console::Options{.identity = backend::ClientIdentity(),
            .settingsFile = path(u"settings.ini"_s),
            .snapshotDirectory = path(u"applied"_s),
            .isLab = lab});
    }
    void open(const QString &name)
    {
        QSignalSpy opened(&m_console->files(), &console::RuleSetFiles::opened);
        m_console->open(path(name));
        QTRY_COMPARE(opened.size(), 1);
    }
    void rename(const QString &name)
    {
        QVERIFY(m_console->document().perform(renameRule(m_console->document().ruleSet().rules.at(0).id, name)));
    }
    [[nodiscard]] QAction *action(Act act) { return m_console->window().actions()[act]; }
    [[nodiscard]] QDialog *openDialog() const
    {
        for (QDialog *dialog : m_console->window().findChildren<QDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<console::Console> m_console;
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
