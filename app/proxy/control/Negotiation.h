#pragma once

#include "app/proxy/tls/Protection.h"

#include <string_view>

namespace ferry::proxy {

/// What the gateway says to the server in its own name to protect that leg (RFC 4217 sections 4, 8 and 9): AUTH TLS
/// and the handshake, then PBSZ and PROT. Only the order of things; who sends and reads is Inspection.
class Negotiation {
public:
    enum class Step : std::uint8_t { Auth, Handshake, BufferSize, Protection, Done };

    /// `hasBufferSize`: PBSZ was agreed on before.
    Negotiation(const SecurityChange &change, bool hasBufferSize);

    [[nodiscard]] Step step() const { return m_step; }
    /// The line for this step, without CR LF.
    [[nodiscard]] std::string_view command() const;
    /// The server's final reply to it. False if it refuses; then the step stays.
    [[nodiscard]] bool take(std::uint16_t code);
    void handshakeDone() { m_step = afterHandshake(); }

private:
    [[nodiscard]] Step afterHandshake() const;

    SecurityChange m_change;
    bool m_hasBufferSize;
    Step m_step;
};

} // namespace ferry::proxy
