#pragma once

#include "app/agent/control/ServiceControl.h"
#include "app/agent/control/child/SupervisedProcess.h"

namespace ferry::agent {

/// Service control where there is no systemd: the service is a supervised child of the agent.
class ChildControl final : public ServiceControl {
public:
    ChildControl(Command command, const QString &record, const Clock &clock)
        : m_process(std::move(command), record, clock)
    {
        m_process.keepRunning();
    }

    [[nodiscard]] ProcessState state() override { return m_process.state(); }
    [[nodiscard]] Result<> restart(std::chrono::milliseconds timeout) override
    {
        if (Result<> stopped = m_process.stop(timeout); !stopped)
            return stopped;
        return m_process.start();
    }
    [[nodiscard]] Result<> stop(std::chrono::milliseconds timeout) override { return m_process.stop(timeout); }
    [[nodiscard]] QString lastWords() const override { return m_process.lastWords(); }
    void supervise() override { m_process.revive(); }

private:
    SupervisedProcess m_process;
};

} // namespace ferry::agent
