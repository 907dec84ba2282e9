#pragma once

#include "app/agent/engines/GatewayEngine.h"

namespace ferry::agent {

/// An engine in memory; ships with the interface for tests. Its one native file is in `path`.
class FakeEngine final : public GatewayEngine {
public:
    FakeEngine(GatewayId id, QString path) : m_id(std::move(id)), m_path(std::move(path)) {}

    [[nodiscard]] Engine engine() const override { return Engine::Builtin; }
    [[nodiscard]] GatewayStatus observe() override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const GatewayConfig &wanted, const QString &generation) override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) override;
    [[nodiscard]] Result<> commit() override;
    [[nodiscard]] Result<> rollBack() override { return commit(); }
    [[nodiscard]] Result<QList<SessionInfo>> sessions() override { return QList<SessionInfo>(); }
    [[nodiscard]] Result<SessionTranscript> transcript(quint64 session) override;
    [[nodiscard]] Result<> endSession(quint64 session) override;
    [[nodiscard]] Result<DrainReply> drain(const std::optional<RuleId> &rule, bool isDraining) override;
    [[nodiscard]] Result<UpgradeReply> upgrade() override;
    [[nodiscard]] Result<QList<LogEntry>> log(int) override { return QList<LogEntry>(); }
    [[nodiscard]] Result<QList<MetricFamily>> metrics() override;
    [[nodiscard]] std::unique_ptr<LogSource> createLogSource() const override { return std::make_unique<LogSource>(); }

    std::optional<Error> checkRefusal;
    std::optional<Error> commitRefusal;  ///< of the next commit only
    int commits = 0;

private:
    GatewayId m_id;
    QString m_path;
    QString m_generation;
};

} // namespace ferry::agent
