// How ProFTPD takes up the configuration in place. The file that a master was started with is written only while there
// is none, so that it always tells what the one that runs has read, also after the agent was killed.
#include "app/agent/engines/proftpd/ProftpdCheck.h"
#include "app/agent/engines/proftpd/ProftpdEngine.h"
#include "app/agent/engines/proftpd/ProftpdGatewayConfig.h"
#include "app/agent/files/Durable.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds startPatience{30'000};
constexpr milliseconds endPatience{10'000};
constexpr milliseconds step{10};

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdEngine", text);
}

bool holds(const ProcessId &process, const ProftpdListener &listener, const QList<ListeningSocket> &all)
{
    const QSet<quint64> own = socketsOf(process.pid);
    return std::any_of(all.cbegin(), all.cend(), [&](const ListeningSocket &socket) {
        return socket.port == listener.port && socket.address == listener.address && own.contains(socket.inode);
    });
}

} // namespace

Result<> ProftpdEngine::run(const QByteArray &configuration)
{
    if (m_process.isRunning() && runningConfiguration() == configuration)
        return {};
    if (Result<> free = checkPortsAreFree(configuration); !free)
        return free;
    if (Result<> ended = endMaster(); !ended)
        return ended;
    return startMaster(configuration);
}

Result<> ProftpdEngine::startMaster(const QByteArray &configuration)
{
    if (Result<> made = makePrivateFolder(m_setup.runFolder); !made)
        return made;
    QFile::remove(m_setup.runFolder + u"/pid"_s);
    if (Result<> written = writeDurably(runningPath(), configuration); !written)
        return written;
    if (Result<> started = m_process.start(); !started)
        return started;
    return awaitListeners(configuration);
}

Result<> ProftpdEngine::awaitListeners(const QByteArray &configuration)
{
    const QList<ProftpdListener> listeners = proftpdListenersIn(configuration);
    const QDeadlineTimer deadline(startPatience);
    while (true) {
        const bool hasEnded = waitForEnd(m_process.process(), step);
        const QList<ListeningSocket> sockets = listeningSockets();
        // The pid is written when everything was read.
        const bool isUp = !hasEnded && QFile::exists(m_setup.runFolder + u"/pid"_s)
            && std::all_of(listeners.cbegin(), listeners.cend(),
                [&](const ProftpdListener &one) { return holds(m_process.process(), one, sockets); });
        if (isUp)
            return {};
        if (hasEnded || deadline.hasExpired()) {
            return failure(ErrorCode::Refused, m_setup.id.text(),
                tr("The ProFTPD of %1 does not run.").arg(m_setup.id.text()), proftpdComplaints(m_process.lastWords()),
                tr("Correct what it names, then apply again."));
        }
    }
}

Result<> ProftpdEngine::checkPortsAreFree(const QByteArray &configuration) const
{
    const QList<ListeningSocket> sockets = listeningSockets();
    for (const ProftpdListener &one : proftpdListenersIn(configuration)) {
        if (m_process.isRunning() && holds(m_process.process(), one, sockets))
            continue;
        const int problem = problemWithBinding(one.address, one.port);
        if (problem == 0)
            continue;
        return failure(ErrorCode::Refused, m_setup.id.text(), tr("ProFTPD was not given the configuration."),
            tr("Port %1 of %2 cannot be opened: %3.")
                .arg(one.port)
                .arg(one.address.toString(), QString::fromLocal8Bit(std::strerror(problem))),
            problem == EADDRINUSE ? tr("End the program that has it, or publish at another port.")
                                  : tr("Correct the listener's address or port."));
    }
    return {};
}

/// SIGTERM would end its sessions too.
Result<> ProftpdEngine::endMaster()
{
    if (!m_process.isRunning())
        return {};
    const ProcessId master = m_process.process();
    if (::kill(master.pid, SIGKILL) == 0 && waitForEnd(master, endPatience))
        return {};
    return failure(
        ErrorCode::Io, m_setup.id.text(), tr("ProFTPD was not ended."), tr("Its process %1 goes on.").arg(master.pid));
}

void ProftpdEngine::followMaster()
{
    const ProftpdProcesses found = findProftpd(m_setup.outputPath);
    if (!found.masters.isEmpty())
        m_process.follow(found.masters.first());
}

} // namespace ferry::agent
