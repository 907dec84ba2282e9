#include "../support/RandomEdits.h"
#include "../support/Story.h"

#include "models/checks/FindingStore.h"
#include "models/edits/Document.h"
#include "models/edits/FilterEdits.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

QString severityText(Severity severity)
{
    return QString::number(static_cast<int>(severity));
}

/// The findings of a store as sorted lines, by its keys.
QStringList lines(const FindingStore &store)
{
    QStringList text;
    for (const Subject &subject : store.subjects()) {
        for (const FindingKey &key : store.keys(subject))
            text << subject.id + u' ' + key.code.toString() + u' ' + severityText(key.severity) + u' ' + key.part;
    }
    text.sort();
    return text;
}

QStringList lines(const QList<Finding> &findings)
{
    QStringList text;
    for (const Finding &finding : findings)
        text << finding.subjectId + u' ' + finding.code + u' ' + severityText(finding.severity) + u' ' + finding.part;
    text.sort();
    return text;
}

CheckFacts anyFacts(const RuleSet &ruleSet, QRandomGenerator &random)
{
    CheckFacts facts;
    facts.today = QDate(2026, 1, 1);
    facts.certificates.insert(u"public"_s, {facts.today.addDays(random.bounded(60) - 10), {u"203.0.113.1"_s}});
    for (const FtpService &service : ruleSet.ftpServices) {
        ServiceConfig running;
        running.passivePorts = PortRange::fromTrusted(5000, 5003);
        facts.services.insert(service.id, {random.bounded(3), random.bounded(4), running});
    }
    return facts;
}

} // namespace

class FindingStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsKeptIsWhatAFullCheckFinds_data();
    void whatIsKeptIsWhatAFullCheckFinds();
    void aNewNameTouchesNoOther();
    void workIsDoneInSlices();
    void aPreviewIsWhatTheChangeBrings_data();
    void aPreviewIsWhatTheChangeBrings();
    void countsAndWorstFollow();
};

void FindingStoreTest::whatIsKeptIsWhatAFullCheckFinds_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void FindingStoreTest::whatIsKeptIsWhatAFullCheckFinds()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Document document;
    document.load(test::crowdedRuleSet(random, 40));
    CheckFacts facts = anyFacts(document.ruleSet(), random);
    FindingStore store;
    store.check(document.ruleSet(), facts);
    QStringList told = lines(store);
    connect(&document, &Document::changed, this, [&](const Change &change) { store.mark(document.ruleSet(), change); });

    QSet<QString> codes;
    for (int i = 0; i < 160; ++i) {
        switch (random.bounded(10)) {
        case 0:
            document.undo();
            break;
        case 1:
            document.redo();
            break;
        case 2:
            facts = anyFacts(document.ruleSet(), random);
            store.setFacts(document.ruleSet(), facts);
            break;
        default:
            (void)document.perform(test::randomEdit(document.ruleSet(), random));
            break;
        }
        // Now and then several changes come before anything is checked.
        if (random.bounded(3) == 0)
            continue;
        const QList<Subject> changed = store.recheck(document.ruleSet());
        const QList<Finding> full = checkRuleSet(document.ruleSet(), facts);
        QCOMPARE(lines(store), lines(full));
        // Nothing differs that was not told.
        if (lines(store) != told)
            QVERIFY(!changed.isEmpty());
        told = lines(store);
        for (const Finding &finding : full)
            codes.insert(finding.code);
    }
    disconnect(&document, nullptr, this, nullptr);
    // A test in which little is found would prove little.
    QVERIFY2(codes.size() >= 14, qPrintable(QStringList(codes.cbegin(), codes.cend()).join(u' ')));
}

