#include "../support/RandomEdits.h"

#include "models/edits/Document.h"
#include "models/edits/GatewayEdits.h"
#include "models/edits/MoveRules.h"
#include "models/edits/ProtocolEdits.h"
#include "models/edits/PublishServer.h"
#include "models/edits/ReplaceRuleSet.h"
#include "models/edits/RuleEdits.h"
#include "models/edits/ServiceEdits.h"
#include "models/store/RuleSetReader.h"
#include "models/store/RuleSetWriter.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

template <class T>
void replay(Table<T> &table, const Table<T> &truth, const ObjectChange &change)
{
    using What = ObjectChange::What;
    const auto id = Table<T>::IdType::fromTrusted(change.id);
    const T *object = truth.find(id);
    T stand;
    if (object)
        stand = *object;
    stand.id = id;
    switch (change.what) {
    case What::Inserted:
        table.insert(change.row, stand);
        break;
    case What::Removed:
        QVERIFY(table.at(change.row).id == id);
        table.removeAt(change.row);
        break;
    case What::Replaced:
        QVERIFY(table.at(change.row).id == id);
        table.replace(change.row, stand);
        break;
    case What::Moved:
        QVERIFY(table.at(change.row).id == id);
        table.move(change.row, change.to);
        break;
    }
}

// What someone has who saw only the changes; must end as `truth`.
void follow(RuleSet &shadow, const RuleSet &truth, const Change &change)
{
    if (change.reset) {
        shadow = truth;
        return;
    }
    for (const ObjectChange &object : change.objects) {
        switch (object.kind) {
        case ObjectKind::Protocol:
            replay(shadow.protocols, truth.protocols, object);
            break;
        case ObjectKind::Gateway:
            replay(shadow.gateways, truth.gateways, object);
            break;
        case ObjectKind::FtpService:
            replay(shadow.ftpServices, truth.ftpServices, object);
            break;
        case ObjectKind::Rule:
            replay(shadow.rules, truth.rules, object);
            break;
        }
    }
}

bool everythingRefersToSomething(const RuleSet &ruleSet)
{
    return std::all_of(ruleSet.rules.begin(), ruleSet.rules.end(), [&](const PublishingRule &rule) {
        return ruleSet.protocols.contains(rule.protocol)
            && (std::holds_alternative<BareServer>(rule.server) || publishedSite(ruleSet, rule))
            && std::all_of(rule.gateways.begin(), rule.gateways.end(),
                [&](const GatewayId &gateway) { return ruleSet.gateways.contains(gateway); });
    });
}

PublishingRule rule(const QString &id)
{
    PublishingRule made;
    made.id = RuleId::fromTrusted(id);
    made.name = id;
    made.protocol = ProtocolId::fromTrusted(u"ftp-server"_s);
    return made;
}

RuleSet rules(const QString &ids)
{
    RuleSet ruleSet;
    for (const QString &id : ids.split(u' '))
        ruleSet.rules.append(rule(id));
    return ruleSet;
}

QString order(const RuleSet &ruleSet)
{
    QStringList ids;
    for (const PublishingRule &each : ruleSet.rules)
        ids << each.id.text();
    return ids.join(u' ');
}

QList<RuleId> ids(const QString &text)
{
    QList<RuleId> list;
    for (const QString &id : text.split(u' '))
        list << RuleId::fromTrusted(id);
    return list;
}

} // namespace

class EditsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void undoAllAndRedoAllAreExact_data();
    void undoAllAndRedoAllAreExact();
    void rulesKeepTheirOrderAmongThemselvesWhenMoved_data();
    void rulesKeepTheirOrderAmongThemselvesWhenMoved();
    void manyRulesMoveAndGoInOneStep();
    void builtInProtocolsAreReadOnly();
    void customizeCopiesAndMovesTheRuleInOneStep();
    void whatIsUsedIsNotRemovedAndItIsSaidByWhom();
    void renamingASiteTakesItsRulesAlong();
    void aPublishedSiteCannotVanish();
    void publicationIsOneStepOrNothing();
    void aCopyStandsBehindTheOriginalAndIsOff();
    void aSmallImportIsToldObjectByObject();
};

void EditsTest::undoAllAndRedoAllAreExact_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void EditsTest::undoAllAndRedoAllAreExact()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Document document;
    document.load(test::crowdedRuleSet(random, 40));
    const RuleSet start = document.ruleSet();
    RuleSet shadow = start;
    connect(
        &document, &Document::changed, this, [&](const Change &change) { follow(shadow, document.ruleSet(), change); });

    QList<RuleSet> states{start};
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        const RuleSet before = document.ruleSet();
        const bool done = document.perform(test::randomEdit(document.ruleSet(), random)).has_value();
        refused += done ? 0 : 1;
        if (!done)
            QVERIFY(document.ruleSet() == before);
        QVERIFY(shadow == document.ruleSet());
        QVERIFY(everythingRefersToSomething(document.ruleSet()));
        if (i % 20 == 0) {
            // Whatever the edits let through, the reader of files does too.
            const auto again = readRuleSet(ruleSetText(document.ruleSet()));
            QVERIFY2(again, again ? "" : qPrintable(describe(again.error(), u"rules.json"_s)));
            QVERIFY(*again == document.ruleSet());
        }
        if (i % 7 == 0) {
            document.undo();
            document.redo();
            QVERIFY(shadow == document.ruleSet());
        }
    }
    QVERIFY(refused > 0 && refused < 200);

    const RuleSet end = document.ruleSet();
    while (document.canUndo()) {
        document.undo();
        QVERIFY(shadow == document.ruleSet());
    }
    QVERIFY(document.ruleSet() == start);
    QVERIFY(!document.isModified());
    while (document.canRedo())
        document.redo();
    QVERIFY(document.ruleSet() == end);
    QVERIFY(shadow == end);
}

