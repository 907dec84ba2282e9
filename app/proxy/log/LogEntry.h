#pragma once

#include "app/proxy/net/IpAddress.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace ferry::proxy {

enum class Originator : std::uint8_t { Client, Gateway, Server };

enum class LogAction : std::uint8_t {
    InitiatedConnection,
    ClosedConnection,
    DeniedConnection,
    FailedConnectionAttempt,
    ConnectionStatus,
};

/// One line of the log while it is being written; the views live as long as the call. Its JSON has the keys of
/// models/wire/LogEntry.h, without the empty ones.
struct LogEntry {
    std::string_view rule;
    std::uint64_t session = 0;
    Endpoint client;
    LogAction action = LogAction::ConnectionStatus;
    std::string_view command; ///< masked already
    std::string_view reply;
    Originator originator = Originator::Gateway;
    std::uint32_t resultCode = 0;
    std::uint64_t bytes = 0;
    std::string_view text;
};

/// Longest command, reply or text that the log keeps; the rest is cut.
inline constexpr std::size_t maxLogText = 512;

/// Appends the entry as one JSON object without a line end. Bytes that are not UTF-8 become U+FFFD.
void appendJson(std::string &out, const LogEntry &entry, std::uint64_t serial, std::string_view gateway,
    std::chrono::system_clock::time_point time);

/// Appends `text` as a JSON string with its quotes, cut after `limit` bytes.
void appendJsonString(std::string &out, std::string_view text, std::size_t limit = std::string_view::npos);

/// "2026-01-31T12:00:00.123Z"
[[nodiscard]] std::string isoTime(std::chrono::system_clock::time_point time);

} // namespace ferry::proxy
