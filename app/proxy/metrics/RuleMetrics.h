#pragma once

#include "app/proxy/tls/Protection.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace ferry::proxy {

/// Counts by result code. A handful of codes ever occurs, so that a walk beats a map.
class CodeCounts {
public:
    using Row = std::pair<std::uint32_t, std::uint64_t>;

    void add(std::uint32_t code)
    {
        const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.first == code; });
        if (at == m_rows.end())
            m_rows.emplace_back(code, 1);
        else
            ++at->second;
    }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

private:
    std::vector<Row> m_rows;
};

/// Bytes to the server and to the client.
struct Traffic {
    std::uint64_t up = 0;
    std::uint64_t down = 0;

    Traffic &operator+=(const Traffic &other)
    {
        up += other.up;
        down += other.down;
        return *this;
    }
};

/// What became of a data connection: closed as it should, cut by somebody, or never connected through.
enum class TransferOutcome : std::uint8_t { Done, Cut, NotConnected };
/// Limits of a rule that a session can run into.
enum class Limit : std::uint8_t { Idle, Login, Sessions, SessionsPerClient, Data, SessionsPerNetwork };
enum class TlsLeg : std::uint8_t { Client, Server };
enum class HandshakeOutcome : std::uint8_t { Full, Resumed, Failed };

/// What is counted for one rule since the program began; the gauges are beside it in RuleCounters. Increments only:
/// what costs more is worked out when somebody asks.
struct RuleMetrics {
    static constexpr std::size_t mostFilters = 16;
    using ByOutcome = std::array<std::uint64_t, 3>;
    using ByClass = std::array<std::uint64_t, 5>; ///< of replies: 1yz to 5yz

    CodeCounts denied; ///< control connections turned away
    CodeCounts closed; ///< sessions, by what ended them
    Traffic control;   ///< of sessions that have ended
    Traffic data;      ///< of data connections that have ended
    ByOutcome transfers{};
    std::uint64_t dataDenied = 0; ///< data connections turned away
    std::uint64_t dataPortsExhausted = 0;
    std::uint32_t dataPortsInUse = 0;
    std::array<std::uint64_t, 6> limits{}; ///< by Limit
    std::array<std::uint64_t, mostFilters> refused{}; ///< commands, by the place of the filter; 0: the line itself
    ByClass serverReplies{};
    ByClass gatewayReplies{};
    std::array<std::array<ByOutcome, 2>, 2> handshakes{}; ///< by TlsPurpose and TlsLeg

    void count(TransferOutcome outcome) { ++transfers[static_cast<std::size_t>(outcome)]; }
    void count(Limit limit) { ++limits[static_cast<std::size_t>(limit)]; }
    void count(TlsPurpose purpose, TlsLeg leg, HandshakeOutcome outcome)
    {
        ++handshakes[static_cast<std::size_t>(purpose)][static_cast<std::size_t>(leg)]
                    [static_cast<std::size_t>(outcome)];
    }
    static void countReply(ByClass &replies, unsigned code)
    {
        if (code >= 100 && code < 600)
            ++replies[code / 100 - 1];
    }
};

} // namespace ferry::proxy
