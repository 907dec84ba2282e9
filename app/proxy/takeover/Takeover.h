#pragma once

#include "app/proxy/Options.h"
#include "app/proxy/admin/AdminServer.h"
#include "app/proxy/listen/RuleTable.h"
#include "app/proxy/takeover/Departure.h"
#include "app/proxy/takeover/Predecessors.h"

#include <memory>

namespace ferry::proxy {

struct Services;
class Arrival;

/// What the proxy does where a takeover has got something to do with it.
class TakeoverOwner {
public:
    /// No process has a session for this connection.
    virtual void onUnclaimed(const Endpoint &listener, Accepted accepted) = 0;
    /// True if a session here has waited for this connection, which another process has accepted.
    [[nodiscard]] virtual bool take(const Endpoint &listener, Accepted &accepted) = 0;
    /// There is nothing left to do, and why.
    virtual void onOver(std::string_view why) = 0;

protected:
    ~TakeoverOwner() = default;
};

/// The two sides of replacing the program while it runs: this process takes over from an older one, and gives way to a
/// newer one. Listening sockets are passed on and never closed in between, open sessions stay with the process that has
/// them, until the last has ended.
class Takeover final : private DepartureOwner, private PredecessorsOwner, private Timer {
public:
    Takeover(Services &services, RuleTable &rules, TakeoverOwner &owner);
    ~Takeover() override;

    /// Takes over from the process at `options.control`. On failure that one goes on as if nothing had happened, and
    /// this one has to end. `admin` listens beside it: pathBeside().
    [[nodiscard]] Result<> arrive(const Options &options, AdminServer &admin);

    /// A newer process, with its control socket at `control`, wants to take over: gives its end of the link.
    [[nodiscard]] Result<Link> offer(AdminServer &admin, const std::string &control);
    /// What was offered has changed.
    void withdraw(std::string_view why);
    /// Another process accepts now.
    [[nodiscard]] bool hasResigned() const { return m_departure && m_departure->hasResigned(); }

    /// True if the connection was passed to an older process.
    [[nodiscard]] bool claim(const Endpoint &listener, Accepted &accepted)
    {
        return m_predecessors.claim(listener, accepted);
    }
    [[nodiscard]] std::vector<Message::Process> predecessors() const { return m_predecessors.processes(); }
    void reopenLogs() const { m_predecessors.reopenLogs(); }
    /// To be called after each round of the loop: a process that has given way ends with its last session.
    void checkForEnd();

private:
    // DepartureOwner
    void onSettled(std::chrono::seconds deadline) override;
    void onSuccessorGone() override;
    void onWithdrawn(std::string_view why) override;
    [[nodiscard]] bool take(const Endpoint &listener, Accepted &accepted) override;
    void onReopenLog() override;
    // PredecessorsOwner
    void onUnclaimed(const Endpoint &listener, Accepted accepted) override;
    // Timer: the deadline of the last sessions, and then of the goodbye
    void onTimeout() override;

    [[nodiscard]] Result<> configure(const Options &options, const std::string &offered);
    void inherit(Arrival &arrival, const Options &options, std::vector<std::shared_ptr<Listener>> kept);

    Services &m_services;
    RuleTable &m_rules;
    TakeoverOwner &m_owner;
    Predecessors m_predecessors;
    std::unique_ptr<Departure> m_departure;
    bool m_isLeaving = false;
};

} // namespace ferry::proxy
