#pragma once

#include "app/proxy/net/Sockets.h"
#include "tests/bench/proxy/harness/ControlWire.h"
#include "tests/bench/proxy/harness/Transfer.h"

#include <memory>

namespace ferry::bench {

class StubServer;

/// One session of the stub. A file's name is its size in bytes; after an upload the reply tells size and hash.
class StubSession final : public proxy::Retirable,
                          private proxy::StreamOwner,
                          private proxy::EventHandler,
                          private TransferOwner {
public:
    StubSession(StubServer &server, std::unique_ptr<proxy::Stream> control);
    ~StubSession() override;
    void start();

private:
    enum class Work { None, Retrieve, Store };

    void onStreamReady(proxy::Stream &stream) override;
    /// Somebody calls the passive port.
    void onEvents(std::uint32_t events) override;
    void onTransferEnded(Transfer &transfer) override;
    void onCommand(std::string_view line);
    void openPassive(bool isExtended);
    void closePassive();
    void beginTransfer();

    StubServer &m_server;
    ControlWire m_control;
    proxy::Fd m_listener;
    std::unique_ptr<proxy::Stream> m_data;
    std::unique_ptr<Transfer> m_transfer;
    Work m_work = Work::None;
    std::uint64_t m_size = 0;
    bool m_isPrivate = false; ///< PROT P
    bool m_isLeaving = false;
};

} // namespace ferry::bench
