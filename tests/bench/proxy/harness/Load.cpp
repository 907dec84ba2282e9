#include "tests/bench/proxy/harness/Load.h"

#include <algorithm>
#include <utility>

namespace ferry::bench {
namespace {

constexpr std::chrono::seconds patience{120};
constexpr std::size_t maxFailures = 3;

} // namespace

Load::Load(proxy::EventLoop &loop, Payload &payload, const proxy::Endpoint &server, Script script)
    : m_loop(loop), m_payload(payload), m_server(server), m_script(script)
{
}

Load::~Load() = default;

bool Load::run(int sessions, int parallel)
{
    start(sessions, parallel, [this] { m_loop.stop(); });
    if (m_over)
        m_loop.run([] {});
    return m_failed == 0;
}

void Load::start(int sessions, int parallel, std::function<void()> over)
{
    m_toStart = sessions;
    m_parallel = parallel;
    m_over = std::move(over);
    m_loop.arm(*this, proxy::Clock::now() + patience);
    fill();
}

int Load::transferring() const
{
    return static_cast<int>(std::count_if(
        m_clients.begin(), m_clients.end(), [](const auto &client) { return client.first->isTransferring(); }));
}

std::string Load::summary() const
{
    std::string text = std::to_string(m_failed) + " of " + std::to_string(m_done) + " sessions failed";
    for (const std::string &failure : m_failures)
        text += "; " + failure;
    return text;
}

void Load::fill()
{
    while (m_toStart > 0 && m_busy < m_parallel) {
        --m_toStart;
        ++m_busy;
        auto client =
            std::make_unique<FtpClient>(m_loop, m_payload, m_server, m_script, static_cast<FtpClientOwner &>(*this));
        FtpClient &added = *client;
        m_clients.emplace(&added, std::move(client));
        added.start();
    }
    if (m_busy > 0)
        return;
    m_loop.disarm(*this);
    if (const auto over = std::exchange(m_over, nullptr))
        over();
}

void Load::onClientEnded(FtpClient &client, const std::string &failure)
{
    if (!failure.empty()) {
        ++m_failed;
        if (m_failures.size() < maxFailures)
            m_failures.push_back(failure);
    }
    ++m_done;
    --m_busy;
    const auto at = m_clients.find(&client);
    m_loop.retire(std::move(at->second));
    m_clients.erase(at);
    m_loop.arm(*this, m_loop.now() + patience);
    if (m_sessionEnded)
        m_sessionEnded();
    fill();
}

void Load::onClientSettled(FtpClient &)
{
    ++m_done;
    --m_busy;
    m_loop.arm(*this, m_loop.now() + patience);
    fill();
}

void Load::onTimeout()
{
    m_failed += m_busy;
    m_failures.push_back("nothing ended for two minutes");
    m_toStart = 0;
    m_busy = 0;
    m_clients.clear();
    fill();
}

} // namespace ferry::bench
