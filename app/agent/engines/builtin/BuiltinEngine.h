#pragma once

#include "app/agent/config/AgentConfig.h"
#include "app/agent/control/child/SupervisedProcess.h"
#include "app/agent/engines/GatewayEngine.h"

namespace ferry::agent {

/// Engine "builtin": ferrygate-proxy, a supervised child that takes a new configuration in place. It runs from the
/// agent's first start on, at first without rules. While it is upgraded several processes run: the one that answers at
/// the control socket accepts, the older ones keep the sessions that they have (BuiltinUpgrade.cpp).
class BuiltinEngine final : public GatewayEngine {
public:
    struct Setup {
        GatewayId id;
        QString program;
        QString controlSocket;
        QString configPath;  ///< in the agent's state folder
        QString logPath;     ///< empty: no log file
        QString recordPath;  ///< where the process is remembered
        QString outputPath;
        std::optional<Address> sourceAddress;
        QList<CertificateEntry> certificates;
        QStringList serverPins;
        QString serverAuthority;
    };

    BuiltinEngine(Setup setup, const Clock &clock);

    [[nodiscard]] Engine engine() const override { return Engine::Builtin; }
    [[nodiscard]] GatewayStatus observe() override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const GatewayConfig &wanted, const QString &generation) override;
    [[nodiscard]] Result<QList<NativeFile>> prepareHandOver(
        const GatewayId &gateway, const QString &generation) override;
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
    [[nodiscard]] Result<> ensureRunning();
    [[nodiscard]] Result<QJsonValue> ask(const QString &method, const QJsonObject &params = {}) const;
    [[nodiscard]] Result<QJsonValue> askAbout(quint64 session, const QString &method) const;
    [[nodiscard]] Result<QJsonObject> configurationInPlace() const;
    /// Whoever answers at the control socket is the gateway: also one that took over while no agent ran.
    void followServing(const QJsonValue &status);
    /// What the older processes answer, whose sessions go on there.
    [[nodiscard]] QList<QJsonValue> askPredecessors(
        const QJsonValue &status, const QString &method, const QJsonObject &params = {}) const;
    [[nodiscard]] QString remarkOn(const QJsonValue &status) const;

    Setup m_setup;
    SupervisedProcess m_process;
    QList<ProcessId> m_former; ///< from which others have taken over, until they end
};

} // namespace ferry::agent
