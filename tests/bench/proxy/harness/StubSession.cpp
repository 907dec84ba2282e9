#include "tests/bench/proxy/harness/StubSession.h"

#include "tests/bench/proxy/harness/StubServer.h"

#include <sys/epoll.h>

#include <charconv>

namespace ferry::bench {

StubSession::StubSession(StubServer &server, std::unique_ptr<proxy::Stream> control)
    : m_server(server), m_control(std::move(control), *this)
{
}

StubSession::~StubSession()
{
    closePassive();
}

void StubSession::start()
{
    m_control.send("220 stub ready\r\n");
}

void StubSession::onStreamReady(proxy::Stream &stream)
{
    // The data connection has nobody else yet to tell; its bytes wait in the kernel.
    if (&stream == m_data.get())
        return;
    m_control.flush();
    while (!m_isLeaving) {
        const std::optional<std::string_view> line = m_control.line();
        if (!line)
            break;
        onCommand(*line);
    }
    if (m_isLeaving || m_control.isOver())
        m_server.retire(*this);
}

void StubSession::onCommand(std::string_view line)
{
    const std::string_view verb = line.substr(0, line.find(' '));
    const std::string_view argument = line.size() > verb.size() ? line.substr(verb.size() + 1) : std::string_view();
    if (verb == "USER") {
        m_control.send("331 password please\r\n");
    } else if (verb == "PASS") {
        m_control.send("230 in\r\n");
    } else if (verb == "EPSV" || verb == "PASV") {
        openPassive(verb == "EPSV");
    } else if (verb == "RETR" || verb == "STOR") {
        m_work = verb == "RETR" ? Work::Retrieve : Work::Store;
        std::from_chars(argument.data(), argument.data() + argument.size(), m_size);
        m_control.send("150 here it goes\r\n");
        beginTransfer();
    } else if (verb == "QUIT") {
        m_control.send("221 bye\r\n");
        m_isLeaving = true;
    } else if (verb == "AUTH" && m_server.acceptor()) {
        m_control.send("234 go ahead\r\n");
        m_control.secure(m_server.acceptor()->accept(proxy::TlsPurpose::Control));
    } else if (verb == "PROT") {
        m_isPrivate = argument == "P";
        m_control.send("200 ok\r\n");
    } else if (verb == "FEAT") {
        m_control.send("211-Features:\r\n EPSV\r\n PASV\r\n211 End\r\n");
    } else {
        m_control.send("200 ok\r\n");
    }
}

void StubSession::openPassive(bool isExtended)
{
    closePassive();
    m_data.reset();
    m_listener = m_server.listenPassive();
    if (!m_listener || !m_server.loop().watch(m_listener.get(), EPOLLIN, *this)) {
        m_listener.reset();
        m_control.send("425 no port\r\n");
        return;
    }
    const proxy::Endpoint local = proxy::localEndpoint(m_listener.get());
    if (isExtended) {
        m_control.send("229 Entering Extended Passive Mode (|||" + std::to_string(local.port) + "|)\r\n");
        return;
    }
    std::string address = local.address.toString();
    for (char &c : address)
        c = c == '.' ? ',' : c;
    m_control.send("227 Entering Passive Mode (" + address + "," + std::to_string(local.port / 256) + ","
        + std::to_string(local.port % 256) + ")\r\n");
}

void StubSession::closePassive()
{
    if (m_listener)
        m_server.loop().forget(m_listener.get());
    m_listener.reset();
}

void StubSession::onEvents(std::uint32_t)
{
    auto accepted = proxy::acceptFrom(m_listener.get());
    if (!accepted)
        return;
    closePassive();
    m_data = proxy::Stream::create(m_server.loop(), std::move(accepted->fd), *this);
    beginTransfer();
}

void StubSession::beginTransfer()
{
    if (!m_data || m_work == Work::None)
        return;
    std::unique_ptr<proxy::TlsSession> tls;
    if (m_isPrivate)
        tls = m_server.acceptor()->accept(proxy::TlsPurpose::Data);
    m_transfer = std::make_unique<Transfer>(m_server.loop(), m_server.payload(),
        proxy::Leg(std::move(m_data), std::move(tls)), static_cast<TransferOwner &>(*this));
    if (m_work == Work::Retrieve)
        m_transfer->send(m_size);
    else
        m_transfer->receive();
}

void StubSession::onTransferEnded(Transfer &transfer)
{
    const Work work = std::exchange(m_work, Work::None);
    if (transfer.wasReset())
        m_control.send("426 the data connection was cut\r\n");
    else if (work == Work::Store)
        m_control.send("226 " + std::to_string(transfer.bytes()) + " " + std::to_string(transfer.hash()) + "\r\n");
    else
        m_control.send("226 done\r\n");
    m_server.loop().retire(std::move(m_transfer));
}

} // namespace ferry::bench
