#include "app/agent/control/fake/FakeControl.h"
#include "app/agent/engines/fake/FakeEngine.h"
#include "app/agent/files/Durable.h"
#include "app/agent/services/fake/FakeServiceDriver.h"
#include "app/agent/transactions/Transactions.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <functional>

using namespace ferry;
using namespace ferry::agent;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

const Caller ada{u"ada"_s, u"192.0.2.7:4000"_s, Role::Administrator};
const Error refusal{ErrorCode::Refused, {}, u"It did not work."_s, u"A reason."_s, {}};

/// Fakes for everything outside, real files, and a clock that is turned by hand. An "agent" can be started again on
/// the same folder.
struct Node {
    QTemporaryDir folder;
    ManualClock clock;
    QString boot = u"boot-1"_s;

    FakeEngine *engine = nullptr;
    FakeServiceDriver *driver = nullptr;
    FakeControl *control = nullptr;
    Result<QString> banner = u"220 Hello"_s;
    QStringList progress;

    std::unique_ptr<Host> host;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<Generations> generations;
    std::unique_ptr<AuditLog> audit;
    std::unique_ptr<Transactions> transactions;

    Node()
    {
        (void)writeDurably(servicePath(), "1000-1001\n");
        start();
    }

    QString servicePath() const { return folder.filePath(u"service.conf"_s); }
    QString enginePath() const { return folder.filePath(u"engine.json"_s); }

    void start()
    {
        transactions.reset();
        host = std::make_unique<Host>();
        auto newEngine = std::make_unique<FakeEngine>(GatewayId::fromTrusted(u"gw-1"_s), enginePath());
        auto newDriver = std::make_unique<FakeServiceDriver>(ServiceId::fromTrusted(u"files-1"_s), servicePath());
        auto newControl = std::make_unique<FakeControl>();
        engine = newEngine.get();
        driver = newDriver.get();
        control = newControl.get();
        GatewayEntry gateway;
        gateway.id = GatewayId::fromTrusted(u"gw-1"_s);
        host->gateways.push_back({gateway, std::move(newEngine)});
        ServiceEntry entry{ServiceId::fromTrusted(u"files-1"_s), FtpSoftware::Vsftpd, servicePath(), {}};
        entry.control.unit = u"vsftpd.service"_s;
        host->services.push_back({entry, std::move(newDriver), std::move(newControl)});
        host->witness = {[](qint64, quint16) { return true; },
            [this](const Endpoint &, milliseconds) { return banner; }, [](quint16) { return 3; }};
        journal = std::make_unique<Journal>(Journal::open(folder.path()).value());
        (void)makePrivateFolder(folder.filePath(u"generations"_s));
        generations = std::make_unique<Generations>(folder.filePath(u"generations"_s));
        audit.reset();
        audit = AuditLog::open(folder.filePath(u"audit.log"_s), clock).value();
        transactions = std::make_unique<Transactions>(Transactions::Surroundings{*host, *journal, *generations, *audit,
            clock, boot, [this](const ProgressNote &note) { progress << note.text; }});
        transactions->recover();
    }

    PrepareRequest request(const QString &transaction, quint16 low) const
    {
        ServiceConfig service;
        service.id = ServiceId::fromTrusted(u"files-1"_s);
        service.configPath = servicePath();
        service.serviceUnit = u"vsftpd.service"_s;
        service.passivePorts = PortRange::fromTrusted(low, low + 3);
        NodeConfig config;
        config.services = {service};
        config.gateways = {{GatewayId::fromTrusted(u"gw-1"_s), Engine::Builtin, {}, {}}};
        return {transaction, runningGeneration(journal->state()), config, u"why"_s, {u"what"_s}, seconds(60)};
    }

    auto prepare(const QString &transaction, quint16 low)
    {
        return transactions->prepare(request(transaction, low), ada);
    }
    auto prepareUndo(const QString &transaction, quint16 low)
    {
        PrepareRequest undo = request(transaction, low);
        undo.undoHandEdits = true;
        return transactions->prepare(undo, ada);
    }
    void editByHand() { QVERIFY(writeDurably(servicePath(), "by hand\n")); }
    auto commit(const QString &transaction) { return transactions->commit({transaction, {}}, ada); }
    auto confirm(const QString &transaction) { return transactions->confirm({transaction, {}}, ada); }
    void apply(const QString &transaction, quint16 low)
    {
        QVERIFY(prepare(transaction, low) && commit(transaction) && confirm(transaction));
    }
    auto rollBack(const QString &transaction) { return transactions->rollBack({transaction, {}}, ada); }

