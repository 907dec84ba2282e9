#include "app/proxy/control/Inspection.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

// Commands that may be with the server at once while a transfer runs.
constexpr std::size_t maxOutstanding = 8;

} // namespace

bool Inspection::isHeldUp() const
{
    // The greeting holds up everything, a 120 in front of it included: no command may reach a server before its 220.
    const auto holdsUp = [](const Outstanding &command) {
        return !command.isExtra && (!command.isPreliminary || command.line.empty());
    };
    return m_securing || m_turn == Turn::Secure || m_turn == Turn::Clear || !m_heldAnswer.empty()
        || m_outstanding.size() >= maxOutstanding || std::any_of(m_outstanding.begin(), m_outstanding.end(), holdsUp);
}

void Inspection::takeCommands(std::string_view &input)
{
    while (!input.empty() && !m_hasEnded && !isHeldUp()) {
        switch (m_commandLines.next(input)) {
        case LineReader::Event::None:
            return;
        case LineReader::Event::Line:
            onCommandLine(m_commandLines.line());
            break;
        case LineReader::Event::TooLong:
            refuseLine("500 Command line too long.", "The line is longer than the rule allows.");
            break;
        case LineReader::Event::Malformed:
            refuseLine(
                "500 Command line not understood.", "The line holds NUL or a carriage return that ends nothing.");
            break;
        case LineReader::Event::Flood:
            end(Originator::Gateway, resultcode::connectionKilled, "The client sent a line without an end.",
                "421 Command line too long, closing.\r\n");
            return;
        }
    }
}

void Inspection::onCommandLine(std::string_view line)
{
    const std::optional<Command> command = parseCommand(line);
    if (!command) {
        refuseLine("500 Command not understood.", "The line does not begin with an FTP command.");
        return;
    }
    Verdict verdict;
    for (const std::unique_ptr<Filter> &filter : m_filters) {
        verdict = filter->onCommand(*this, *command);
        if (verdict.action == Verdict::Action::Pass)
            continue;
        if (verdict.action == Verdict::Action::Answer)
            countRefusal(verdict, filter->place());
        break;
    }
    std::string masked = maskedLine(*command);
    if (verdict.action == Verdict::Action::Answer) {
        m_owner.record(Recording::Way::Up, masked);
        answer(verdict, masked);
        return;
    }
    if (verdict.action == Verdict::Action::Secure) {
        m_owner.record(Recording::Way::Up, masked);
        secure(verdict, std::move(masked));
        return;
    }
    const bool isReplaced = verdict.action == Verdict::Action::Replace;
    m_owner.record(Recording::Way::Up, masked, isReplaced ? std::string_view(verdict.text) : masked);
    m_toServer += isReplaced ? std::string_view(verdict.text) : line;
    m_toServer += "\r\n";
    m_outstanding.push_back({std::move(masked), false, !m_outstanding.empty()});
}

void Inspection::refuseLine(std::string_view reply, std::string_view reason)
{
    const Verdict verdict = Verdict::answer(std::string(reply), resultcode::policyRulesDenied, std::string(reason));
    countRefusal(verdict, 0);
    // Not what stood in it, which may be a password behind a slip of the finger.
    m_owner.record(Recording::Way::Up, "(" + verdict.reason + ")");
    answer(verdict, {});
}

void Inspection::countRefusal(const Verdict &verdict, std::size_t filter)
{
    if (verdict.text.starts_with('4') || verdict.text.starts_with('5'))
        ++m_owner.metrics().refused[filter];
}

void Inspection::answer(const Verdict &verdict, std::string_view maskedCommand)
{
    const std::uint16_t code = replyCode(verdict.text);
    std::string storage;
    const std::string_view shown = shownReply(maskedCommand, verdict.text, code, storage);
    log({.action = verdict.logAction,
        .command = maskedCommand,
        .reply = shown,
        .originator = Originator::Gateway,
        .resultCode = verdict.resultCode,
        .text = verdict.reason});
    m_owner.record(Recording::Way::Down, shown);
    RuleMetrics::countReply(m_owner.metrics().gatewayReplies, code);
    // Replies keep the order of their commands.
    std::string &to = m_outstanding.empty() ? m_toClient : m_heldAnswer;
    to += verdict.text;
    to += "\r\n";
}

} // namespace ferry::proxy
