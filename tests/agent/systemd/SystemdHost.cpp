#include "tests/agent/systemd/SystemdHost.h"

#include <QFile>
#include <QTest>

#include <unistd.h>

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int bootPatience = 120'000; ///< milliseconds

tl::unexpected<Error> notBooted(const QString &why)
{
    return failure(ErrorCode::Unsupported, {}, u"No systemd was booted."_s, why);
}

/// The first child of a process; 0 if it has none.
qint64 childOf(qint64 pid)
{
    QFile file(u"/proc/%1/task/%1/children"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').first().toLongLong() : 0;
}

QStringList entering(qint64 init)
{
    return {u"--target"_s, QString::number(init), u"--all"_s, u"--root"_s, u"--wd"_s, u"--"_s};
}

} // namespace

Result<std::unique_ptr<SystemdHost>> SystemdHost::boot()
{
    if (::geteuid() != 0)
        return notBooted(u"Only root can mount its root file system."_s);
    std::unique_ptr<SystemdHost> host(new SystemdHost);
    host->m_outer.setProcessChannelMode(QProcess::MergedChannels);
    host->m_outer.start(u"unshare"_s,
        {u"--pid"_s, u"--fork"_s, u"--kill-child"_s, u"--mount"_s, u"--uts"_s, u"--ipc"_s, u"--net"_s, u"--cgroup"_s,
            QStringLiteral(FERRYGATE_SOURCE_DIR "/tests/agent/systemd/boot-systemd"), host->m_folder.path()});
    if (const QString problem = host->waitUntilUp(); !problem.isEmpty())
        return notBooted(problem);
    // To the console it has told why it did not boot; from now on its words belong where administrators look.
    if (host->run({u"systemctl"_s, u"log-target"_s, u"journal"_s}, std::chrono::seconds(10)) != 0)
        return notBooted(u"It does not write to its journal."_s);
    return host;
}

SystemdHost::~SystemdHost()
{
    // unshare takes its child with it (--kill-child), and process 1 takes the whole host.
    m_outer.kill();
    m_outer.waitForFinished();
}

int SystemdHost::run(const QStringList &command, std::chrono::milliseconds timeout) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(u"nsenter"_s, entering(m_init) + command);
    const bool ended = process.waitForFinished(static_cast<int>(timeout.count()));
    return ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}

QString SystemdHost::waitUntilUp()
{
    const auto isUp = [this] {
        m_init = childOf(m_outer.processId());
        if (m_init == 0)
            return false;
        QProcess question;
        question.start(u"nsenter"_s, entering(m_init) + QStringList{u"systemctl"_s, u"is-system-running"_s});
        question.waitForFinished();
        const QByteArray answer = question.readAllStandardOutput().trimmed();
        // "degraded": a unit of the machine does not start in here, which is not what is tested.
        return answer == "running" || answer == "degraded";
    };
    const auto isDecided = [&] { return m_outer.state() == QProcess::NotRunning || isUp(); };
    if (QTest::qWaitFor(isDecided, bootPatience) && m_outer.state() == QProcess::Running)
        return {};
    return u"It said: "_s + QString::fromUtf8(m_outer.readAll()).right(2000);
}

} // namespace ferry::test
