#include "app/backend/agents/FakeAgent.h"
#include "app/backend/deploy/Deployer.h"
#include "app/backend/probe/FakeProber.h"

#include <QSignalSpy>
#include <QTest>

using namespace ferry;
using namespace ferry::backend;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString gatewayAgent = u"gw-1:7521"_s;
const QString serviceAgent = u"files-1:7521"_s;

RuleSet publication()
{
    RuleSet ruleSet;
    Gateway gateway;
    gateway.id = GatewayId::fromTrusted(u"gw-1"_s);
    gateway.name = u"gw-1"_s;
    gateway.agent = gatewayAgent;
    gateway.externalAddresses = {Address::fromTrusted(u"203.0.113.1")};
    ruleSet.gateways.append(gateway);

    FtpService service;
    service.id = ServiceId::fromTrusted(u"files-1"_s);
    service.name = u"files-1"_s;
    service.agent = serviceAgent;
    service.configPath = u"/etc/vsftpd.conf"_s;
    service.serviceUnit = u"vsftpd.service"_s;
    service.passivePorts = PortRange::fromTrusted(5000, 5003);
    FtpSite site;
    site.name = u"default"_s;
    site.address = Address::fromTrusted(u"198.51.100.20");
    site.tls = TlsMode::Explicit;
    service.sites = {site};
    ruleSet.ftpServices.append(service);

    PublishingRule rule;
    rule.id = RuleId::fromTrusted(u"partner-upload"_s);
    rule.name = u"Partner upload"_s;
    rule.protocol = builtInProtocols().first().id;
    rule.gateways = {gateway.id};
    rule.listener.address = Address::fromTrusted(u"203.0.113.1");
    rule.server = ServiceSite{service.id, u"default"_s};
    ruleSet.rules.append(rule);
    return ruleSet;
}

struct Bench {
    FakeAgents agents;
    FakeProber prober;
    ManualClock clock;
    Deployer deployer{agents, prober, clock};
    Plan plan;

    FakeAgent &gateway() { return agents.at(gatewayAgent); }
    FakeAgent &service() { return agents.at(serviceAgent); }

    Plan makePlan(const RuleSet &ruleSet = publication())
    {
        QSignalSpy planned(&deployer, &Deployer::planned);
        deployer.plan(ruleSet);
        if (!planned.wait())
            return {};
        return planned.first().first().value<Plan>();
    }
    /// Applies and waits until it has ended, or waits for an answer.
    ApplyProgress apply(const Plan &made, const ApplyOptions &options = {})
    {
        if (!deployer.apply(made, options))
            return {};
        [[maybe_unused]] const bool hasRested = QTest::qWaitFor(
            [this] { return !deployer.isBusy() || deployer.progress().phase == ApplyPhase::Unconfirmed; });
        return deployer.progress();
    }
    ApplyPhase end()
    {
        [[maybe_unused]] const bool hasEnded = QTest::qWaitFor([this] { return !deployer.isBusy(); });
        return deployer.progress().phase;
    }
};

qsizetype indexOf(const FakeAgents &agents, const QString &call)
{
    return agents.calls().indexOf(call);
}

Error refusal()
{
    return {ErrorCode::Refused, {}, u"It was not staged."_s, u"The checker said no."_s, {}};
}

} // namespace

