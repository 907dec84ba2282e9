#include "tests/bench/proxy/harness/ControlWire.h"

#include <array>
#include <cerrno>

namespace ferry::bench {

bool ControlWire::isReady()
{
    if (!m_leg.isShakingHands())
        return true;
    const proxy::Leg::Progress progress = m_leg.shakeHands();
    m_isOver = m_isOver || progress == proxy::Leg::Progress::Failed;
    return progress == proxy::Leg::Progress::Done;
}

void ControlWire::send(std::string_view text)
{
    m_out += text;
    flush();
}

void ControlWire::flush()
{
    while (isReady() && !m_out.empty() && m_leg.isWritable()) {
        const ssize_t count = m_leg.send(m_out.data(), m_out.size());
        if (count < 0) {
            m_isOver = m_isOver || errno != EAGAIN;
            return;
        }
        m_out.erase(0, static_cast<std::size_t>(count));
    }
    if (m_out.empty())
        m_out = std::string();
}

std::optional<std::string_view> ControlWire::line()
{
    for (;;) {
        if (const std::size_t end = m_in.find('\n', m_used); end != std::string::npos) {
            std::string_view line = std::string_view(m_in).substr(m_used, end - m_used);
            m_used = end + 1;
            if (!line.empty() && line.back() == '\r')
                line.remove_suffix(1);
            return line;
        }
        // Thousands of these lie idle: none keeps a buffer.
        m_in = m_used == m_in.size() ? std::string() : m_in.substr(m_used);
        m_used = 0;
        if (!isReady() || !m_leg.isReadable())
            return std::nullopt;
        std::array<char, 4096> buffer;
        const ssize_t count = m_leg.receive(buffer.data(), buffer.size());
        if (count <= 0) {
            m_isOver = m_isOver || count == 0 || errno != EAGAIN;
            return std::nullopt;
        }
        m_in.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

} // namespace ferry::bench
