#pragma once

#include "app/proxy/tls/TlsDialer.h"
#include "tests/bench/proxy/harness/Gateways.h"
#include "tests/bench/proxy/harness/Load.h"

#include <memory>
#include <optional>
#include <string>

namespace ferry::bench {

/// What every benchmark of the proxy begins with: a folder, ports, the stub in a process of its own, and an event loop
/// for the load.
class Bench {
public:
    /// `dataPorts`: how many passive ports. `blobBytes`: the server of one file speaks so many; 0: there is none, and
    /// nothing speaks TLS.
    explicit Bench(int dataPorts = 256, std::uint64_t blobBytes = 0);
    ~Bench();
    Bench(const Bench &) = delete;
    Bench &operator=(const Bench &) = delete;

    /// Empty, or why it could not be set up.
    [[nodiscard]] const std::string &failure() const { return m_failure; }
    [[nodiscard]] const Places &places() const { return m_places; }
    [[nodiscard]] proxy::EventLoop &loop() { return *m_loop; }
    [[nodiscard]] Payload &payload() { return m_payload; }
    [[nodiscard]] proxy::Endpoint blobs() const;
    /// For clients; it trusts everybody.
    [[nodiscard]] const proxy::TlsDialer &dialer() const { return *m_dialer; }
    [[nodiscard]] proxy::Endpoint stub() const { return {m_places.server, m_places.ports.control}; }

private:
    Places m_places;
    Payload m_payload;
    Program m_stub;
    std::unique_ptr<proxy::EventLoop> m_loop;
    std::shared_ptr<const proxy::TlsDialer> m_dialer;
    std::string m_failure;
};

} // namespace ferry::bench
