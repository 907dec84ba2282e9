#include "app/proxy/takeover/Predecessors.h"

#include <algorithm>

namespace ferry::proxy {

Predecessor &Predecessors::add(Message::Process process, Link link)
{
    return *m_all.emplace_back(std::make_unique<Predecessor>(
        m_loop, static_cast<PredecessorOwner &>(*this), std::move(process), std::move(link)));
}

std::vector<Message::Process> Predecessors::processes() const
{
    std::vector<Message::Process> processes;
    for (const auto &one : m_all)
        processes.push_back(one->process());
    return processes;
}

bool Predecessors::claim(const Endpoint &listener, Accepted &accepted)
{
    Predecessor *youngest = before(nullptr);
    if (!youngest)
        return false;
    youngest->pass(listener, std::move(accepted));
    return true;
}

void Predecessors::reopenLogs() const
{
    for (const auto &one : m_all)
        one->reopenLog();
}

void Predecessors::pass(std::vector<Message::Process> &processes, std::vector<int> &links) const
{
    for (const auto &one : m_all) {
        if (links.size() == Link::mostDescriptors)
            return;
        processes.push_back(one->process());
        links.push_back(one->link());
    }
}

bool Predecessors::resume()
{
    return std::all_of(m_all.begin(), m_all.end(), [](const auto &one) { return one->resume(); });
}

void Predecessors::pause()
{
    for (const auto &one : m_all)
        one->pause();
}

void Predecessors::leave()
{
    // Those with nothing left to do take themselves out.
    for (std::size_t i = m_all.size(); i-- > 0;)
        m_all[i]->leave();
}

Predecessor *Predecessors::before(const Predecessor *predecessor) const
{
    auto at = m_all.rbegin();
    if (predecessor) {
        at = std::find_if(m_all.rbegin(), m_all.rend(), [&](const auto &one) { return one.get() == predecessor; });
        if (at != m_all.rend())
            ++at;
    }
    at = std::find_if(at, m_all.rend(), [](const auto &one) { return !one->isLeaving(); });
    return at == m_all.rend() ? nullptr : at->get();
}

void Predecessors::ask(Predecessor *predecessor, const Endpoint &listener, Accepted accepted)
{
    if (predecessor)
        predecessor->pass(listener, std::move(accepted));
    else
        m_owner.onUnclaimed(listener, std::move(accepted));
}

void Predecessors::onReturned(Predecessor &predecessor, const Endpoint &listener, Accepted accepted)
{
    ask(before(&predecessor), listener, std::move(accepted));
}

void Predecessors::onLeaving(Predecessor &predecessor)
{
    for (Predecessor::Waiting &waiting : predecessor.takeWaiting())
        ask(before(&predecessor), waiting.listener, std::move(waiting.accepted));
}

void Predecessors::onGone(Predecessor &predecessor)
{
    onLeaving(predecessor);
    const auto at =
        std::find_if(m_all.begin(), m_all.end(), [&](const auto &one) { return one.get() == &predecessor; });
    if (at == m_all.end())
        return;
    m_loop.retire(std::move(*at));
    m_all.erase(at);
}

} // namespace ferry::proxy
