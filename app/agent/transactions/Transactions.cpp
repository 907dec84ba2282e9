#include "app/agent/transactions/Transactions.h"

#include "app/agent/faults/CrashPoint.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds betweenAttempts{5'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("Transactions", text);
}

tl::unexpected<RpcFailure> refuse(const Error &error)
{
    return tl::unexpected(RpcFailure{error, {}});
}

// True once the way into place was begun; before that nothing can have seen the new file.
bool wasTouched(const StagedPart &part)
{
    for (const StagedFile &file : part.files) {
        if (QFileInfo::exists(file.oldPath()) || !QFileInfo::exists(file.newPath()))
            return true;
    }
    return false;
}

} // namespace

void Transactions::recover()
{
    const Caller agent{u"ferrygate-agent"_s, {}, Role::Administrator};
    const std::optional<OpenTransaction> open = m_.journal.state().open;
    if (open && open->phase == Phase::Prepared) {
        discard(tr("dropped: the agent was restarted before it was committed"), agent);
    } else if (open && (open->phase != Phase::Committed || timeUntil(open->deadline) <= milliseconds(0))) {
        const QString outcome = open->phase == Phase::Committed ? tr("rolled back: not confirmed in time")
                                                                : tr("rolled back: the agent was ended in the middle");
        // Only a service whose files were never touched surely runs the old ones.
        (void)undo(outcome, agent, open->phase != Phase::Committing);
    }
    removeStrays();
    for (const ManagedGateway &gateway : m_.host.gateways) {
        if (const Result<> running = gateway.engine->commit(); !running)
            audit(u"gateway not running"_s, agent, running.error().text(), {});
    }
}

Answer<CommitReply> Transactions::commit(const TransactionRequest &request, const Caller &caller)
{
    expire();
    const Answer<const OpenTransaction *> found = openOne(request.transaction, Phase::Prepared);
    if (!found)
        return tl::unexpected(found.error());
    JournalState next = m_.journal.state();
    next.open->phase = Phase::Committing;
    if (const Result<> written = m_.journal.replace(next); !written)
        return refuse(written.error());
    crashPoint(CrashPoint::CommitJournaled);

    const OpenTransaction open = *next.open;
    CommitReply reply{open.record.generation, {}, {}};
    Result<> done;
    for (const StagedPart &part : open.services) {
        const Result<std::optional<RestartReport>> restarted = commitService(part);
        if (!restarted) {
            done = failure(restarted.error());
            break;
        }
        if (*restarted)
            reply.restarts << **restarted;
    }
    for (const StagedPart &part : open.gateways) {
        if (!done)
            break;
        done = commitGateway(part);
    }
    crashPoint(CrashPoint::CommitFinished);
    if (done) {
        next.open->phase = Phase::Committed;
        next.open->deadline = {m_.boot, m_.clock.monotonic() + open.confirmWithin};
        done = m_.journal.replace(next);
    }
    if (!done) {
        const QStringList problems = undo(tr("failed: %1").arg(done.error().why), caller, false);
        const QString restored =
            problems.isEmpty() ? tr("The last good configuration runs again.") : problems.join(u' ');
        return refuse({done.error().code, done.error().subject, done.error().what + u' ' + restored, done.error().why,
            done.error().remedy});
    }
    crashPoint(CrashPoint::CommitDone);
    audit(u"apply committed"_s, caller, tr("It goes back by itself unless confirmed."), open.record);
    reply.confirmWithin = timeLeft();
    return reply;
}

Answer<ApplyRecord> Transactions::confirm(const TransactionRequest &request, const Caller &caller)
{
    crashPoint(CrashPoint::ConfirmStarted);
    expire();
    const Answer<const OpenTransaction *> found = openOne(request.transaction, Phase::Committed);
    if (!found)
        return tl::unexpected(found.error());
    const OpenTransaction open = **found;
    ApplyRecord record = open.record;
    record.outcome = u"confirmed"_s;
    if (const Result<> written = m_.journal.replace({record.generation, record, {}}); !written)
        return refuse(written.error());
    crashPoint(CrashPoint::ConfirmJournaled);
    for (const QList<StagedPart> *parts : {&open.services, &open.gateways}) {
        for (const StagedPart &part : *parts) {
            for (const StagedFile &file : part.files)
                finish(file);
        }
    }
    removeStrays();
    crashPoint(CrashPoint::ConfirmCleaned);
    audit(u"apply confirmed"_s, caller, {}, record);
    return record;
}

