#include "app/proxy/filters/data_integrity/DataIntegrity.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterDataIntegrity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTransferFailsIfItsOwnWayWasCut_data()
    {
        QTest::addColumn<int>("cut");
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<bool>("isRefused");
        const auto row = [](const char *name, DataCut cut, const char *command, bool isRefused) {
            QTest::newRow(name) << static_cast<int>(cut) << QByteArray(command) << isRefused;
        };
        row("whole upload", DataCut::None, "STOR f", false);
        row("whole download", DataCut::None, "RETR f", false);
        row("upload", DataCut::Upload, "STOR f", true);
        row("upload, both ways", DataCut::Both, "STOR f", true);
        row("append", DataCut::Upload, "APPE f", true);
        row("upload, the other way", DataCut::Download, "STOR f", false);
        row("download", DataCut::Download, "RETR f", true);
        row("list, both ways", DataCut::Both, "MLSD", true);
        row("download, the other way", DataCut::Upload, "RETR f", false);
        row("no transfer", DataCut::Both, "NOOP", false);
    }

    void aTransferFailsIfItsOwnWayWasCut()
    {
        QFETCH(int, cut);
        QFETCH(QByteArray, command);
        QFETCH(bool, isRefused);
        FakeContext context;
        context.cut = static_cast<DataCut>(cut);
        const auto filter = makeDataIntegrity(context.theRule);
        const std::string line = command.toStdString();
        QCOMPARE(onReply(*filter, context, line, "226 done").starts_with("answer 426"), isRefused);
        QCOMPARE(onReply(*filter, context, line, "451 failed"), "pass");
        QCOMPARE(onReply(*filter, context, line, "150 go"), "pass");
    }

    void anUploadIsNotCompleteBeforeTheClientSaysSo()
    {
        FakeContext context;
        context.isSending = true;
        const auto filter = makeDataIntegrity(context.theRule);
        QVERIFY(onReply(*filter, context, "STOR f", "226 done").starts_with("answer 426"));
        QCOMPARE(onReply(*filter, context, "STOR f", "250 next file"), "pass");
        QCOMPARE(onReply(*filter, context, "RETR f", "226 done"), "pass");
        QCOMPARE(onReply(*filter, context, "NOOP", "226 done"), "pass");
    }
};

QTEST_APPLESS_MAIN(TestFilterDataIntegrity)
#include "tst_filter_data_integrity.moc"
