#include "tests/bench/proxy/harness/Transfer.h"

#include <array>
#include <cerrno>

namespace ferry::bench {
namespace {

// After so many calls the others have their turn.
constexpr int callsInATurn = 4;

} // namespace

Transfer::Transfer(proxy::EventLoop &loop, const Payload &payload, proxy::Leg leg, TransferOwner &owner)
    : m_loop(loop), m_payload(payload), m_leg(std::move(leg)), m_owner(owner)
{
    m_leg.setOwner(*this);
}

Transfer::~Transfer()
{
    if (m_isResuming)
        m_loop.cancelResume(*this);
}

void Transfer::send(std::uint64_t size)
{
    m_size = size;
    m_direction = Direction::Send;
    move();
}

void Transfer::receive()
{
    m_direction = Direction::Receive;
    move();
}

void Transfer::onStreamReady(proxy::Stream &)
{
    move();
}

void Transfer::resume()
{
    m_isResuming = false;
    move();
}

void Transfer::move()
{
    if (m_direction != Direction::None && m_leg.isShakingHands()) {
        const proxy::Leg::Progress progress = m_leg.shakeHands();
        if (progress == proxy::Leg::Progress::Failed)
            end(true);
        if (progress != proxy::Leg::Progress::Done)
            return;
    }
    for (int i = 0; i < callsInATurn; ++i) {
        const bool goesOn = m_direction == Direction::Send ? sendSome()
            : m_direction == Direction::Receive            ? receiveSome()
                                                           : false;
        if (!goesOn)
            return;
    }
    if (!m_isResuming) {
        m_isResuming = true;
        m_loop.resumeLater(*this);
    }
}

bool Transfer::sendSome()
{
    if (m_bytes == m_size) {
        const proxy::Leg::Progress finished = m_leg.isSecure() ? m_leg.finishWriting() : proxy::Leg::Progress::Done;
        if (finished != proxy::Leg::Progress::Blocked)
            end(finished == proxy::Leg::Progress::Failed);
        return false;
    }
    if (!m_leg.isWritable())
        return false;
    const std::string_view piece = m_payload.at(m_bytes, m_size - m_bytes);
    const ssize_t count = m_leg.send(piece.data(), piece.size());
    if (count > 0) {
        m_bytes += static_cast<std::uint64_t>(count);
        return true;
    }
    if (errno != EAGAIN)
        end(true);
    return false;
}

bool Transfer::receiveSome()
{
    static std::array<char, 256 * 1024> buffer;
    if (!m_leg.isReadable())
        return false;
    const ssize_t count = m_leg.receive(buffer.data(), buffer.size());
    if (count > 0) {
        m_hash.add(buffer.data(), static_cast<std::size_t>(count));
        m_bytes += static_cast<std::uint64_t>(count);
        return true;
    }
    if (count == 0 || errno != EAGAIN)
        end(count != 0 || m_leg.wasCut());
    return false;
}

void Transfer::end(bool wasReset)
{
    m_direction = Direction::None;
    m_wasReset = wasReset;
    m_leg.close();
    m_owner.onTransferEnded(*this);
}

} // namespace ferry::bench
