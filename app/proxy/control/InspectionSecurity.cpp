// TLS of an inspected control channel: what the gateway negotiates with each side on its own.
#include "app/proxy/control/Inspection.h"

#include "app/proxy/filters/auth_tls/Terminate.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

constexpr std::size_t maxGreeting = 64 * 1024;

} // namespace

void Inspection::startSecurity()
{
    const Rule &rule = m_owner.rule();
    if (rule.isClientImplicit())
        secureClient();
    if (rule.isServerImplicit())
        secureServer();
    const SecurityChange change = securityAtGreeting(rule);
    if (!m_hasEnded && (change.secureServer || change.serverData))
        m_securing =
            std::make_unique<Securing>(Securing{.change = change, .negotiation = {change, false}, .isGreeting = true});
}

void Inspection::secureClient()
{
    std::unique_ptr<TlsSession> tls = m_owner.rule().acceptor->accept(TlsPurpose::Control);
    if (!tls) {
        end(Originator::Gateway, resultcode::isBusy, "There is no memory for TLS.");
        return;
    }
    m_client.secure(std::move(tls));
}

void Inspection::secureServer()
{
    m_tickets = std::make_shared<TlsTickets>();
    std::unique_ptr<TlsSession> tls = m_owner.rule().dialer->dial(TlsPurpose::Control, m_tickets);
    if (!tls) {
        end(Originator::Gateway, resultcode::isBusy, "There is no memory for TLS.");
        return;
    }
    m_server.secure(std::move(tls));
}

void Inspection::shakeHands()
{
    if (m_server.isShakingHands())
        shakeHandsWithServer();
    if (!m_hasEnded && m_client.isShakingHands())
        shakeHandsWithClient();
}

void Inspection::shakeHandsWithServer()
{
    const Leg::Progress progress = m_server.shakeHands();
    if (progress == Leg::Progress::Blocked)
        return;
    countHandshake(m_server, progress == Leg::Progress::Failed);
    const std::optional<std::string> objection = progress == Leg::Progress::Failed
        ? "the TLS handshake failed: " + m_server.tls().problem()
        : m_owner.rule().dialer->objection(m_server.tls());
    if (objection) {
        end(Originator::Gateway, resultcode::connectionKilled, "The published server was refused: " + *objection + ".",
            "421 Service not available, the gateway could not secure the connection to the server.\r\n");
        return;
    }
    // What the server said in clear counts no more.
    m_replyLines = LineReader(maxReplyLine, LineReader::StrayControls::Dropped);
    m_security.isServerSecure = true;
    m_lastActivity = m_services.loop.now();
    logStatus("The connection to the server is encrypted (" + m_server.tls().description() + ").");
    m_owner.record(Recording::Way::Note, std::nullopt, m_server.tls().description());
    if (!m_securing)
        return;
    if (m_securing->negotiation.step() == Negotiation::Step::Handshake) {
        m_securing->negotiation.handshakeDone();
        continueSecuring();
    }
}

void Inspection::shakeHandsWithClient()
{
    switch (m_client.shakeHands()) {
    case Leg::Progress::Blocked:
        return;
    case Leg::Progress::Failed:
        countHandshake(m_client, true);
        end(Originator::Client, resultcode::connectionKilled,
            "The TLS handshake with the client failed: " + m_client.tls().problem() + ".");
        return;
    case Leg::Progress::Done:
        break;
    }
    countHandshake(m_client, false);
    m_commandLines = LineReader(m_owner.rule().filter.limits.lineBytes, LineReader::StrayControls::Refused);
    m_security.isClientSecure = true;
    m_lastActivity = m_services.loop.now();
    logStatus("The connection to the client is encrypted (" + m_client.tls().description() + ").");
    m_owner.record(Recording::Way::Note, m_client.tls().description());
}

void Inspection::countHandshake(const Leg &leg, bool hasFailed)
{
    const HandshakeOutcome outcome = hasFailed ? HandshakeOutcome::Failed
        : leg.tls().isResumed()                ? HandshakeOutcome::Resumed
                                               : HandshakeOutcome::Full;
    m_owner.metrics().count(TlsPurpose::Control, &leg == &m_server ? TlsLeg::Server : TlsLeg::Client, outcome);
}

