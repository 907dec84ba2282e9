#include "app/agent/control/systemd/SystemdControl.h"

#include "app/agent/control/systemd/JobWatch.h"
#include "app/agent/control/systemd/UnitJournal.h"
#include "app/agent/process/Process.h"

#include <QAtomicInt>
#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusReply>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds callPatience{10'000};
constexpr milliseconds journalPatience{1'500};
/// A process may have spoken before systemd notes that its unit was started.
constexpr milliseconds startMargin{100};

QString tr(const char *text)
{
    return QCoreApplication::translate("SystemdControl", text);
}

QDBusMessage managerCall(const QString &method)
{
    return QDBusMessage::createMethodCall(
        u"org.freedesktop.systemd1"_s, u"/org/freedesktop/systemd1"_s, u"org.freedesktop.systemd1.Manager"_s, method);
}

QString nextConnectionName()
{
    static QAtomicInt number = 0;
    return u"ferrygate-systemd-%1"_s.arg(number.fetchAndAddRelaxed(1));
}

QDBusConnection openBus(const QString &address, const QString &name)
{
    return address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SystemBus, name)
                             : QDBusConnection::connectToBus(address, name);
}

tl::unexpected<Error> callFailed(const QString &unit, const QString &name, const QString &message)
{
    if (name == u"org.freedesktop.systemd1.NoSuchUnit") {
        return failure(ErrorCode::NotFound, unit, tr("\"%1\" was not restarted.").arg(unit),
            tr("systemd knows no such unit."), tr("Correct the unit in agent.json."));
    }
    if (name == u"org.freedesktop.DBus.Error.AccessDenied"
        || name == u"org.freedesktop.DBus.Error.InteractiveAuthorizationRequired") {
        return failure(ErrorCode::Denied, unit, tr("\"%1\" was not restarted.").arg(unit),
            tr("systemd does not let the agent's user manage units."),
            tr("Run the agent as root, or allow it with a polkit rule for org.freedesktop.systemd1.manage-units."));
    }
    return failure(ErrorCode::Unreachable, unit, tr("\"%1\" was not restarted.").arg(unit),
        tr("systemd could not be asked: %1").arg(message), tr("Look at the state of D-Bus on the node."));
}

// systemd.service(5) "Result" and org.freedesktop.systemd1(5) "JobRemoved", in words.
QString wordsFor(const QString &unit, const QString &jobResult, const QVariantMap &properties)
{
    const QString result = properties.value(u"Result"_s).toString();
    const int status = properties.value(u"ExecMainStatus"_s).toInt();
    if (result == u"start-limit-hit") {
        return tr("It was started too often in a short time, and systemd starts it no more until \"systemctl "
                  "reset-failed %1\".")
            .arg(unit);
    }
    // ExecMainStatus says nothing of ExecStartPre, nor of a forking ExecStart.
    if (result == u"exit-code" && status == 0)
        return tr("A command of its unit failed.");
    if (result == u"exit-code")
        return tr("Its process ended with the exit code %1.").arg(status);
    if (result == u"signal" || result == u"core-dump")
        return tr("Its process was ended by the signal %1.").arg(status);
    if (result == u"timeout" || jobResult == u"timeout")
        return tr("It did not start in the time that its unit gives it.");
    if (jobResult == u"dependency")
        return tr("A unit that it needs did not start.");
    if (jobResult == u"canceled")
        return tr("Another request took the job's place.");
    return tr("systemd says that the job ended as \"%1\" and the unit as \"%2\".").arg(jobResult, result);
}

/// The pids of Manager.GetUnitProcesses: a list of control group, pid and command line.
QList<pid_t> pidsIn(const QDBusMessage &reply)
{
    QList<pid_t> pids;
    const auto list = reply.arguments().value(0).value<QDBusArgument>();
    if (list.currentType() != QDBusArgument::ArrayType)
        return pids;
    list.beginArray();
    while (!list.atEnd()) {
        QString group;
        uint pid = 0;
        QString command;
        list.beginStructure();
        list >> group >> pid >> command;
        list.endStructure();
        pids << static_cast<pid_t>(pid);
    }
    list.endArray();
    return pids;
}

/// The oldest of these processes that is no child of another: the server, not one of its sessions.
std::optional<ProcessId> leaderOf(const QList<pid_t> &pids)
{
    std::optional<ProcessId> leader;
    for (const pid_t pid : pids) {
        const std::optional<ProcessId> process = identify(pid);
        if (!process || pids.contains(parentOf(pid)))
            continue;
        if (!leader || process->startTicks < leader->startTicks)
            leader = process;
    }
    return leader;
}

} // namespace

SystemdControl::SystemdControl(QString unit, QString bus)
    : m_unit(std::move(unit))
    , m_address(std::move(bus))
    , m_connectionName(nextConnectionName())
    , m_bus(openBus(m_address, m_connectionName))
{
}

SystemdControl::~SystemdControl()
{
    QDBusConnection::disconnectFromBus(m_connectionName);
}

