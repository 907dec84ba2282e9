#include "../support/RowMirror.h"
#include "../support/Story.h"

#include "models/tables/LogFilterModel.h"
#include "models/wire/ResultCode.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

LogEntry line(quint64 serial, quint64 session = 0, const QString &command = {})
{
    LogEntry entry;
    entry.serial = serial;
    entry.session = session;
    entry.command = command;
    entry.gateway = GatewayId::fromTrusted(u"gw-1"_s);
    entry.rule = RuleId::fromTrusted(u"partner-upload"_s);
    entry.client = Address::fromTrusted(u"203.0.113.10");
    return entry;
}

} // namespace

class LogModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStoryReadsAsItHappened();
    void aFullRingForgetsTheOldestManyAtOnce();
    void aBatchLargerThanTheRingLeavesItsEnd();
    void signalsTellTheTruth();
    void filtersLetThroughWhatTheySay();
};

void LogModelTest::theStoryReadsAsItHappened()
{
    Document document;
    document.load(test::story());
    LogModel model(&document);
    LogEntry entry = line(1, 3, u"AUTH TLS"_s);
    entry.reply = u"550 Access is denied."_s;
    entry.resultCode = resultcode::connectionKilled;
    entry.action = LogAction::ClosedConnection;
    model.append({entry});
    const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(LogModel::RuleColumn), u"Partner upload"_s);
    QCOMPARE(cell(LogModel::ActionColumn), u"Closed Connection"_s);
    QCOMPARE(cell(LogModel::CommandColumn), u"AUTH TLS"_s);
    QCOMPARE(cell(LogModel::ReplyColumn), u"550 Access is denied."_s);
    QCOMPARE(cell(LogModel::OriginatorColumn), u"gateway"_s);
    QVERIFY(cell(LogModel::ResultColumn).contains(u"0x80074E24"_s));
    QVERIFY(!model.index(0, LogModel::ResultColumn).data(Qt::ToolTipRole).toString().isEmpty());
}

void LogModelTest::aFullRingForgetsTheOldestManyAtOnce()
{
    Document document;
    LogModel model(&document, 1000);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    for (quint64 serial = 1; serial <= 3000; ++serial)
        model.append({line(serial)});
    QVERIFY(model.rowCount() <= 1000 && model.rowCount() >= 980);
    QCOMPARE(model.entryAt(model.rowCount() - 1).serial, 3000U);
    QVERIFY2(removals.size() <= 101, qPrintable(QString::number(removals.size())));
}

void LogModelTest::aBatchLargerThanTheRingLeavesItsEnd()
{
    Document document;
    LogModel model(&document, 10);
    model.append({line(1)});
    QList<LogEntry> batch;
    for (quint64 serial = 2; serial <= 50; ++serial)
        batch << line(serial);
    model.append(batch);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.entryAt(0).serial, 41U);
    model.append({});
    QCOMPARE(model.rowCount(), 10);
}

void LogModelTest::signalsTellTheTruth()
{
    Document document;
    LogModel model(&document, 200);
    LogFilterModel filter(&model);
    QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    test::RowMirror mirror(&model);
    test::RowMirror filterMirror(&filter);
    QRandomGenerator random(4);
    quint64 serial = 0;
    for (int i = 0; i < 200; ++i) {
        QList<LogEntry> batch;
        for (int count = random.bounded(30); count > 0; --count)
            batch << line(++serial, random.bounded(4U), u"RETR %1"_s.arg(random.bounded(10)));
        model.append(batch);
        if (i % 5 == 0) {
            LogFilter wanted;
            if (random.bounded(3))
                wanted.session = random.bounded(4U);
            if (random.bounded(3) == 0)
                wanted.text = u"retr %1"_s.arg(random.bounded(10));
            filter.setFilter(wanted);
        }
        if (i == 150)
            model.clear();
        QVERIFY(mirror.isTrue());
        QVERIFY(filterMirror.isTrue());
    }
}

void LogModelTest::filtersLetThroughWhatTheySay()
{
    Document document;
    document.load(test::story());
    LogModel model(&document);
    LogEntry denied = line(3, 2, u"AUTH TLS"_s);
    denied.resultCode = resultcode::connectionKilled;
    denied.originator = Originator::Gateway;
    LogEntry listed = line(2, 1, u"LIST"_s);
    listed.originator = Originator::Server;
    model.append({line(1, 1, u"USER anna"_s), listed, denied});
    LogFilterModel filter(&model);
    const auto serials = [&](const LogFilter &wanted) {
        filter.setFilter(wanted);
        QString text;
        for (int row = 0; row < filter.rowCount(); ++row)
            text += QString::number(filter.entryAt(row).serial);
        return text;
    };
    LogFilter wanted;
    QCOMPARE(serials(wanted), u"123"_s);
    wanted.session = 1;
    QCOMPARE(serials(wanted), u"12"_s);
    wanted.text = u"list"_s;
    QCOMPARE(serials(wanted), u"2"_s);
    wanted = {};
    wanted.resultCode = resultcode::connectionKilled;
    QCOMPARE(serials(wanted), u"3"_s);
    wanted = {};
    wanted.originator = Originator::Server;
    QCOMPARE(serials(wanted), u"2"_s);
    wanted = {};
    wanted.text = u"PARTNER UPLOAD"_s;
    QCOMPARE(serials(wanted), u"123"_s);
    wanted.rule = RuleId::fromTrusted(u"other"_s);
    QCOMPARE(serials(wanted), u""_s);
}

QTEST_GUILESS_MAIN(LogModelTest)
#include "tst_logmodel.moc"
