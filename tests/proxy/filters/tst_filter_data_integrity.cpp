#include "app/proxy/filters/data_integrity/DataIntegrity.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterDataIntegrity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoCutATransferDecidesWhetherItFailed_data()
    {
        QTest::addColumn<int>("cut");
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<bool>("isRefused");
        const auto row = [](const char *name, DataCut cut, const char *command, bool isRefused) {
            QTest::newRow(name) << static_cast<int>(cut) << QByteArray(command) << isRefused;
        };
        row("whole upload", DataCut::None, "STOR f", false);
        row("upload, by the client", DataCut::ByClient, "STOR f", true);
        row("append, by the client", DataCut::ByClient, "APPE f", true);
        row("upload, by the server", DataCut::ByServer, "STOR f", false);
        row("upload, before the server had all", DataCut::BeforeServerHadAll, "STOR f", true);
        row("download, by the server", DataCut::ByServer, "RETR f", true);
        row("list, by the server", DataCut::ByServer, "MLSD", true);
        row("download, by the client", DataCut::ByClient, "RETR f", true);
        row("no transfer", DataCut::ByClient, "NOOP", false);
    }

    void whoCutATransferDecidesWhetherItFailed()
    {
        QFETCH(int, cut);
        QFETCH(QByteArray, command);
        QFETCH(bool, isRefused);
        FakeContext context;
        context.theRule.filter.authTls.handling = AuthTls::Terminate;
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
        context.theRule.filter.authTls.handling = AuthTls::Terminate;
        context.isSending = true;
        const auto filter = makeDataIntegrity(context.theRule);
        QVERIFY(onReply(*filter, context, "STOR f", "226 done").starts_with("answer 426"));
        QCOMPARE(onReply(*filter, context, "STOR f", "250 next file"), "pass");
        QCOMPARE(onReply(*filter, context, "RETR f", "226 done"), "pass");
        QCOMPARE(onReply(*filter, context, "NOOP", "226 done"), "pass");
    }

    void onlyTerminatingRulesHaveIt()
    {
        FakeContext context;
        QVERIFY(!makeDataIntegrity(context.theRule));
    }
};

QTEST_APPLESS_MAIN(TestFilterDataIntegrity)
#include "tst_filter_data_integrity.moc"
