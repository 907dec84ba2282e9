#include "tests/gui/SampleRuleSet.h"

#include "models/edits/Document.h"
#include "models/plan/NodePlan.h"
#include "ui/wizard/PublishDraft.h"
#include "ui/wizard/PublishStep.h"

#include <QTest>

using namespace ferry;
using namespace ferry::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

PublishDraft staffDraft(const RuleSet &ruleSet)
{
    PublishDraft draft = startingDraft(ruleSet);
    chooseSite(draft, ruleSet, {ServiceId::fromTrusted(u"mirror"_s), u"staff"_s});
    draft.ruleName = u"Staff"_s;
    return draft;
}

} // namespace

class PublishDraftTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsWithASiteThatNoRulePublishes()
    {
        const RuleSet ruleSet = sampleRuleSet();
        const PublishDraft draft = startingDraft(ruleSet);
        QCOMPARE(draft.managed, (ServiceSite{ServiceId::fromTrusted(u"mirror"_s), u"staff"_s}));
        QCOMPARE(draft.tls, TlsMode::Explicit);
        QCOMPARE(draft.listenAddress, Address::fromTrusted(u"203.0.113.1"));
        QCOMPARE(draft.passivePorts, PortRange::fromTrusted(5100, 5119));
        QCOMPARE(startingDraft({}).source, PublishDraft::Source::BareAddress);
    }

    void encryptedSessionsNeedTheRangeAndTheAddress()
    {
        const RuleSet before = sampleRuleSet();
        const PublishDraft draft = staffDraft(before);
        QVERIFY(isOpaque(draft));
        const Publication publication = publicationOf(draft, before);
        QVERIFY(publication.protocol);
        QCOMPARE(publication.protocol->name, u"FTPS Server (Staff)"_s);
        QCOMPARE(relayPorts(*publication.protocol), QList{PortRange::fromTrusted(5100, 5119)});
        QVERIFY(publication.service);
        QCOMPARE(findSite(*publication.service, u"staff"_s)->externalAddress.everywhere,
            Address::fromTrusted(u"203.0.113.1"));
        QCOMPARE(findSite(*publication.service, u"public"_s)->externalAddress, ExternalAddress());
        QCOMPARE(publication.rule.protocol, publication.protocol->id);
        QCOMPARE(publication.rule.listener.port, quint16(0));
        QCOMPARE(publication.rule.filter.authTls, AuthTls::Pass);
    }

    void plainFtpUsesTheBuiltInDefinitionAndLeavesTheServerAlone()
    {
        RuleSet before = sampleRuleSet();
        before.rules.removeAt(1);
        PublishDraft draft = startingDraft(before);
        chooseSite(draft, before, {ServiceId::fromTrusted(u"mirror"_s), u"public"_s});
        QVERIFY(!needsPassiveRange(draft));
        const Publication publication = publicationOf(draft, before);
        QVERIFY(!publication.protocol);
        QVERIFY(!publication.service);
        QCOMPARE(publication.rule.protocol.text(), u"ftp-server"_s);
        QVERIFY(publication.rule.filter.enabled);
    }

    void anotherSiteOfTheSameKindSharesTheDefinition()
    {
        const RuleSet before = sampleRuleSet();
        const auto once = withPublication(before, publicationOf(staffDraft(before), before));
        QVERIFY(once);
        PublishDraft draft = staffDraft(*once);
        draft.ruleName = u"Staff, second address"_s;
        draft.listenAddress = Address::fromTrusted(u"203.0.113.2");
        const Publication publication = publicationOf(draft, *once);
        QVERIFY(!publication.protocol);
        QCOMPARE(publication.rule.protocol, once->rules.at(2).protocol);
    }

    void aSecondGatewayGetsAnAddressOfItsOwn()
    {
        RuleSet before = sampleRuleSet();
        FtpService mirror = *before.ftpServices.find(ServiceId::fromTrusted(u"mirror"_s));
        mirror.sites[1].externalAddress.everywhere = Address::fromTrusted(u"203.0.113.1");
        before.ftpServices.replace(1, mirror);
        PublishDraft draft = staffDraft(before);
        draft.gateways = {GatewayId::fromTrusted(u"gw-2"_s)};
        draft.listenAddress = Address::fromTrusted(u"192.0.2.1");
        const Publication publication = publicationOf(draft, before);
        QVERIFY(publication.service);
        const ExternalAddress external = publication.service->sites[1].externalAddress;
        QCOMPARE(external.everywhere, Address::fromTrusted(u"203.0.113.1"));
        QCOMPARE(external.perGateway.value(GatewayId::fromTrusted(u"gw-2"_s)), Address::fromTrusted(u"192.0.2.1"));
    }

    void tlsBringsItsUsualPortsAndAFilterThatLetsClientsIn()
    {
        PublishDraft draft;
        chooseTls(draft, TlsMode::Implicit);
        QCOMPARE(draft.listenPort, quint16(990));
        QVERIFY(!draft.filter.enabled);
        draft.listenPort = 2990;
        chooseTls(draft, TlsMode::Explicit);
        QCOMPARE(draft.listenPort, quint16(2990));
        QCOMPARE(draft.filter.authTls, AuthTls::Pass);
        QVERIFY(draft.filter.enabled);
        draft.filter.authTls = AuthTls::Terminate;
        QVERIFY(!needsPassiveRange(draft));
    }

    void bareAddressNeedsNoService()
    {
        const RuleSet before = sampleRuleSet();
        PublishDraft draft = startingDraft(before);
        draft.source = PublishDraft::Source::BareAddress;
        QVERIFY(stepProblem(PublishStep::Server, draft, before));
        draft.serverAddress = Address::fromTrusted(u"198.51.100.77");
        QVERIFY(!stepProblem(PublishStep::Server, draft, before));
        const Publication publication = publicationOf(draft, before);
        QVERIFY(!publication.service);
        QCOMPARE(std::get<BareServer>(publication.rule.server).address, *draft.serverAddress);
        QCOMPARE(publication.rule.name, u"FTPS on 198.51.100.77"_s);
    }

    void eachStepSaysWhatIsMissing_data()
    {
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("what");
        QTest::newRow("server") << int(PublishStep::Server) << u"The server is not known yet."_s;
        QTest::newRow("listener") << int(PublishStep::Listener) << u"There is no listener yet."_s;
        QTest::newRow("range") << int(PublishStep::PassivePorts) << u"The passive range is not set."_s;
    }
    void eachStepSaysWhatIsMissing()
    {
        QFETCH(int, step);
        QFETCH(QString, what);
        PublishDraft draft;
        draft.source = PublishDraft::Source::BareAddress;
        draft.filter.enabled = false;
        const auto problem = stepProblem(static_cast<PublishStep>(step), draft, sampleRuleSet());
        QVERIFY(problem);
        QCOMPARE(problem->what, what);
        QVERIFY(!problem->why.isEmpty());
        QVERIFY(!problem->remedy.isEmpty());
    }

    void rangeMayNotHoldTheListener()
    {
        PublishDraft draft;
        draft.listenPort = 5001;
        draft.passivePorts = PortRange::fromTrusted(5000, 5003);
        QVERIFY(stepProblem(PublishStep::PassivePorts, draft, {}));
    }

    void adoptsWhatAQuickFixChanged()
    {
        const RuleSet before = sampleRuleSet();
        const PublishDraft draft = staffDraft(before);
        const Publication publication = publicationOf(draft, before);
        RuleSet fixed = *withPublication(before, publication);
        PublishingRule rule = *fixed.rules.find(publication.rule.id);
        rule.filter.enabled = false;
        rule.listener.port = 2121;
        fixed.rules.replace(2, rule);
        FtpService mirror = *publication.service;
        mirror.passivePorts = PortRange::fromTrusted(6000, 6099);
        fixed.ftpServices.replace(1, mirror);

        const PublishDraft after = adopted(draft, fixed, rule.id);
        QVERIFY(!after.filter.enabled);
        QCOMPARE(after.listenPort, quint16(2121));
        QCOMPARE(after.passivePorts, PortRange::fromTrusted(6000, 6099));
        QCOMPARE(after.ruleName, draft.ruleName);
    }

    void oneUndoTakesEverythingBack()
    {
        Document document;
        document.load(sampleRuleSet());
        const RuleSet before = document.ruleSet();
        QVERIFY(document.perform(publishServer(publicationOf(staffDraft(before), before))));
        QCOMPARE(document.ruleSet().rules.size(), before.rules.size() + 1);
        QCOMPARE(document.ruleSet().protocols.size(), before.protocols.size() + 1);
        document.undo();
        QCOMPARE(document.ruleSet(), before);
        QVERIFY(!document.canUndo());
    }
};

QTEST_GUILESS_MAIN(PublishDraftTest)
#include "tst_publishdraft.moc"
