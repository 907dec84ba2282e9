#include "../support/ModelText.h"
#include "../support/RowMirror.h"
#include "../support/Story.h"

#include "models/tables/ApplyStepsModel.h"
#include "models/tables/HistoryModel.h"
#include "models/tables/ProbeModel.h"
#include "models/tables/SessionsModel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

SessionInfo session(quint64 id, const QString &user, quint64 bytes = 0)
{
    SessionInfo info;
    info.id = id;
    info.gateway = GatewayId::fromTrusted(u"gw-1"_s);
    info.rule = RuleId::fromTrusted(u"partner-upload"_s);
    info.client = Address::fromTrusted(u"203.0.113.10");
    info.clientPort = 40'000;
    info.user = user;
    info.since = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    info.bytesUp = bytes;
    return info;
}

} // namespace

class ListModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void sessionsReadAsPeopleSayIt();
    void sessionsComeAndGoWithoutResets();
    void aTestGrowsStepByStep();
    void progressIsShownByNode();
    void historyNamesWhoWhenAndWhy();
};

void ListModelsTest::sessionsReadAsPeopleSayIt()
{
    Document document;
    document.load(test::story());
    SessionsModel model(&document);
    SessionInfo info = session(7, u"partner"_s, 2048);
    info.transfer = u"STOR scan.pdf"_s;
    info.opaque = true;
    model.setSessions({info});
    const QString since = QLocale().toString(info.since.toLocalTime().time(), QLocale::ShortFormat);
    QCOMPARE(test::modelText(model),
        u"203.0.113.10:40000|partner|Partner upload|gw-1|%1|STOR scan.pdf|2.00 KiB / 0 bytes|end to end\n"_s.arg(
            since));
}

void ListModelsTest::sessionsComeAndGoWithoutResets()
{
    Document document;
    SessionsModel model(&document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    test::RowMirror mirror(&model);
    QRandomGenerator random(3);
    for (int round = 0; round < 300; ++round) {
        QList<SessionInfo> sessions;
        for (quint64 id = 1; id <= 20; ++id) {
            if (random.bounded(3))
                sessions.insert(random.bounded(static_cast<int>(sessions.size()) + 1),
                    session(id, u"user"_s, random.bounded(5000U)));
        }
        model.setSessions(sessions);
        QCOMPARE(model.items(), sessions);
        QVERIFY(mirror.isTrue());
    }
    QCOMPARE(mirror.resets(), 0);
}

void ListModelsTest::aTestGrowsStepByStep()
{
    ProbeModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    test::RowMirror mirror(&model);
    ProbeReport report{RuleId::fromTrusted(u"partner-upload"_s), u"203.0.113.1:21"_s, {}};
    for (const QString &title : {u"TCP"_s, u"AUTH TLS"_s, u"EPSV and LIST"_s}) {
        ProbeStep step;
        step.title = title;
        step.state = StepState::Running;
        report.steps << step;
        model.setReport(report);
        QVERIFY(mirror.isTrue());
        report.steps.last().state = StepState::Done;
        report.steps.last().elapsed = std::chrono::milliseconds(12);
        model.setReport(report);
        QVERIFY(mirror.isTrue());
    }
    report.steps.last().state = StepState::Failed;
    report.steps.last().cause = u"No data connection"_s;
    report.steps.last().elapsed = std::chrono::milliseconds(15'000);
    model.setReport(report);
    QCOMPARE(test::modelText(model),
        u"Done|TCP||12 ms\n"
        u"Done|AUTH TLS||12 ms\n"
        u"Failed|EPSV and LIST|No data connection|15.0 s\n"_s);
    QCOMPARE(mirror.resets(), 0);
    model.setReport({});
    QCOMPARE(model.rowCount(), 0);
}

void ListModelsTest::progressIsShownByNode()
{
    ApplyStepsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ApplyProgress progress;
    progress.steps = {{u"files-1"_s, u"Prepare files-1"_s, u"1 file staged"_s, StepState::Done},
        {u""_s, u"Verify"_s, u""_s, StepState::Waiting}};
    model.setProgress(progress);
    QCOMPARE(test::modelText(model), u"Done|Prepare files-1|files-1|1 file staged\nWaiting|Verify|–|\n"_s);
}

void ListModelsTest::historyNamesWhoWhenAndWhy()
{
    HistoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ApplyRecord record;
    record.transaction = u"t1"_s;
    record.generation = u"0123456789abcdef0123"_s;
    record.who = u"anna"_s;
    record.when = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    record.what = QStringList{u"Filter off"_s, u"Passive range 5000–5003"_s};
    record.outcome = u"confirmed"_s;
    model.setRecords({record});
    const QString when = QLocale().toString(record.when.toLocalTime(), QLocale::ShortFormat);
    QVERIFY2(test::modelText(model).contains(u"%1|anna|–|2 changes"_s.arg(when))
            || test::modelText(model).contains(u"%1|anna|–|2 change"_s.arg(when)),
        qPrintable(test::modelText(model)));
    QVERIFY(test::modelText(model).contains(u"|confirmed|0123456789ab"_s));
    ApplyRecord newer = record;
    newer.transaction = u"t2"_s;
    test::RowMirror mirror(&model);
    model.setRecords({newer, record});
    QVERIFY(mirror.isTrue());
    QCOMPARE(mirror.resets(), 0);
    QCOMPARE(model.index(0, 0).data(HistoryModel::TransactionRole).toString(), u"t2"_s);
}

QTEST_GUILESS_MAIN(ListModelsTest)
#include "tst_listmodels.moc"
