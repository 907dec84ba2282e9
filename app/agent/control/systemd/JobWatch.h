#pragma once

#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QHash>
#include <QObject>

#include <chrono>
#include <optional>

namespace ferry::agent {

/// Collects systemd's JobRemoved signals from its creation on, since a job can be over before the call that made it
/// has returned its path.
class JobWatch : public QObject {
    Q_OBJECT

public:
    explicit JobWatch(QDBusConnection bus);
    ~JobWatch() override;

    /// False where there is no bus to listen to.
    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    /// The job's result ("done", "failed", "timeout", ...); nothing when it did not end in time.
    [[nodiscard]] std::optional<QString> waitFor(const QDBusObjectPath &job, std::chrono::milliseconds timeout);

Q_SIGNALS:
    void jobEnded();

private Q_SLOTS:
    void noteJob(uint id, const QDBusObjectPath &job, const QString &unit, const QString &result);

private:
    QDBusConnection m_bus;
    bool m_isConnected = false;
    QHash<QString, QString> m_results;
};

} // namespace ferry::agent
