#include "app/proxy/takeover/Predecessor.h"

#include <sys/epoll.h>

namespace ferry::proxy {

Predecessor::Predecessor(EventLoop &loop, PredecessorOwner &owner, Message::Process process, Link link)
    : m_loop(loop), m_owner(owner), m_process(std::move(process)), m_link(std::move(link))
{
}

Predecessor::~Predecessor()
{
    if (m_watched != 0)
        m_loop.forget(m_link.fd());
}

bool Predecessor::resume()
{
    watch(true);
    return m_watched != 0;
}

void Predecessor::pause()
{
    watch(false);
}

void Predecessor::leave()
{
    m_feed.reset();
    m_kept.clear();
    m_hasLeft = true;
    if (m_waiting.empty())
        m_owner.onGone(*this);
}

void Predecessor::watch(bool isReading)
{
    m_isReading = isReading;
    const std::uint32_t events = (isReading ? std::uint32_t{EPOLLIN} : 0U) | (m_waiting.empty() ? 0U : EPOLLOUT);
    if (events == m_watched)
        return;
    // With no events wanted the end of the link would still be reported, again and again.
    if (m_watched == 0) {
        if (!m_loop.watch(m_link.fd(), events, *this))
            return;
    } else if (events == 0) {
        m_loop.forget(m_link.fd());
    } else {
        m_loop.rewatch(m_link.fd(), events);
    }
    m_watched = events;
}

void Predecessor::pass(const Endpoint &listener, Accepted accepted)
{
    m_waiting.push_back({listener, std::move(accepted)});
    flush();
}

void Predecessor::flush()
{
    while (!m_waiting.empty()) {
        const Waiting &next = m_waiting.front();
        const Message message{
            .kind = Message::Kind::Connection, .listener = next.listener, .client = next.accepted.peer};
        const int fd = next.accepted.fd.get();
        // Where the predecessor is gone the end of the link tells it, and others are asked about what waits.
        if (m_link.send(message.toJson(), std::span(&fd, 1)) != 0)
            break;
        m_waiting.pop_front();
    }
    watch(m_isReading);
}

void Predecessor::onEvents(std::uint32_t events)
{
    if (!m_isReading) {
        // EPOLLHUP and EPOLLERR are reported whether wanted or not.
        if ((events & (EPOLLHUP | EPOLLERR)) != 0)
            m_waiting.clear();
        flush();
        if (m_waiting.empty() && m_hasLeft)
            m_owner.onGone(*this);
        return;
    }
    if ((events & EPOLLOUT) != 0)
        flush();
    receive();
}

void Predecessor::receive()
{
    for (;;) {
        tl::expected<LinkMessage, int> received = m_link.receive();
        if (!received) {
            if (received.error() != EAGAIN)
                m_owner.onGone(*this);
            return;
        }
        const Result<Message> message = Message::parse(received->text);
        if (!message)
            continue;
        if (message->kind == Message::Kind::Unknown && received->descriptors.size() == 1) {
            m_owner.onReturned(
                *this, message->listener, Accepted{std::move(received->descriptors.front()), message->client});
        } else if (message->kind == Message::Kind::Leaving && !std::exchange(m_isLeaving, true)) {
            m_owner.onLeaving(*this);
            (void)m_link.send(Message{.kind = Message::Kind::Leaving}.toJson());
        }
    }
}

} // namespace ferry::proxy
