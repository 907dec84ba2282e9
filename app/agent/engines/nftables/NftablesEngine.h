#pragma once

#include "app/agent/engines/GatewayEngine.h"
#include "app/agent/engines/nftables/Conntrack.h"
#include "app/agent/engines/nftables/KernelTable.h"
#include "app/agent/engines/nftables/Publication.h"
#include "models/base/Clock.h"

namespace ferry::agent {

/// Engine "nftables": the kernel forwards. Nothing is started, nothing answers in the server's place: one table of this
/// gateway holds what is published (NftScript.h), and connection tracking knows the sessions. The rules outlive the
/// agent; after a start of the host it puts them back.
class NftablesEngine final : public GatewayEngine {
public:
    struct Setup {
        GatewayId id;
        QString scriptPath; ///< in the agent's state folder
        QString listingPath; ///< what the kernel made of it but the elements: by both changes by hand are seen
        /// Towards servers of its family the gateway calls in its own name; otherwise in the client's.
        std::optional<Address> sourceAddress;
    };

    NftablesEngine(Setup setup, const Clock &clock);

    [[nodiscard]] Engine engine() const override { return Engine::Nftables; }
    [[nodiscard]] bool listens() const override { return false; }
    [[nodiscard]] GatewayStatus observe() override;
    [[nodiscard]] QList<NativeChange> handEdits() const override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const GatewayConfig &wanted, const QString &generation) override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) override;
    /// Leaves a table as it is that was made by the same script, also where it was changed since: that is told.
    [[nodiscard]] Result<> commit() override;
    [[nodiscard]] Result<> commitAnew() override;
    [[nodiscard]] Result<> rollBack() override { return commit(); }
    [[nodiscard]] Result<QList<SessionInfo>> sessions() override;
    [[nodiscard]] Result<SessionTranscript> transcript(quint64 session) override;
    [[nodiscard]] Result<> endSession(quint64 session) override;
    [[nodiscard]] Result<DrainReply> drain(const std::optional<RuleId> &rule, bool isDraining) override;
    [[nodiscard]] Result<UpgradeReply> upgrade() override;
    /// Nothing: the kernel keeps no log of sessions.
    [[nodiscard]] Result<QList<LogEntry>> log(int) override { return QList<LogEntry>(); }
    [[nodiscard]] Result<QList<MetricFamily>> metrics() override;
    [[nodiscard]] std::unique_ptr<LogSource> createLogSource() const override { return std::make_unique<LogSource>(); }
    void supervise() override;

private:
    /// A session and its connections; the first is the control connection.
    struct LiveSession {
        SessionInfo info;
        QList<TrackedConnection> connections;
    };

    [[nodiscard]] Result<> run(const QByteArray &script);
    /// What changes the table from what runs to `script`; nothing where it has to be written whole, or where somebody
    /// else may have changed it since.
    [[nodiscard]] std::optional<QByteArray> delta(const QByteArray &script) const;
    /// Makes the table by the script that is in place: by `part` if the kernel takes that, otherwise whole.
    [[nodiscard]] Result<> take(const QByteArray &script, const std::optional<QByteArray> &part);
    [[nodiscard]] Result<QList<LiveSession>> liveSessions();
    [[nodiscard]] Result<QList<LiveSession>> sessionsOf(const std::optional<RuleId> &rule);
    [[nodiscard]] Result<LiveSession> liveSession(quint64 session, const QString &what);
    [[nodiscard]] QDateTime sinceOf(const TrackedConnection &connection);
    /// Compares the kernel's table with what was applied, if anything has changed in the kernel.
    void lookForDrift();
    [[nodiscard]] QString problemOf(const std::optional<QString> &generation) const;

    Setup m_setup;
    const Clock &m_clock;
    KernelTable m_table;
    Publication m_publication;
    QByteArray m_running; ///< the script that the kernel took last from this agent; empty: not known
    TableDrift m_drift;
    std::optional<quint32> m_lookedAt;
    std::chrono::milliseconds m_nextLook{0};
    QHash<quint32, QDateTime> m_firstSeen;
};

} // namespace ferry::agent
