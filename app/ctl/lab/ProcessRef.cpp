#include "app/ctl/lab/ProcessRef.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/lab/LabServer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

struct Stat {
    char state = 'X';
    qint64 parent = 0;
    quint64 startTime = 0;
};

// proc(5): the name in field 2 may hold blanks and brackets, so the fields are counted from the last ')'.
std::optional<Stat> readStat(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20 || fields[0].isEmpty())
        return std::nullopt;
    return Stat{fields[0][0], fields[1].toLongLong(), fields[19].toULongLong()};
}

QList<qint64> allPids()
{
    QList<qint64> pids;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        bool isNumber = false;
        const qint64 pid = name.toLongLong(&isNumber);
        if (isNumber)
            pids.append(pid);
    }
    return pids;
}

void sendSignal(const QList<ProcessRef> &processes, int signalNumber)
{
#ifdef Q_OS_UNIX
    for (const ProcessRef &process : processes) {
        if (process.isAlive())
            ::kill(static_cast<pid_t>(process.pid), signalNumber);
    }
#else
    Q_UNUSED(processes)
    Q_UNUSED(signalNumber)
#endif
}

bool waitForEnd(const QList<ProcessRef> &processes, std::chrono::milliseconds patience)
{
    // They are not our children, so nobody tells us.
    return awaitTrue(
        [&] {
            return std::none_of(
                processes.cbegin(), processes.cend(), [](const ProcessRef &process) { return process.isAlive(); });
        },
        patience);
}

} // namespace

std::optional<ProcessRef> ProcessRef::of(qint64 pid)
{
    const std::optional<Stat> stat = readStat(pid);
    if (!stat || stat->state == 'Z' || stat->state == 'X')
        return std::nullopt;
    return ProcessRef{pid, stat->startTime};
}

bool ProcessRef::isAlive() const
{
    return of(pid) == *this;
}

QList<ProcessRef> ProcessRef::descendants() const
{
    QMultiHash<qint64, qint64> children;
    for (const qint64 candidate : allPids()) {
        if (const std::optional<Stat> stat = readStat(candidate))
            children.insert(stat->parent, candidate);
    }
    QList<ProcessRef> found;
    QList<qint64> open{pid};
    while (!open.isEmpty()) {
        for (const qint64 child : children.values(open.takeFirst())) {
            open.append(child);
            if (const std::optional<ProcessRef> process = of(child))
                found.append(*process);
        }
    }
    return found;
}

QJsonObject ProcessRef::toJson() const
{
    // As text: a JSON number is a double to some readers.
    return {{u"pid"_s, pid}, {u"startTime"_s, QString::number(startTime)}};
}

ProcessRef ProcessRef::fromJson(const QJsonObject &json)
{
    return {json.value(u"pid"_s).toInteger(), json.value(u"startTime"_s).toString().toULongLong()};
}

Result<ProcessRef> startDetached(const Command &command, const QString &workingDirectory, const QString &logPath)
{
    QProcess process;
    process.setProgram(command.program);
    process.setArguments(command.arguments);
    process.setWorkingDirectory(workingDirectory);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(logPath, QIODevice::Append);
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = command.environment.cbegin(); it != command.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    qint64 pid = 0;
    const bool isStarted = process.startDetached(&pid);
    const std::optional<ProcessRef> reference = isStarted ? ProcessRef::of(pid) : std::nullopt;
    if (reference)
        return *reference;
    return failure(ErrorCode::Io, command.program,
        QCoreApplication::translate("ProcessRef", "The program was not started."),
        isStarted ? QCoreApplication::translate("ProcessRef", "It ended at once.") : process.errorString() + u'.',
        QCoreApplication::translate("ProcessRef", "See %1.").arg(logPath));
}

void endProcesses(const QList<ProcessRef> &processes, std::chrono::milliseconds patience)
{
#ifdef Q_OS_UNIX
    sendSignal(processes, SIGTERM);
    if (waitForEnd(processes, patience))
        return;
    sendSignal(processes, SIGKILL);
    waitForEnd(processes, 5s);
#else
    Q_UNUSED(processes)
    Q_UNUSED(patience)
#endif
}

QList<ProcessRef> processesMarked(const QByteArray &name, const QByteArray &value)
{
    const QByteArray mark = name + '=' + value;
    QList<ProcessRef> found;
    for (const qint64 pid : allPids()) {
        QFile environment(u"/proc/%1/environ"_s.arg(pid));
        if (pid == QCoreApplication::applicationPid() || !environment.open(QIODevice::ReadOnly)
            || !environment.readAll().split('\0').contains(mark))
            continue;
        if (const std::optional<ProcessRef> process = ProcessRef::of(pid))
            found.append(*process);
    }
    return found;
}

} // namespace ferry::ctl
