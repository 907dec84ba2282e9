#pragma once

#include "app/proxy/net/Sockets.h"
#include "app/proxy/tls/TlsAcceptor.h"
#include "tests/bench/proxy/harness/Payload.h"
#include "tests/bench/proxy/harness/StubSession.h"

#include <memory>
#include <unordered_map>

namespace ferry::bench {

/// A free range of ports on loopback.
struct Ports {
    std::uint16_t control = 0;
    std::uint16_t firstData = 0;
    std::uint16_t lastData = 0;
};

/// An FTP server that costs as little as possible: one process, epoll, files in memory. It hands out its passive ports
/// in turn, so that a gateway that reads nothing can publish the same range.
class StubServer final : private proxy::EventHandler {
public:
    StubServer(proxy::EventLoop &loop, const Payload &payload, const proxy::IpAddress &address, const Ports &ports);
    ~StubServer();

    /// Offers AUTH TLS.
    void setAcceptor(std::shared_ptr<const proxy::TlsAcceptor> acceptor) { m_acceptor = std::move(acceptor); }
    [[nodiscard]] const proxy::TlsAcceptor *acceptor() const { return m_acceptor.get(); }
    /// False if the control port is taken.
    [[nodiscard]] bool start();

    [[nodiscard]] proxy::EventLoop &loop() { return m_loop; }
    [[nodiscard]] const Payload &payload() const { return m_payload; }
    /// A socket that listens on the next free passive port; empty if there is none.
    [[nodiscard]] proxy::Fd listenPassive();
    void retire(StubSession &session);

private:
    void onEvents(std::uint32_t events) override;

    proxy::EventLoop &m_loop;
    const Payload &m_payload;
    proxy::IpAddress m_address;
    Ports m_ports;
    std::uint16_t m_nextData;
    proxy::Fd m_listener;
    std::shared_ptr<const proxy::TlsAcceptor> m_acceptor;
    std::unordered_map<StubSession *, std::unique_ptr<StubSession>> m_sessions;
};

} // namespace ferry::bench
