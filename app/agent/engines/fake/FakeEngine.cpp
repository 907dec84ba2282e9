#include "app/agent/engines/fake/FakeEngine.h"

#include "app/agent/engines/builtin/ProxyConfig.h"
#include "app/agent/files/Durable.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace ferry::agent {

GatewayStatus FakeEngine::observe()
{
    return {m_id, Engine::Builtin, true, 1, m_generation, 0, {}};
}

Result<QList<NativeFile>> FakeEngine::nativeFiles() const
{
    const auto bytes = readFile(m_path);
    if (!bytes)
        return failure(bytes.error());
    return QList<NativeFile>{{m_path, *bytes}};
}

Result<QList<NativeFile>> FakeEngine::prepare(const GatewayConfig &wanted, const QString &generation)
{
    return QList<NativeFile>{{m_path, renderProxyConfig(wanted, generation, {})}};
}

Result<> FakeEngine::check(const QList<NativeFile> &files)
{
    if (checkRefusal)
        return failure(*checkRefusal);
    if (files.size() != 1 || files.first().path != m_path)
        return failure(ErrorCode::Internal, m_path, QStringLiteral("Not my file."), QString());
    return {};
}

Result<SessionTranscript> FakeEngine::transcript(quint64 session)
{
    return failure(ErrorCode::NotFound, QString::number(session), QStringLiteral("The session was not found."),
        QStringLiteral("There are no sessions in memory."));
}

Result<> FakeEngine::endSession(quint64 session)
{
    return failure(transcript(session).error());
}

Result<DrainReply> FakeEngine::drain(const std::optional<RuleId> &rule, bool)
{
    if (rule)
        return failure(ErrorCode::NotFound, rule->text(), QStringLiteral("Nothing was drained."), QString());
    return DrainReply();
}

Result<UpgradeReply> FakeEngine::upgrade()
{
    return UpgradeReply{QStringLiteral("1"), QStringLiteral("1"), 0};
}

Result<QList<MetricFamily>> FakeEngine::metrics()
{
    MetricFamily family{"ferrygate_sessions", MetricFamily::Kind::Gauge, "FTP sessions that are open.", {}};
    family.add(0, {{"gateway", m_id.text()}});
    return QList<MetricFamily>{family};
}

Result<> FakeEngine::commit()
{
    if (commitRefusal)
        return failure(*std::exchange(commitRefusal, {}));
    const auto bytes = readFile(m_path);
    if (!bytes)
        return failure(bytes.error());
    ++commits;
    m_generation = QJsonDocument::fromJson(bytes->value_or(QByteArray())).object().value(u"generation").toString();
    return {};
}

} // namespace ferry::agent
