#include "app/proxy/control/Farewell.h"

#include <array>
#include <cerrno>

namespace ferry::proxy {
namespace {

constexpr std::chrono::seconds patience{2};

} // namespace

Farewell::Farewell(EventLoop &loop, FarewellTable &table, Leg client, std::string words)
    : m_loop(loop), m_table(table), m_client(std::move(client)), m_words(std::move(words))
{
    m_client.setOwner(*this);
}

void Farewell::start()
{
    m_loop.arm(*this, m_loop.now() + patience);
    proceed();
}

void Farewell::onStreamReady(Stream &)
{
    proceed();
}

void Farewell::proceed()
{
    if (!say() || (m_isSaid && !hearOut()))
        m_table.retire(*this);
}

void Farewell::onTimeout()
{
    m_table.retire(*this);
}

bool Farewell::say()
{
    while (!m_words.empty()) {
        const ssize_t count = m_client.send(m_words.data(), m_words.size());
        if (count < 0)
            return errno == EAGAIN;
        m_words.erase(0, static_cast<std::size_t>(count));
    }
    if (m_isSaid)
        return true;
    const Leg::Progress finished = m_client.finishWriting();
    m_isSaid = finished == Leg::Progress::Done;
    return finished != Leg::Progress::Failed;
}

bool Farewell::hearOut()
{
    std::array<char, 8192> ignored; // NOLINT(cppcoreguidelines-pro-type-member-init): nobody looks at it
    for (int i = 0; i < 64; ++i) {
        const ssize_t count = m_client.receive(ignored.data(), ignored.size());
        if (count == 0)
            return false;
        if (count < 0)
            return errno == EAGAIN;
    }
    // Somebody who goes on sending that fast is not going to listen.
    return false;
}

void FarewellTable::dismiss(Leg client, std::string words)
{
    auto farewell = std::make_unique<Farewell>(m_loop, *this, std::move(client), std::move(words));
    Farewell &added = *farewell;
    m_farewells.emplace(&added, std::move(farewell));
    added.start();
}

void FarewellTable::dismiss(Fd client, std::string words)
{
    if (std::unique_ptr<Stream> stream = Stream::create(m_loop, std::move(client), m_nobody))
        dismiss(Leg(std::move(stream)), std::move(words));
}

void FarewellTable::retire(Farewell &farewell)
{
    const auto at = m_farewells.find(&farewell);
    if (at == m_farewells.end())
        return;
    m_loop.retire(std::move(at->second));
    m_farewells.erase(at);
}

} // namespace ferry::proxy
