#include "app/agent/process/Process.h"

#include "app/agent/faults/CrashPoint.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AgentProcess", text);
}

QByteArray readProc(pid_t pid, const char *name)
{
    QFile file(u"/proc/%1/%2"_s.arg(pid).arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Stat {
    char state = 'X';
    pid_t parent = 0;
    quint64 startTicks = 0;
};

std::optional<Stat> readStat(pid_t pid)
{
    const QByteArray text = readProc(pid, "stat");
    // The name in parentheses may hold anything, so count from its end: state is field 3, start time field 22.
    const qsizetype nameEnd = text.lastIndexOf(')');
    const QByteArrayList fields = text.mid(nameEnd + 2).split(' ');
    if (nameEnd < 0 || fields.size() < 20)
        return {};
    return Stat{fields[0].isEmpty() ? 'X' : fields[0][0], fields[1].toInt(), fields[19].toULongLong()};
}

bool hasEnded(const Stat &stat)
{
    return stat.state == 'Z' || stat.state == 'X';
}

std::vector<char *> pointersTo(QByteArrayList &texts)
{
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

// The agent's own environment may hold what a service must not see.
QByteArrayList environmentOf(const Command &command)
{
    QMap<QString, QString> environment{{u"PATH"_s, u"/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"_s}};
    environment.insert(command.environment);
    QByteArrayList list;
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        list << QFile::encodeName(it.key() + u'=' + it.value());
    return list;
}

QByteArrayList commandLineOf(const Command &command)
{
    QByteArrayList line{QFile::encodeName(command.program)};
    for (const QString &argument : command.arguments)
        line << QFile::encodeName(argument);
    return line;
}

class PidFd {
public:
    explicit PidFd(pid_t pid) : m_fd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {}
    ~PidFd()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    PidFd(const PidFd &) = delete;
    PidFd &operator=(const PidFd &) = delete;

    /// True when the process has ended.
    [[nodiscard]] bool wait(milliseconds timeout) const
    {
        pollfd one{m_fd, POLLIN, 0};
        return m_fd < 0 || ::poll(&one, 1, static_cast<int>(timeout.count())) > 0;
    }

private:
    int m_fd;
};

void reap(pid_t pid)
{
    ::waitpid(pid, nullptr, WNOHANG);
}

bool groupIsGone(pid_t group)
{
    reap(group);
    return ::kill(-group, 0) != 0 && errno == ESRCH;
}

/// The living processes of this user whose command line `matches`.
template <class Matches>
QMap<pid_t, Stat> ownProcesses(Matches matches)
{
    QMap<pid_t, Stat> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        const pid_t pid = name.toInt();
        struct stat owner{};
        if (pid <= 0 || ::stat(u"/proc/%1"_s.arg(pid).toLatin1().constData(), &owner) != 0
            || owner.st_uid != ::geteuid())
            continue;
        const QByteArray line = readProc(pid, "cmdline");
        // Each argument ends with a NUL: proc(5).
        if (line.isEmpty() || !matches(line.chopped(1).split('\0')))
            continue;
        if (const std::optional<Stat> stat = readStat(pid); stat && !hasEnded(*stat))
            found.insert(pid, *stat);
    }
    return found;
}

} // namespace

Result<ProcessId> spawn(const Command &command)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    // Standard input as well: vsftpd writes why it does not start to descriptor 0, as to an inetd connection.
    const QByteArray output = QFile::encodeName(command.output.isEmpty() ? u"/dev/null"_s : command.output);
    posix_spawn_file_actions_addopen(&files, 0, output.constData(), O_RDWR | O_CREAT | O_TRUNC | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&files, 0, 1);
    posix_spawn_file_actions_adddup2(&files, 0, 2);

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    QByteArrayList line = commandLineOf(command);
    QByteArrayList environment = environmentOf(command);
    pid_t pid = 0;
    const int problem = ::posix_spawn(&pid, QFile::encodeName(command.program).constData(), &files, &attributes,
        pointersTo(line).data(), pointersTo(environment).data());
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (problem != 0) {
        return failure(ErrorCode::Io, command.program, tr("\"%1\" was not started.").arg(command.program),
            QString::fromLocal8Bit(std::strerror(problem)) + u'.', tr("Correct the program's path in agent.json."));
    }
    crashPoint(CrashPoint::ProcessSpawned);
    const std::optional<Stat> stat = readStat(pid);
    return ProcessId{pid, stat ? stat->startTicks : 0};
}

