#include "FullSample.h"

#include "models/store/Export.h"
#include "models/store/Import.h"
#include "models/store/RuleSetReader.h"
#include "models/store/RuleSetWriter.h"

#include <QTest>

using namespace ferry;
using namespace ferry::test;

class TestExport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesWhatTheRuleRefersTo()
    {
        const RuleSet exported = exportRules(fullSample(), {RuleId::fromTrusted(u"partner-upload"_s)});
        QCOMPARE(exported.rules.size(), 1);
        QCOMPARE(exported.protocols.size(), builtInProtocols().size() + 1);
        QVERIFY(exported.protocols.contains(ProtocolId::fromTrusted(u"ftps-fixed"_s)));
        QCOMPARE(exported.ftpServices.size(), 1);
        QCOMPARE(exported.gateways.size(), 2);
        const auto again = readRuleSet(ruleSetText(exported));
        QVERIFY2(again, again ? "" : qPrintable(describe(again.error(), u"export"_s)));
        QCOMPARE(*again, exported);
    }

    void takesNothingElse()
    {
        const RuleSet exported =
            exportRules(fullSample(), {RuleId::fromTrusted(u"port"_s), RuleId::fromTrusted(u"gone"_s)});
        QCOMPARE(exported.rules.size(), 1);
        QCOMPARE(exported.protocols.objects(), builtInProtocols());
        QVERIFY(exported.ftpServices.isEmpty());
        QVERIFY(exported.gateways.isEmpty());
    }

    // A gateway can be named by nothing but an external address.
    void takesTheGatewaysOfExternalAddresses()
    {
        RuleSet set = fullSample();
        PublishingRule rule = set.rules.at(0);
        rule.gateways.clear();
        set.rules.replace(0, rule);
        const RuleSet exported = exportRules(set, {rule.id});
        QCOMPARE(exported.gateways.size(), 2);
        QVERIFY(readRuleSet(ruleSetText(exported)).has_value());
    }

    void whatIsImportedAgainIsTheSame()
    {
        const RuleSet exported = exportRules(fullSample(), {RuleId::fromTrusted(u"partner-upload"_s)});
        QVERIFY(previewImport(fullSample(), exported, ImportMode::Merge).changesNothing());
    }
};

QTEST_APPLESS_MAIN(TestExport)
#include "tst_export.moc"