    QByteArray service() const { return readFile(servicePath()).value().value_or(QByteArray()); }
    QByteArray auditText() const { return readFile(folder.filePath(u"audit.log"_s)).value().value_or(QByteArray()); }
    QStringList strays() const
    {
        return QDir(folder.path()).entryList({u".*ferrygate*"_s}, QDir::Files | QDir::Hidden);
    }
    bool isIdle() const { return !journal->state().open; }
};

} // namespace

class AgentTransactionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servicesAreChangedBeforeGateways()
    {
        Node node;
        const auto prepared = node.prepare(u"t1"_s, 5000);
        QVERIFY(prepared.has_value());
        QCOMPARE(prepared->restarts, (QList<RestartImpact>{{ServiceId::fromTrusted(u"files-1"_s), 3}}));
        QCOMPARE(node.service(), "1000-1001\n");
        QCOMPARE(node.control->restarts, 0);
        node.progress.clear();
        const auto committed = node.commit(u"t1"_s);
        QVERIFY(committed.has_value());
        QCOMPARE(node.service(), "5000-5003\n");
        QCOMPARE(node.control->restarts, 1);
        QVERIFY(node.progress.first().contains(u"files-1"_s));
        QVERIFY(node.progress.last().contains(u"gw-1"_s));
        QVERIFY(node.confirm(u"t1"_s).has_value());
        QCOMPARE(node.journal->state().generation, prepared->generation);
        QCOMPARE(node.engine->observe().generation, prepared->generation);
        QCOMPARE(node.strays(), QStringList());
    }

    void aServiceThatNeedsNoChangeIsNotRestarted()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 1000).has_value());
        // 1000-1003 is a change; the same again is none.
        QVERIFY(node.commit(u"t1"_s).has_value() && node.confirm(u"t1"_s).has_value());
        const int restarts = node.control->restarts;
        const auto prepared = node.prepare(u"t2"_s, 1000);
        QVERIFY(prepared.has_value() && prepared->restarts.isEmpty());
        QVERIFY(node.commit(u"t2"_s)->restarts.isEmpty());
        QCOMPARE(node.control->restarts, restarts);
    }

    void aRefusedCheckChangesNothing()
    {
        Node node;
        node.driver->checkRefusal = refusal;
        QCOMPARE(node.prepare(u"t1"_s, 5000).error().error, refusal);
        node.driver->checkRefusal.reset();
        node.engine->checkRefusal = refusal;
        QCOMPARE(node.prepare(u"t1"_s, 5000).error().error, refusal);
        QVERIFY(node.isIdle());
        QCOMPARE(node.strays(), QStringList());
        QCOMPARE(node.service(), "1000-1001\n");
    }

    void aServiceThatDoesNotComeUpTakesEverythingBack_data()
    {
        QTest::addColumn<bool>("isRefusedByManager");
        QTest::newRow("the manager refuses") << true;
        QTest::newRow("it says 500 instead of 220") << false;
    }

    void aServiceThatDoesNotComeUpTakesEverythingBack()
    {
        QFETCH(bool, isRefusedByManager);
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value());
        if (isRefusedByManager)
            node.control->refusal = refusal;
        else
            node.banner = failure(refusal);
        const auto committed = node.commit(u"t1"_s);
        QVERIFY(!committed);
        QVERIFY(committed.error().error.why.contains(u"A reason."_s));
        QVERIFY(node.isIdle());
        QCOMPARE(node.service(), "1000-1001\n");
        QCOMPARE(node.control->restarts, 2);
        QCOMPARE(node.strays(), QStringList());
        QVERIFY(node.auditText().contains("apply rolled back"));
    }

    void changesByHandAreUndone()
    {
        Node node;
        node.apply(u"t1"_s, 5000);
        node.editByHand();
        const int commits = node.engine->commits;
        const int restarts = node.control->restarts;
        const auto prepared = node.prepareUndo(u"t2"_s, 5000);
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().error.text()));
        QCOMPARE(prepared->changes, (QList{NativeChange{node.servicePath(), u"by hand\n"_s, u"5000-5003\n"_s}}));
        QVERIFY(node.commit(u"t2"_s));
        QCOMPARE(node.service(), "5000-5003\n");
        QCOMPARE(node.control->restarts, restarts + 1);
        QCOMPARE(node.engine->commits, commits + 1);
        QVERIFY(node.confirm(u"t2"_s));
        QCOMPARE(node.strays(), QStringList());
    }

    void aFileThatWasRemovedByHandComesBack()
    {
        Node node;
        node.apply(u"t1"_s, 5000);
        QVERIFY(QFile::remove(node.servicePath()));
        const auto prepared = node.prepareUndo(u"t2"_s, 5000);
        QVERIFY2(prepared, prepared ? "" : qPrintable(prepared.error().error.text()));
        QCOMPARE(prepared->changes, (QList{NativeChange{node.servicePath(), QString(), u"5000-5003\n"_s}}));
        QVERIFY(node.commit(u"t2"_s));
        QCOMPARE(node.service(), "5000-5003\n");
        QVERIFY(node.rollBack(u"t2"_s));
        QVERIFY(!QFile::exists(node.servicePath()));
        QCOMPARE(node.strays(), QStringList());
    }

    void whatWasThereComesBackWhereTheServiceDoesNotStartWithoutIt()
    {
        Node node;
        node.apply(u"t1"_s, 5000);
        node.editByHand();
        QVERIFY(node.prepareUndo(u"t2"_s, 5000));
        node.control->refusal = refusal;
        QVERIFY(!node.commit(u"t2"_s));
        QCOMPARE(node.service(), "by hand\n");
        QVERIFY(node.isIdle());
    }

    void changesByHandAreUndoneUnderTheConfigurationThatRunsOnly()
    {
        Node node;
        node.apply(u"t1"_s, 5000);
        node.editByHand();
        const auto prepared = node.prepareUndo(u"t2"_s, 6000);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().error.code, ErrorCode::InvalidInput);
        QCOMPARE(node.service(), "by hand\n");
        QVERIFY(node.isIdle());
    }

    void aGatewayThatRefusesTakesTheServiceBackToo()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value());
        node.engine->commitRefusal = refusal;
        const auto committed = node.commit(u"t1"_s);
        QVERIFY(!committed);
        QCOMPARE(node.service(), "1000-1001\n");
        QCOMPARE(node.control->restarts, 2);
        QVERIFY(!QFileInfo::exists(node.enginePath()));
        QVERIFY(node.isIdle());
    }

    void withoutAConfirmationItGoesBack()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value() && node.commit(u"t1"_s).has_value());
        node.clock.advance(seconds(59));
        node.transactions->expire();
        QCOMPARE(node.service(), "5000-5003\n");
        QCOMPARE(node.transactions->timeLeft(), milliseconds(1000));
        node.clock.advance(seconds(1));
        node.transactions->expire();
        QCOMPARE(node.service(), "1000-1001\n");
        QVERIFY(node.isIdle());
        QVERIFY(node.auditText().contains("not confirmed in time"));
        QCOMPARE(node.confirm(u"t1"_s).error().error.code, ErrorCode::NotFound);
    }

    void aLateConfirmationIsTooLateEvenIfNobodyLooked()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value() && node.commit(u"t1"_s).has_value());
        node.clock.advance(seconds(61));
        QVERIFY(!node.confirm(u"t1"_s));
        QCOMPARE(node.service(), "1000-1001\n");
    }

    void settingTheWallClockMovesNoDeadline()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value() && node.commit(u"t1"_s).has_value());
        node.clock.setWallClock(node.clock.now().addYears(10));
        node.transactions->expire();
        QCOMPARE(node.service(), "5000-5003\n");
        node.clock.setWallClock(node.clock.now().addYears(-20));
        node.clock.advance(seconds(60));
        node.transactions->expire();
        QCOMPARE(node.service(), "1000-1001\n");
    }

    void aRestartedAgentGoesOnWithTheDeadline()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value() && node.commit(u"t1"_s).has_value());
        node.clock.advance(seconds(20));
        node.start();
        QCOMPARE(node.service(), "5000-5003\n");
        QCOMPARE(node.transactions->timeLeft(), milliseconds(40'000));
        QVERIFY(node.confirm(u"t1"_s).has_value());
        QCOMPARE(node.service(), "5000-5003\n");
    }

    void aRebootRollsBackWhatWasNotConfirmed()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value() && node.commit(u"t1"_s).has_value());
        node.boot = u"boot-2"_s;
        node.start();
        QCOMPARE(node.service(), "1000-1001\n");
        QVERIFY(node.isIdle());
        QCOMPARE(node.control->restarts, 1);
    }

    void aPreparedApplyNobodyCommitsIsDropped()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value());
        QCOMPARE(node.prepare(u"t2"_s, 6000).error().error.code, ErrorCode::Conflict);
        node.clock.advance(seconds(121));
        QVERIFY(node.prepare(u"t2"_s, 6000).has_value());
        QCOMPARE(node.commit(u"t1"_s).error().error.code, ErrorCode::NotFound);
        node.start();
        QVERIFY(node.isIdle());
        QCOMPARE(node.strays(), QStringList());
    }

    void stepsOutOfOrderAreRefused()
    {
        Node node;
        QVERIFY(!node.commit(u"t1"_s));
        QVERIFY(!node.confirm(u"t1"_s));
        QVERIFY(!node.rollBack(u"t1"_s));
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value());
        QCOMPARE(node.confirm(u"t1"_s).error().error.code, ErrorCode::Conflict);
        QVERIFY(node.commit(u"t1"_s).has_value());
        QCOMPARE(node.commit(u"t1"_s).error().error.code, ErrorCode::Conflict);
        QVERIFY(node.confirm(u"t1"_s).has_value());
        QVERIFY(!node.rollBack(u"t1"_s));
        QVERIFY(!node.prepare(u"t1"_s, 6000));
    }

    void handEditsOfOtherLinesSurviveAnApply()
    {
        Node node;
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value());
        QVERIFY(node.commit(u"t1"_s).has_value() && node.confirm(u"t1"_s).has_value());
        QVERIFY(writeDurably(node.servicePath(), "edited\n"));
        const auto prepared = node.prepare(u"t2"_s, 6000);
        QVERIFY(prepared.has_value());
        // The edit is in the difference that the plan shows.
        QCOMPARE(prepared->changes.first().before, u"edited\n"_s);
    }

    void linksStayLinksAndModesStay()
    {
        Node node;
        const QString real = node.folder.filePath(u"real.conf"_s);
        QVERIFY(QFile::rename(node.servicePath(), real));
        QVERIFY(QFile::setPermissions(real, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup));
        QVERIFY(QFile::link(real, node.servicePath()));
        const auto mode = QFile::permissions(real);
        QVERIFY(node.prepare(u"t1"_s, 5000).has_value() && node.commit(u"t1"_s).has_value());
        QVERIFY(QFileInfo(node.servicePath()).isSymLink());
        QCOMPARE(node.service(), "5000-5003\n");
        QCOMPARE(QFile::permissions(real), mode);
        QVERIFY(node.rollBack(u"t1"_s).has_value());
        QVERIFY(QFileInfo(node.servicePath()).isSymLink());
        QCOMPARE(node.service(), "1000-1001\n");
        QCOMPARE(QFile::permissions(real), mode);
    }

    void whatAgentJsonDoesNotNameIsRefused_data()
    {
        QTest::addColumn<int>("what");
        for (int what = 0; what < 6; ++what)
            QTest::addRow("%d", what) << what;
    }

    void whatAgentJsonDoesNotNameIsRefused()
    {
        QFETCH(int, what);
        Node node;
        PrepareRequest request = node.request(u"t1"_s, 5000);
        ServiceConfig &service = request.config.services[0];
        GatewayConfig &gateway = request.config.gateways[0];
        const std::array<std::function<void()>, 6> changes{[&] { service.configPath = u"/etc/shadow"_s; },
            [&] { service.serviceUnit = u"ssh.service"_s; }, [&] { service.id = ServiceId::fromTrusted(u"other"_s); },
            [&] { service.software = FtpSoftware::Proftpd; }, [&] { gateway.id = GatewayId::fromTrusted(u"other"_s); },
            [&] { gateway.engine = Engine::Nftables; }};
        changes[static_cast<std::size_t>(what)]();
        const auto prepared = node.transactions->prepare(request, ada);
        QVERIFY(!prepared);
        QCOMPARE(prepared.error().error.code, ErrorCode::Denied);
        QVERIFY(node.isIdle());
    }
};

QTEST_APPLESS_MAIN(AgentTransactionsTest)
#include "tst_agent_transactions.moc"
