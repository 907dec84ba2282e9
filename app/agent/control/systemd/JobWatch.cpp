#include "app/agent/control/systemd/JobWatch.h"

#include <QEventLoop>
#include <QTimer>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

JobWatch::JobWatch(QDBusConnection bus) : m_bus(std::move(bus))
{
    // The slot is looked up by the names of its types, and this one is known by name only once it is registered.
    qRegisterMetaType<QDBusObjectPath>();
    m_isConnected = m_bus.connect(u"org.freedesktop.systemd1"_s, u"/org/freedesktop/systemd1"_s,
        u"org.freedesktop.systemd1.Manager"_s, u"JobRemoved"_s, this,
        SLOT(noteJob(uint, QDBusObjectPath, QString, QString)));
}

JobWatch::~JobWatch()
{
    m_bus.disconnect(u"org.freedesktop.systemd1"_s, u"/org/freedesktop/systemd1"_s,
        u"org.freedesktop.systemd1.Manager"_s, u"JobRemoved"_s, this,
        SLOT(noteJob(uint, QDBusObjectPath, QString, QString)));
}

std::optional<QString> JobWatch::waitFor(const QDBusObjectPath &job, std::chrono::milliseconds timeout)
{
    // The worker thread gets its tasks from a queue of its own, so nothing else runs inside this loop.
    QEventLoop loop;
    QTimer timer;
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
    connect(this, &JobWatch::jobEnded, &loop, &QEventLoop::quit);
    timer.start(timeout);
    while (!m_results.contains(job.path()) && timer.isActive())
        loop.exec();
    const auto result = m_results.constFind(job.path());
    return result == m_results.cend() ? std::nullopt : std::optional(*result);
}

void JobWatch::noteJob(uint, const QDBusObjectPath &job, const QString &, const QString &result)
{
    m_results.insert(job.path(), result);
    Q_EMIT jobEnded();
}

} // namespace ferry::agent
