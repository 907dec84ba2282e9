#pragma once

#include "app/proxy/loop/EventLoop.h"
#include "app/proxy/net/Sockets.h"
#include "app/proxy/takeover/Link.h"
#include "app/proxy/takeover/Message.h"

namespace ferry::proxy {

class AdminServer;
class Listener;
class Predecessors;
class RuleTable;

/// The process whose place is taken.
class DepartureOwner {
public:
    /// There is no way back: from now on the sessions that are open are all that is left to do, for so long at most.
    virtual void onSettled(std::chrono::seconds deadline) = 0;
    /// The new process has taken everything back, or ended: it will pass no more connections.
    virtual void onSuccessorGone() = 0;
    /// The new process did not go through with it; everything is as it was.
    virtual void onWithdrawn(std::string_view why) = 0;
    /// True if a session here has waited for this connection.
    [[nodiscard]] virtual bool take(const Endpoint &listener, Accepted &accepted) = 0;
    virtual void onReopenLog() = 0;

protected:
    ~DepartureOwner() = default;
};

/// The old process' part of a takeover. It hands out its sockets and changes nothing until the new process asks it to
/// resign: then, in one step, it stops accepting and puts the new control socket in the place of its own. Should the
/// new process end before it has confirmed that it goes on, or stay away, that is undone. What was not accepted
/// meanwhile waits in the kernel, in sockets that both hold.
class Departure final : private EventHandler, private Timer {
public:
    /// From one message of the new process to its next, until it is through.
    static constexpr std::chrono::seconds patience{30};

    struct Parts {
        EventLoop &loop;
        RuleTable &rules;
        AdminServer &admin;
        Predecessors &predecessors;
        DepartureOwner &owner;
    };
    /// `control` is the path of the new process' own socket, removed if it does not get that far.
    [[nodiscard]] static std::unique_ptr<Departure> create(const Parts &parts, Link link, std::string control);
    ~Departure() override;

    [[nodiscard]] bool isOpen() const { return m_phase == Phase::Offered || m_phase == Phase::Resigned; }
    /// The new process accepts now, or is about to.
    [[nodiscard]] bool hasResigned() const { return m_phase == Phase::Resigned || m_phase == Phase::Settled; }
    [[nodiscard]] bool hasSettled() const { return m_phase == Phase::Settled; }
    /// What was offered is not true any more.
    void withdraw(std::string_view why);
    /// The last session has ended. False if there is nobody to be told.
    [[nodiscard]] bool sayLeaving();
    /// The new process has said that nothing more comes.
    [[nodiscard]] bool isDismissed() const { return m_isDismissed; }

private:
    enum class Phase : std::uint8_t { Offered, Resigned, Settled, Withdrawn };

    Departure(const Parts &parts, Link link, std::string control);
    void onEvents(std::uint32_t events) override;
    void onTimeout() override;
    void onMessage(LinkMessage received);
    void answer(const Message &message, std::span<const int> descriptors = {});
    void refuse(std::string_view why);
    void passListeners(std::uint64_t from);
    void passPredecessors();
    void resign(const Message &message);
    void settle();
    void onConnection(const Message &message, std::vector<Fd> descriptors);
    void closeLink();

    Parts m_parts;
    Link m_link;
    std::string m_control;
    std::vector<std::shared_ptr<Listener>> m_listeners;
    std::size_t m_passed = 0; ///< of them
    std::chrono::seconds m_deadline{0};
    Phase m_phase = Phase::Offered;
    bool m_isDismissed = false;
};

} // namespace ferry::proxy
