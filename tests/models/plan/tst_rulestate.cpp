#include "PublishedSample.h"

#include "models/plan/RuleState.h"

#include <QTest>

using namespace ferry;
using namespace ferry::test;

namespace {

/// The nodes as they are after the rule set was applied.
QList<RunningNode> applied(const RuleSet &set)
{
    QList<RunningNode> nodes;
    for (const NodeConfig &config : nodeConfigs(set))
        nodes.append({config.agent, config, false, {}});
    return nodes;
}

RuleState stateOf(const RuleSet &set, const QList<RunningNode> &nodes)
{
    return ruleStates(set, nodes).value(RuleId::fromTrusted(u"partner-upload"_s));
}

} // namespace

class TestRuleState : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void appliedRuleIsApplied()
    {
        const RuleSet set = publishedSample();
        QCOMPARE(stateOf(set, applied(set)), RuleState::Applied);
    }

    void observedConfigurationWithoutAgentCounts()
    {
        const RuleSet set = publishedSample();
        QList<RunningNode> nodes = applied(set);
        for (RunningNode &node : nodes)
            node.config->agent.clear(); // as config.observe gives it
        QCOMPARE(stateOf(set, nodes), RuleState::Applied);
    }

    void editedRuleIsDraft_data()
    {
        QTest::addColumn<std::function<void(RuleSet &)>>("change");
        const auto row = [](const char *name, std::function<void(RuleSet &)> change) {
            QTest::newRow(name) << std::move(change);
        };
        row("rule", [](RuleSet &set) { edit(set.rules, 0, [](PublishingRule &r) { r.log = false; }); });
        row("disabled", [](RuleSet &set) { edit(set.rules, 0, [](PublishingRule &r) { r.enabled = false; }); });
        row("taken off its gateway",
            [](RuleSet &set) { edit(set.rules, 0, [](PublishingRule &r) { r.gateways.clear(); }); });
        row("dangling", [](RuleSet &set) {
            edit(set.rules, 0, [](PublishingRule &r) { r.protocol = ProtocolId::fromTrusted(u"gone"_s); });
        });
        row("its protocol", [](RuleSet &set) {
            edit(set.protocols, 2,
                [](ProtocolDefinition &p) { p.primary[1].ports = PortRange::fromTrusted(6000, 6003); });
        });
        row("its service's range",
            [](RuleSet &set) { edit(set.ftpServices, 0, [](FtpService &s) { s.passivePorts.reset(); }); });
    }
    void editedRuleIsDraft()
    {
        QFETCH(std::function<void(RuleSet &)>, change);
        RuleSet set = publishedSample();
        change(set);
        QCOMPARE(stateOf(set, applied(publishedSample())), RuleState::Draft);
    }

    void neverAppliedIsDraft()
    {
        const RuleSet set = publishedSample();
        QCOMPARE(stateOf(set,
                     {{u"127.0.0.2:7521"_s, NodeConfig{}, false, {}}, {u"127.0.0.3:7521"_s, NodeConfig{}, false, {}}}),
            RuleState::Draft);
    }

    void disabledRuleThatDoesNotRunIsApplied()
    {
        RuleSet set = publishedSample();
        edit(set.rules, 0, [](PublishingRule &r) { r.enabled = false; });
        QCOMPARE(stateOf(set, applied(set)), RuleState::Applied);
    }

    void otherSitesOfTheServerDoNotCount()
    {
        RuleSet set = publishedSample();
        edit(set.ftpServices, 0, [](FtpService &s) {
            s.sites << FtpSite{u"b"_s, Address::fromTrusted(u"198.51.100.21"), 21, {}, TlsMode::None};
        });
        QCOMPARE(stateOf(set, applied(publishedSample())), RuleState::Applied);
    }

    void movedRuleIsDraft()
    {
        RuleSet set = publishedSample();
        for (const QString &id : {u"b"_s, u"c"_s}) {
            PublishingRule rule = set.rules.at(0);
            rule.id = RuleId::fromTrusted(id);
            set.rules.append(rule);
        }
        const QList<RunningNode> nodes = applied(set);
        set.rules.move(0, 2);
        QCOMPARE(stateOf(set, nodes), RuleState::Draft);
        QCOMPARE(ruleStates(set, nodes).value(RuleId::fromTrusted(u"b"_s)), RuleState::Applied);
    }

    void unreachableNodeIsUnknown()
    {
        const RuleSet set = publishedSample();
        QCOMPARE(stateOf(set, {}), RuleState::Unknown);
        for (int i = 0; i < 2; ++i) {
            QList<RunningNode> nodes = applied(set);
            nodes[i].config.reset();
            QCOMPARE(stateOf(set, nodes), RuleState::Unknown);
        }
    }

    void unconfirmedIsPending()
    {
        const RuleSet set = publishedSample();
        QList<RunningNode> nodes = applied(set);
        nodes[0].isUnconfirmed = true;
        QCOMPARE(stateOf(set, nodes), RuleState::Pending);
    }

    void handEditedFileIsDriftForTheRulesItTouches()
    {
        const RuleSet set = publishedSample();
        QList<RunningNode> nodes = applied(set);
        nodes[1].driftedPaths = {u"/etc/vsftpd.conf"_s};
        QCOMPARE(stateOf(set, nodes), RuleState::Drifted);
        nodes = applied(set);
        nodes[1].driftedPaths = {u"/etc/other.conf"_s}; // no gateway there
        QCOMPARE(stateOf(set, nodes), RuleState::Applied);
        nodes[0].driftedPaths = {u"/etc/proxy.json"_s};
        QCOMPARE(stateOf(set, nodes), RuleState::Drifted);
    }
};

QTEST_APPLESS_MAIN(TestRuleState)
#include "tst_rulestate.moc"
