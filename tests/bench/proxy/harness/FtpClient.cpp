#include "tests/bench/proxy/harness/FtpClient.h"

#include "app/proxy/control/DataAddress.h"
#include "app/proxy/net/Sockets.h"

namespace ferry::bench {

FtpClient::FtpClient(proxy::EventLoop &loop, Payload &payload, const proxy::Endpoint &server, const Script &script,
    FtpClientOwner &owner)
    : m_loop(loop), m_payload(payload), m_server(server), m_script(script), m_owner(owner)
{
}

void FtpClient::start()
{
    connect(m_server);
}

void FtpClient::connect(const proxy::Endpoint &to)
{
    m_connector = std::make_unique<proxy::Connector>(m_loop, static_cast<proxy::ConnectorOwner &>(*this));
    if (const int error = m_connector->start(to, {}); error != 0)
        onConnectFailed(error);
}

void FtpClient::onConnected(std::unique_ptr<proxy::Stream> stream)
{
    m_connector.reset();
    if (m_step == Step::Connect) {
        proxy::tuneControlSocket(stream->fd());
        m_control = std::make_unique<ControlWire>(std::move(stream), static_cast<proxy::StreamOwner &>(*this));
        m_step = Step::Greeting;
        // The greeting may have come together with the connection.
        readReplies();
        return;
    }
    m_completion.clear();
    std::unique_ptr<proxy::TlsSession> tls;
    if (m_script.dialer)
        tls = m_script.dialer->dial(proxy::TlsPurpose::Data, m_script.tickets);
    m_transfer = std::make_unique<Transfer>(
        m_loop, m_payload, proxy::Leg(std::move(stream), std::move(tls)), static_cast<TransferOwner &>(*this));
    const bool isDownload = m_script.work == Script::Work::Retrieve;
    say(Step::Transfer, (isDownload ? "RETR " : "STOR ") + std::to_string(m_script.size));
    if (isDownload && m_step == Step::Transfer)
        m_transfer->receive();
}

void FtpClient::onConnectFailed(int error)
{
    end((m_step == Step::Connect ? "connect: " : "data connect: ") + proxy::errorText(error));
}

void FtpClient::onStreamReady(proxy::Stream &)
{
    readReplies();
}

void FtpClient::readReplies()
{
    m_control->flush();
    while (m_step != Step::Over) {
        const std::optional<std::string_view> line = m_control->line();
        if (!line)
            break;
        onReply(*line);
    }
    if (m_step == Step::Over || !m_control->isOver())
        return;
    end(m_step == Step::Quit ? std::string() : "the control connection was cut");
}

void FtpClient::onReply(std::string_view line)
{
    // Only the last line of a reply counts (RFC 959 4.2).
    if (line.size() < 4 || line[3] != ' ' || line[0] < '1' || line[0] > '5')
        return;
    const char kind = line[0];
    if (m_step == Step::Auth && m_script.isRefusedTls && kind == '5') {
        logIn();
        return;
    }
    if (kind > '3') {
        end("refused: " + std::string(line));
        return;
    }
    switch (m_step) {
    case Step::Greeting:
        if (m_script.dialer)
            say(Step::Auth, "AUTH TLS");
        else if (m_script.isRefusedTls)
            say(Step::Auth, "AUTH NONE");
        else
            logIn();
        return;
    case Step::Auth:
        if (!m_script.tickets)
            m_script.tickets = std::make_shared<proxy::TlsTickets>();
        m_control->secure(m_script.dialer->dial(proxy::TlsPurpose::Control, m_script.tickets));
        logIn();
        return;
    case Step::User:
        say(Step::Password, "PASS bench");
        return;
    case Step::Password:
        if (m_script.dialer)
            say(Step::BufferSize, "PBSZ 0");
        else
            goOn();
        return;
    case Step::BufferSize:
        say(Step::Protection, "PROT P");
        return;
    case Step::Protection:
        goOn();
        return;
    case Step::Passive:
        if (const auto port = proxy::parseExtendedPassiveReply(line.substr(4))) {
            m_step = Step::Call;
            connect({m_server.address, *port});
        } else {
            end("no port: " + std::string(line));
        }
        return;
    case Step::Transfer:
        onTransferReply(line);
        return;
    case Step::Quit:
        return;
    case Step::Connect:
    case Step::Call:
    case Step::Stay:
    case Step::Over:
        end("unexpected: " + std::string(line));
        return;
    }
}

void FtpClient::onTransferReply(std::string_view line)
{
    if (line[0] != '1') {
        m_completion = line;
        finishFile();
    } else if (m_script.work == Script::Work::Store && m_transfer) {
        m_transfer->send(m_script.size);
    }
}

void FtpClient::onTransferEnded(Transfer &)
{
    finishFile();
}

void FtpClient::finishFile()
{
    // Both the end of the data and the reply about it have to be there.
    if (m_step == Step::Over || !m_transfer || m_completion.empty() || !m_transfer->isOver())
        return;
    const bool isDownload = m_script.work == Script::Work::Retrieve;
    const std::uint64_t hash = m_payload.hash(m_script.size);
    const bool isGood = isDownload
        ? !m_transfer->wasReset() && m_transfer->bytes() == m_script.size && m_transfer->hash() == hash
        : m_completion.ends_with(" " + std::to_string(m_script.size) + " " + std::to_string(hash));
    const std::uint64_t bytes = m_transfer->bytes();
    m_loop.retire(std::move(m_transfer));
    if (!isGood)
        end("cut or changed after " + std::to_string(bytes) + " bytes: " + m_completion);
    else
        goOn();
}

void FtpClient::logIn()
{
    if (m_script.hasLogin)
        say(Step::User, "USER bench");
    else
        goOn();
}

void FtpClient::goOn()
{
    if (m_script.files-- > 0) {
        say(Step::Passive, "EPSV");
    } else if (m_script.stays) {
        m_step = Step::Stay;
        m_owner.onClientSettled(*this);
    } else {
        say(Step::Quit, "QUIT");
    }
}

void FtpClient::say(Step step, std::string_view command)
{
    m_step = step;
    m_control->send(std::string(command) + "\r\n");
}

void FtpClient::end(const std::string &failure)
{
    if (std::exchange(m_step, Step::Over) == Step::Over)
        return;
    m_owner.onClientEnded(*this, failure);
}

} // namespace ferry::bench
