#pragma once

#include "app/agent/engines/GatewayEngine.h"

#include <vector>

namespace ferry::agent {

/// A gateway for which agent.json names several engines. One is in charge, the first until an Apply chooses another:
/// its name is in a native file beside theirs, so that a choice is placed and taken back like any other setting. The
/// engine that hands over is given a configuration without rules; it takes no new sessions, and ends with its last one.
class EngineSwitch final : public GatewayEngine {
public:
    /// `choicePath`: the file with the name of the engine in charge.
    EngineSwitch(QString choicePath, std::vector<std::unique_ptr<GatewayEngine>> engines);

    [[nodiscard]] Engine engine() const override { return inCharge().engine(); }
    [[nodiscard]] QList<Engine> offered() const override;
    /// That of the engine in charge, with the sessions of all.
    [[nodiscard]] GatewayStatus observe() override;
    [[nodiscard]] QList<NativeChange> handEdits() const override { return inCharge().handEdits(); }
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    /// Fails with Unsupported for an engine that agent.json does not name.
    [[nodiscard]] Result<QList<NativeFile>> prepare(const GatewayConfig &wanted, const QString &generation) override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) override;
    [[nodiscard]] Result<> commit() override { return commitBy(&GatewayEngine::commit); }
    [[nodiscard]] Result<> commitAnew() override { return commitBy(&GatewayEngine::commitAnew); }
    [[nodiscard]] Result<> rollBack() override;
    [[nodiscard]] Result<QList<SessionInfo>> sessions() override;
    [[nodiscard]] Result<SessionTranscript> transcript(quint64 session) override;
    [[nodiscard]] Result<> endSession(quint64 session) override;
    [[nodiscard]] Result<DrainReply> drain(const std::optional<RuleId> &rule, bool isDraining) override;
    [[nodiscard]] Result<UpgradeReply> upgrade() override { return inCharge().upgrade(); }
    [[nodiscard]] Result<QList<LogEntry>> log(int tail) override;
    [[nodiscard]] Result<QList<MetricFamily>> metrics() override;
    [[nodiscard]] std::unique_ptr<LogSource> createLogSource() const override;
    void supervise() override;
    void stop() override;

private:
    /// `take` is how the engine in charge takes its files up.
    [[nodiscard]] Result<> commitBy(Result<> (GatewayEngine::*take)());
    [[nodiscard]] GatewayEngine *find(Engine engine) const;
    /// By the name in `bytes`; the first where it is none of theirs.
    [[nodiscard]] GatewayEngine &named(const std::optional<QByteArray> &bytes) const;
    [[nodiscard]] GatewayEngine &inCharge() const;
    /// Those that are not in charge and run: a configuration without rules is in place for them.
    [[nodiscard]] std::vector<GatewayEngine *> retired() const;

    QString m_choicePath;
    std::vector<std::unique_ptr<GatewayEngine>> m_engines;
};

} // namespace ferry::agent
