#include "app/proxy/filters/transcript/Recording.h"

#include <algorithm>
#include <cstring>

namespace ferry::proxy {
namespace {

constexpr std::uint16_t absent = 0xFFFF;
constexpr std::uint16_t asOnClientLeg = 0xFFFE;
// A login fits into the first piece.
constexpr std::size_t firstPiece = 256;

} // namespace

struct Recording::Header {
    std::uint32_t milliseconds : 30; ///< twelve days
    std::uint32_t way : 2;
    std::uint16_t clientSize;
    std::uint16_t serverSize;

    [[nodiscard]] std::size_t recordSize() const
    {
        return sizeof *this + (clientSize == absent ? 0 : clientSize) + (serverSize >= asOnClientLeg ? 0 : serverSize);
    }
    [[nodiscard]] static Header at(const char *place)
    {
        Header header; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by the next line
        std::memcpy(&header, place, sizeof header);
        return header;
    }
};

void Recording::add(const Line &line)
{
    const auto kept = [](const std::optional<std::string_view> &text) {
        return text.value_or(std::string_view()).substr(0, longestLine);
    };
    const auto sizeOf = [&](const std::optional<std::string_view> &text) {
        return text ? static_cast<std::uint16_t>(kept(text).size()) : absent;
    };
    const bool isSame = line.client && line.server && kept(line.client) == kept(line.server);
    constexpr std::int64_t latest = (1 << 30) - 1;
    const Header header{static_cast<std::uint32_t>(std::min<std::int64_t>(line.time.count(), latest)),
        static_cast<std::uint32_t>(line.way), sizeOf(line.client), isSame ? asOnClientLeg : sizeOf(line.server)};
    makeRoom(header.recordSize());
    append({reinterpret_cast<const char *>(&header), sizeof header});
    append(kept(line.client));
    if (!isSame)
        append(kept(line.server));
}

void Recording::makeRoom(std::size_t size)
{
    if (m_bytes.size() + size > mostBytes) {
        // A quarter at once, so that a session that goes on for hours does not move the rest with each line.
        std::size_t gone = 0;
        while (m_bytes.size() - gone + size > mostBytes * 3 / 4) {
            gone += Header::at(m_bytes.data() + gone).recordSize();
            ++m_lost;
        }
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(gone));
    }
    std::size_t capacity = std::max(m_bytes.capacity(), firstPiece);
    while (capacity < m_bytes.size() + size)
        capacity *= 2;
    m_bytes.reserve(capacity);
}

std::vector<Recording::Line> Recording::lines() const
{
    std::vector<Line> lines;
    for (std::size_t at = 0; at < m_bytes.size();) {
        const Header header = Header::at(m_bytes.data() + at);
        const char *text = m_bytes.data() + at + sizeof header;
        Line &line = lines.emplace_back();
        line.time = std::chrono::milliseconds(header.milliseconds);
        line.way = static_cast<Way>(header.way);
        if (header.clientSize != absent) {
            line.client = std::string_view(text, header.clientSize);
            text += header.clientSize;
        }
        if (header.serverSize == asOnClientLeg)
            line.server = line.client;
        else if (header.serverSize != absent)
            line.server = std::string_view(text, header.serverSize);
        at += header.recordSize();
    }
    return lines;
}

} // namespace ferry::proxy
