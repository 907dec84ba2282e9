#pragma once

#include "app/agent/config/AgentConfig.h"
#include "app/agent/control/child/SupervisedProcess.h"
#include "app/agent/engines/GatewayEngine.h"
#include "app/agent/engines/haproxy/HaproxyDrain.h"
#include "app/agent/engines/haproxy/HaproxyMaster.h"

namespace ferry::agent {

/// Engine "haproxy": an HAProxy of its own with a configuration of its own, a supervised child. A master process starts
/// one worker for each configuration; on a reload the new worker gets the listening sockets of the old one, which goes
/// on until its last session has ended. Without a configuration nothing runs.
class HaproxyEngine final : public GatewayEngine {
public:
    struct Setup {
        GatewayId id;
        QString program;
        QMap<QString, QString> environment;
        QString masterSocket;
        QString configPath; ///< in the agent's state folder
        QString drainedPath; ///< beside it
        QString recordPath; ///< where the process is remembered
        QString outputPath;
        std::optional<Address> sourceAddress;
    };

    HaproxyEngine(Setup setup, const Clock &clock);

    [[nodiscard]] Engine engine() const override { return Engine::Haproxy; }
    [[nodiscard]] GatewayStatus observe() override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const GatewayConfig &wanted, const QString &generation) override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) override;
    [[nodiscard]] Result<> commit() override;
    [[nodiscard]] Result<> rollBack() override;
    [[nodiscard]] Result<QList<SessionInfo>> sessions() override;
    [[nodiscard]] Result<SessionTranscript> transcript(quint64 session) override;
    [[nodiscard]] Result<> endSession(quint64 session) override;
    [[nodiscard]] Result<DrainReply> drain(const std::optional<RuleId> &rule, bool isDraining) override;
    [[nodiscard]] Result<UpgradeReply> upgrade() override;
    [[nodiscard]] Result<QList<LogEntry>> log(int tail) override;
    [[nodiscard]] Result<QList<MetricFamily>> metrics() override;
    [[nodiscard]] std::unique_ptr<LogSource> createLogSource() const override;
    void supervise() override;
    void stop() override;

private:
    [[nodiscard]] Result<> start(const QByteArray &configuration);
    /// Lets the master start a worker with the configuration in place. Fails, and leaves the worker that runs, where it
    /// does not come up.
    [[nodiscard]] Result<> reload(const QByteArray &configuration);
    [[nodiscard]] Result<> renewWorker(const QByteArray &configuration, const HaproxyProcesses &before);
    /// Waits for a worker other than `former` that runs `configuration`; `alreadySaid` bytes of output are older.
    [[nodiscard]] Result<> awaitWorker(const QByteArray &configuration, qint64 former, qsizetype alreadySaid);
    [[nodiscard]] Error notTakenUp(const QByteArray &configuration, qsizetype alreadySaid) const;
    /// Whoever answers at the master's socket is the gateway: also one whose record was lost.
    void followMaster();
    [[nodiscard]] Result<std::optional<QByteArray>> configurationInPlace() const;
    [[nodiscard]] int countSessions(const HaproxyProcesses &processes, const std::optional<RuleId> &rule) const;
    [[nodiscard]] tl::unexpected<Error> noSuchSession(quint64 session) const;

    Setup m_setup;
    SupervisedProcess m_process;
    HaproxyDrain m_drain;
};

/// How HAProxy is started: `haproxy -W -S socket -f file`, as haproxy(1) has it.
[[nodiscard]] Command haproxyCommand(const HaproxyEngine::Setup &setup);

} // namespace ferry::agent
