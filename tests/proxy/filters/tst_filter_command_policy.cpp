#include "app/proxy/config/JsonReader.h"
#include "app/proxy/filters/command_policy/CommandPolicy.h"
#include "tests/fixtures/CommandPolicyTable.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace ferry::proxy;

class TestFilterCommandPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheSharedTableSays_data()
    {
        QTest::addColumn<int>("row");
        QVERIFY(!m_table.policies.isEmpty());
        for (int row = 0; row < m_table.policies.size(); ++row)
            QTest::newRow(qPrintable(m_table.policies.at(row).head)) << row;
    }

    void saysWhatTheSharedTableSays()
    {
        QFETCH(int, row);
        const ferry::test::CommandPolicyRow &policy = m_table.policies.at(row);
        const auto settings = read(policy.preset, policy.allow, policy.deny);
        QVERIFY(settings);
        FakeContext context;
        context.theRule.filter.commandPolicy = *settings;
        const auto filter = makeCommandPolicy(context.theRule);
        const auto verdict = [&](const QString &command) {
            return filter ? onCommand(*filter, context, command.toStdString()) : "pass";
        };
        for (const QString &command : policy.passing)
            QVERIFY2(verdict(command) == "pass", qPrintable(command));
        for (const QString &command : policy.refused)
            QVERIFY2(verdict(command).starts_with("answer 550 "), qPrintable(command));
    }

    void argumentsChangeNothing()
    {
        FakeContext context;
        context.theRule.filter.commandPolicy.preset = CommandPreset::ReadOnly;
        const auto filter = makeCommandPolicy(context.theRule);
        QCOMPARE(onCommand(*filter, context, "AUTH TLS"), "pass");
        QCOMPARE(onCommand(*filter, context, "retr STOR"), "pass");
        QVERIFY(onCommand(*filter, context, "STOR RETR").starts_with("answer 550 "));
        QVERIFY(onCommand(*filter, context, "P@SW").starts_with("answer 550 "));
    }

    void listsHoldTheNamesOfTheTable()
    {
        for (const QString &name : m_table.names)
            QVERIFY2(read(QStringLiteral("custom"), {name}, {}), qPrintable(name));
        for (const QString &name : m_table.misnames)
            QVERIFY2(!read(QStringLiteral("custom"), {name}, {}), qPrintable(name));
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

private:
    /// The policy as the proxy reads it from its configuration; nothing where it refuses to.
    static std::optional<CommandPolicySettings> read(
        const QString &preset, const QStringList &allow, const QStringList &deny)
    {
        QJsonObject commands;
        commands.insert(QStringLiteral("preset"), preset);
        commands.insert(QStringLiteral("allow"), QJsonArray::fromStringList(allow));
        commands.insert(QStringLiteral("deny"), QJsonArray::fromStringList(deny));
        QJsonObject settingsOfFilter;
        settingsOfFilter.insert(QStringLiteral("commands"), commands);
        const QByteArray json = QJsonDocument(settingsOfFilter).toJson();
        const auto document = JsonDocument::parse(std::string_view(json.constData(), std::size_t(json.size())));
        if (!document)
            return std::nullopt;
        JsonProblems problems;
        ObjectReader filter(document->root(), {}, problems);
        CommandPolicySettings settings = readCommandPolicy(filter);
        return problems.first() ? std::nullopt : std::optional(settings);
    }

    const ferry::test::CommandPolicyTable m_table =
        ferry::test::readCommandPolicyTable(QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/fixtures/command-policy.txt"));
};

QTEST_APPLESS_MAIN(TestFilterCommandPolicy)
#include "tst_filter_command_policy.moc"