void Inspection::secure(const Verdict &verdict, std::string maskedCommand)
{
    if (!m_outstanding.empty()) {
        answer(Verdict::answer("503 Not while a transfer runs.", resultcode::policyRulesDenied,
                   "The protection of a session cannot change during a transfer."),
            maskedCommand);
        return;
    }
    m_securing = std::make_unique<Securing>(Securing{.change = verdict.change,
        .negotiation = {verdict.change, m_hasServerBufferSize},
        .command = std::move(maskedCommand),
        .answer = verdict.text});
    continueSecuring();
}

void Inspection::continueSecuring()
{
    switch (m_securing->negotiation.step()) {
    case Negotiation::Step::Handshake:
        secureServer();
        return;
    case Negotiation::Step::Done:
        finishSecuring();
        return;
    case Negotiation::Step::Auth:
    case Negotiation::Step::BufferSize:
    case Negotiation::Step::Protection:
        m_owner.record(Recording::Way::Up, std::nullopt, m_securing->negotiation.command());
        m_toServer += m_securing->negotiation.command();
        m_toServer += "\r\n";
        return;
    }
}

void Inspection::takeOwnReply(std::string_view line)
{
    const std::optional<ReplyLine> reply = m_replies.next(line);
    if (!reply) {
        end(Originator::Gateway, resultcode::connectionKilled, "The published server does not speak FTP.",
            "421 Service not available, the published server does not speak FTP.\r\n");
        return;
    }
    if (m_securing->isGreeting && !m_securing->hasGreeting) {
        takeGreeting(*reply);
        return;
    }
    m_owner.record(Recording::Way::Down, std::nullopt, reply->line);
    if (!reply->isLast || reply->isPreliminary())
        return;
    if (m_securing->negotiation.take(reply->code)) {
        if (m_securing->negotiation.step() == Negotiation::Step::Protection)
            m_hasServerBufferSize = true;
        continueSecuring();
    } else {
        giveUpSecuring(reply->line);
    }
}

void Inspection::takeGreeting(const ReplyLine &reply)
{
    m_securing->greeting += reply.line;
    m_securing->greeting += "\r\n";
    if (m_securing->greeting.size() > maxGreeting) {
        end(Originator::Gateway, resultcode::connectionKilled, "The server's greeting has no end.",
            "421 The server's reply was too long, closing.\r\n");
    } else if (reply.isLast && reply.code == 220) {
        m_securing->hasGreeting = true;
        continueSecuring();
    } else if (reply.isLast && !reply.isPreliminary()) {
        finishSecuring();
    }
}

void Inspection::finishSecuring()
{
    const std::unique_ptr<Securing> done = std::move(m_securing);
    m_security.serverData = done->change.serverData.value_or(m_security.serverData);
    m_security.clientData = done->change.clientData.value_or(m_security.clientData);
    if (done->isGreeting) {
        LineReader lines(maxReplyLine, LineReader::StrayControls::Dropped);
        std::string_view greeting = done->greeting;
        while (!m_hasEnded && lines.next(greeting) == LineReader::Event::Line)
            onReplyLine(lines.line());
        return;
    }
    m_owner.record(Recording::Way::Down, done->answer);
    m_toClient += done->answer;
    m_toClient += "\r\n";
    RuleMetrics::countReply(m_owner.metrics().gatewayReplies, replyCode(done->answer));
    log({.action = LogAction::ConnectionStatus,
        .command = done->command,
        .reply = done->answer,
        .originator = Originator::Gateway});
    if (done->change.clearClient) {
        m_turn = Turn::Clear;
        m_client.beginClear();
    } else if (done->change.secureClient) {
        m_turn = Turn::Secure;
        m_mustThrowAway = true;
    }
}

// Between what was read and what is sent: the 234 is not out yet.
void Inspection::turnSecure()
{
    if (std::exchange(m_mustThrowAway, false))
        throwAwayClearText();
    flush();
    if (m_hasEnded || !m_toClient.empty())
        return;
    m_turn = Turn::None;
    secureClient();
}

// RFC 4217 section 6. Somebody between the two who puts clear text behind the client's last record must not be heard:
// the client waits for the answer, and nothing that was sent before it counts.
bool Inspection::turnClear()
{
    flush();
    if (m_hasEnded || !m_toClient.empty())
        return false;
    const Leg::Progress progress = m_waiting.empty() ? m_client.turnClear() : Leg::Progress::Failed;
    if (progress == Leg::Progress::Blocked)
        return false;
    if (progress == Leg::Progress::Failed) {
        end(Originator::Client, resultcode::connectionKilled,
            "The client did not end TLS in the way of CCC: it went on before the answer, or has left.");
        return false;
    }
    m_turn = Turn::None;
    m_security.isClientSecure = false;
    m_commandLines = LineReader(m_owner.rule().filter.limits.lineBytes, LineReader::StrayControls::Refused);
    m_lastActivity = m_services.loop.now();
    logStatus("The control connection to the client is in clear text from here on: it asked for that with CCC.");
    m_owner.record(Recording::Way::Note, "Clear text from here on.");
    return true;
}