ProcessState SystemdControl::state()
{
    const Result<QVariantMap> properties = unitProperties();
    if (!properties)
        return {false, 0, {}, properties.error().text()};
    const QString active = properties->value(u"ActiveState"_s).toString();
    const qint64 pid = properties->value(u"MainPID"_s).toUInt();
    const bool isActive = active == u"active" || active == u"reloading";
    if (isActive && pid != 0) {
        const qint64 microseconds = properties->value(u"ExecMainStartTimestamp"_s).toLongLong();
        return {true, pid, QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC), {}};
    }
    if (isActive)
        return stateWithoutMainProcess();
    if (active == u"failed")
        return {false, 0, {}, failureIn(*properties)};
    return {false, 0, {}, tr("systemd says that %1 is %2.").arg(m_unit, active)};
}

// Units that systemd makes of a script in /etc/init.d name no main process (systemd-sysv-generator(8)).
ProcessState SystemdControl::stateWithoutMainProcess()
{
    QDBusMessage call = managerCall(u"GetUnitProcesses"_s);
    call << m_unit;
    const QDBusMessage reply = m_bus.call(call, QDBus::Block, static_cast<int>(callPatience.count()));
    if (const std::optional<ProcessId> leader = leaderOf(pidsIn(reply)))
        return {true, leader->pid, startTime(*leader), {}};
    return {false, 0, {}, tr("systemd calls %1 active, but no process of it runs.").arg(m_unit)};
}

// Asked about once a second, and the journal is read from the disk: each failed start is looked up once.
QString SystemdControl::failureIn(const QVariantMap &properties)
{
    if (m_failure.isEmpty() || m_toldFailure != m_lastStart) {
        m_toldFailure = m_lastStart;
        m_failure = wordsFor(m_unit, u"failed"_s, properties);
        if (const QString words = lastWords(); !words.isEmpty())
            m_failure += u' ' + tr("Its journal says \"%1\".").arg(words);
    }
    return m_failure;
}

QString SystemdControl::lastWords() const
{
    return m_lastStart.count() == 0 ? QString() : lastJournalLines(m_unit, m_lastStart - startMargin, journalPatience);
}

Result<> SystemdControl::restart(milliseconds timeout)
{
    return runJob(u"RestartUnit"_s, timeout);
}

Result<> SystemdControl::stop(milliseconds timeout)
{
    return runJob(u"StopUnit"_s, timeout);
}

Result<> SystemdControl::runJob(const QString &method, milliseconds timeout)
{
    connectToBus();
    JobWatch watch(m_bus);
    if (!watch.isConnected())
        return callFailed(m_unit, {}, m_bus.lastError().message());
    // Without a subscriber the manager sends no signals.
    (void)m_bus.call(managerCall(u"Subscribe"_s), QDBus::Block, static_cast<int>(callPatience.count()));
    QDBusMessage call = managerCall(method);
    call << m_unit << u"replace"_s;
    const QDBusReply<QDBusObjectPath> job = m_bus.call(call, QDBus::Block, static_cast<int>(callPatience.count()));
    if (!job.isValid())
        return callFailed(m_unit, job.error().name(), job.error().message());
    const std::optional<QString> result = watch.waitFor(job.value(), timeout);
    if (result == u"done")
        return {};
    if (!result) {
        return failure(ErrorCode::TimedOut, m_unit, tr("\"%1\" was not restarted.").arg(m_unit),
            tr("systemd did not finish the job within %1 s.").arg(timeout.count() / 1000),
            tr("Look at \"systemctl status %1\".").arg(m_unit));
    }
    return failure(ErrorCode::Refused, m_unit, tr("\"%1\" was not restarted.").arg(m_unit),
        wordsFor(m_unit, *result, unitProperties().value_or(QVariantMap())),
        tr("Look at \"journalctl -u %1\".").arg(m_unit));
}

void SystemdControl::connectToBus()
{
    if (m_bus.isConnected())
        return;
    // The bus was restarted, or was not there yet when the agent came up.
    QDBusConnection::disconnectFromBus(m_connectionName);
    m_bus = openBus(m_address, m_connectionName);
}

Result<QVariantMap> SystemdControl::unitProperties()
{
    connectToBus();
    QDBusMessage load = managerCall(u"LoadUnit"_s);
    load << m_unit;
    const QDBusReply<QDBusObjectPath> unit = m_bus.call(load, QDBus::Block, static_cast<int>(callPatience.count()));
    if (!unit.isValid())
        return callFailed(m_unit, unit.error().name(), unit.error().message());
    QVariantMap properties;
    for (const QString &interface : {u"org.freedesktop.systemd1.Unit"_s, u"org.freedesktop.systemd1.Service"_s}) {
        QDBusMessage get = QDBusMessage::createMethodCall(
            u"org.freedesktop.systemd1"_s, unit.value().path(), u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s);
        get << interface;
        const QDBusReply<QVariantMap> all = m_bus.call(get, QDBus::Block, static_cast<int>(callPatience.count()));
        if (!all.isValid())
            return callFailed(m_unit, all.error().name(), all.error().message());
        properties.insert(all.value());
    }
    m_lastStart = std::chrono::microseconds(properties.value(u"InactiveExitTimestamp"_s).toLongLong());
    return properties;
}

} // namespace ferry::agent
