#pragma once

#include "app/proxy/listen/Listener.h"
#include "app/proxy/takeover/Link.h"
#include "app/proxy/takeover/LogFeed.h"
#include "app/proxy/takeover/Message.h"

#include <deque>

namespace ferry::proxy {

class Predecessor;

class PredecessorOwner {
public:
    /// A connection that was passed to the predecessor is for none of its sessions either.
    virtual void onReturned(Predecessor &predecessor, const Endpoint &listener, Accepted accepted) = 0;
    /// It has ended, or will soon: nothing may be passed to it any more.
    virtual void onLeaving(Predecessor &predecessor) = 0;
    virtual void onGone(Predecessor &predecessor) = 0;

protected:
    ~PredecessorOwner() = default;
};

/// An older process, whose sessions go on there. It accepts nothing itself: connections to relay ports that may be for
/// its sessions are passed to it. Until it ends the relay ports that it had are kept open.
class Predecessor final : public Retirable, private EventHandler {
public:
    Predecessor(EventLoop &loop, PredecessorOwner &owner, Message::Process process, Link link);
    ~Predecessor() override;

    [[nodiscard]] const Message::Process &process() const { return m_process; }
    [[nodiscard]] int link() const { return m_link.fd(); }
    [[nodiscard]] bool isLeaving() const { return m_isLeaving; }
    /// What is passed waits where the predecessor is busy.
    void pass(const Endpoint &listener, Accepted accepted);
    void reopenLog() const { (void)m_link.send(Message{.kind = Message::Kind::ReopenLog}.toJson()); }
    void keep(std::vector<std::shared_ptr<Listener>> listeners) { m_kept = std::move(listeners); }
    void follow(std::unique_ptr<LogFeed> feed) { m_feed = std::move(feed); }

    /// Begins to listen to it. False if epoll refuses.
    [[nodiscard]] bool resume();
    /// Another process is about to talk to it; what waits still leaves.
    void pause();
    /// Another process does: nothing is left to do here once what waits has left.
    void leave();

    struct Waiting {
        Endpoint listener;
        Accepted accepted;
    };
    /// What it did not take before it went.
    [[nodiscard]] std::deque<Waiting> takeWaiting() { return std::exchange(m_waiting, {}); }

private:
    void onEvents(std::uint32_t events) override;
    void receive();
    void flush();
    void watch(bool isReading);

    EventLoop &m_loop;
    PredecessorOwner &m_owner;
    Message::Process m_process;
    Link m_link;
    std::deque<Waiting> m_waiting;
    std::vector<std::shared_ptr<Listener>> m_kept;
    std::unique_ptr<LogFeed> m_feed;
    std::uint32_t m_watched = 0; ///< epoll's events; 0: not at all
    bool m_isReading = false;
    bool m_hasLeft = false;
    bool m_isLeaving = false;
};

} // namespace ferry::proxy
