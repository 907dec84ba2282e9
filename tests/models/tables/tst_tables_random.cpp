#include "../support/ModelText.h"
#include "../support/RandomEdits.h"
#include "../support/RowMirror.h"

#include "models/edits/Document.h"
#include "models/tables/FindingsModel.h"
#include "models/tables/FtpServicesModel.h"
#include "models/tables/GatewaysModel.h"
#include "models/tables/ProtocolsModel.h"
#include "models/tables/RuleFilterModel.h"
#include "models/tables/RulesModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

/// All models of one document at once, each watched by QAbstractItemModelTester and by a mirror that believes its
/// signals, while the document is edited at random.
class TablesRandomTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signalsTellTheTruth_data();
    void signalsTellTheTruth();
    void modelsSayTheSameAsFreshOnes();
};

namespace {

struct Models {
    explicit Models(Document &document)
        : findings(&document)
        , rules(&document, &findings)
        , everything(&rules)
        , found(&rules)
        , protocols(&document)
        , services(&document)
        , gateways(&document)
        , findingRows(&document, &findings)
    {
        found.setSearch(u"rule 203"_s);
    }

    QList<QAbstractItemModel *> all()
    {
        return {&rules, &everything, &found, &protocols, &services, &gateways, &findingRows};
    }

    LiveFindings findings;
    RulesModel rules;
    RuleFilterModel everything;
    RuleFilterModel found;
    ProtocolsModel protocols;
    FtpServicesModel services;
    GatewaysModel gateways;
    FindingsModel findingRows;
};

} // namespace

void TablesRandomTest::signalsTellTheTruth_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TablesRandomTest::signalsTellTheTruth()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Document document;
    document.load(test::crowdedRuleSet(random, 30));
    Models models(document);
    models.findings.finish();

    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    std::vector<std::unique_ptr<test::RowMirror>> mirrors;
    for (QAbstractItemModel *model : models.all()) {
        testers.push_back(
            std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::Fatal));
        mirrors.push_back(std::make_unique<test::RowMirror>(model));
    }
    static const QStringList searches{u""_s, u"rule"_s, u"rule 2"_s, u"203.0.113"_s, u"gw-1"_s, u"new"_s, u"files-2"_s,
        u"5000"_s, u"nothing holds this"_s};

    for (int i = 0; i < 100; ++i) {
        switch (random.bounded(8)) {
        case 0:
            document.undo();
            break;
        case 1:
            document.redo();
            break;
        case 2:
            models.found.setSearch(searches.at(random.bounded(static_cast<int>(searches.size()))));
            break;
        default:
            (void)document.perform(test::randomEdit(document.ruleSet(), random));
            break;
        }
        models.findings.finish();
        for (std::size_t model = 0; model < mirrors.size(); ++model)
            QVERIFY2(
                mirrors[model]->isTrue(), models.all().at(static_cast<qsizetype>(model))->metaObject()->className());
    }
}

void TablesRandomTest::modelsSayTheSameAsFreshOnes()
{
    QRandomGenerator random(77);
    Document document;
    document.load(test::crowdedRuleSet(random, 30));
    Models models(document);
    for (int i = 0; i < 200; ++i) {
        (void)document.perform(test::randomEdit(document.ruleSet(), random));
        if (i % 10)
            continue;
        models.findings.finish();
        Models fresh(document);
        fresh.findings.finish();
        const QList<QAbstractItemModel *> kept = models.all();
        const QList<QAbstractItemModel *> made = fresh.all();
        for (qsizetype model = 0; model < kept.size(); ++model)
            QCOMPARE(test::modelText(*kept.at(model)), test::modelText(*made.at(model)));
    }
}

QTEST_GUILESS_MAIN(TablesRandomTest)
#include "tst_tables_random.moc"
