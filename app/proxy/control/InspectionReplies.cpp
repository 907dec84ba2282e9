#include "app/proxy/control/Inspection.h"

#include <algorithm>

namespace ferry::proxy {

void Inspection::takeReplies(std::string_view input)
{
    // Behind a 234 there is nothing that could count: the server has to wait for the handshake.
    while (!input.empty() && !m_hasEnded && m_turn != Turn::Opaque && !m_server.isShakingHands()) {
        switch (m_replyLines.next(input)) {
        case LineReader::Event::None:
            return;
        case LineReader::Event::Line:
            noteTransfer(m_replyLines.line());
            if (mustAwaitData(m_replyLines.line())) {
                m_heldReplies.assign(m_replyLines.line()).append("\r\n").append(input);
                return;
            }
            if (m_securing)
                takeOwnReply(m_replyLines.line());
            else
                onReplyLine(m_replyLines.line());
            break;
        case LineReader::Event::Malformed:
        case LineReader::Event::TooLong:
        case LineReader::Event::Flood:
            end(Originator::Gateway, resultcode::connectionKilled, "The server's reply line has no end.",
                "421 The server's reply was too long, closing.\r\n");
            return;
        }
    }
}

// Replies come in the order of the commands. Where a server has left a command without reply, or answered it twice,
// the replies that open something still find the command that asked for it.
std::size_t Inspection::answeredBy(const ReplyLine &reply) const
{
    const auto isTransferToBegin = [](const Outstanding &command) {
        const std::optional<Command> parsed = parseCommand(command.line);
        return !command.isPreliminary && parsed && transferOf(*parsed) != Transfer::None;
    };
    if (reply.isPreliminary()) {
        const auto at = std::find_if(m_outstanding.begin(), m_outstanding.end(), isTransferToBegin);
        return at == m_outstanding.end() ? 0 : static_cast<std::size_t>(at - m_outstanding.begin());
    }
    const auto verbWanted = [&]() -> std::string_view {
        switch (reply.code) {
        case 227:
            return "PASV";
        case 229:
            return "EPSV";
        case 234:
            return "AUTH";
        default:
            return {};
        }
    }();
    if (verbWanted.empty())
        return 0;
    const auto at = std::find_if(m_outstanding.begin(), m_outstanding.end(),
        [&](const Outstanding &command) { return toUpper(command.line.substr(0, 4)) == verbWanted; });
    return at == m_outstanding.end() ? 0 : static_cast<std::size_t>(at - m_outstanding.begin());
}

void Inspection::onReplyLine(std::string_view line)
{
    const std::optional<ReplyLine> reply = m_replies.next(line);
    if (!reply) {
        end(Originator::Gateway, resultcode::connectionKilled, "The published server does not speak FTP.",
            "421 Service not available, the published server does not speak FTP.\r\n");
        return;
    }
    const std::size_t index = answeredBy(*reply);
    const Command command =
        index < m_outstanding.size() ? parseCommand(m_outstanding[index].line).value_or(Command()) : Command();
    Verdict verdict;
    for (const std::unique_ptr<Filter> &filter : m_filters) {
        verdict = filter->onReply(*this, command, *reply);
        if (verdict.action != Verdict::Action::Pass)
            break;
    }
    const bool isChanged = verdict.action == Verdict::Action::Replace || verdict.action == Verdict::Action::Answer;
    const std::string_view out = isChanged ? std::string_view(verdict.text) : line;
    if (!out.empty() || !isChanged) {
        m_toClient += out;
        m_toClient += "\r\n";
    }
    const bool isServers = verdict.action != Verdict::Action::Answer;
    recordReply(command, *reply, isChanged ? std::optional(out) : std::nullopt);
    if (!isServers) {
        RuleMetrics::countReply(m_owner.metrics().gatewayReplies, replyCode(verdict.text));
        log({.action = verdict.logAction,
            .command = command.line,
            .reply = verdict.text,
            .originator = Originator::Gateway,
            .resultCode = verdict.resultCode,
            .text = verdict.reason});
    }
    if (reply->isLast)
        onReplyComplete(index, command, {reply->code, reply->isFirst, true, out}, isServers);
    if (verdict.action == Verdict::Action::Opaque)
        beginOpaque();
}

void Inspection::recordReply(const Command &command, const ReplyLine &reply, std::optional<std::string_view> changed)
{
    std::string storage;
    const std::string_view server = shownReply(command.line, reply.line, reply.code, storage);
    if (!changed)
        m_owner.record(Recording::Way::Down, server, server);
    else if (changed->empty())
        m_owner.record(Recording::Way::Down, std::nullopt, server);
    else
        m_owner.record(Recording::Way::Down, changed, server);
}

void Inspection::onReplyComplete(std::size_t index, const Command &command, const ReplyLine &reply, bool isServers)
{
    if (isServers)
        RuleMetrics::countReply(m_owner.metrics().serverReplies, reply.code);
    if (reply.isPreliminary()) {
        // Those in front of it will not be answered any more: Pure-FTPd has one reply for a broken transfer and its
        // ABOR.
        m_outstanding.erase(m_outstanding.begin(), m_outstanding.begin() + static_cast<std::ptrdiff_t>(index));
        if (!m_outstanding.empty())
            m_outstanding.front().isPreliminary = true;
        return;
    }
    if (isServers) {
        for (const std::unique_ptr<Filter> &filter : m_filters)
            filter->onAnswered(*this, command, reply);
    }
    m_hasQuit = m_hasQuit || command.verb == "QUIT";
    // `command` looks into the line that goes away here.
    const std::size_t done = std::min(index + 1, m_outstanding.size());
    m_outstanding.erase(m_outstanding.begin(), m_outstanding.begin() + static_cast<std::ptrdiff_t>(done));
    if (m_outstanding.empty())
        m_toClient += std::exchange(m_heldAnswer, {});
}

void Inspection::beginOpaque()
{
    throwAwayClearText();
    m_turn = Turn::Opaque;
}

void Inspection::finishOpaque()
{
    // The 234 must be out before the relay may write to the client.
    if (!m_toClient.empty() || !m_toServer.empty())
        return;
    m_hasEnded = true;
    m_owner.onOpaque(m_client.release(), m_server.release());
}

} // namespace ferry::proxy
