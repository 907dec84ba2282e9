#pragma once

#include "app/agent/audit/AuditLog.h"
#include "app/agent/journal/Generations.h"
#include "app/agent/journal/Journal.h"
#include "app/agent/node/Host.h"
#include "models/wire/Method.h"
#include "models/wire/Requests.h"
#include "models/wire/RpcMessage.h"

#include <functional>

namespace ferry::agent {

/// Who asks.
struct Caller {
    QString who;
    QString from;
    Role role = Role::Viewer;
};

/// What a request gives: its reply, or why not, and for a conflict the Apply in the way.
template <class T>
using Answer = tl::expected<T, RpcFailure>;

/// Carries out Applies on this node, one at a time: prepare, commit, confirm, or back. Every change of files or
/// processes is announced in the journal first, so that recover() after a crash at any moment ends with the old
/// generation, or with the new one if it was committed and its deadline is still ahead. Blocks; runs in the worker.
class Transactions {
public:
    struct Surroundings {
        Host &host;
        Journal &journal;
        Generations &generations;
        AuditLog &audit;
        const Clock &clock;
        QString boot;  ///< see bootId()
        std::function<void(const ProgressNote &)> progress;
    };

    explicit Transactions(Surroundings surroundings) : m_(std::move(surroundings)) {}

    /// Called once, before anything else: ends what a crash left open and brings the gateways up.
    void recover();

    [[nodiscard]] Answer<PrepareReply> prepare(const PrepareRequest &request, const Caller &caller);
    [[nodiscard]] Answer<CommitReply> commit(const TransactionRequest &request, const Caller &caller);
    [[nodiscard]] Answer<ApplyRecord> confirm(const TransactionRequest &request, const Caller &caller);
    [[nodiscard]] Answer<ApplyRecord> rollBack(const TransactionRequest &request, const Caller &caller);

    /// Drops or rolls back a transaction whose deadline has passed, and tries again to put back what could not be put
    /// back before. Called about once a second.
    void expire();

    /// Until the deadline of the open transaction; zero where there is none.
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;

private:
    struct Rendered;

    [[nodiscard]] std::optional<RpcFailure> conflictWith(const PrepareRequest &request) const;
    [[nodiscard]] Answer<const OpenTransaction *> openOne(const QString &transaction, Phase phase) const;
    [[nodiscard]] Result<Rendered> render(const NodeConfig &wanted, const QString &generation) const;
    /// The native files as the last Apply wrote them. Fails with NotFound where there was none, or where a driver does
    /// not know one of its files any more.
    [[nodiscard]] Result<Rendered> asWritten() const;
    [[nodiscard]] Result<> check(const Rendered &rendered) const;
    [[nodiscard]] Result<OpenTransaction> stageAll(const Rendered &rendered, const QString &tag) const;

    [[nodiscard]] Result<std::optional<RestartReport>> commitService(const StagedPart &part);
    [[nodiscard]] Result<> commitGateway(const StagedPart &part);
    /// Puts everything back. Gives what could not be put back, in sentences; empty when all was.
    [[nodiscard]] QStringList putBack(const OpenTransaction &open, bool restartAlways);
    void restartAsBefore(const StagedPart &part, QStringList &problems);
    /// Journals the way back, goes it, closes the transaction with `outcome`.
    [[nodiscard]] QStringList undo(const QString &outcome, const Caller &caller, bool restartAlways);
    void discard(const QString &outcome, const Caller &caller);
    void removeStrays() const;

    [[nodiscard]] std::chrono::milliseconds timeUntil(const BootTime &deadline) const;
    void note(const QString &step, const QString &text) const;
    void audit(const QString &event, const Caller &caller, const QString &text, const ApplyRecord &record) const;

    Surroundings m_;
    std::optional<std::chrono::milliseconds> m_nextAttempt; ///< to put back, after a failure
};

} // namespace ferry::agent