Answer<ApplyRecord> Transactions::rollBack(const TransactionRequest &request, const Caller &caller)
{
    expire();
    const std::optional<OpenTransaction> open = m_.journal.state().open;
    if (!open || open->record.transaction != request.transaction) {
        return refuse({ErrorCode::NotFound, request.transaction, tr("Nothing was rolled back."),
            tr("The transaction is not open on this node; it may have gone back by itself."),
            tr("Look at the node's history.")});
    }
    ApplyRecord record = open->record;
    record.outcome = tr("rolled back by %1").arg(caller.who);
    if (!request.why.isEmpty())
        record.outcome += u": "_s + request.why;
    if (open->phase == Phase::Prepared) {
        discard(record.outcome, caller);
        return record;
    }
    if (const QStringList problems = undo(record.outcome, caller, true); !problems.isEmpty()) {
        return refuse({ErrorCode::Io, request.transaction, tr("Not everything was rolled back."), problems.join(u' '),
            tr("The agent goes on trying where it can; look at the node.")});
    }
    return record;
}

void Transactions::expire()
{
    const Caller agent{u"ferrygate-agent"_s, {}, Role::Administrator};
    const std::optional<OpenTransaction> open = m_.journal.state().open;
    if (!open)
        return;
    if (open->phase == Phase::RollingBack || open->phase == Phase::Committing) {
        // Between two calls these are left open only by a failure to put back.
        if (m_nextAttempt && m_.clock.monotonic() >= *m_nextAttempt)
            (void)undo(open->record.outcome, agent, true);
        return;
    }
    if (timeUntil(open->deadline) > milliseconds(0))
        return;
    if (open->phase == Phase::Prepared)
        discard(tr("dropped: not committed in time"), agent);
    else
        (void)undo(tr("rolled back: not confirmed in time"), agent, true);
}

milliseconds Transactions::timeLeft() const
{
    const std::optional<OpenTransaction> &open = m_.journal.state().open;
    return open ? std::max(timeUntil(open->deadline), milliseconds(0)) : milliseconds(0);
}

Answer<const OpenTransaction *> Transactions::openOne(const QString &transaction, Phase phase) const
{
    const std::optional<OpenTransaction> &open = m_.journal.state().open;
    if (!open || open->record.transaction != transaction) {
        RpcFailure failure{
            {ErrorCode::NotFound, transaction, tr("The Apply does not go on."),
                tr("It is not open on this node: it went back, or was never prepared."), tr("Plan and apply again.")},
            {}};
        if (open)
            failure.record = open->record;
        return tl::unexpected(failure);
    }
    if (open->phase != phase) {
        return refuse({ErrorCode::Conflict, transaction, tr("The Apply does not go on."),
            phase == Phase::Prepared ? tr("It was committed already.") : tr("It was not committed yet."), {}});
    }
    return &*open;
}

Result<std::optional<RestartReport>> Transactions::commitService(const StagedPart &part)
{
    ManagedService &service = *m_.host.service(part.id);
    for (const StagedFile &file : part.files) {
        if (const Result<> placed = place(file); !placed)
            return failure(placed.error());
    }
    crashPoint(CrashPoint::CommitServicePlaced);
    if (service.control->isByHand()) {
        note(u"commit"_s, tr("%1 has its new files, and is restarted by hand.").arg(part.id));
        return std::nullopt;
    }
    note(u"commit"_s, tr("Restarting %1…").arg(part.id));
    const Result<QList<NativeFile>> files = service.driver->nativeFiles();
    if (!files)
        return failure(files.error());
    RestartReport report =
        restartService(service.entry.id, *service.control, service.driver->endpoints(*files), m_.host.witness);
    crashPoint(CrashPoint::CommitServiceRestarted);
    if (!report.succeeded) {
        return failure(ErrorCode::Refused, part.id, tr("%1 did not come up with the new settings.").arg(part.id),
            report.reason, tr("Correct the settings, then apply again."));
    }
    note(u"commit"_s,
        tr("%1 runs again, process %2, after %3 ms.").arg(part.id).arg(report.newPid).arg(report.elapsed.count()));
    return report;
}

Result<> Transactions::commitGateway(const StagedPart &part)
{
    for (const StagedFile &file : part.files) {
        if (Result<> placed = place(file); !placed)
            return placed;
    }
    crashPoint(CrashPoint::CommitGatewayPlaced);
    note(u"commit"_s, tr("Giving %1 its rules…").arg(part.id));
    Result<> committed = m_.host.gateway(part.id)->engine->commitAnew();
    crashPoint(CrashPoint::CommitGatewayActivated);
    return committed;
}