void Inspection::giveUpSecuring(std::string_view serversReply)
{
    const std::unique_ptr<Securing> failed = std::move(m_securing);
    const bool isAuth = failed->negotiation.step() == Negotiation::Step::Auth;
    const std::string reason =
        std::string(isAuth ? "The published server does not offer TLS" : "The published server does not protect data")
        + ": it answered \"" + std::string(serversReply) + "\" to " + std::string(failed->negotiation.command()) + ".";
    if (failed->isGreeting) {
        end(Originator::Gateway, resultcode::connectionKilled, reason,
            isAuth ? "421 Service not available, the published server does not offer TLS.\r\n"
                   : "421 Service not available, the published server does not protect data connections.\r\n");
        return;
    }
    answer(Verdict::answer(isAuth ? "431 TLS is not available, the published server does not offer it."
                                  : "536 The published server does not protect data connections like that.",
               resultcode::connectionKilled, reason, LogAction::FailedConnectionAttempt),
        failed->command);
}

// CVE-2011-0411: what stands in clear behind AUTH must not be taken for something said under encryption. Before the
// client has seen the 234 nothing that it sent can be a part of the handshake, and the server has to wait for the
// client's first message; both are thrown away.
void Inspection::throwAwayClearText()
{
    std::size_t thrownAway = std::exchange(m_waiting, {}).size();
    for (int i = 0; i < 64; ++i) {
        const ssize_t count = m_client.receive(m_services.scratch.data(), m_services.scratch.size());
        if (count <= 0)
            break;
        thrownAway += static_cast<std::size_t>(count);
    }
    if (thrownAway == 0)
        return;
    const std::string text =
        std::to_string(thrownAway) + " bytes that the client sent in clear behind AUTH were thrown away.";
    log({.action = LogAction::DeniedConnection, .resultCode = resultcode::policyRulesDenied, .text = text});
}

void Inspection::logStatus(std::string_view text)
{
    log({.action = LogAction::ConnectionStatus, .text = text});
}

std::optional<DataTls> Inspection::dataTls() const
{
    DataTls tls;
    if (m_security.clientData == Protection::Private) {
        tls.client = m_owner.rule().acceptor->accept(TlsPurpose::Data);
        if (!tls.client)
            return std::nullopt;
    }
    if (m_security.serverData == Protection::Private) {
        tls.server = m_owner.rule().dialer->dial(TlsPurpose::Data, m_tickets);
        if (!tls.server)
            return std::nullopt;
    }
    return tls;
}

void Inspection::onDataEnded(DataCut cut)
{
    if (cut != DataCut::None)
        m_dataCut = cut;
    onServerFinished();
}

void Inspection::onServerFinished()
{
    if (m_heldReplies.empty() || m_isResuming)
        return;
    m_isResuming = true;
    m_services.loop.resumeLater(*this);
}

// Clients and servers agree that TLS on a data connection begins behind the 1yz reply. A server that leaves it out and
// says 2yz at once may want the handshake all the same.
void Inspection::noteTransfer(std::string_view line)
{
    const bool isRefused = line.empty() || (line.front() != '1' && line.front() != '2');
    if (isRefused || m_security.serverData != Protection::Private)
        return;
    const auto isTransfer = [](const Outstanding &outstanding) {
        const std::optional<Command> command = parseCommand(outstanding.line);
        return command && transferOf(*command) != Transfer::None;
    };
    if (std::any_of(m_outstanding.begin(), m_outstanding.end(), isTransfer))
        m_owner.onTransferAnswered();
}

// On a protected data connection only its end tells whether all has come; a reply that is there before waits for it.
bool Inspection::mustAwaitData(std::string_view line) const
{
    if (line.empty() || line.front() != '2' || m_outstanding.empty() || !m_owner.isServerSending())
        return false;
    const std::optional<Command> command = parseCommand(m_outstanding.front().line);
    return command && transferOf(*command) == Transfer::Download;
}

} // namespace ferry::proxy
