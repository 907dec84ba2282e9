#include "app/proxy/upstream/Connector.h"

#include "app/proxy/net/Sockets.h"

namespace ferry::proxy {

int Connector::start(const Endpoint &remote, const IpAddress &source)
{
    tl::expected<Fd, int> fd = startConnecting(remote, source);
    if (!fd)
        return fd.error();
    m_stream = Stream::create(m_loop, std::move(*fd), *this);
    if (!m_stream)
        return ENOMEM;
    m_loop.arm(*this, m_loop.now() + patience);
    return 0;
}

void Connector::onStreamReady(Stream &stream)
{
    if (!stream.isWritable() && !stream.isBroken())
        return;
    m_loop.disarm(*this);
    std::unique_ptr<Stream> connected = std::move(m_stream);
    // connect(2): only a connection that failed has an error to ask for.
    if (const int error = connected->isBroken() ? socketError(connected->fd()) : 0; error != 0)
        m_owner.onConnectFailed(error);
    else
        m_owner.onConnected(std::move(connected));
}

void Connector::onTimeout()
{
    m_stream.reset();
    m_owner.onConnectFailed(ETIMEDOUT);
}

} // namespace ferry::proxy
