#pragma once

#include "models/plan/NodeConfig.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace ferry {

/// Who applied what, when and why: kept by the agent, shown in History and in conflicts.
struct ApplyRecord {
    QString transaction;  ///< random id, the same on every node of one Apply
    QString generation;
    QString who;  ///< the certificate's common name, set by the agent
    QString from; ///< the peer's address, set by the agent
    QDateTime when;
    QString why;       ///< the reason given
    QStringList what;  ///< the changes in words
    QString outcome;   ///< "confirmed", "rolled back by NAME", "rolled back: not confirmed in time", ...

    bool operator==(const ApplyRecord &) const = default;
};

/// apply.prepare: stage `config` on the node. Fails with Conflict where `baseGeneration` is not what
/// the node runs or another transaction is open; the Error then says who, when, why and what.
struct PrepareRequest {
    QString transaction;
    QString baseGeneration;  ///< the generation the plan was made from; empty for a node that never had one
    NodeConfig config;
    QString why;
    QStringList what;
    std::chrono::seconds confirmWithin{60};
    /// The native files become what the last Apply wrote, whatever was edited in them since; `config` is what runs.
    bool undoHandEdits = false;

    bool operator==(const PrepareRequest &) const = default;
};

/// A native file before and after, as text, for people.
struct NativeChange {
    QString path;
    QString before;
    QString after;

    bool operator==(const NativeChange &) const = default;
};

/// A restart that a change needs, and whom it cuts off.
struct RestartImpact {
    ServiceId service;
    int sessions = 0;

    bool operator==(const RestartImpact &) const = default;
};

struct PrepareReply {
    QString generation;
    QList<NativeChange> changes;
    QList<RestartImpact> restarts;

    bool operator==(const PrepareReply &) const = default;
};

/// How a restart went, told truthfully: `succeeded` only if a new process runs, its port listens
/// and its login banner was read.
struct RestartReport {
    ServiceId service;
    bool succeeded = false;
    qint64 oldPid = 0;
    qint64 newPid = 0;
    quint16 port = 0;
    QString banner; ///< the first line of the 220 reply
    int sessionsCut = 0; ///< sessions that were open when the old process ended
    std::chrono::milliseconds elapsed{0};
    bool lastGoodRestored = false; ///< the new configuration failed, the previous one runs again
    QString reason; ///< why it failed, in sentences; empty on success

    bool operator==(const RestartReport &) const = default;
};

struct CommitReply {
    QString generation;
    QList<RestartReport> restarts;
    std::chrono::milliseconds confirmWithin{0}; ///< left until the agent goes back by itself

    bool operator==(const CommitReply &) const = default;
};

/// apply.commit, apply.confirm, apply.rollback: which transaction is meant.
struct TransactionRequest {
    QString transaction;
    QString why; ///< of a rollback; may be empty

    bool operator==(const TransactionRequest &) const = default;
};

class JsonNode;

[[nodiscard]] QJsonObject toJson(const ApplyRecord &record);
[[nodiscard]] QJsonObject toJson(const PrepareRequest &request);
[[nodiscard]] QJsonObject toJson(const NativeChange &change);
[[nodiscard]] QJsonObject toJson(const RestartImpact &impact);
[[nodiscard]] QJsonObject toJson(const PrepareReply &reply);
[[nodiscard]] QJsonObject toJson(const RestartReport &report);
[[nodiscard]] QJsonObject toJson(const CommitReply &reply);
[[nodiscard]] QJsonObject toJson(const TransactionRequest &request);

void decode(const JsonNode &node, ApplyRecord &out);
void decode(const JsonNode &node, PrepareRequest &out);
void decode(const JsonNode &node, NativeChange &out);
void decode(const JsonNode &node, RestartImpact &out);
void decode(const JsonNode &node, PrepareReply &out);
void decode(const JsonNode &node, RestartReport &out);
void decode(const JsonNode &node, CommitReply &out);
void decode(const JsonNode &node, TransactionRequest &out);

} // namespace ferry
