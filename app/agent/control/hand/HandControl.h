#pragma once

#include "app/agent/control/ServiceControl.h"

namespace ferry::agent {

/// For a service that this agent has no hands for, such as the one of a Windows machine whose configuration it edits:
/// somebody restarts it there.
class HandControl final : public ServiceControl {
public:
    explicit HandControl(QString service) : m_service(std::move(service)) {}

    [[nodiscard]] bool isByHand() const override { return true; }
    [[nodiscard]] ProcessState state() override;
    [[nodiscard]] Result<> restart(std::chrono::milliseconds timeout) override;
    [[nodiscard]] Result<> stop(std::chrono::milliseconds timeout) override;
    [[nodiscard]] QString lastWords() const override { return {}; }

private:
    QString m_service;
};

} // namespace ferry::agent