class TestDeployer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlanChangesNothing()
    {
        Bench bench;
        const Plan plan = bench.makePlan();
        QCOMPARE(plan.nodes.size(), 2);
        QVERIFY(plan.hasChanges());
        QVERIFY(plan.isComplete());
        QCOMPARE(plan.touched.size(), 1);
        for (const QString &call : bench.agents.calls())
            QVERIFY2(call.endsWith("config.observe"_L1), qPrintable(call));
    }

    void aNativePlanLeavesNothingStaged()
    {
        Bench bench;
        QSignalSpy planned(&bench.deployer, &Deployer::planned);
        bench.deployer.plan(publication(), Planner::Depth::Native);
        QVERIFY(planned.wait());
        QVERIFY(bench.agents.calls().contains(gatewayAgent + u" apply.prepare"_s));
        QCOMPARE(bench.gateway().transaction(), TransactionState::None);
        QCOMPARE(bench.service().transaction(), TransactionState::None);
        QCOMPARE(bench.gateway().running(), NodeConfig());
    }

    void aNodeThatCannotBeAskedStopsTheApply()
    {
        Bench bench;
        bench.service().setOnline(false);
        const Plan plan = bench.makePlan();
        QVERIFY(!plan.isComplete());
        QVERIFY(plan.problems().first().contains("switched off"_L1));
        const Result<void> started = bench.deployer.apply(plan, {});
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::Unreachable);
        QCOMPARE(indexOf(bench.agents, gatewayAgent + u" apply.prepare"_s), -1);
    }

    void nothingToDoIsSaid()
    {
        Bench bench;
        QCOMPARE(bench.apply(bench.makePlan()).phase, ApplyPhase::Unconfirmed);
        bench.deployer.confirm();
        QCOMPARE(bench.end(), ApplyPhase::Confirmed);
        const Plan again = bench.makePlan();
        QVERIFY(!again.hasChanges());
        const Result<void> started = bench.deployer.apply(again, {});
        QVERIFY(!started);
        QCOMPARE(started.error().code, ErrorCode::NotFound);
    }

    void servicesComeBeforeGateways()
    {
        Bench bench;
        QCOMPARE(bench.apply(bench.makePlan()).phase, ApplyPhase::Unconfirmed);
        const qsizetype gatewayCommit = indexOf(bench.agents, gatewayAgent + u" apply.commit"_s);
        const qsizetype serviceCommit = indexOf(bench.agents, serviceAgent + u" apply.commit"_s);
        QVERIFY(indexOf(bench.agents, gatewayAgent + u" apply.prepare"_s) < serviceCommit);
        QVERIFY(indexOf(bench.agents, serviceAgent + u" apply.prepare"_s) < serviceCommit);
        QVERIFY(serviceCommit < gatewayCommit);
        QCOMPARE(bench.prober.requests().size(), 1);
        QCOMPARE(bench.prober.requests().first().tls, TlsMode::Explicit);
        QCOMPARE(bench.deployer.progress().confirmLeft, 60s);
        QVERIFY(!bench.deployer.progress().error);
    }

    void oneRefusalAbortsEverything_data()
    {
        QTest::addColumn<QString>("who");
        QTest::newRow("the first node") << serviceAgent;
        QTest::newRow("the last node") << gatewayAgent;
    }
    void oneRefusalAbortsEverything()
    {
        QFETCH(QString, who);
        Bench bench;
        const Plan plan = bench.makePlan();
        bench.agents.at(who).failOn(Method::ApplyPrepare, refusal());
        const ApplyProgress progress = bench.apply(plan);
        QCOMPARE(progress.phase, ApplyPhase::Failed);
        QCOMPARE(progress.error->why, refusal().why);
        for (const QString &agent : {gatewayAgent, serviceAgent}) {
            QCOMPARE(bench.agents.at(agent).running(), NodeConfig());
            QCOMPARE(bench.agents.at(agent).transaction(), TransactionState::None);
            QCOMPARE(indexOf(bench.agents, agent + u" apply.commit"_s), -1);
        }
    }

    void aFailedCommitRollsEveryNodeBack()
    {
        Bench bench;
        const Plan plan = bench.makePlan();
        bench.gateway().failOn(Method::ApplyCommit, refusal());
        QCOMPARE(bench.apply(plan).phase, ApplyPhase::Failed);
        QCOMPARE(bench.service().running(), NodeConfig());
        QCOMPARE(bench.service().transaction(), TransactionState::None);
        QCOMPARE(bench.gateway().transaction(), TransactionState::None);
        QVERIFY(indexOf(bench.agents, serviceAgent + u" apply.rollback"_s) >= 0);
    }

    void aFailedTestAsksAndStaysUnconfirmed()
    {
        Bench bench;
        bench.prober.failRule(RuleId::fromTrusted(u"partner-upload"_s), u"nobody listens"_s);
        ApplyOptions options;
        options.confirmWhenVerified = true;
        const ApplyProgress progress = bench.apply(bench.makePlan(), options);
        QCOMPARE(progress.phase, ApplyPhase::Unconfirmed);
        QVERIFY(progress.error->why.contains("nobody listens"_L1));
        QCOMPARE(bench.gateway().transaction(), TransactionState::Committed);
        bench.deployer.confirm();
        QCOMPARE(bench.end(), ApplyPhase::Confirmed);
    }

    void aFailedTestRollsBackWhereAskedTo()
    {
        Bench bench;
        bench.prober.failRule(RuleId::fromTrusted(u"partner-upload"_s), u"nobody listens"_s);
        ApplyOptions options;
        options.onFailedVerification = ApplyOptions::OnFailure::RollBack;
        const ApplyProgress progress = bench.apply(bench.makePlan(), options);
        QCOMPARE(bench.end(), ApplyPhase::RolledBack);
        QVERIFY(bench.deployer.progress().error->why.contains("nobody listens"_L1));
        QCOMPARE(bench.gateway().running(), NodeConfig());
        QCOMPARE(bench.service().running(), NodeConfig());
    }

    void confirmsByItselfOnceVerified()
    {
        Bench bench;
        ApplyOptions options;
        options.confirmWhenVerified = true;
        bench.apply(bench.makePlan(), options);
        QCOMPARE(bench.end(), ApplyPhase::Confirmed);
        QCOMPARE(bench.gateway().transaction(), TransactionState::None);
        QVERIFY(bench.gateway().running() != NodeConfig());
    }

    void goesBackWhenNobodyConfirms()
    {
        Bench bench;
        QCOMPARE(bench.apply(bench.makePlan()).phase, ApplyPhase::Unconfirmed);
        bench.clock.advance(59s);
        QTRY_COMPARE(bench.deployer.progress().confirmLeft, 1s);
        bench.clock.advance(1s);
        QCOMPARE(bench.end(), ApplyPhase::RolledBack);
        QCOMPARE(bench.deployer.progress().error->code, ErrorCode::TimedOut);
    }

    void aConflictSaysWhoWhenAndWhat()
    {
        Bench bench;
        const Plan plan = bench.makePlan();
        NodeConfig theirs = bench.service().running();
        theirs.services = plan.nodes.first().desired.services;
        bench.service().setRunning(theirs);
        ApplyRecord record;
        record.who = u"Ann"_s;
        record.when = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
        record.what = {u"files-1: passive range 6000-6003"_s};
        bench.service().setLast(record);
        const ApplyProgress progress = bench.apply(plan);
        QCOMPARE(progress.phase, ApplyPhase::Failed);
        QCOMPARE(progress.error->code, ErrorCode::Conflict);
        QCOMPARE(progress.conflict->who, u"Ann"_s);
        QCOMPARE(progress.conflict->what, record.what);
    }

    void ofTwoConsolesOneWins()
    {
        Bench bench;
        FakeProber prober;
        Deployer other(bench.agents, prober, bench.clock);
        const Plan plan = bench.makePlan();
        QVERIFY(bench.deployer.apply(plan, {}));
        QVERIFY(other.apply(plan, {}));
        QTRY_COMPARE(other.progress().phase, ApplyPhase::Failed);
        QTRY_COMPARE(bench.deployer.progress().phase, ApplyPhase::Unconfirmed);
        QVERIFY(other.progress().conflict);
        QCOMPARE(other.progress().conflict->transaction, bench.deployer.transaction());
    }

    void aLostConfirmIsToldAgain()
    {
        Bench bench;
        QCOMPARE(bench.apply(bench.makePlan()).phase, ApplyPhase::Unconfirmed);
        bench.gateway().setOnline(false);
        bench.deployer.confirm();
        QTRY_VERIFY(bench.agents.calls().count(gatewayAgent + u" apply.confirm"_s) >= 2);
        QVERIFY(bench.deployer.isBusy());
        bench.gateway().setOnline(true);
        QCOMPARE(bench.end(), ApplyPhase::Confirmed);
    }

    void rollingBackMidwayWaitsForTheStage()
    {
        Bench bench;
        QVERIFY(bench.deployer.apply(bench.makePlan(), {}));
        bench.deployer.rollback(u"changed my mind"_s);
        QCOMPARE(bench.end(), ApplyPhase::RolledBack);
        QCOMPARE(bench.gateway().running(), NodeConfig());
        QCOMPARE(bench.service().transaction(), TransactionState::None);
        QCOMPARE(indexOf(bench.agents, serviceAgent + u" apply.commit"_s), -1);
    }
};

QTEST_GUILESS_MAIN(TestDeployer)
#include "tst_deployer.moc"
