// The data connections of a session; its life is in Session.cpp.
#include "app/proxy/control/Session.h"

#include "app/proxy/data/ChannelTable.h"

#include <algorithm>

namespace ferry::proxy {

void Session::relayData(Fd client, std::uint16_t port)
{
    const DataChannel::Plan plan{.caller = DataChannel::Caller::Client,
        .target = {rule().server.address, port},
        .source = rule().source,
        .port = port};
    DataChannel &channel = m_services.channels.add(std::make_unique<DataChannel>(m_services, m_identity, this, plan));
    m_channels.push_back(&channel);
    channel.begin(std::move(client));
}

tl::expected<std::uint16_t, int> Session::openPassive(const IpAddress &reached, std::uint16_t serverPort)
{
    closeWaitingChannels();
    tl::expected<DataPorts::Opened, int> opened =
        m_services.dataPorts.open(reached, rule().dataPorts, rule().relayPorts);
    if (!opened) {
        if (opened.error() == EADDRINUSE)
            ++metrics().dataPortsExhausted;
        return tl::unexpected(opened.error());
    }
    // RFC 2577 section 3 and a server that lies in its 227: whatever it said, only the published server is called.
    const DataChannel::Plan plan{.caller = DataChannel::Caller::Client,
        .target = {rule().server.address, serverPort},
        .source = rule().source,
        .port = opened->port};
    if (!addWaiting(plan, std::move(*opened), m_identity.client.address))
        return tl::unexpected(ENOMEM);
    return plan.port;
}

tl::expected<Endpoint, int> Session::openActive(const IpAddress &towardsServer, std::uint16_t clientPort)
{
    closeWaitingChannels();
    tl::expected<Fd, int> listener = listenOn({towardsServer, 0}, 4);
    if (!listener)
        return tl::unexpected(listener.error());
    const Endpoint local = localEndpoint(listener->get());
    const DataChannel::Plan plan{.caller = DataChannel::Caller::Server,
        .target = {m_identity.client.address, clientPort},
        .source = rule().listen.address,
        .port = local.port};
    DataPorts::Opened port{.listener = std::move(*listener), .host = {}, .port = local.port, .lease = {}};
    if (!addWaiting(plan, std::move(port), rule().server.address))
        return tl::unexpected(ENOMEM);
    return local;
}

bool Session::addWaiting(const DataChannel::Plan &plan, DataPorts::Opened port, const IpAddress &caller)
{
    DataChannel &channel = m_services.channels.add(std::make_unique<DataChannel>(m_services, m_identity, this, plan));
    if (!channel.wait(std::move(port), caller)) {
        channel.kill();
        return false;
    }
    m_channels.push_back(&channel);
    m_latest = &channel;
    return true;
}

void Session::closeWaitingChannels()
{
    // A new PASV or PORT takes the place of the one before (RFC 959 4.1.2).
    m_latest = nullptr;
    const bool isTransferring = m_inspection && m_inspection->isTransferring();
    std::erase_if(m_channels, [&](DataChannel *channel) {
        const bool isWaiting = channel->isWaiting();
        if (isWaiting)
            channel->ownerGone();
        else if (!isTransferring)
            channel->setPast();
        return isWaiting;
    });
}

void Session::onChannelEnded(DataChannel &channel, DataCut cut)
{
    std::erase(m_channels, &channel);
    if (m_latest == &channel)
        m_latest = nullptr;
    m_bytesUp += channel.bytesUp();
    m_bytesDown += channel.bytesDown();
    m_dataEnded = m_services.loop.now();
    if (m_inspection)
        m_inspection->onDataEnded(cut);
}

void Session::onServerFinished()
{
    if (m_inspection)
        m_inspection->onServerFinished();
}

std::optional<DataTls> Session::dataTls() const
{
    return m_inspection ? m_inspection->dataTls() : DataTls();
}

void Session::onTransferAnswered()
{
    if (m_latest)
        m_latest->serverAnswered();
}

bool Session::isServerSending() const
{
    return std::any_of(
        m_channels.begin(), m_channels.end(), [](const DataChannel *channel) { return channel->isServerSending(); });
}

bool Session::isClientSending() const
{
    // A client may be slow in closing the data connections of earlier transfers.
    return m_latest && m_latest->isClientSending();
}

std::string Session::transferCommand() const
{
    return m_inspection ? m_inspection->currentCommand() : std::string();
}

} // namespace ferry::proxy
