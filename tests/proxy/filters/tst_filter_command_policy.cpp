#include "app/proxy/filters/command_policy/CommandPolicy.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterCommandPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presetsAllowWhatTheyAreNamedAfter_data()
    {
        QTest::addColumn<int>("preset");
        QTest::addColumn<QByteArray>("allowed");
        QTest::addColumn<QByteArray>("denied");
        QTest::newRow("read only") << int(CommandPreset::ReadOnly)
                                   << QByteArray("USER a;PASS b;CWD x;PASV;EPSV;LIST;MLSD;RETR f;SIZE f;REST "
                                                 "5;FEAT;OPTS UTF8 ON;ABOR;QUIT;AUTH TLS;PBSZ 0;PROT P")
                                   << QByteArray("STOR f;STOU;APPE f;DELE f;RMD d;MKD d;RNFR a;RNTO b;SITE CHMOD 777 "
                                                 "f;MFMT 2 f;MFCT 2 f;COMB a b;XRMD d;NEWS x");
        QTest::newRow("upload only") << int(CommandPreset::UploadOnly)
                                     << QByteArray("USER a;PASS b;CWD x;PASV;LIST;STOR f;STOU;APPE f;ALLO 5;QUIT")
                                     << QByteArray("RETR f;DELE f;RNFR a;SITE HELP;MKD d");
    }

    void presetsAllowWhatTheyAreNamedAfter()
    {
        QFETCH(int, preset);
        QFETCH(QByteArray, allowed);
        QFETCH(QByteArray, denied);
        FakeContext context;
        context.theRule.filter.commandPolicy.preset = static_cast<CommandPreset>(preset);
        const auto filter = makeCommandPolicy(context.theRule);
        for (const QByteArray &line : allowed.split(char(59)))
            QCOMPARE(onCommand(*filter, context, line.toStdString()), "pass");
        for (const QByteArray &line : denied.split(char(59)))
            QVERIFY2(onCommand(*filter, context, line.toStdString()).starts_with("answer 550 "), line.constData());
    }

    void customListsNameCommandsAndSubcommands()
    {
        FakeContext context;
        CommandPolicySettings &policy = context.theRule.filter.commandPolicy;
        policy.preset = CommandPreset::Custom;
        policy.allow = {"RETR", "SITE"};
        policy.deny = {"SITE CHMOD"};
        const auto filter = makeCommandPolicy(context.theRule);
        QCOMPARE(onCommand(*filter, context, "RETR f"), "pass");
        QCOMPARE(onCommand(*filter, context, "site help"), "pass");
        QVERIFY(onCommand(*filter, context, "site chmod 1 f").starts_with("answer 550"));
        QVERIFY(onCommand(*filter, context, "STOR f").starts_with("answer 550"));
        policy.allow = {};
        QCOMPARE(onCommand(*filter, context, "STOR f"), "pass");
    }

    void fullNeedsNoFilter() { QVERIFY(!makeCommandPolicy(FakeContext().theRule)); }
};

QTEST_APPLESS_MAIN(TestFilterCommandPolicy)
#include "tst_filter_command_policy.moc"
