#include "app/agent/services/Restart.h"

#include "app/agent/process/Process.h"
#include "app/agent/process/Sockets.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSet>

#include <poll.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds step{20};

QString tr(const char *text)
{
    return QCoreApplication::translate("Restart", text);
}

QString withLastWords(const QString &reason, const ServiceControl &control)
{
    const QString words = control.lastWords();
    return words.isEmpty() || reason.contains(words) ? reason : reason + u' ' + tr("It said \"%1\".").arg(words);
}

/// Waits until `pid` listens on the port; empty on success, otherwise why not.
QString waitForPort(
    qint64 pid, quint16 port, ServiceControl &control, const RestartWitness &witness, const QDeadlineTimer &deadline)
{
    while (!witness.listens(pid, port)) {
        const ProcessState state = control.state();
        if (!state.running)
            return tr("The new process ended at once.") + (state.problem.isEmpty() ? QString() : u' ' + state.problem);
        if (state.pid != pid)
            return tr("The new process ended at once and was started again.");
        if (deadline.hasExpired())
            return tr("The new process %1 does not listen on port %2.").arg(pid).arg(port);
        ::poll(nullptr, 0, static_cast<int>(step.count()));
    }
    return {};
}

} // namespace

RestartWitness RestartWitness::system()
{
    return {
        [](qint64 pid, quint16 port) {
            const QSet<quint64> listeners = listenersOn(port);
            return !listeners.isEmpty() && holdsOneOf(static_cast<pid_t>(pid), listeners);
        },
        [](const Endpoint &endpoint, milliseconds timeout) { return readBanner(endpoint, timeout); },
        [](quint16 port) { return connectionsTo(port); },
    };
}

int sessionsAt(const QList<Endpoint> &endpoints, const RestartWitness &witness)
{
    QSet<quint16> ports;
    for (const Endpoint &endpoint : endpoints)
        ports.insert(endpoint.port);
    int sessions = 0;
    for (const quint16 port : std::as_const(ports))
        sessions += witness.sessions(port);
    return sessions;
}

RestartReport restartService(const ServiceId &service, ServiceControl &control, const QList<Endpoint> &endpoints,
    const RestartWitness &witness, milliseconds patience)
{
    QElapsedTimer timer;
    timer.start();
    const QDeadlineTimer deadline(patience);
    RestartReport report;
    report.service = service;
    report.oldPid = control.state().pid;
    report.port = endpoints.isEmpty() ? 0 : endpoints.first().port;
    report.sessionsCut = sessionsAt(endpoints, witness);

    const Result<> restarted = control.restart(patience);
    const ProcessState state = control.state();
    report.newPid = state.pid;
    if (!restarted)
        report.reason = restarted.error().text();
    else if (!state.running)
        report.reason =
            tr("The new process ended at once.") + (state.problem.isEmpty() ? QString() : u' ' + state.problem);
    else if (state.pid == report.oldPid)
        report.reason = tr("The old process %1 still runs.").arg(report.oldPid);
    for (const Endpoint &endpoint : endpoints) {
        if (!report.reason.isEmpty())
            break;
        report.reason = waitForPort(report.newPid, endpoint.port, control, witness, deadline);
        if (!report.reason.isEmpty())
            break;
        const Result<QString> banner =
            witness.banner(endpoint, milliseconds(std::max<qint64>(1000, deadline.remainingTime())));
        if (banner && report.banner.isEmpty())
            report.banner = *banner;
        if (!banner)
            report.reason = banner.error().text();
    }
    if (!report.reason.isEmpty())
        report.reason = withLastWords(report.reason, control);
    report.succeeded = report.reason.isEmpty();
    report.elapsed = milliseconds(timer.elapsed());
    return report;
}

} // namespace ferry::agent
