#pragma once

#include "app/proxy/tls/Leg.h"
#include "tests/bench/proxy/harness/Payload.h"
#include "tests/bench/proxy/harness/PayloadHash.h"

#include <memory>

namespace ferry::bench {

class Transfer;

class TransferOwner {
public:
    /// The data connection has come to its end. The owner may retire the transfer, not destroy it.
    virtual void onTransferEnded(Transfer &transfer) = 0;

protected:
    ~TransferOwner() = default;
};

/// One data connection of the load generator or of the stub: sends a file or receives one.
class Transfer final : public proxy::Retirable, private proxy::StreamOwner, private proxy::Resumable {
public:
    Transfer(proxy::EventLoop &loop, const Payload &payload, proxy::Leg leg, TransferOwner &owner);
    ~Transfer() override;

    /// Sends so many bytes and closes.
    void send(std::uint64_t size);
    /// Receives until the other side closes.
    void receive();

    [[nodiscard]] bool isOver() const { return !m_leg; }
    [[nodiscard]] bool wasReset() const { return m_wasReset; }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }
    [[nodiscard]] std::uint64_t hash() const { return m_hash.value(); }

private:
    enum class Direction { None, Send, Receive };

    void onStreamReady(proxy::Stream &stream) override;
    void resume() override;
    void move();
    [[nodiscard]] bool sendSome();
    [[nodiscard]] bool receiveSome();
    void end(bool wasReset);

    proxy::EventLoop &m_loop;
    const Payload &m_payload;
    proxy::Leg m_leg;
    TransferOwner &m_owner;
    PayloadHash m_hash;
    std::uint64_t m_size = 0;
    std::uint64_t m_bytes = 0;
    Direction m_direction = Direction::None;
    bool m_wasReset = false;
    bool m_isResuming = false;
};

} // namespace ferry::bench