QStringList Transactions::undo(const QString &outcome, const Caller &caller, bool restartAlways)
{
    JournalState next = m_.journal.state();
    next.open->phase = Phase::RollingBack;
    next.open->record.outcome = outcome;
    // If this cannot be written the journal still says Committing or Committed: recovery ends with the old generation
    // from the first, and from the second once the deadline is over.
    (void)m_.journal.replace(next);
    crashPoint(CrashPoint::RollbackJournaled);

    QStringList problems = putBack(*next.open, restartAlways);
    crashPoint(CrashPoint::RollbackFinished);
    const ApplyRecord record = next.open->record;
    next.open.reset();
    if (problems.isEmpty() || !m_nextAttempt) {
        if (const Result<> written = m_.journal.replace(next); !written) {
            problems << written.error().text();
            m_nextAttempt = m_.clock.monotonic() + betweenAttempts;
        }
    }
    crashPoint(CrashPoint::RollbackDone);
    removeStrays();
    audit(
        u"apply rolled back"_s, caller, problems.isEmpty() ? outcome : outcome + u". "_s + problems.join(u' '), record);
    return problems;
}

QStringList Transactions::putBack(const OpenTransaction &open, bool restartAlways)
{
    QStringList problems;
    m_nextAttempt.reset();
    const auto restoreFiles = [&](const StagedPart &part) {
        for (const StagedFile &file : part.files) {
            if (const Result<> restored = restore(file); !restored) {
                problems << restored.error().text();
                m_nextAttempt = m_.clock.monotonic() + betweenAttempts;
            }
        }
    };
    for (const StagedPart &part : open.gateways) {
        note(u"rollback"_s, tr("Giving %1 its old rules…").arg(part.id));
        restoreFiles(part);
        crashPoint(CrashPoint::RollbackGatewayRestored);
        ManagedGateway *gateway = m_.host.gateway(part.id);
        if (!gateway)
            continue;
        if (const Result<> rolledBack = gateway->engine->rollBack(); !rolledBack)
            problems << rolledBack.error().text();
    }
    for (const StagedPart &part : open.services) {
        const bool needsRestart = restartAlways || wasTouched(part);
        restoreFiles(part);
        crashPoint(CrashPoint::RollbackServiceRestored);
        if (needsRestart)
            restartAsBefore(part, problems);
        crashPoint(CrashPoint::RollbackServiceRestarted);
    }
    return problems;
}

void Transactions::restartAsBefore(const StagedPart &part, QStringList &problems)
{
    ManagedService *service = m_.host.service(part.id);
    if (!service || service->control->isByHand())
        return;
    note(u"rollback"_s, tr("Restarting %1 with its old settings…").arg(part.id));
    const QList<NativeFile> files = service->driver->nativeFiles().value_or(QList<NativeFile>());
    const RestartReport report =
        restartService(service->entry.id, *service->control, service->driver->endpoints(files), m_.host.witness);
    if (!report.succeeded)
        problems << tr("%1 does not run with its old settings either. %2").arg(part.id, report.reason);
}

void Transactions::discard(const QString &outcome, const Caller &caller)
{
    JournalState next = m_.journal.state();
    ApplyRecord record = next.open->record;
    record.outcome = outcome;
    next.open.reset();
    // On a full disk it stays prepared, changes nothing, and is dropped at the next attempt.
    if (!m_.journal.replace(next))
        return;
    removeStrays();
    audit(u"apply dropped"_s, caller, outcome, record);
}

void Transactions::removeStrays() const
{
    const JournalState &state = m_.journal.state();
    const QString openTag = state.open ? state.open->record.transaction : QString();
    const auto removeBeside = [&](const QList<NativeFile> &files) {
        for (const NativeFile &native : files) {
            const QFileInfo file(native.path);
            const QString canonical = file.canonicalFilePath();
            const QFileInfo target(canonical.isEmpty() ? native.path : canonical);
            const QString start = u".%1.ferrygate-"_s.arg(target.fileName());
            QDir folder = target.dir();
            for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden | QDir::System)) {
                if (name.startsWith(start) && (openTag.isEmpty() || !name.startsWith(start + openTag + u'.')))
                    folder.remove(name);
            }
        }
    };
    for (const ManagedService &service : m_.host.services)
        removeBeside(service.driver->nativeFiles().value_or(QList<NativeFile>()));
    for (const ManagedGateway &gateway : m_.host.gateways)
        removeBeside(gateway.engine->nativeFiles().value_or(QList<NativeFile>()));

    QStringList known;
    if (state.last)
        known << state.last->transaction;
    if (state.open)
        known << state.open->record.transaction;
    m_.generations.keepOnly(known);
}

milliseconds Transactions::timeUntil(const BootTime &deadline) const
{
    return deadline.boot == m_.boot ? deadline.at - m_.clock.monotonic() : milliseconds(0);
}

void Transactions::note(const QString &step, const QString &text) const
{
    if (m_.progress)
        m_.progress({step, text});
}

void Transactions::audit(
    const QString &event, const Caller &caller, const QString &text, const ApplyRecord &record) const
{
    AuditEntry entry;
    entry.event = event;
    entry.who = caller.who;
    entry.from = caller.from;
    entry.text = text;
    if (!record.transaction.isEmpty())
        entry.apply = record;
    m_.audit.write(std::move(entry));
}

} // namespace ferry::agent
