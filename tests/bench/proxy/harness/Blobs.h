#pragma once

#include "app/proxy/net/Sockets.h"
#include "app/proxy/tls/TlsAcceptor.h"
#include "app/proxy/tls/TlsDialer.h"
#include "app/proxy/upstream/Connector.h"
#include "tests/bench/proxy/harness/Transfer.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace ferry::bench {

/// A server that says one file to everybody who calls, under TLS: what a gateway that only knows connections carries.
class BlobServer final : private proxy::EventHandler, private TransferOwner {
public:
    BlobServer(proxy::EventLoop &loop, const Payload &payload, std::shared_ptr<const proxy::TlsAcceptor> acceptor,
        std::uint64_t size);
    [[nodiscard]] bool start(const proxy::Endpoint &local);

private:
    void onEvents(std::uint32_t events) override;
    void onTransferEnded(Transfer &transfer) override;

    proxy::EventLoop &m_loop;
    const Payload &m_payload;
    std::shared_ptr<const proxy::TlsAcceptor> m_acceptor;
    std::uint64_t m_size;
    proxy::Fd m_listener;
    std::unordered_map<Transfer *, std::unique_ptr<Transfer>> m_transfers;
};

/// Fetches the file again and again, one connection after the other; each resumes the TLS session of the one before.
class BlobClient final : private proxy::ConnectorOwner, private TransferOwner {
public:
    /// Calls `over` at the end, with false if something was cut or changed.
    BlobClient(proxy::EventLoop &loop, Payload &payload, const proxy::Endpoint &server, std::uint64_t size,
        const proxy::TlsDialer &dialer, std::function<void(bool)> over);
    void start(int files);

private:
    void onConnected(std::unique_ptr<proxy::Stream> stream) override;
    void onConnectFailed(int error) override;
    void onTransferEnded(Transfer &transfer) override;
    void fetch();

    proxy::EventLoop &m_loop;
    Payload &m_payload;
    proxy::Endpoint m_server;
    std::uint64_t m_size;
    const proxy::TlsDialer &m_dialer;
    std::function<void(bool)> m_over;
    std::shared_ptr<proxy::TlsTickets> m_tickets = std::make_shared<proxy::TlsTickets>();
    std::unique_ptr<proxy::Connector> m_connector;
    std::unique_ptr<Transfer> m_transfer;
    int m_files = 0;
};

/// Runs `clients` of them, `parallel` at once, `files` each. False if one failed.
[[nodiscard]] bool fetchBlobs(proxy::EventLoop &loop, Payload &payload, const proxy::Endpoint &server,
    std::uint64_t size, const proxy::TlsDialer &dialer, int clients, int parallel, int files);

} // namespace ferry::bench
