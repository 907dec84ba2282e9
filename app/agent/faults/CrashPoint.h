#pragma once

#include <QStringView>

#include <array>

namespace ferry::agent {

/// The places between prepare and confirm where a test can end the agent as kill -9 would, in the order in which an
/// Apply passes them. ARCHITECTURE.md tells for each which generation runs after the next start.
enum class CrashPoint {
    PrepareStarted,
    PrepareRendered,
    PrepareStaged,
    PrepareJournaled,
    CommitJournaled,
    CommitServicePlaced,
    CommitServiceRestarted,
    CommitGatewayPlaced,
    CommitGatewayActivated,
    CommitFinished,
    CommitDone,
    ConfirmStarted,
    ConfirmJournaled,
    ConfirmCleaned,
    RollbackJournaled,
    RollbackGatewayRestored,
    RollbackServiceRestored,
    RollbackServiceRestarted,
    RollbackFinished,
    RollbackDone,
    FileWritten,
    FileSynced,
    FileRenamed,
    FileLinked,
    FilePlaced,
    ProcessSpawned,
    Count,
};

inline constexpr std::array crashPointNames{
    QStringView(u"prepare-started"),
    QStringView(u"prepare-rendered"),
    QStringView(u"prepare-staged"),
    QStringView(u"prepare-journaled"),
    QStringView(u"commit-journaled"),
    QStringView(u"commit-service-placed"),
    QStringView(u"commit-service-restarted"),
    QStringView(u"commit-gateway-placed"),
    QStringView(u"commit-gateway-activated"),
    QStringView(u"commit-finished"),
    QStringView(u"commit-done"),
    QStringView(u"confirm-started"),
    QStringView(u"confirm-journaled"),
    QStringView(u"confirm-cleaned"),
    QStringView(u"rollback-journaled"),
    QStringView(u"rollback-gateway-restored"),
    QStringView(u"rollback-service-restored"),
    QStringView(u"rollback-service-restarted"),
    QStringView(u"rollback-finished"),
    QStringView(u"rollback-done"),
    QStringView(u"file-written"),
    QStringView(u"file-synced"),
    QStringView(u"file-renamed"),
    QStringView(u"file-linked"),
    QStringView(u"file-placed"),
    QStringView(u"process-spawned"),
};
static_assert(crashPointNames.size() == static_cast<std::size_t>(CrashPoint::Count));

#ifdef FERRYGATE_FAULTS
/// Ends the process with SIGKILL if the environment says FERRYGATE_CRASH_AT=<name>, or <name>:<n> for the n-th pass.
void crashPoint(CrashPoint point);
inline constexpr bool hasCrashPoints = true;
#else
inline void crashPoint(CrashPoint) {}
inline constexpr bool hasCrashPoints = false;
#endif

} // namespace ferry::agent
