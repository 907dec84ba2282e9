#include "app/ctl/cli/Await.h"
#include "models/store/RuleSetFile.h"
#include "tests/e2e/support/LabFixture.h"
#include "tests/e2e/support/Programs.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds confirmWithin = 2s;
constexpr int patience = 90'000;

void killHard(const ctl::ProcessRef &process)
{
    if (process.isAlive())
        ::kill(static_cast<pid_t>(process.pid), SIGKILL);
}

// Two configurations that differ on both nodes; neither leaves a setting to what was there before.
RuleSet configuration(const RuleSet &sample, quint16 low, AuthTls handling)
{
    RuleSet ruleSet = sample;
    const PortRange range = PortRange::fromTrusted(low, static_cast<quint16>(low + 3));
    FtpService service = ruleSet.ftpServices.at(0);
    service.passivePorts = range;
    service.sites[0].externalAddress.everywhere = ruleSet.gateways.at(0).externalAddresses.first();
    ruleSet.ftpServices.replace(0, service);
    ProtocolDefinition protocol =
        customized(builtInProtocols().first(), ProtocolId::fromTrusted(u"custom"_s), u"Custom"_s);
    protocol.primary.append({Direction::Inbound, range});
    ruleSet.protocols.append(protocol);
    PublishingRule rule = ruleSet.rules.at(0);
    rule.protocol = protocol.id;
    rule.filter.authTls = handling;
    ruleSet.rules.replace(0, rule);
    return ruleSet;
}

} // namespace

/// kill -9 of agent, proxy and console at every step between prepare and confirm. Afterwards each node runs one of the
/// two configurations, whole, and what nobody confirmed is gone.
class TestCrashLoop : public QObject {
    Q_OBJECT

    std::unique_ptr<LabFixture> m_lab;
    RuleSet m_first;
    RuleSet m_second;
    QString m_firstFile;
    QString m_secondFile;
    QHash<QString, QByteArray> m_nativeHash;  ///< of vsftpd.conf, by generation of the server's node

    QStringList agents() const { return {m_lab->network().gatewayAgent(), m_lab->network().serverAgent()}; }

    static std::optional<NodeStatus> statusOf(ctl::Workbench &bench, const QString &agent)
    {
        QObject context;
        backend::AgentChannel *channel = *bench.agents.channel(agent);
        const auto status =
            ctl::await<backend::AgentResult<NodeStatus>>([&](const auto &done) { channel->status(&context, done); });
        return status ? std::optional(*status) : std::nullopt;
    }

    static bool isAtRest(const NodeStatus &status)
    {
        return status.transaction == TransactionState::None
            && std::all_of(status.gateways.cbegin(), status.gateways.cend(),
                [&](const GatewayStatus &gateway) {
                    return gateway.running && gateway.generation == status.generation;
                })
            && std::all_of(status.services.cbegin(), status.services.cend(),
                [](const ServiceStatus &service) { return service.running; });
    }

    QStringList generationsOf(const QString &agent) const
    {
        QStringList generations;
        for (const RuleSet &ruleSet : {m_first, m_second}) {
            for (const NodeConfig &node : nodeConfigs(ruleSet)) {
                if (node.agent == agent)
                    generations.append(generationOf(node));
            }
        }
        return generations;
    }

    QByteArray nativeHash() const
    {
        QFile file(m_lab->paths().vsftpdConf());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
    }

    // Every node comes to rest by itself, on one of the two configurations, with nothing left half done.
    void verifyAtRest()
    {
        const auto bench = m_lab->workbench();
        for (const QString &agent : agents()) {
            std::optional<NodeStatus> status;
            QTRY_VERIFY2_WITH_TIMEOUT(
                (status = statusOf(*bench, agent)) && isAtRest(*status), qPrintable(agent), patience);
            QVERIFY2(generationsOf(agent).contains(status->generation), qPrintable(status->generation));
            QVERIFY2(status->drift.isEmpty(), qPrintable(status->drift.value(0).path));
            if (agent == m_lab->network().serverAgent())
                QCOMPARE(nativeHash(), m_nativeHash.value(status->generation));
        }
        const QDir beside(m_lab->paths().path(u"files-1"_s));
        QVERIFY2(beside.entryList({u".vsftpd.conf*"_s}, QDir::Files | QDir::Hidden).isEmpty(),
            qPrintable(beside.entryList({u".vsftpd.conf*"_s}, QDir::Files | QDir::Hidden).join(u' ')));
    }

