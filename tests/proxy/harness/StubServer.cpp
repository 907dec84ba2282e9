#include "tests/proxy/harness/StubServer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

StubServer::StubServer(QString address, std::uint16_t firstDataPort)
    : m_address(std::move(address)), m_firstDataPort(firstDataPort), m_ear(Ear::open(m_address)), m_acceptor([this] {
        while (!m_isStopping) {
            if (!m_ear.hasCaller(50))
                continue;
            Wire control = m_ear.accept();
            m_threads.emplace_back([this, wire = std::move(control)]() mutable { serve(std::move(wire)); });
        }
    })
{
}

StubServer::~StubServer()
{
    m_isStopping = true;
    m_acceptor.join();
    for (std::thread &thread : m_threads)
        thread.join();
    m_ear.close();
}

void StubServer::setGreeting(QByteArray greeting)
{
    const std::lock_guard lock(m_mutex);
    m_greeting = std::move(greeting);
}

void StubServer::setScript(Script script)
{
    const std::lock_guard lock(m_mutex);
    m_script = std::move(script);
}

void StubServer::setFile(const QByteArray &content)
{
    const std::lock_guard lock(m_mutex);
    m_file = content;
}

void StubServer::setTls(TlsContext context, bool isImplicit)
{
    const std::lock_guard lock(m_mutex);
    m_tls = std::move(context);
    m_isImplicit = isImplicit;
}

QByteArrayList StubServer::commands() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands;
}

bool StubServer::hasSeen(const QByteArray &start) const
{
    for (const QByteArray &command : commands()) {
        if (command.startsWith(start))
            return true;
    }
    return false;
}

QByteArray StubServer::stored() const
{
    const std::lock_guard lock(m_mutex);
    return m_stored;
}

QByteArray StubServer::lastPeer() const
{
    const std::lock_guard lock(m_mutex);
    return m_peer;
}

void StubServer::serve(Wire control)
{
    sockaddr_in peer{};
    socklen_t length = sizeof peer;
    ::getpeername(control.fd(), reinterpret_cast<sockaddr *>(&peer), &length);
    char text[INET_ADDRSTRLEN] = {};
    inet_ntop(AF_INET, &peer.sin_addr, text, sizeof text);
    QByteArray greeting;
    TlsContext implicit;
    {
        const std::lock_guard lock(m_mutex);
        m_peer = text;
        greeting = m_greeting;
        if (m_isImplicit)
            implicit = m_tls;
    }
    if (implicit && !control.startTls(implicit, true))
        return;
    control.send(greeting);
    Ear data;
    Session session{control, data, {}};
    // Sessions may be idle for as long as the test likes.
    const auto nextLine = [&]() -> std::optional<QByteArray> {
        while (!control.hasMore(100)) {
            if (m_isStopping)
                return std::nullopt;
        }
        return control.line();
    };
    while (const std::optional<QByteArray> line = nextLine()) {
        Script script;
        {
            const std::lock_guard lock(m_mutex);
            m_commands << *line;
            script = m_script;
        }
        const std::optional<QByteArray> scripted = script ? script(session, *line) : std::nullopt;
        control.send(scripted ? *scripted : answer(session, *line));
        if (line->startsWith("QUIT"))
            break;
    }
    data.close();
}

QByteArray StubServer::answer(Session &session, const QByteArray &line)
{
    const QByteArray verb = line.left(4).trimmed().toUpper();
    if (verb == "USER")
        return "331 password please\r\n";
    if (verb == "PASS")
        return "230 in\r\n";
    if (verb == "QUIT")
        return "221 bye\r\n";
    if (verb == "FEAT")
        return "211-Features:\r\n EPSV\r\n SIZE\r\n211 End\r\n";
    if (verb == "AUTH" || verb == "PBSZ" || verb == "PROT")
        return security(session, line);
    if (verb == "PASV")
        return passive(session, false);
    if (verb == "EPSV")
        return line.toUpper().endsWith("ALL") ? QByteArray("200 EPSV ALL ok\r\n") : passive(session, true);
    if (verb == "PORT")
        return active(session, line.mid(5));
    if (verb == "RETR" || verb == "LIST") {
        session.control.send("150 here it comes\r\n");
        Wire data = dataWire(session);
        const QByteArray content = file();
        data.send(m_cutsDownloads ? content.left(content.size() / 2) : content);
        if (data.isTls() && !m_cutsDownloads)
            data.endTls();
        return "226 done\r\n";
    }
    if (verb == "STOR") {
        session.control.send("150 go ahead\r\n");
        Wire data = dataWire(session);
        bool wasReset = false;
        const QByteArray bytes = data.rest(&wasReset);
        wasReset = wasReset || data.wasCut();
        m_wasUploadReset = wasReset;
        const std::lock_guard lock(m_mutex);
        m_stored = bytes;
        return wasReset && !m_believesUploads ? "426 cut\r\n" : "226 done\r\n";
    }
    return "200 ok\r\n";
}

QByteArray StubServer::security(Session &session, const QByteArray &line)
{
    TlsContext context;
    {
        const std::lock_guard lock(m_mutex);
        context = m_tls;
    }
    if (line.startsWith("PBSZ"))
        return "200 PBSZ=0\r\n";
    if (line.startsWith("PROT")) {
        session.isPrivate = line.endsWith('P');
        return "200 ok\r\n";
    }
    if (!context)
        return "234 proceed\r\n";
    session.control.send("234 proceed\r\n");
    // A handshake that fails shows as the end of the connection.
    if (!session.control.startTls(context, true))
        session.control.close();
    return {};
}

QByteArray StubServer::file() const
{
    const std::lock_guard lock(m_mutex);
    return m_file;
}

QByteArray StubServer::passive(Session &session, bool isExtended)
{
    session.data.close();
    for (int i = 0; i < (m_firstDataPort ? 4 : 1) && session.data.fd < 0; ++i)
        session.data = Ear::open(m_address, m_firstDataPort ? static_cast<std::uint16_t>(m_firstDataPort + i) : 0);
    if (session.data.fd < 0)
        return "425 no port\r\n";
    if (isExtended)
        return "229 Entering Extended Passive Mode (|||" + QByteArray::number(session.data.port) + "|)\r\n";
    return "227 Entering Passive Mode (" + m_address.toLatin1().replace('.', ',') + ","
        + QByteArray::number(session.data.port >> 8) + "," + QByteArray::number(session.data.port & 255) + ")\r\n";
}

QByteArray StubServer::active(Session &session, const QByteArray &argument)
{
    const QByteArrayList numbers = argument.split(',');
    const auto port = static_cast<std::uint16_t>(numbers.value(4).toInt() << 8 | numbers.value(5).toInt());
    const QByteArray host = numbers.mid(0, 4).join('.');
    session.active = Wire::connect(QString::fromLatin1(host), port, m_address);
    return session.active->isOpen() ? "200 connected\r\n" : "425 cannot\r\n";
}

Wire StubServer::dataWire(Session &session)
{
    Wire wire = session.active ? std::move(*std::exchange(session.active, std::nullopt)) : session.data.accept();
    session.data.close();
    if (!session.isPrivate)
        return wire;
    TlsContext context;
    {
        const std::lock_guard lock(m_mutex);
        context = m_tls;
    }
    if (!wire.startTls(context, true))
        wire.close();
    ++m_privateTransfers;
    if (wire.isResumed())
        ++m_resumedTransfers;
    return wire;
}
