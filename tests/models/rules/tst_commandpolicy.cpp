#include "models/rules/EnumNames.h"
#include "models/rules/FilterSettings.h"
#include "models/store/Reading.h"
#include "tests/fixtures/CommandPolicyTable.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestCommandPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysWhatTheSharedTableSays_data()
    {
        QTest::addColumn<CommandPolicy>("policy");
        QTest::addColumn<QStringList>("passing");
        QTest::addColumn<QStringList>("refused");
        QVERIFY(!m_table.policies.isEmpty());
        for (const test::CommandPolicyRow &row : m_table.policies) {
            const std::optional<CommandPreset> preset = enumFromName<CommandPreset>(row.preset);
            QVERIFY2(preset, qPrintable(row.head));
            QTest::newRow(qPrintable(row.head))
                << CommandPolicy{*preset, row.allow, row.deny} << row.passing << row.refused;
        }
    }
    void saysWhatTheSharedTableSays()
    {
        QFETCH(CommandPolicy, policy);
        QFETCH(QStringList, passing);
        QFETCH(QStringList, refused);
        for (const QString &command : passing)
            QVERIFY2(allows(policy, command), qPrintable(command));
        for (const QString &command : refused)
            QVERIFY2(!allows(policy, command), qPrintable(command));
    }

    void everyKnownCommandStandsInTheTable()
    {
        for (const test::CommandPolicyRow &row : m_table.policies) {
            if (row.head != u"preset read-only"_s && row.head != u"preset upload-only"_s)
                continue;
            for (const QString &command : knownFtpCommands())
                QVERIFY2(row.passing.contains(command) != row.refused.contains(command), qPrintable(command));
        }
    }

    void listsHoldTheNamesOfTheTable()
    {
        const auto isName = [](const QString &text) {
            const QByteArray json = '"' + text.toUtf8() + '"';
            Reading reading(json);
            QString command;
            return reading.command(command);
        };
        for (const QString &name : m_table.names)
            QVERIFY2(isName(name), qPrintable(name));
        for (const QString &name : m_table.misnames)
            QVERIFY2(!isName(name), qPrintable(name));
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

private:
    const test::CommandPolicyTable m_table =
        test::readCommandPolicyTable(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/fixtures/command-policy.txt"));
};

QTEST_APPLESS_MAIN(TestCommandPolicy)
#include "tst_commandpolicy.moc"
