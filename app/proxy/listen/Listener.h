#pragma once

#include "app/proxy/loop/EventLoop.h"
#include "app/proxy/net/Sockets.h"

#include <memory>
#include <vector>

namespace ferry::proxy {

class Listener;
class LiveRule;

class ListenerOwner {
public:
    virtual void onAccepted(Listener &listener, Accepted accepted) = 0;
    /// A connection was closed unserved, because the process has no descriptor left.
    virtual void onAcceptExhausted(Listener &listener) = 0;

protected:
    ~ListenerOwner() = default;
};

/// A spare descriptor. Where the process has none left, giving it up for a moment allows to accept and close what
/// waits, instead of being told about it again and again.
class SpareDescriptor {
public:
    SpareDescriptor();
    /// Accepts one connection and closes it. False if that failed too.
    [[nodiscard]] bool turnAway(int listener);

private:
    Fd m_fd;
};

/// One bound address and port: a control port or a relay port. The rules that it serves are set by the running
/// configuration; a listener that no rule of it uses lives on, without rules, while sessions of an older version of a
/// rule may still need it.
class Listener final : public std::enable_shared_from_this<Listener>, private EventHandler {
public:
    /// Takes `bound`, a socket that listens there already, or else binds one. The error is the errno.
    [[nodiscard]] static tl::expected<std::shared_ptr<Listener>, int> create(
        EventLoop &loop, const Endpoint &local, ListenerOwner &owner, SpareDescriptor &spare, Fd bound = {});
    virtual ~Listener();
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    [[nodiscard]] const Endpoint &local() const { return m_local; }

    /// In evaluation order; owned by the running configuration.
    struct Roles {
        std::vector<LiveRule *> control;
        std::vector<LiveRule *> relay;
    };
    [[nodiscard]] const Roles &roles() const { return m_roles; }
    void setRoles(Roles roles);

    /// For another process, which is to accept in place of this one.
    [[nodiscard]] int descriptor() const { return m_fd.get(); }
    /// Accepts no more; callers wait in the kernel.
    void pause();
    void resume();
    /// The socket is another process' business from now on. Sessions may still name this listener.
    void close();

private:
    Listener(EventLoop &loop, Fd fd, const Endpoint &local, ListenerOwner &owner, SpareDescriptor &spare);
    void onEvents(std::uint32_t events) override;

    EventLoop &m_loop;
    Fd m_fd;
    Endpoint m_local;
    ListenerOwner &m_owner;
    SpareDescriptor &m_spare;
    Roles m_roles;
};

} // namespace ferry::proxy
