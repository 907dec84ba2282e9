#pragma once

#include "app/agent/control/ServiceControl.h"

#include <optional>

namespace ferry::agent {

/// A service that exists in memory only; ships with the interface for tests.
class FakeControl final : public ServiceControl {
public:
    [[nodiscard]] ProcessState state() override { return m_state; }
    [[nodiscard]] Result<> restart(std::chrono::milliseconds) override
    {
        ++restarts;
        if (refusal) {
            m_state = {false, 0, {}, refusal->why};
            return failure(*refusal);
        }
        m_state = {true, m_nextPid++, QDateTime::currentDateTimeUtc(), {}};
        return {};
    }
    [[nodiscard]] Result<> stop(std::chrono::milliseconds) override
    {
        m_state = {false, 0, {}, QStringLiteral("It was stopped.")};
        return {};
    }
    [[nodiscard]] QString lastWords() const override { return words; }

    int restarts = 0;
    std::optional<Error> refusal;  ///< what the next restarts fail with
    QString words;

private:
    ProcessState m_state;
    qint64 m_nextPid = 1000;
};

} // namespace ferry::agent