void EditsTest::rulesKeepTheirOrderAmongThemselvesWhenMoved_data()
{
    QTest::addColumn<QString>("moved");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("result");
    QTest::newRow("one up") << u"c"_s << 1 << u"a c b d e f"_s;
    QTest::newRow("one to the end") << u"a"_s << 6 << u"b c d e f a"_s;
    QTest::newRow("in front of itself") << u"c"_s << 2 << u"a b c d e f"_s;
    QTest::newRow("behind itself") << u"c"_s << 3 << u"a b c d e f"_s;
    QTest::newRow("scattered, from both sides") << u"f a c"_s << 4 << u"b d a c f e"_s;
    QTest::newRow("to the top") << u"e b"_s << 0 << u"b e a c d f"_s;
    QTest::newRow("past the end") << u"b"_s << 99 << u"a c d e f b"_s;
    QTest::newRow("named twice") << u"b b"_s << 0 << u"b a c d e f"_s;
}

void EditsTest::rulesKeepTheirOrderAmongThemselvesWhenMoved()
{
    QFETCH(QString, moved);
    QFETCH(int, before);
    QFETCH(QString, result);
    Document document;
    document.load(rules(u"a b c d e f"_s));
    QVERIFY(document.perform(moveRules(ids(moved), before)));
    QCOMPARE(order(document.ruleSet()), result);
    document.undo();
    QCOMPARE(order(document.ruleSet()), u"a b c d e f"_s);
}

void EditsTest::manyRulesMoveAndGoInOneStep()
{
    QStringList names;
    for (int i = 0; i < 200; ++i)
        names << u"r%1"_s.arg(i);
    Document document;
    document.load(rules(names.join(u' ')));
    QVERIFY(document.perform(moveRules(ids(names.mid(0, 100).join(u' ')), 200)));
    QCOMPARE(document.ruleSet().rules.at(0).id.text(), u"r100"_s);
    QCOMPARE(document.ruleSet().rules.at(100).id.text(), u"r0"_s);
    QVERIFY(document.perform(removeRules(ids(names.mid(0, 150).join(u' ')))));
    QCOMPARE(document.ruleSet().rules.size(), 50);
    document.undo();
    document.undo();
    QCOMPARE(order(document.ruleSet()), names.join(u' '));
}

void EditsTest::builtInProtocolsAreReadOnly()
{
    Document document;
    document.load({});
    const ProtocolId id = ProtocolId::fromTrusted(u"ftp-server"_s);
    ProtocolDefinition disguised = *document.ruleSet().protocols.find(id);
    disguised.builtIn = false;
    EditPtr edits[] = {renameProtocol(id, u"Mine"_s), publishPorts(id, PortRange::fromTrusted(5000, 5003)),
        removeProtocol(id), replaceProtocol(disguised)};
    for (EditPtr &edit : edits) {
        const auto refused = document.perform(std::move(edit));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Denied);
        QVERIFY(refused.error().remedy.contains(u"Customize"_s));
    }
    QVERIFY(document.ruleSet() == RuleSet{});
}

void EditsTest::customizeCopiesAndMovesTheRuleInOneStep()
{
    Document document;
    document.load(rules(u"a b"_s));
    QVERIFY(document.perform(customizeProtocol(RuleId::fromTrusted(u"a"_s), {PortRange::fromTrusted(5000, 5003)})));
    QVERIFY(document.perform(customizeProtocol(RuleId::fromTrusted(u"b"_s))));
    const RuleSet &now = document.ruleSet();
    const ProtocolDefinition &first = *now.protocols.find(now.rules.at(0).protocol);
    QCOMPARE(first.id.text(), u"ftp-server-custom"_s);
    QCOMPARE(first.name, u"FTP Server (custom)"_s);
    QVERIFY(!first.builtIn);
    QCOMPARE(relayPorts(first), QList<PortRange>{PortRange::fromTrusted(5000, 5003)});
    QCOMPARE(now.protocols.find(now.rules.at(1).protocol)->name, u"FTP Server (custom 2)"_s);
    document.undo();
    document.undo();
    QVERIFY(document.ruleSet() == rules(u"a b"_s));
}

