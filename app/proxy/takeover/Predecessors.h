#pragma once

#include "app/proxy/takeover/Predecessor.h"

#include <memory>
#include <vector>

namespace ferry::proxy {

class PredecessorsOwner {
public:
    /// No older process has a session for this connection.
    virtual void onUnclaimed(const Endpoint &listener, Accepted accepted) = 0;

protected:
    ~PredecessorsOwner() = default;
};

/// The older processes that have not ended yet: after several takeovers in a row, several. Each has a link to the
/// process that accepts, and none to another, so that they can end in any order.
class Predecessors final : private PredecessorOwner {
public:
    Predecessors(EventLoop &loop, PredecessorsOwner &owner) : m_loop(loop), m_owner(owner) {}

    /// The youngest is to be added last.
    Predecessor &add(Message::Process process, Link link);
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    [[nodiscard]] std::vector<Message::Process> processes() const;

    /// Asks the youngest, then the others, whether the connection is for a session of theirs. False if there are none.
    [[nodiscard]] bool claim(const Endpoint &listener, Accepted &accepted);
    void reopenLogs() const;

    /// Names them for a process that takes over, and their links.
    void pass(std::vector<Message::Process> &processes, std::vector<int> &links) const;
    /// Begins, or goes on, to listen to them. False if epoll refuses.
    bool resume();
    void pause();
    /// They are the new process' business now.
    void leave();

private:
    void onReturned(Predecessor &predecessor, const Endpoint &listener, Accepted accepted) override;
    void onLeaving(Predecessor &predecessor) override;
    void onGone(Predecessor &predecessor) override;
    /// The next older one that stays.
    [[nodiscard]] Predecessor *before(const Predecessor *predecessor) const;
    void ask(Predecessor *predecessor, const Endpoint &listener, Accepted accepted);

    EventLoop &m_loop;
    PredecessorsOwner &m_owner;
    std::vector<std::unique_ptr<Predecessor>> m_all; ///< the oldest first
};

} // namespace ferry::proxy
