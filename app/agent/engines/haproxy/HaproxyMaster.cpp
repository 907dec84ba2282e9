#include "app/agent/engines/haproxy/HaproxyMaster.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QLocalSocket>

#include <algorithm>

#include <poll.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

/// 100,000 sessions at about a kilobyte and a half each.
constexpr qsizetype longestAnswer = 256 * 1024 * 1024;

constexpr int firstWord = 500;
constexpr std::chrono::milliseconds oneAnswer{5'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

tl::unexpected<Error> notAnswered(ErrorCode code, const QString &path, const QString &why)
{
    return failure(code, path, tr("HAProxy was not asked."), why, tr("Look at HAProxy's output."));
}

/// The master starts itself anew while it starts or reloads. Who connects at that moment may never be answered, because
/// a worker has inherited the socket of before; so one that hears nothing at first has to connect again.
Result<QByteArray> askOnce(const QString &socketPath, const QByteArray &command, const QDeadlineTimer &deadline)
{
    const auto left = [&] { return static_cast<int>(std::max<qint64>(1, deadline.remainingTime())); };
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(left()))
        return notAnswered(ErrorCode::Unreachable, socketPath, socket.errorString() + u'.');
    // Without the second command the master waits for more.
    socket.write(command + "\nquit\n");
    QByteArray answer;
    while (socket.state() == QLocalSocket::ConnectedState) {
        const bool hasMore = socket.waitForReadyRead(answer.isEmpty() ? std::min(left(), firstWord) : left());
        answer += socket.readAll();
        if (answer.size() > longestAnswer)
            return notAnswered(ErrorCode::Protocol, socketPath, tr("Its answer does not end."));
        if (!hasMore && socket.state() == QLocalSocket::ConnectedState)
            return notAnswered(ErrorCode::TimedOut, socketPath, tr("It did not answer in time."));
    }
    return answer + socket.readAll();
}

} // namespace

QList<qint64> HaproxyProcesses::all() const
{
    QList<qint64> pids = oldWorkers;
    if (worker != 0)
        pids << worker;
    return pids;
}

Result<QByteArray> askHaproxy(const QString &socketPath, const QByteArray &command, std::chrono::milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    while (true) {
        Result<QByteArray> answer = askOnce(socketPath, command, deadline);
        const bool wasHeard = answer || answer.error().code != ErrorCode::TimedOut;
        if (wasHeard || deadline.hasExpired())
            return answer;
    }
}

Result<QByteArray> askWorker(const QString &socketPath, qint64 worker, const QByteArray &command)
{
    return askHaproxy(socketPath, "@!" + QByteArray::number(worker) + ' ' + command);
}

Result<HaproxyProcesses> askProcesses(const QString &socketPath, std::chrono::milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    while (true) {
        const Result<QByteArray> answer = askHaproxy(socketPath, "show proc", oneAnswer);
        const HaproxyProcesses processes = parseProcesses(answer.value_or(QByteArray()));
        if (processes.master != 0)
            return processes;
        if (deadline.hasExpired() && !answer)
            return failure(answer.error());
        if (deadline.hasExpired())
            return notAnswered(ErrorCode::Protocol, socketPath, tr("It does not tell of a master process."));
        // The socket is closed for some milliseconds while the master starts itself anew.
        ::poll(nullptr, 0, static_cast<int>(haproxyStep.count()));
    }
}

Result<HaproxyInfo> askInfo(const QString &socketPath, qint64 worker)
{
    const Result<QByteArray> answer = askWorker(socketPath, worker, "show info");
    if (!answer)
        return failure(answer.error());
    HaproxyInfo info = parseInfo(*answer);
    if (info.pid != worker)
        return notAnswered(ErrorCode::NotFound, socketPath, tr("Its process %1 has ended.").arg(worker));
    return info;
}

HaproxyProcesses parseProcesses(const QByteArray &answer)
{
    HaproxyProcesses processes;
    bool isOld = false;
    for (const QByteArray &text : answer.split('\n')) {
        const QByteArray line = text.simplified();
        if (line.startsWith('#')) {
            isOld = line == "# old workers";
            continue;
        }
        // "1162 master 5 [failed: 0] 0d00h02m07s 2.6.12", "1271 worker 1 0d00h00m00s 2.6.12"
        const QByteArrayList words = line.split(' ');
        if (words.size() >= 3 && words[1] == "master") {
            processes.master = words[0].toLongLong();
            processes.reloads = words[2].toInt();
            const qsizetype failed = words.indexOf("[failed:");
            if (failed > 0 && failed + 1 < words.size())
                processes.failedReloads = words[failed + 1].chopped(1).toInt();
            processes.version = QString::fromLatin1(words.last());
        } else if (words.size() >= 2 && words[1] == "worker") {
            if (isOld)
                processes.oldWorkers << words[0].toLongLong();
            else
                processes.worker = words[0].toLongLong();
        }
    }
    return processes;
}

HaproxyInfo parseInfo(const QByteArray &answer)
{
    HaproxyInfo info;
    for (const QByteArray &line : answer.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (colon < 0)
            continue;
        if (name == "pid")
            info.pid = value.toLongLong();
        else if (name == "version")
            info.version = QString::fromLatin1(value);
        else if (name == "description")
            info.description = value;
    }
    return info;
}

} // namespace ferry::agent