void EditsTest::whatIsUsedIsNotRemovedAndItIsSaidByWhom()
{
    RuleSet ruleSet = rules(u"a b c d e"_s);
    Gateway gateway;
    gateway.id = GatewayId::fromTrusted(u"gw-1"_s);
    gateway.name = u"gw-1"_s;
    ruleSet.gateways.append(gateway);
    for (qsizetype row = 0; row < ruleSet.rules.size(); ++row) {
        PublishingRule changed = ruleSet.rules.at(row);
        changed.gateways = {gateway.id};
        ruleSet.rules.replace(row, changed);
    }
    Document document;
    document.load(ruleSet);
    const auto refused = document.perform(removeGateway(gateway.id));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY2(refused.error().why.contains(u"a, b, c and 2 more"_s), qPrintable(refused.error().why));
    QVERIFY(document.perform(removeGatewayAndUsers(gateway.id)));
    QVERIFY(document.ruleSet().rules.isEmpty() && document.ruleSet().gateways.isEmpty());
    document.undo();
    QVERIFY(document.ruleSet() == ruleSet);
}

namespace {

RuleSet publishedService()
{
    FtpService service;
    service.id = ServiceId::fromTrusted(u"files-1"_s);
    service.name = u"files-1"_s;
    service.sites = {FtpSite{u"main"_s, Address::fromTrusted(u"198.51.100.20"), 21, {}, TlsMode::Explicit}};
    RuleSet ruleSet = rules(u"a"_s);
    ruleSet.ftpServices.append(service);
    PublishingRule changed = ruleSet.rules.at(0);
    changed.server = ServiceSite{service.id, u"main"_s};
    ruleSet.rules.replace(0, changed);
    return ruleSet;
}

} // namespace

void EditsTest::renamingASiteTakesItsRulesAlong()
{
    Document document;
    document.load(publishedService());
    const ServiceId id = ServiceId::fromTrusted(u"files-1"_s);
    QVERIFY(document.perform(renameSite(id, u"main"_s, u"public"_s)));
    QCOMPARE(std::get<ServiceSite>(document.ruleSet().rules.at(0).server).site, u"public"_s);
    QCOMPARE(document.ruleSet().ftpServices.at(0).sites.size(), 1);
    document.undo();
    QVERIFY(document.ruleSet() == publishedService());

    FtpService edited = document.ruleSet().ftpServices.at(0);
    edited.sites[0].name = u"public"_s;
    QVERIFY(document.perform(replaceService(edited)));
    QCOMPARE(std::get<ServiceSite>(document.ruleSet().rules.at(0).server).site, u"public"_s);
}

void EditsTest::aPublishedSiteCannotVanish()
{
    Document document;
    document.load(publishedService());
    FtpService edited = document.ruleSet().ftpServices.at(0);
    edited.sites.clear();
    const auto refused = document.perform(replaceService(edited));
    QVERIFY(!refused);
    QVERIFY(refused.error().why.contains(u"published by a"_s));
}

void EditsTest::publicationIsOneStepOrNothing()
{
    Document document;
    document.load({});
    Publication publication;
    publication.service = publishedService().ftpServices.at(0);
    publication.rule = rule(u"x"_s);
    publication.rule.id = {};
    publication.rule.name = u"Partner upload"_s;
    publication.rule.server = ServiceSite{publication.service->id, u"no such site"_s};
    QVERIFY(!document.perform(publishServer(publication)));
    QVERIFY(document.ruleSet() == RuleSet{});

    publication.rule.server = ServiceSite{publication.service->id, u"main"_s};
    QVERIFY(document.perform(publishServer(publication)));
    QCOMPARE(document.undoName(), u"publish Partner upload"_s);
    QCOMPARE(order(document.ruleSet()), u"partner-upload"_s);
    document.undo();
    QVERIFY(document.ruleSet() == RuleSet{});
}

void EditsTest::aCopyStandsBehindTheOriginalAndIsOff()
{
    Document document;
    document.load(rules(u"a b"_s));
    QVERIFY(document.perform(duplicateRule(RuleId::fromTrusted(u"a"_s))));
    QCOMPARE(order(document.ruleSet()), u"a a-copy b"_s);
    QVERIFY(!document.ruleSet().rules.at(1).enabled);
    QCOMPARE(document.ruleSet().rules.at(1).name, u"a (copy)"_s);
}

void EditsTest::aSmallImportIsToldObjectByObject()
{
    Document document;
    document.load(rules(u"a b c"_s));
    QList<Change> changes;
    connect(&document, &Document::changed, this, [&](const Change &change) { changes << change; });
    QVERIFY(document.perform(importRuleSet(rules(u"a x c"_s))));
    QVERIFY(!changes.at(0).reset);
    QCOMPARE(changes.at(0).objects.size(), 2);
    QVERIFY(document.perform(discardTo(rules(u"c a"_s))));
    QVERIFY(changes.at(1).reset);
    document.undo();
    document.undo();
    QCOMPARE(order(document.ruleSet()), u"a b c"_s);
}

QTEST_GUILESS_MAIN(EditsTest)
#include "tst_edits.moc"
