#pragma once

#include "app/proxy/control/Session.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <vector>

namespace ferry::proxy {

/// Owns the sessions of one worker.
class SessionTable {
public:
    explicit SessionTable(EventLoop &loop) : m_loop(loop) {}

    void start(Services &services, LiveRule &rule, Accepted accepted);
    /// Ends the session's life at the end of this round; `code` is why it ended.
    void retire(Session &session, std::uint32_t code);
    void killAll(std::string_view text);
    /// False if there is no such session.
    [[nodiscard]] bool kill(std::uint64_t id, std::string_view text);

    /// The youngest session of `client` that may use the relay port; null if there is none. `rule` counts by its id
    /// and whatever its version, because a session keeps the version it began with.
    [[nodiscard]] Session *findForData(const Endpoint &relayPort, const IpAddress &client) const;

    /// Numbers of the sessions before this are in use by another process.
    void continueAfter(std::uint64_t id) { m_lastId = std::max(m_lastId, id); }
    [[nodiscard]] std::uint64_t lastId() const { return m_lastId; }

    [[nodiscard]] std::size_t size() const { return m_sessions.size(); }
    [[nodiscard]] std::vector<SessionSnapshot> snapshots() const;
    /// Nothing if there is no such session.
    [[nodiscard]] std::optional<TranscriptSnapshot> transcript(std::uint64_t id) const;
    /// Adds what the open sessions have moved on their control connections.
    void addTraffic(OpenTraffic &traffic) const;

private:
    EventLoop &m_loop;
    std::uint64_t m_lastId = 0;
    std::unordered_map<std::uint64_t, std::unique_ptr<Session>> m_sessions;
    std::unordered_map<IpAddress, std::vector<Session *>, IpAddressHash> m_byClient;
};

} // namespace ferry::proxy
