#include "app/ctl/lab/LabServer.h"
#include "app/ctl/lab/ProcessRef.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry::ctl;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestProcessRef : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    ferry::Result<ProcessRef> startCat(const QMap<QString, QString> &environment = {})
    {
        // Reads a pipe that nobody writes to, so it lives until it is ended.
        const QString pipe = m_directory.filePath(u"pipe"_s);
        if (!QFile::exists(pipe))
            QProcess::execute(u"mkfifo"_s, {pipe});
        return startDetached({u"/bin/cat"_s, {pipe}, environment}, m_directory.path(), m_directory.filePath(u"log"_s));
    }

private Q_SLOTS:
    void aDetachedProcessIsFoundAndEnded()
    {
        const auto process = startCat();
        QVERIFY2(process, qPrintable(process ? QString() : process.error().text()));
        QVERIFY(process->isAlive());
        QCOMPARE(ProcessRef::fromJson(process->toJson()), *process);
        endProcesses({*process}, 10s);
        QVERIFY(!process->isAlive());
    }
    void anotherProcessWithTheSameNumberIsLeftAlone()
    {
        const auto process = startCat();
        QVERIFY(process);
        ProcessRef older = *process;
        older.startTime -= 1;
        QVERIFY(!older.isAlive());
        endProcesses({older}, 10s);
        QVERIFY(process->isAlive());
        endProcesses({*process}, 10s);
    }
    void onlyMarkedProcessesAreFound()
    {
        const auto marked = startCat({{u"FERRYGATE_TEST_MARK"_s, u"17"_s}});
        const auto other = startCat({{u"FERRYGATE_TEST_MARK"_s, u"171"_s}});
        QVERIFY(marked && other);
        // Between fork and exec a process still has the environment of its parent.
        QTRY_COMPARE(processesMarked("FERRYGATE_TEST_MARK", "17"), QList<ProcessRef>{*marked});
        endProcesses({*marked, *other}, 10s);
        QVERIFY(processesMarked("FERRYGATE_TEST_MARK", "17").isEmpty());
    }
    void aProgramThatIsNotThereIsSaid()
    {
        const auto process = startDetached(
            {m_directory.filePath(u"missing"_s), {}, {}}, m_directory.path(), m_directory.filePath(u"log"_s));
        QVERIFY(!process);
    }
};

QTEST_GUILESS_MAIN(TestProcessRef)
#include "tst_processref.moc"