    // What was only staged when its console died has changed nothing. The agent drops it after two minutes, or at once
    // where somebody says so.
    void dropWhatIsOnlyStaged()
    {
        const auto bench = m_lab->workbench();
        for (const QString &agent : agents()) {
            const std::optional<NodeStatus> status = statusOf(*bench, agent);
            QVERIFY(status);
            if (status->transaction != TransactionState::Prepared)
                continue;
            QVERIFY(status->drift.isEmpty());
            QObject context;
            backend::AgentChannel *channel = *bench->agents.channel(agent);
            const auto dropped = ctl::await<backend::AgentResult<ApplyRecord>>([&](const auto &done) {
                channel->rollback({status->open->transaction, u"its console died"_s}, &context, done);
            });
            QVERIFY(dropped);
        }
    }

    // The configuration that does not run on the server's node now.
    RuleSet other() const
    {
        const auto bench = m_lab->workbench();
        const std::optional<NodeStatus> status = statusOf(*bench, m_lab->network().serverAgent());
        return status && status->generation == generationsOf(m_lab->network().serverAgent()).first() ? m_second
                                                                                                     : m_first;
    }

    static backend::ApplyOptions options(bool confirms)
    {
        backend::ApplyOptions options;
        options.why = u"crash loop"_s;
        options.verify = false;
        options.confirmWithin = confirmWithin;
        options.confirmWhenVerified = confirms;
        return options;
    }

