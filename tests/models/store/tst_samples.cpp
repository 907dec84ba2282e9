#include "models/plan/NodeConfig.h"
#include "models/store/RuleSetFile.h"
#include "models/store/RuleSetWriter.h"

#include <QDir>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString samples = QStringLiteral(FERRYGATE_SOURCE_DIR "/resources/samples");

} // namespace

class TestSamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isWrittenAsItWouldBeSaved_data()
    {
        QTest::addColumn<QString>("path");
        for (const QFileInfo &file : QDir(samples).entryInfoList(QDir::Files))
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
    }
    void isWrittenAsItWouldBeSaved()
    {
        QFETCH(QString, path);
        const auto set = loadRuleSet(path);
        QVERIFY2(set, set ? "" : qPrintable(describe(set.error(), path)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        // The samples lie beside the folder of the schema.
        QCOMPARE(ruleSetText(*set).replace("\"ruleset-1", "\"../schema/ruleset-1"), file.readAll());
    }

    // The laboratory builds on these.
    void storyHasItsFaults()
    {
        const auto set = loadRuleSet(samples + u"/story.ferrygate.json"_s);
        QVERIFY(set.has_value());
        const PublishingRule *rule = set->rules.find(RuleId::fromTrusted(u"partner-upload"_s));
        QVERIFY(rule != nullptr);
        QVERIFY(isFilterOn(*set, *rule));
        QCOMPARE(rule->filter.authTls, AuthTls::Deny);
        const FtpService *service = publishedService(*set, *rule);
        QVERIFY(service != nullptr);
        QVERIFY(!service->passivePorts);
        const FtpSite *site = publishedSite(*set, *rule);
        QCOMPARE(site->tls, TlsMode::Explicit);
        QVERIFY(!site->externalAddress.isSet());
        QVERIFY(relayPorts(*set->protocols.find(rule->protocol)).isEmpty());
        QCOMPARE(nodeConfigs(*set).size(), 2);
    }

    void exampleHasSomethingOfEverything()
    {
        const auto set = loadRuleSet(samples + u"/example.ferrygate.json"_s);
        QVERIFY(set.has_value());
        QCOMPARE(set->rules.size(), 6);
        QCOMPARE(set->gateways.size(), 2);
        QCOMPARE(set->ftpServices.size(), 3);
        QCOMPARE(set->protocols.size(), builtInProtocols().size() + 2);
    }
};

QTEST_APPLESS_MAIN(TestSamples)
#include "tst_samples.moc"
