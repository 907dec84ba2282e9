#include "tests/agent/FakeSystemd.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString unitName = QStringLiteral("vsftpd.service");
const QString unitPath = QStringLiteral("/org/freedesktop/systemd1/unit/vsftpd_2eservice");

} // namespace

class FakeManager : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.systemd1.Manager")

public:
    explicit FakeManager(FakeSystemd::Behaviour &behaviour) : m_(behaviour) {}

public Q_SLOTS:
    void Subscribe() { m_.isSubscribed = true; }

    QDBusObjectPath LoadUnit(const QString &name)
    {
        if (name != unitName)
            sendErrorReply(u"org.freedesktop.systemd1.NoSuchUnit"_s, u"Unit not found."_s);
        return QDBusObjectPath(unitPath);
    }

    QDBusObjectPath RestartUnit(const QString &name, const QString &mode)
    {
        if (name != unitName || mode != u"replace") {
            sendErrorReply(u"org.freedesktop.systemd1.NoSuchUnit"_s, u"Unit not found."_s);
            return QDBusObjectPath(u"/"_s);
        }
        if (m_.deniesAccess) {
            sendErrorReply(u"org.freedesktop.DBus.Error.AccessDenied"_s, u"Permission denied"_s);
            return QDBusObjectPath(u"/"_s);
        }
        ++m_.restarts;
        const bool fails = m_.startLimitHit || m_.exitsAtOnce;
        m_.hasFailed = fails;
        m_.pid = fails ? 0 : static_cast<uint>(1000 + m_.restarts);
        return startJob(fails ? u"failed"_s : u"done"_s);
    }

    QDBusObjectPath StopUnit(const QString &, const QString &)
    {
        m_.pid = 0;
        return startJob(u"done"_s);
    }

Q_SIGNALS:
    void JobRemoved(uint id, const QDBusObjectPath &job, const QString &unit, const QString &result);

private:
    QDBusObjectPath startJob(const QString &result)
    {
        const QDBusObjectPath job(u"/org/freedesktop/systemd1/job/%1"_s.arg(++m_jobs));
        if (m_.jobHangs || !m_.isSubscribed)
            return job;
        if (m_.signalsBeforeReply)
            Q_EMIT JobRemoved(m_jobs, job, unitName, result);
        else
            QTimer::singleShot(0, this, [this, job, result] { Q_EMIT JobRemoved(m_jobs, job, unitName, result); });
        return job;
    }

    FakeSystemd::Behaviour &m_;
    uint m_jobs = 0;
};

class UnitAdaptor : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.systemd1.Unit")
    Q_PROPERTY(QString ActiveState READ activeState)

public:
    UnitAdaptor(QObject *unit, FakeSystemd::Behaviour &behaviour) : QDBusAbstractAdaptor(unit), m_(behaviour) {}
    QString activeState() const { return m_.hasFailed ? u"failed"_s : m_.pid != 0 ? u"active"_s : u"inactive"_s; }

private:
    FakeSystemd::Behaviour &m_;
};

class ServiceAdaptor : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.systemd1.Service")
    Q_PROPERTY(uint MainPID READ mainPid)
    Q_PROPERTY(QString Result READ result)
    Q_PROPERTY(int ExecMainStatus READ status)
    Q_PROPERTY(qulonglong ExecMainStartTimestamp READ started)

public:
    ServiceAdaptor(QObject *unit, FakeSystemd::Behaviour &behaviour) : QDBusAbstractAdaptor(unit), m_(behaviour) {}
    uint mainPid() const { return m_.pid; }
    QString result() const
    {
        return m_.startLimitHit ? u"start-limit-hit"_s : m_.exitsAtOnce ? u"exit-code"_s : u"success"_s;
    }
    int status() const { return m_.exitsAtOnce ? 2 : 0; }
    qulonglong started() const { return 1'700'000'000'000'000; }

private:
    FakeSystemd::Behaviour &m_;
};

FakeSystemd::FakeSystemd()
{
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (program.isEmpty())
        return;
    m_daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s, u"--address="_s + address()});
    if (!m_daemon.waitForReadyRead(10'000))
        return;

    auto *manager = new FakeManager(behaviour);
    manager->moveToThread(&m_thread);
    auto *unit = new QObject;
    new UnitAdaptor(unit, behaviour);
    new ServiceAdaptor(unit, behaviour);
    unit->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, manager, &QObject::deleteLater);
    QObject::connect(&m_thread, &QThread::finished, unit, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        manager,
        [this, manager, unit] {
            QDBusConnection bus = QDBusConnection::connectToBus(address(), u"fake-systemd"_s);
            m_isRunning = bus.registerObject(u"/org/freedesktop/systemd1"_s, manager,
                              QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
                && bus.registerObject(unitPath, unit, QDBusConnection::ExportAdaptors)
                && bus.registerService(u"org.freedesktop.systemd1"_s);
        },
        Qt::BlockingQueuedConnection);
}

FakeSystemd::~FakeSystemd()
{
    m_thread.quit();
    m_thread.wait();
    QDBusConnection::disconnectFromBus(u"fake-systemd"_s);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

QString FakeSystemd::address() const
{
    return u"unix:path=%1/bus"_s.arg(m_folder.path());
}

} // namespace ferry::test

#include "FakeSystemd.moc"
