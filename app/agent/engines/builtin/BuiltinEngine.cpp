#include "app/agent/engines/builtin/BuiltinEngine.h"

#include "app/agent/engines/builtin/ProxyClient.h"
#include "app/agent/engines/builtin/ProxyCommand.h"
#include "app/agent/engines/builtin/ProxyConfig.h"
#include "app/agent/engines/builtin/ProxyLogSource.h"
#include "app/agent/engines/builtin/ProxyMetrics.h"
#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds startPatience{10'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("BuiltinEngine", text);
}

QByteArray emptyConfig(const BuiltinEngine::Setup &setup)
{
    GatewayConfig nothing;
    nothing.id = setup.id;
    return renderProxyConfig(nothing, QString(),
        {.sourceAddress = setup.sourceAddress, .serverPins = {}, .serverAuthority = {}, .certificate = {}});
}

bool terminatesTls(const GatewayConfig &gateway)
{
    return std::any_of(gateway.rules.cbegin(), gateway.rules.cend(),
        [](const PublishedRule &rule) { return rule.filterOn && rule.filter.authTls == AuthTls::Terminate; });
}

} // namespace

Command proxyCommand(const BuiltinEngine::Setup &setup)
{
    Command command{setup.program, {u"--control"_s, setup.controlSocket}, {}, setup.outputPath};
    if (!setup.logPath.isEmpty())
        command.arguments << u"--log"_s << setup.logPath;
    return command;
}

BuiltinEngine::BuiltinEngine(Setup setup, const Clock &clock)
    : m_setup(std::move(setup)), m_process(proxyCommand(m_setup), m_setup.recordPath, clock)
{
    m_process.keepRunning();
}

GatewayStatus BuiltinEngine::observe()
{
    GatewayStatus status;
    status.id = m_setup.id;
    status.engine = Engine::Builtin;
    const ProcessState process = m_process.state();
    status.running = process.running;
    status.pid = process.pid;
    status.problem = process.problem;
    if (!process.running)
        return status;
    const Result<QJsonValue> reply = ask(u"status"_s);
    if (!reply) {
        status.problem = reply.error().text();
        return status;
    }
    followServing(*reply);
    status.pid = m_process.process().pid;
    status.generation = (*reply)[u"generation"].toString();
    status.sessions = (*reply)[u"sessions"].toInt();
    for (const QJsonValue &older : askPredecessors(*reply, u"status"_s))
        status.sessions += older[u"sessions"].toInt();
    status.problem = remarkOn(*reply);
    return status;
}

Result<QList<NativeFile>> BuiltinEngine::nativeFiles() const
{
    const auto bytes = readFile(m_setup.configPath);
    if (!bytes)
        return failure(bytes.error());
    return QList<NativeFile>{{m_setup.configPath, *bytes}};
}

Result<QList<NativeFile>> BuiltinEngine::prepare(const GatewayConfig &wanted, const QString &generation)
{
    ProxySurroundings around{.sourceAddress = m_setup.sourceAddress,
        .serverPins = m_setup.serverPins,
        .serverAuthority = m_setup.serverAuthority,
        .certificate = {}};
    const auto named = std::find_if(m_setup.certificates.cbegin(), m_setup.certificates.cend(),
        [&](const CertificateEntry &entry) { return entry.name == wanted.certificate; });
    if (named != m_setup.certificates.cend()) {
        around.certificate = *named;
    } else if (terminatesTls(wanted)) {
        return failure(ErrorCode::NotFound, m_setup.id.text(), tr("The configuration was not prepared."),
            wanted.certificate.isEmpty()
                ? tr("A rule ends TLS on %1, but no certificate is named for it.").arg(m_setup.id.text())
                : tr("A rule ends TLS on %1, which has no certificate \"%2\".")
                      .arg(m_setup.id.text(), wanted.certificate),
            tr("Name a certificate in the gateway's settings, and its files under that name in agent.json."));
    }
    return QList<NativeFile>{{m_setup.configPath, renderProxyConfig(wanted, generation, around)}};
}

Result<QList<NativeFile>> BuiltinEngine::prepareHandOver(const GatewayId &gateway, const QString &generation)
{
    return QList<NativeFile>{{m_setup.configPath, renderHandOver(gateway, generation)}};
}

