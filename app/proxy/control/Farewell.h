#pragma once

#include "app/proxy/tls/Leg.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace ferry::proxy {

class FarewellTable;

/// Sends the last words to a client and closes. Closing while unread bytes wait would make the kernel send RST, which
/// may overtake the reply (RFC 1122 4.2.2.13): so the reply is followed by FIN, and what the client still sends is
/// thrown away until it closes too, for two seconds at most.
class Farewell final : public Retirable, private StreamOwner, private Timer {
public:
    Farewell(EventLoop &loop, FarewellTable &table, Leg client, std::string words);
    void start();

private:
    void onStreamReady(Stream &stream) override;
    void proceed();
    void onTimeout() override;
    [[nodiscard]] bool say();
    [[nodiscard]] bool hearOut();

    EventLoop &m_loop;
    FarewellTable &m_table;
    Leg m_client;
    std::string m_words;
    bool m_isSaid = false;
};

/// Owns the farewells of one worker.
class FarewellTable {
public:
    explicit FarewellTable(EventLoop &loop) : m_loop(loop) {}

    /// Says `words`, with their line end, to the client and closes the connection.
    void dismiss(Leg client, std::string words);
    /// The same for a connection that has no stream yet.
    void dismiss(Fd client, std::string words);
    void retire(Farewell &farewell);
    [[nodiscard]] std::size_t size() const { return m_farewells.size(); }

private:
    class Nobody final : public StreamOwner {
        void onStreamReady(Stream &) override {}
    };

    EventLoop &m_loop;
    Nobody m_nobody;
    std::unordered_map<Farewell *, std::unique_ptr<Farewell>> m_farewells;
};

} // namespace ferry::proxy
