#include "tests/bench/proxy/harness/Blobs.h"

#include "tests/bench/proxy/harness/Nobody.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <vector>

namespace ferry::bench {

BlobServer::BlobServer(proxy::EventLoop &loop, const Payload &payload,
    std::shared_ptr<const proxy::TlsAcceptor> acceptor, std::uint64_t size)
    : m_loop(loop), m_payload(payload), m_acceptor(std::move(acceptor)), m_size(size)
{
}

bool BlobServer::start(const proxy::Endpoint &local)
{
    auto listener = proxy::listenOn(local, SOMAXCONN);
    if (!listener || !m_loop.watch(listener->get(), EPOLLIN, *this))
        return false;
    m_listener = std::move(*listener);
    return true;
}

void BlobServer::onEvents(std::uint32_t)
{
    while (auto accepted = proxy::acceptFrom(m_listener.get())) {
        proxy::tuneDataSocket(accepted->fd.get());
        std::unique_ptr<proxy::Stream> stream =
            proxy::Stream::create(m_loop, std::move(accepted->fd), Nobody::instance());
        if (!stream)
            continue;
        auto transfer = std::make_unique<Transfer>(m_loop, m_payload,
            proxy::Leg(std::move(stream), m_acceptor->accept(proxy::TlsPurpose::Control)),
            static_cast<TransferOwner &>(*this));
        Transfer &added = *transfer;
        m_transfers.emplace(&added, std::move(transfer));
        added.send(m_size);
    }
}

void BlobServer::onTransferEnded(Transfer &transfer)
{
    const auto at = m_transfers.find(&transfer);
    m_loop.retire(std::move(at->second));
    m_transfers.erase(at);
}

BlobClient::BlobClient(proxy::EventLoop &loop, Payload &payload, const proxy::Endpoint &server, std::uint64_t size,
    const proxy::TlsDialer &dialer, std::function<void(bool)> over)
    : m_loop(loop), m_payload(payload), m_server(server), m_size(size), m_dialer(dialer), m_over(std::move(over))
{
}

void BlobClient::start(int files)
{
    m_files = files;
    fetch();
}

void BlobClient::fetch()
{
    if (m_files-- == 0) {
        m_over(true);
        return;
    }
    m_connector = std::make_unique<proxy::Connector>(m_loop, static_cast<proxy::ConnectorOwner &>(*this));
    if (m_connector->start(m_server, {}) != 0)
        m_over(false);
}

void BlobClient::onConnected(std::unique_ptr<proxy::Stream> stream)
{
    m_connector.reset();
    proxy::tuneDataSocket(stream->fd());
    m_transfer = std::make_unique<Transfer>(m_loop, m_payload,
        proxy::Leg(std::move(stream), m_dialer.dial(proxy::TlsPurpose::Control, m_tickets)),
        static_cast<TransferOwner &>(*this));
    m_transfer->receive();
}

void BlobClient::onConnectFailed(int)
{
    m_over(false);
}

void BlobClient::onTransferEnded(Transfer &transfer)
{
    const bool isGood = !transfer.wasReset() && transfer.bytes() == m_size && transfer.hash() == m_payload.hash(m_size);
    m_loop.retire(std::move(m_transfer));
    if (isGood)
        fetch();
    else
        m_over(false);
}

bool fetchBlobs(proxy::EventLoop &loop, Payload &payload, const proxy::Endpoint &server, std::uint64_t size,
    const proxy::TlsDialer &dialer, int clients, int parallel, int files)
{
    std::vector<std::unique_ptr<BlobClient>> all;
    int started = 0;
    int over = 0;
    bool isGood = true;
    const auto startOne = [&] { all[static_cast<std::size_t>(started++)]->start(files); };
    for (int i = 0; i < clients; ++i) {
        all.push_back(std::make_unique<BlobClient>(loop, payload, server, size, dialer, [&](bool isWhole) {
            isGood = isGood && isWhole;
            if (++over == clients)
                loop.stop();
            else if (started < clients)
                startOne();
        }));
    }
    while (started < parallel && started < clients)
        startOne();
    loop.run([] {});
    return isGood;
}

} // namespace ferry::bench
