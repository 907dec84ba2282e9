#include "tests/bench/proxy/harness/StubServer.h"

#include "tests/bench/proxy/harness/Nobody.h"

#include <sys/epoll.h>
#include <sys/socket.h>

namespace ferry::bench {

StubServer::StubServer(
    proxy::EventLoop &loop, const Payload &payload, const proxy::IpAddress &address, const Ports &ports)
    : m_loop(loop), m_payload(payload), m_address(address), m_ports(ports), m_nextData(ports.firstData)
{
}

StubServer::~StubServer()
{
    if (m_listener)
        m_loop.forget(m_listener.get());
}

bool StubServer::start()
{
    auto listener = proxy::listenOn({m_address, m_ports.control}, SOMAXCONN);
    if (!listener || !m_loop.watch(listener->get(), EPOLLIN, *this))
        return false;
    m_listener = std::move(*listener);
    return true;
}

proxy::Fd StubServer::listenPassive()
{
    for (int tries = m_ports.lastData - m_ports.firstData; tries >= 0; --tries) {
        const std::uint16_t port = m_nextData;
        m_nextData = port == m_ports.lastData ? m_ports.firstData : static_cast<std::uint16_t>(port + 1);
        if (auto listener = proxy::listenOn({m_address, port}, 4))
            return std::move(*listener);
    }
    return {};
}

void StubServer::retire(StubSession &session)
{
    const auto at = m_sessions.find(&session);
    if (at == m_sessions.end())
        return;
    m_loop.retire(std::move(at->second));
    m_sessions.erase(at);
}

void StubServer::onEvents(std::uint32_t)
{
    while (auto accepted = proxy::acceptFrom(m_listener.get())) {
        proxy::tuneControlSocket(accepted->fd.get());
        std::unique_ptr<proxy::Stream> control =
            proxy::Stream::create(m_loop, std::move(accepted->fd), Nobody::instance());
        if (!control)
            continue;
        auto session = std::make_unique<StubSession>(*this, std::move(control));
        StubSession &added = *session;
        m_sessions.emplace(&added, std::move(session));
        added.start();
    }
}

} // namespace ferry::bench
