#pragma once

#include "app/agent/control/ServiceControl.h"

#include <QDBusConnection>

namespace ferry::agent {

/// Service control through systemd's manager on D-Bus (org.freedesktop.systemd1(5)): RestartUnit, and the job's
/// result from JobRemoved.
class SystemdControl final : public ServiceControl {
public:
    /// `bus` is a D-Bus address; empty: the system bus.
    SystemdControl(QString unit, QString bus);
    ~SystemdControl() override;

    [[nodiscard]] ProcessState state() override;
    [[nodiscard]] Result<> restart(std::chrono::milliseconds timeout) override;
    [[nodiscard]] Result<> stop(std::chrono::milliseconds timeout) override;
    [[nodiscard]] QString lastWords() const override { return {}; }

private:
    void connectToBus();
    [[nodiscard]] Result<> runJob(const QString &method, std::chrono::milliseconds timeout);
    [[nodiscard]] Result<QVariantMap> unitProperties();

    QString m_unit;
    QString m_address;
    QString m_connectionName;
    QDBusConnection m_bus;
};

} // namespace ferry::agent
