// How HAProxy takes up the configuration in place. It accepts one that it cannot run and says so in its output only, so
// nothing here is believed before a new worker tells that it runs it.
#include "app/agent/engines/haproxy/HaproxyConfig.h"
#include "app/agent/engines/haproxy/HaproxyEngine.h"
#include "app/agent/engines/haproxy/HaproxyPorts.h"
#include "app/agent/engines/haproxy/HaproxyWords.h"
#include "app/agent/files/Durable.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// It tries for two seconds to open a port that is taken.
constexpr milliseconds reloadPatience{60'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

QByteArray outputOf(const QString &path, qsizetype alreadySaid)
{
    const auto bytes = readFile(path);
    return bytes && *bytes ? (*bytes)->mid(alreadySaid) : QByteArray();
}

} // namespace

Result<> HaproxyEngine::start(const QByteArray &configuration)
{
    if (Result<> free = checkPortsAreFree(configuration, {}, m_setup.id.text()); !free)
        return free;
    if (Result<> started = m_process.start(); !started)
        return started;
    return awaitWorker(configuration, 0, 0);
}

Result<> HaproxyEngine::reload(const QByteArray &configuration)
{
    const Result<HaproxyProcesses> before = askProcesses(m_setup.masterSocket);
    if (!before)
        return failure(before.error());
    const Result<HaproxyInfo> info = askInfo(m_setup.masterSocket, before->worker);
    const QByteArray wanted = descriptionIn(configuration);
    if (info && !wanted.isEmpty() && info->description == wanted)
        return {};
    // While it tries to open a port that is taken HAProxy has its other ports closed.
    if (Result<> free = checkPortsAreFree(configuration, before->worker, m_setup.id.text()); !free)
        return free;
    return renewWorker(configuration, *before);
}

Result<> HaproxyEngine::renewWorker(const QByteArray &configuration, const HaproxyProcesses &before)
{
    const qsizetype alreadySaid = outputOf(m_setup.outputPath, 0).size();
    // The master starts itself anew from its program and closes the connection without an answer.
    if (const Result<QByteArray> asked = askHaproxy(m_setup.masterSocket, "reload");
        !asked && asked.error().code == ErrorCode::TimedOut)
        return failure(asked.error());
    return awaitWorker(configuration, before.worker, alreadySaid);
}

Result<> HaproxyEngine::awaitWorker(const QByteArray &configuration, qint64 former, qsizetype alreadySaid)
{
    const QByteArray wanted = descriptionIn(configuration);
    const QDeadlineTimer deadline(reloadPatience);
    while (true) {
        const bool hasEnded = waitForEnd(m_process.process(), haproxyStep);
        const Result<HaproxyProcesses> now = hasEnded ? Result<HaproxyProcesses>(HaproxyProcesses())
                                                      : askProcesses(m_setup.masterSocket, milliseconds(0));
        if (now && now->worker != 0 && now->worker != former) {
            const Result<HaproxyInfo> info = askInfo(m_setup.masterSocket, now->worker);
            if (info && info->description == wanted)
                return {};
        }
        const bool hasFailed = now && now->worker == former && now->failedReloads > 0;
        if (hasEnded || hasFailed || deadline.hasExpired())
            return failure(notTakenUp(configuration, alreadySaid));
    }
}

Error HaproxyEngine::notTakenUp(const QByteArray &configuration, qsizetype alreadySaid) const
{
    const QByteArray output = outputOf(m_setup.outputPath, alreadySaid);
    const QString words = haproxyComplaints(output, configuration);
    return {ErrorCode::Refused, m_setup.id.text(),
        m_process.isRunning() ? tr("HAProxy did not take the configuration; it goes on with the one that it ran.")
                              : tr("The HAProxy of %1 does not run.").arg(m_setup.id.text()),
        words.isEmpty() ? tr("It said \"%1\".").arg(QString::fromUtf8(output.right(500)).simplified()) : words,
        tr("Correct what it names, then apply again.")};
}

Result<UpgradeReply> HaproxyEngine::upgrade()
{
    const auto bytes = configurationInPlace();
    if (!bytes)
        return failure(bytes.error());
    const Result<HaproxyProcesses> before = askProcesses(m_setup.masterSocket);
    if (!before)
        return failure(before.error());
    // The worker's version, not the master's: the master is renewed by each reload, the worker by one that succeeds.
    const Result<HaproxyInfo> old = askInfo(m_setup.masterSocket, before->worker);
    if (!old)
        return failure(old.error());
    if (const Result<> renewed = renewWorker(bytes->value_or(QByteArray()), *before); !renewed)
        return failure(renewed.error());
    const Result<HaproxyProcesses> now = askProcesses(m_setup.masterSocket);
    const Result<HaproxyInfo> info = now ? askInfo(m_setup.masterSocket, now->worker) : failure(now.error());
    if (!info)
        return failure(info.error());
    UpgradeReply reply{info->version, old->version, 0};
    HaproxyProcesses older = *now;
    older.worker = 0;
    reply.sessions = countSessions(older, {});
    return reply;
}

} // namespace ferry::agent
