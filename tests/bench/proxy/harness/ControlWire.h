#pragma once

#include "app/proxy/tls/Leg.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ferry::bench {

/// The control connection as lines, for both ends.
class ControlWire {
public:
    ControlWire(std::unique_ptr<proxy::Stream> stream, proxy::StreamOwner &owner) : m_leg(std::move(stream))
    {
        m_leg.setOwner(owner);
    }

    /// Everything from here on is TLS. What was sent before must have left, which a reply to a waiting peer does.
    void secure(std::unique_ptr<proxy::TlsSession> tls) { m_leg.secure(std::move(tls)); }

    /// Sends at once what fits, the rest when the stream is ready again.
    void send(std::string_view text);
    /// The next line without CR LF, valid until the next call. Nothing: no whole line is there; see isOver().
    [[nodiscard]] std::optional<std::string_view> line();
    /// Sends what is left over; for onStreamReady().
    void flush();
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    /// False while the handshake goes on.
    [[nodiscard]] bool isReady();

    proxy::Leg m_leg;
    std::string m_in;
    std::string m_out;
    std::size_t m_used = 0; ///< of m_in
    bool m_isOver = false;
};

} // namespace ferry::bench
