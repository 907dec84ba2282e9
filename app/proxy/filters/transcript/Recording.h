#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ferry::proxy {

/// The latest lines of one session, on both of its legs. What is the same on both is kept once; the oldest lines make
/// room for new ones. Whoever adds a line has masked it: nothing in here can tell a password from a file name.
class Recording {
public:
    static constexpr std::size_t mostBytes = 8 * 1024;
    /// The rest of a longer line is not kept.
    static constexpr std::size_t longestLine = 512;

    /// Towards the server, towards the client, or about the connections themselves.
    enum class Way : std::uint8_t { Up, Down, Note };

    /// What each leg had of it. Where one is missing the gateway made the line, or kept it from going on.
    struct Line {
        std::chrono::milliseconds time{0}; ///< since the session began
        Way way = Way::Up;
        std::optional<std::string_view> client;
        std::optional<std::string_view> server;
    };

    void add(const Line &line);
    /// Oldest first. The texts live until the next add().
    [[nodiscard]] std::vector<Line> lines() const;
    /// Lines that had to go.
    [[nodiscard]] std::uint32_t lost() const { return m_lost; }

private:
    struct Header;

    void makeRoom(std::size_t size);
    void append(std::string_view text) { m_bytes.insert(m_bytes.end(), text.begin(), text.end()); }

    std::vector<char> m_bytes; ///< headers, each followed by its texts
    std::uint32_t m_lost = 0;
};

} // namespace ferry::proxy
