#include "app/proxy/control/Negotiation.h"

namespace ferry::proxy {

Negotiation::Negotiation(const SecurityChange &change, bool hasBufferSize)
    : m_change(change), m_hasBufferSize(hasBufferSize), m_step(change.secureServer ? Step::Auth : afterHandshake())
{
}

Negotiation::Step Negotiation::afterHandshake() const
{
    if (!m_change.serverData)
        return Step::Done;
    return m_hasBufferSize ? Step::Protection : Step::BufferSize;
}

std::string_view Negotiation::command() const
{
    switch (m_step) {
    case Step::Auth:
        return "AUTH TLS";
    case Step::BufferSize:
        return "PBSZ 0";
    case Step::Protection:
        return m_change.serverData == Protection::Private ? "PROT P" : "PROT C";
    case Step::Handshake:
    case Step::Done:
        break;
    }
    return {};
}

bool Negotiation::take(std::uint16_t code)
{
    switch (m_step) {
    case Step::Auth:
        if (code != 234)
            return false;
        m_step = Step::Handshake;
        return true;
    case Step::BufferSize:
        if (code != 200)
            return false;
        m_hasBufferSize = true;
        m_step = Step::Protection;
        return true;
    case Step::Protection:
        if (code != 200)
            return false;
        m_step = Step::Done;
        return true;
    case Step::Handshake:
    case Step::Done:
        break;
    }
    return false;
}

} // namespace ferry::proxy
