#pragma once

#include "tests/bench/proxy/harness/FtpClient.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ferry::bench {

/// Runs the same script in many sessions, some of them at a time.
class Load final : private FtpClientOwner, private proxy::Timer {
public:
    Load(proxy::EventLoop &loop, Payload &payload, const proxy::Endpoint &server, Script script);
    ~Load() override;

    /// Runs `sessions` in all, `parallel` at once, until the last one has ended, or settled where the script stays.
    /// False if one failed; the first failures are in summary().
    [[nodiscard]] bool run(int sessions, int parallel);

    /// The same without waiting: several loads share the loop, and each tells when it is over.
    void start(int sessions, int parallel, std::function<void()> over);
    /// No further session begins.
    void stop() { m_toStart = 0; }

    /// Called after each session.
    void setSessionEnded(std::function<void()> callback) { m_sessionEnded = std::move(callback); }
    [[nodiscard]] int failed() const { return m_failed; }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int transferring() const;
    /// How many failed, and the first reasons.
    [[nodiscard]] std::string summary() const;

private:
    void onClientEnded(FtpClient &client, const std::string &failure) override;
    void onClientSettled(FtpClient &client) override;
    /// Nothing has ended for a long time.
    void onTimeout() override;
    void fill();

    proxy::EventLoop &m_loop;
    Payload &m_payload;
    proxy::Endpoint m_server;
    Script m_script;
    std::unordered_map<FtpClient *, std::unique_ptr<FtpClient>> m_clients;
    std::function<void()> m_over;
    std::function<void()> m_sessionEnded;
    std::vector<std::string> m_failures;
    int m_parallel = 0;
    int m_toStart = 0;
    int m_busy = 0;
    int m_done = 0;
    int m_failed = 0;
};

} // namespace ferry::bench