Result<> BuiltinEngine::check(const QList<NativeFile> &files)
{
    if (Result<> running = ensureRunning(); !running)
        return running;
    const QByteArray bytes = files.isEmpty() ? QByteArray() : files.first().bytes.value_or(QByteArray());
    const Result<QJsonValue> reply = ask(u"check"_s, QJsonDocument::fromJson(bytes).object());
    if (!reply)
        return failure(reply.error());
    return {};
}

Result<> BuiltinEngine::commit()
{
    if (Result<> running = ensureRunning(); !running)
        return running;
    const Result<QJsonObject> configuration = configurationInPlace();
    if (!configuration)
        return failure(configuration.error());
    const Result<QJsonValue> reply = ask(u"configure"_s, *configuration);
    if (!reply)
        return failure(reply.error());
    const QString wanted = configuration->value(u"generation").toString();
    if ((*reply)[u"generation"].toString() != wanted) {
        return failure(ErrorCode::Protocol, m_setup.id.text(), tr("The proxy did not take the configuration."),
            tr("It says that it runs generation \"%1\".").arg((*reply)[u"generation"].toString()));
    }
    return {};
}

Result<> BuiltinEngine::rollBack()
{
    // Old and new generation may differ only in what a configuration does not show, so it is always set.
    if (commit())
        return {};
    // A proxy that does not obey is ended; its successor starts with the old configuration.
    if (Result<> stopped = m_process.stop(stopPatience); !stopped)
        return stopped;
    return commit();
}

Result<QList<LogEntry>> BuiltinEngine::log(int tail)
{
    const Result<QJsonValue> reply = ask(u"log"_s, {{u"tail"_s, tail}, {u"follow"_s, false}});
    return reply ? fromJson<QList<LogEntry>>(*reply) : failure(reply.error());
}

Result<QList<MetricFamily>> BuiltinEngine::metrics()
{
    const Result<QJsonValue> reply = ask(u"metrics"_s);
    return reply ? proxyMetrics(*reply, m_setup.id.text()) : failure(reply.error());
}

std::unique_ptr<LogSource> BuiltinEngine::createLogSource() const
{
    return std::make_unique<ProxyLogSource>(m_setup.controlSocket);
}

void BuiltinEngine::supervise()
{
    // Asked whether it is alive, one that has ended leaves the process table too.
    m_former.removeIf([](const ProcessId &former) { return !isAlive(former); });
    if (m_process.isRunning())
        return;
    if (const Result<QJsonValue> status = ask(u"status"_s))
        followServing(*status);
    // A proxy that was started again has no rules yet.
    if (m_process.revive() && ensureRunning())
        (void)commit();
}

void BuiltinEngine::stop()
{
    if (const Result<QJsonValue> status = ask(u"status"_s)) {
        followServing(*status);
        (void)askPredecessors(*status, u"quit"_s);
    }
    (void)m_process.stop(stopPatience);
    for (const ProcessId &former : std::exchange(m_former, {}))
        (void)endGroup(former, stopPatience);
}

Result<> BuiltinEngine::ensureRunning()
{
    if (Result<> started = m_process.start(); !started)
        return started;
    const QDeadlineTimer deadline(startPatience);
    while (true) {
        const Result<QJsonValue> status = askProxy(m_setup.controlSocket, u"status"_s, {}, answerPatience);
        if (status) {
            followServing(*status);
            return {};
        }
        const bool hasEnded = waitForEnd(m_process.process(), step);
        if (hasEnded || deadline.hasExpired()) {
            const QString words = m_process.lastWords();
            return failure(ErrorCode::Refused, m_setup.id.text(),
                tr("The proxy of %1 does not run.").arg(m_setup.id.text()),
                words.isEmpty() ? status.error().why : tr("It said \"%1\".").arg(words),
                tr("Correct program and controlSocket in agent.json."));
        }
    }
}

Result<QJsonValue> BuiltinEngine::ask(const QString &method, const QJsonObject &params) const
{
    return askProxy(m_setup.controlSocket, method, params, answerPatience);
}

Result<QJsonObject> BuiltinEngine::configurationInPlace() const
{
    const auto bytes = readFile(m_setup.configPath);
    if (!bytes)
        return failure(bytes.error());
    return QJsonDocument::fromJson(bytes->value_or(emptyConfig(m_setup))).object();
}

} // namespace ferry::agent
