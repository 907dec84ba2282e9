#pragma once

#include "app/ctl/cli/RuleSetArgument.h"

#include <chrono>
#include <memory>

namespace ferry::ctl {

/// Keeps new sessions away from an FTP service for as long as the object lives: the rules that publish it take none on
/// their gateways. What is open goes on.
class ServiceDrain {
public:
    ServiceDrain(const OpenedRuleSet &opened, const FtpService &service, Terminal &terminal);
    ~ServiceDrain();
    Q_DISABLE_COPY_MOVE(ServiceDrain)

    enum class End { NobodyLeft, TimeIsOver, Interrupted };
    struct Waited {
        End end = End::NobodyLeft;
        int before = 0; ///< sessions at the beginning
        int left = 0;
        std::chrono::milliseconds time{0};
    };
    /// Until no session is open on the server, the time is over, or the program is told to end. Fails where the
    /// server's agent cannot be asked.
    [[nodiscard]] Result<Waited> wait(std::chrono::seconds atMost);

private:
    struct Place {
        backend::AgentChannel *channel = nullptr;
        GatewayId gateway;
        RuleId rule;
    };

    /// While it lives, Ctrl+C and SIGTERM are remembered instead of ending the program.
    class EndSignals;

    void drainAll();
    /// Sessions on the server, by its own agent.
    [[nodiscard]] Result<int> sessions() const;

    const OpenedRuleSet &m_opened;
    const FtpService &m_service;
    Terminal &m_terminal;
    std::unique_ptr<EndSignals> m_signals;
    QList<Place> m_drained;
};

} // namespace ferry::ctl