std::optional<ProcessId> identify(pid_t pid)
{
    const std::optional<Stat> stat = readStat(pid);
    if (!stat || hasEnded(*stat)) {
        if (stat)
            reap(pid);
        return {};
    }
    return ProcessId{pid, stat->startTicks};
}

pid_t parentOf(pid_t pid)
{
    return readStat(pid).value_or(Stat()).parent;
}

bool isAlive(const ProcessId &process)
{
    return process.pid > 0 && identify(process.pid) == process;
}

bool runsProgram(const ProcessId &process, const QString &program)
{
    // Leads to the file also when its name is gone: proc(5).
    struct stat running{};
    struct stat file{};
    if (::stat(u"/proc/%1/exe"_s.arg(process.pid).toLatin1().constData(), &running) != 0
        || ::stat(QFile::encodeName(program).constData(), &file) != 0)
        return true;
    return running.st_dev == file.st_dev && running.st_ino == file.st_ino;
}

bool leadsItsGroup(const ProcessId &process)
{
    return process.pid > 0 && ::getpgid(process.pid) == process.pid;
}

QDateTime startTime(const ProcessId &process)
{
    // btime in /proc/stat has whole seconds only; the uptime is finer.
    QFile uptime(u"/proc/uptime"_s);
    if (!uptime.open(QIODevice::ReadOnly))
        return {};
    const double up = uptime.readAll().split(' ').first().toDouble();
    const double started = static_cast<double>(process.startTicks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return QDateTime::currentDateTimeUtc().addMSecs(-static_cast<qint64>((up - started) * 1000));
}

bool waitForEnd(const ProcessId &process, milliseconds timeout)
{
    const PidFd pidFd(process.pid);
    // Looked at after the descriptor is open, so that it cannot mean a later process of the same pid.
    if (!isAlive(process))
        return true;
    const bool hasGone = pidFd.wait(timeout);
    if (hasGone)
        reap(process.pid);
    return hasGone;
}

Result<> endGroup(const ProcessId &leader, milliseconds patience)
{
    if (!isAlive(leader))
        return {};
    for (const int signal : {SIGTERM, SIGKILL}) {
        ::kill(-leader.pid, signal);
        const auto until = std::chrono::steady_clock::now() + patience;
        (void)waitForEnd(leader, patience);
        // Its children are nobody's to wait for; look again in small steps.
        while (!groupIsGone(leader.pid) && std::chrono::steady_clock::now() < until)
            ::poll(nullptr, 0, 5);
        if (groupIsGone(leader.pid))
            return {};
    }
    if (!isAlive(leader))
        return {};
    return failure(ErrorCode::TimedOut, QString::number(leader.pid),
        tr("The process %1 was not ended.").arg(leader.pid), tr("It survived SIGTERM and SIGKILL."),
        tr("Look at what it waits for."));
}

std::optional<ProcessId> findRunning(const Command &command)
{
    const QByteArrayList wanted = commandLineOf(command);
    const QMap<pid_t, Stat> found = ownProcesses([&](const QByteArrayList &line) { return line == wanted; });
    std::optional<ProcessId> oldest;
    for (auto it = found.cbegin(); it != found.cend(); ++it) {
        if (!found.contains(it->parent) && (!oldest || it->startTicks < oldest->startTicks))
            oldest = ProcessId{it.key(), it->startTicks};
    }
    return oldest;
}

QList<ProcessId> findRunningWith(const QString &argument)
{
    const QByteArray wanted = QFile::encodeName(argument);
    const QMap<pid_t, Stat> found =
        ownProcesses([&](const QByteArrayList &line) { return line.indexOf(wanted, 1) > 0; });
    QList<ProcessId> processes;
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        processes << ProcessId{it.key(), it->startTicks};
    return processes;
}

QString bootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

} // namespace ferry::agent
