#pragma once

#include "app/agent/config/AgentConfig.h"
#include "app/agent/control/child/SupervisedProcess.h"
#include "app/agent/engines/GatewayEngine.h"
#include "app/agent/engines/proftpd/ProftpdProcesses.h"

#include <QSet>

namespace ferry::agent {

/// Engine "proftpd": a ProFTPD of its own with mod_proxy as reverse proxy, a supervised child. A new configuration is
/// taken up by a new master process: the old one is ended, its sessions go on as processes of their own, and listeners
/// are closed for a moment in between. ProFTPD could read its configuration anew on SIGHUP, but not where it has given
/// up root, and a mistake in it would end the gateway.
class ProftpdEngine final : public GatewayEngine {
public:
    struct Setup {
        GatewayId id;
        QString program;
        QMap<QString, QString> environment;
        QString configPath;  ///< in the agent's state folder
        QString drainedPath; ///< beside it: ids of the rules that take no new sessions, one a line
        QString runFolder;   ///< what ProFTPD writes, and the configuration that it was started with
        QString recordPath;  ///< where the process is remembered
        QString outputPath;
        std::optional<Address> sourceAddress;
        QList<CertificateEntry> certificates;
        QStringList serverPins;
        QString serverAuthority;
    };

    ProftpdEngine(Setup setup, const Clock &clock);

    [[nodiscard]] Engine engine() const override { return Engine::Proftpd; }
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
    [[nodiscard]] Result<std::optional<QByteArray>> configurationInPlace() const;
    /// The configuration that the master was started with.
    [[nodiscard]] QByteArray runningConfiguration() const;
    /// What a master is to be started with: the configuration in place, without rules that are drained.
    [[nodiscard]] Result<QByteArray> wantedConfiguration(const QByteArray &inPlace) const;
    [[nodiscard]] Result<> run(const QByteArray &configuration);
    [[nodiscard]] Result<> startMaster(const QByteArray &configuration);
    [[nodiscard]] Result<> awaitListeners(const QByteArray &configuration);
    [[nodiscard]] Result<> checkPortsAreFree(const QByteArray &configuration) const;
    [[nodiscard]] Result<> endMaster();
    /// A master of this gateway whose record was lost.
    void followMaster();
    [[nodiscard]] Result<QSet<RuleId>> drained() const;
    [[nodiscard]] Result<> writeDrained(const QSet<RuleId> &rules) const;
    /// Forgets drained rules that are not in the configuration any more.
    [[nodiscard]] Result<> pruneDrained(const QByteArray &configuration) const;
    [[nodiscard]] int countSessions(const std::optional<RuleId> &rule);
    [[nodiscard]] tl::unexpected<Error> noSuchSession(quint64 session) const;
    [[nodiscard]] QString runningPath() const;

    Setup m_setup;
    SupervisedProcess m_process;
};

} // namespace ferry::agent