    void applyAndConfirm(const RuleSet &ruleSet)
    {
        const auto bench = m_lab->workbench();
        const backend::Plan plan = bench->plan(ruleSet, backend::Planner::Depth::Words);
        backend::ApplyOptions confirmed = options(true);
        confirmed.confirmWithin = 60s;
        const auto progress = bench->apply(plan, confirmed);
        QVERIFY2(progress && progress->phase == ApplyPhase::Confirmed,
            qPrintable(progress ? progress->error.value_or(Error{}).text() : progress.error().text()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        m_lab = std::move(*lab);
        const RuleSet sample = m_lab->ruleSet();
        m_first = configuration(sample, 5000, AuthTls::Pass);
        m_second = configuration(sample, 5010, AuthTls::Deny);
        m_firstFile = m_lab->paths().path(u"first.json"_s);
        m_secondFile = m_lab->paths().path(u"second.json"_s);
        QVERIFY(saveRuleSet(m_firstFile, m_first) && saveRuleSet(m_secondFile, m_second));
        const QStringList generations = generationsOf(m_lab->network().serverAgent());
        applyAndConfirm(m_first);
        m_nativeHash.insert(generations[0], nativeHash());
        applyAndConfirm(m_second);
        m_nativeHash.insert(generations[1], nativeHash());
        QVERIFY(m_nativeHash[generations[0]] != m_nativeHash[generations[1]]);
        verifyAtRest();
    }

    void theAgentIsKilled_data()
    {
        QTest::addColumn<QString>("point");
        QTest::addColumn<bool>("isGateway");
        QProcess agent;
        agent.start(programDirectory() + u"/ferrygate-agent"_s, {u"--list-crash-points"_s});
        QVERIFY(agent.waitForFinished());
        const QStringList points = QString::fromUtf8(agent.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        if (points.isEmpty())
            QSKIP("This build of the agent has no crash points; debug builds have them.");
        for (const QString &point : points)
            QTest::newRow(qPrintable(point)) << point << point.contains("gateway"_L1);
    }
    void theAgentIsKilled()
    {
        QFETCH(QString, point);
        QFETCH(bool, isGateway);
        const auto before = m_lab->lab().state();
        QVERIFY(before);
        killHard(isGateway ? before->gatewayAgent : before->serverAgent);
        QTRY_VERIFY(!(isGateway ? before->gatewayAgent : before->serverAgent).isAlive());
        // At some points it does not even come to listen.
        const auto crashing =
            m_lab->withAgentEnvironment({{u"FERRYGATE_CRASH_AT"_s, point}}).up([](const QString &) {});
        Q_UNUSED(crashing)
        const auto state = m_lab->lab().state();
        QVERIFY(state);
        const ctl::ProcessRef doomed = isGateway ? state->gatewayAgent : state->serverAgent;

        if (doomed.isAlive()) {
            const auto bench = m_lab->workbench();
            const backend::Plan plan = bench->plan(other(), backend::Planner::Depth::Words);
            // Unconfirmed it goes back by itself, which is how the points of a rollback are reached.
            const bool confirms = !point.startsWith("rollback"_L1);
            const auto progress = bench->apply(plan, options(confirms));
            Q_UNUSED(progress)
            QTRY_VERIFY2_WITH_TIMEOUT(!doomed.isAlive(), "the point was not reached", patience);
        }
        const auto mended = m_lab->lab().up([](const QString &) {});
        QVERIFY2(mended, qPrintable(mended ? QString() : mended.error().text()));
        verifyAtRest();
    }

    void theProxyIsKilledAtEveryStep()
    {
        bool isLast = false;
        for (int step = 1; !isLast; ++step) {
            const auto bench = m_lab->workbench();
            const std::optional<NodeStatus> gateway = statusOf(*bench, m_lab->network().gatewayAgent());
            const auto proxy = ctl::ProcessRef::of(gateway->gateways.first().pid);
            QVERIFY(proxy);
            const backend::Plan plan = bench->plan(other(), backend::Planner::Depth::Words);
            int seen = 0;
            QList<ApplyStep> steps;
            const auto progress = bench->apply(plan, options(true), [&](const ApplyProgress &now) {
                // The countdown tells the same steps again and again.
                if (std::exchange(steps, now.steps) != now.steps && ++seen == step)
                    killHard(*proxy);
            });
            QVERIFY(progress);
            isLast = seen < step;
            verifyAtRest();
            if (QTest::currentTestFailed())
                return;
        }
    }

    void theConsoleIsKilledAtEveryStep()
    {
        bool isLast = false;
        for (int step = 1; !isLast; ++step) {
            const bool isFirst = other() == m_first;
            QProcess ferryctl;
            ferryctl.setReadChannel(QProcess::StandardError);
            ferryctl.start(programDirectory() + u"/ferryctl"_s,
                {u"apply"_s, u"--yes"_s, u"--progress"_s, u"--no-verify"_s, u"--confirm-within"_s,
                    QString::number(confirmWithin.count()), isFirst ? m_firstFile : m_secondFile});
            QVERIFY(ferryctl.waitForStarted());
            int lines = 0;
            while (lines < step && ferryctl.waitForReadyRead(30'000)) {
                while (lines < step && ferryctl.canReadLine()) {
                    ferryctl.readLine();
                    ++lines;
                }
            }
            isLast = lines < step;
            ferryctl.kill();
            QVERIFY(ferryctl.state() == QProcess::NotRunning || ferryctl.waitForFinished());
            dropWhatIsOnlyStaged();
            verifyAtRest();
            if (QTest::currentTestFailed())
                return;
        }
    }

    void whatNobodyConfirmsGoesBackByItself()
    {
        const auto bench = m_lab->workbench();
        const QString server = m_lab->network().serverAgent();
        const QString before = statusOf(*bench, server)->generation;
        const backend::Plan plan = bench->plan(other(), backend::Planner::Depth::Words);
        const auto progress = bench->apply(plan, options(false));
        QVERIFY(progress && progress->phase == ApplyPhase::Unconfirmed);
        QVERIFY(statusOf(*bench, server)->generation != before);
        verifyAtRest();
        QCOMPARE(statusOf(*bench, server)->generation, before);
        QVERIFY(statusOf(*bench, server)->last->outcome == "confirmed"_L1);
    }
};

QTEST_GUILESS_MAIN(TestCrashLoop)
#include "tst_crash_loop.moc"