void FindingStoreTest::aNewNameTouchesNoOther()
{
    QRandomGenerator random(5);
    Document document;
    document.load(test::crowdedRuleSet(random, 200));
    FindingStore store;
    store.check(document.ruleSet(), {});
    connect(&document, &Document::changed, this, [&](const Change &change) { store.mark(document.ruleSet(), change); });
    QVERIFY(document.perform(renameProtocol(ProtocolId::fromTrusted(u"protocol-1"_s), u"Renamed"_s)));
    QVERIFY(store.isUpToDate());
    QVERIFY(document.perform(renameService(ServiceId::fromTrusted(u"files-1"_s), u"Renamed"_s)));
    QVERIFY(store.isUpToDate());
    disconnect(&document, nullptr, this, nullptr);
}

void FindingStoreTest::workIsDoneInSlices()
{
    QRandomGenerator random(6);
    const RuleSet ruleSet = test::crowdedRuleSet(random, 300);
    FindingStore store;
    store.mark(ruleSet, {true, {}});
    int slices = 0;
    while (!store.isUpToDate()) {
        (void)store.recheck(ruleSet, [] { return false; });
        ++slices;
    }
    QVERIFY(slices >= 4);
    QCOMPARE(lines(store), lines(checkRuleSet(ruleSet, {})));
}

void FindingStoreTest::aPreviewIsWhatTheChangeBrings_data()
{
    whatIsKeptIsWhatAFullCheckFinds_data();
}

void FindingStoreTest::aPreviewIsWhatTheChangeBrings()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Document document;
    document.load(test::crowdedRuleSet(random, 40));
    const CheckFacts facts = anyFacts(document.ruleSet(), random);
    FindingStore store;
    store.check(document.ruleSet(), facts);
    connect(&document, &Document::changed, this, [&](const Change &change) { store.mark(document.ruleSet(), change); });

    const auto isSame = [](const Finding &a, const Finding &b) {
        return a.code == b.code && a.kind == b.kind && a.subjectId == b.subjectId && a.part == b.part;
    };
    qsizetype brought = 0;
    for (int i = 0; i < 120; ++i) {
        const RuleSet now = document.ruleSet();
        RuleSet then = now;
        const Result<Change> change = test::randomEdit(now, random)->apply(then);
        if (!change)
            continue;
        const QList<Finding> before = checkRuleSet(now, facts);
        QList<Finding> expected = checkRuleSet(then, facts);
        expected.removeIf([&](const Finding &finding) {
            return std::any_of(
                before.cbegin(), before.cend(), [&](const Finding &known) { return isSame(known, finding); });
        });
        const QList<Finding> preview = store.preview(now, then, *change);
        QCOMPARE(lines(preview), lines(expected));
        brought += preview.size();

        // The store is as it was, also where something is still to be checked.
        (void)document.perform(test::randomEdit(now, random));
        if (random.bounded(2))
            continue;
        (void)store.recheck(document.ruleSet());
        QCOMPARE(lines(store), lines(checkRuleSet(document.ruleSet(), facts)));
    }
    disconnect(&document, nullptr, this, nullptr);
    QVERIFY(brought > 20);
}

void FindingStoreTest::countsAndWorstFollow()
{
    Document document;
    document.load(test::story());
    FindingStore store;
    store.check(document.ruleSet(), {});
    const Subject rule{ObjectKind::Rule, u"partner-upload"_s};
    QCOMPARE(store.count(Severity::Error), 1);
    QCOMPARE(store.worst(rule), Severity::Error);
    const auto follow = [&](const Change &change) {
        store.mark(document.ruleSet(), change);
        QCOMPARE(store.recheck(document.ruleSet()), QList<Subject>{rule});
    };
    const auto connection = connect(&document, &Document::changed, this, follow);
    QVERIFY(document.perform(switchFilter(RuleId::fromTrusted(u"partner-upload"_s), false)));
    QCOMPARE(store.count(Severity::Error), 2);
    QVERIFY(document.perform(removeRules({RuleId::fromTrusted(u"partner-upload"_s)})));
    QCOMPARE(store.count(Severity::Error), 0);
    QVERIFY(!store.worst(rule));
    disconnect(connection);
}

QTEST_GUILESS_MAIN(FindingStoreTest)
#include "tst_findingstore.moc"
