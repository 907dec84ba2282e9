#pragma once

#include "app/agent/files/StagedFile.h"
#include "models/wire/Apply.h"

#include <chrono>
#include <optional>

namespace ferry::agent {

/// How far the open transaction is. Only Committed leaves the new generation running after a crash.
enum class Phase {
    Prepared,     ///< staged; nothing changed yet
    Committing,   ///< files and processes are being changed
    Committed,    ///< the new generation runs until the deadline
    RollingBack,  ///< files and processes are being put back
};

/// A moment on the machine's boot clock. It means nothing in another boot, and setting the wall clock does not move it.
struct BootTime {
    QString boot;
    std::chrono::milliseconds at{0};

    bool operator==(const BootTime &) const = default;
};

/// The changed native files of one gateway or service.
struct StagedPart {
    QString id;
    QList<StagedFile> files;

    bool operator==(const StagedPart &) const = default;
};

struct OpenTransaction {
    Phase phase = Phase::Prepared;
    ApplyRecord record;
    std::chrono::seconds confirmWithin{0};
    BootTime deadline; ///< Prepared: dropped then; Committed: rolled back then
    QList<StagedPart> services;
    QList<StagedPart> gateways;

    bool operator==(const OpenTransaction &) const = default;
};

/// All that has to survive a crash.
struct JournalState {
    QString generation; ///< the last confirmed one; empty: none yet
    std::optional<ApplyRecord> last; ///< the Apply that confirmed it
    std::optional<OpenTransaction> open;

    bool operator==(const JournalState &) const = default;
};

/// The generation that the node runs by this state.
[[nodiscard]] QString runningGeneration(const JournalState &state);

/// Keeps the state in one file that is replaced whole. A reserve file gives way when the disk is full, so that a
/// transaction under way can still be closed.
class Journal {
public:
    /// Fails with Io or, for a file that is not a journal, with InvalidInput: the agent must not guess.
    [[nodiscard]] static Result<Journal> open(const QString &folder);

    [[nodiscard]] const JournalState &state() const { return m_state; }
    /// After success `next` is on the disk and in state(); after failure the old state is, in both.
    [[nodiscard]] Result<> replace(JournalState next);

private:
    explicit Journal(QString folder) : m_folder(std::move(folder)) {}
    void fillReserve() const;

    QString m_folder;
    JournalState m_state;
};

} // namespace ferry::agent
