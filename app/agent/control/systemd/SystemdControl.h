#pragma once

#include "app/agent/control/ServiceControl.h"

#include <QDBusConnection>

#include <chrono>

namespace ferry::agent {

/// Service control through systemd's manager on D-Bus (org.freedesktop.systemd1(5)): RestartUnit, the job's result from
/// JobRemoved, and the unit's last words from the journal.
class SystemdControl final : public ServiceControl {
public:
    /// `bus` is a D-Bus address; empty: the system bus.
    SystemdControl(QString unit, QString bus);
    ~SystemdControl() override;

    [[nodiscard]] ProcessState state() override;
    [[nodiscard]] Result<> restart(std::chrono::milliseconds timeout) override;
    [[nodiscard]] Result<> stop(std::chrono::milliseconds timeout) override;
    /// What the journal has of the last start.
    [[nodiscard]] QString lastWords() const override;

private:
    void connectToBus();
    [[nodiscard]] Result<> runJob(const QString &method, std::chrono::milliseconds timeout);
    [[nodiscard]] Result<QVariantMap> unitProperties();
    [[nodiscard]] ProcessState stateWithoutMainProcess();
    [[nodiscard]] QString failureIn(const QVariantMap &properties);

    QString m_unit;
    QString m_address;
    QString m_connectionName;
    QDBusConnection m_bus;
    std::chrono::microseconds m_lastStart{0}; ///< since 1970; 0: not known
    std::chrono::microseconds m_toldFailure{0}; ///< the start that `m_failure` is about
    QString m_failure;
};

} // namespace ferry::agent
