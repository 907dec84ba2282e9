#include "app/proxy/takeover/Departure.h"

#include "app/proxy/admin/AdminServer.h"
#include "app/proxy/listen/RuleTable.h"
#include "app/proxy/takeover/Predecessors.h"

#include <sys/epoll.h>

#include <algorithm>

namespace ferry::proxy {

std::unique_ptr<Departure> Departure::create(const Parts &parts, Link link, std::string control)
{
    const int number = link.fd();
    std::unique_ptr<Departure> departure(new Departure(parts, std::move(link), std::move(control)));
    if (!parts.loop.watch(number, EPOLLIN, *departure))
        return nullptr;
    parts.loop.arm(*departure, parts.loop.now() + patience);
    return departure;
}

Departure::Departure(const Parts &parts, Link link, std::string control)
    : m_parts(parts), m_link(std::move(link)), m_control(std::move(control)), m_listeners(parts.rules.listeners())
{
}

Departure::~Departure()
{
    closeLink();
}

void Departure::closeLink()
{
    if (!m_link)
        return;
    m_parts.loop.forget(m_link.fd());
    m_link = Link();
}

void Departure::onEvents(std::uint32_t)
{
    while (m_link) {
        tl::expected<LinkMessage, int> message = m_link.receive();
        if (message) {
            onMessage(std::move(*message));
        } else if (message.error() == EAGAIN) {
            return;
        } else if (m_phase == Phase::Settled) {
            closeLink();
            m_parts.owner.onSuccessorGone();
        } else {
            withdraw("it ended.");
        }
    }
}

void Departure::onTimeout()
{
    withdraw("it did not go on within " + std::to_string(patience.count()) + " s.");
}

void Departure::withdraw(std::string_view why)
{
    if (!isOpen())
        return;
    if (m_phase == Phase::Resigned) {
        m_parts.admin.takeBack();
        m_parts.predecessors.resume();
        for (const std::shared_ptr<Listener> &listener : m_listeners)
            listener->resume();
    }
    m_phase = Phase::Withdrawn;
    m_parts.loop.disarm(*this);
    m_listeners.clear();
    closeLink();
    removeSocketFile(m_control);
    m_parts.owner.onWithdrawn(why);
}

void Departure::onMessage(LinkMessage received)
{
    const Result<Message> message = Message::parse(received.text);
    if (isOpen())
        m_parts.loop.arm(*this, m_parts.loop.now() + patience);
    if (!message) {
        refuse(message.error().message);
        return;
    }
    using Kind = Message::Kind;
    const Kind kind = message->kind;
    if (m_phase == Phase::Offered && kind == Kind::Listeners)
        passListeners(message->from);
    else if (m_phase == Phase::Offered && kind == Kind::Predecessors)
        passPredecessors();
    else if (m_phase == Phase::Offered && kind == Kind::Resign)
        resign(*message);
    else if (m_phase == Phase::Resigned && kind == Kind::Settle)
        settle();
    else if (m_phase == Phase::Settled && kind == Kind::Connection)
        onConnection(*message, std::move(received.descriptors));
    else if (m_phase == Phase::Settled && kind == Kind::ReopenLog)
        m_parts.owner.onReopenLog();
    else if (m_phase == Phase::Settled && kind == Kind::Leaving)
        m_isDismissed = true;
    else
        refuse("This does not belong here.");
}

void Departure::answer(const Message &message, std::span<const int> descriptors)
{
    // The new process waits for each answer, so that there is room for it unless the process is gone.
    if (m_link && m_link.send(message.toJson(), descriptors) != 0)
        withdraw("it could not be answered.");
}

void Departure::refuse(std::string_view why)
{
    answer({.kind = Message::Kind::Refused, .text = std::string(why)});
}

void Departure::passListeners(std::uint64_t from)
{
    const std::size_t begin = std::min<std::size_t>(from, m_listeners.size());
    const std::size_t end = std::min(begin + Link::mostDescriptors, m_listeners.size());
    Message message{.kind = Message::Kind::Passed};
    std::vector<int> descriptors;
    for (std::size_t i = begin; i < end; ++i) {
        message.listeners.push_back({m_listeners[i]->local(), m_listeners[i]->roles().control.empty()});
        descriptors.push_back(m_listeners[i]->descriptor());
    }
    m_passed = end;
    answer(message, descriptors);
}

void Departure::passPredecessors()
{
    Message message{.kind = Message::Kind::Earlier};
    std::vector<int> descriptors;
    m_parts.predecessors.pass(message.processes, descriptors);
    answer(message, descriptors);
}

void Departure::resign(const Message &message)
{
    if (m_passed != m_listeners.size()) {
        refuse("Not all listening sockets were asked for.");
        return;
    }
    if (const Result<> gave = m_parts.admin.giveWay(message.control); !gave) {
        refuse(gave.error().message);
        return;
    }
    m_phase = Phase::Resigned;
    m_deadline = message.deadline;
    for (const std::shared_ptr<Listener> &listener : m_listeners)
        listener->pause();
    m_parts.predecessors.pause();
    answer({.kind = Message::Kind::Resigned});
}

void Departure::settle()
{
    m_phase = Phase::Settled;
    m_parts.loop.disarm(*this);
    for (const std::shared_ptr<Listener> &listener : std::exchange(m_listeners, {}))
        listener->close();
    m_parts.predecessors.leave();
    m_parts.admin.closeFollowers();
    answer({.kind = Message::Kind::Settled});
    m_parts.owner.onSettled(m_deadline);
}

void Departure::onConnection(const Message &message, std::vector<Fd> descriptors)
{
    if (descriptors.size() != 1)
        return;
    Accepted accepted{std::move(descriptors.front()), message.client};
    if (m_parts.owner.take(message.listener, accepted))
        return;
    const Message back{.kind = Message::Kind::Unknown, .listener = message.listener, .client = message.client};
    const int fd = accepted.fd.get();
    // Where not even that is possible the client hears of it by a reset.
    if (m_link.send(back.toJson(), std::span(&fd, 1)) != 0)
        resetOnClose(fd);
}

bool Departure::sayLeaving()
{
    return m_link && m_link.send(Message{.kind = Message::Kind::Leaving}.toJson()) == 0;
}

} // namespace ferry::proxy
