#include "models/rules/FilterSettings.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestCommandPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void letsPass_data()
    {
        QTest::addColumn<CommandPolicy>("policy");
        QTest::addColumn<QString>("passing");
        QTest::addColumn<QString>("stopped");
        const auto row = [](const char *name, const CommandPolicy &policy, const QString &passing,
                             const QString &stopped) { QTest::newRow(name) << policy << passing << stopped; };
        row("full", {CommandPreset::Full, {}, {}}, u"RETR,STOR,DELE,SITE CHMOD,XCRC"_s, u""_s);
        row("full knows no lists", {CommandPreset::Full, {u"NOOP"_s}, {u"RETR"_s}}, u"RETR"_s, u""_s);
        row("read only", {CommandPreset::ReadOnly, {}, {}}, u"USER,PASS,PASV,EPSV,LIST,MLSD,RETR,SIZE,AUTH,CWD"_s,
            u"STOR,STOU,APPE,ALLO,DELE,RMD,XRMD,MKD,XMKD,RNFR,RNTO,SITE,SITE CHMOD,MFMT"_s);
        row("upload only", {CommandPreset::UploadOnly, {}, {}}, u"USER,PASS,PASV,LIST,STOR,APPE,STOU,ALLO"_s,
            u"RETR,DELE,RNFR,MKD,SITE CHMOD"_s);
        row("custom, nothing said", {CommandPreset::Custom, {}, {}}, u"RETR,DELE"_s, u""_s);
        row("custom, allowed alone", {CommandPreset::Custom, {u"USER"_s, u"SITE CHMOD"_s}, {}}, u"USER,SITE CHMOD"_s,
            u"RETR,SITE,SITE EXEC"_s);
        row("custom, whole command allowed", {CommandPreset::Custom, {u"SITE"_s}, {}}, u"SITE,SITE CHMOD"_s, u"RETR"_s);
        row("custom, denied", {CommandPreset::Custom, {}, {u"DELE"_s, u"SITE CHMOD"_s}}, u"RETR,SITE,SITE UMASK"_s,
            u"DELE,SITE CHMOD"_s);
        row("denied wins", {CommandPreset::Custom, {u"SITE"_s}, {u"SITE CHMOD"_s}}, u"SITE UMASK"_s, u"SITE CHMOD"_s);
        row("whole command denied", {CommandPreset::Custom, {u"SITE CHMOD"_s}, {u"SITE"_s}}, u""_s,
            u"SITE CHMOD,SITE"_s);
    }
    void letsPass()
    {
        QFETCH(CommandPolicy, policy);
        QFETCH(QString, passing);
        QFETCH(QString, stopped);
        for (const QString &command : passing.split(u',', Qt::SkipEmptyParts))
            QVERIFY2(allows(policy, command), qPrintable(command));
        for (const QString &command : stopped.split(u',', Qt::SkipEmptyParts))
            QVERIFY2(!allows(policy, command), qPrintable(command));
    }

    void presetsLetOneLogInAndTransfer()
    {
        for (const CommandPreset preset : {CommandPreset::Full, CommandPreset::ReadOnly, CommandPreset::UploadOnly}) {
            for (const char *command :
                {"USER", "PASS", "AUTH", "PBSZ", "PROT", "FEAT", "TYPE", "PASV", "EPSV", "LIST", "QUIT"})
                QVERIFY2(allows({preset, {}, {}}, QString::fromLatin1(command)), command);
        }
    }

    void knownCommandsAreSortedAndUnique()
    {
        QList<QString> sorted = knownFtpCommands();
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(knownFtpCommands(), sorted);
        QCOMPARE(QSet<QString>(sorted.cbegin(), sorted.cend()).size(), sorted.size());
    }
};

QTEST_APPLESS_MAIN(TestCommandPolicy)
#include "tst_commandpolicy.moc"
