#include "app/backend/probe/Transcript.h"

#include <QRegularExpression>

namespace ferry::backend {
namespace {

using namespace Qt::Literals::StringLiterals;

bool isFinalReply(QStringView text)
{
    return replyCode(text) != 0 && (text.size() == 3 || text[3] == u' ');
}

bool hasVerb(const TranscriptLine &line, QStringView verb)
{
    return line.from == TranscriptLine::From::Client && line.text.startsWith(verb)
        && (line.text.size() == verb.size() || line.text[verb.size()] == u' ');
}

qsizetype lastSent(const QList<TranscriptLine> &lines, QStringView verb)
{
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (hasVerb(lines[i], verb))
            return i;
    }
    return -1;
}

// The final reply behind line `from`, before the next command; -1 where none came. A mark (1xx) is not final for a
// transfer, but it is the last word if nothing follows.
qsizetype replyBehind(const QList<TranscriptLine> &lines, qsizetype from)
{
    qsizetype found = -1;
    for (qsizetype i = from + 1; i < lines.size(); ++i) {
        if (lines[i].from == TranscriptLine::From::Client)
            break;
        if (isFinalReply(lines[i].text))
            found = i;
        if (found >= 0 && replyCode(lines[found].text) >= 200)
            break;
    }
    return found;
}

} // namespace

void Transcript::append(TranscriptLine line)
{
    if (line.from == TranscriptLine::From::Client && line.text.startsWith("PASS "_L1))
        line.text = u"PASS ****"_s;
    m_lines.append(std::move(line));
}

bool Transcript::sent(QStringView verb) const
{
    return lastSent(m_lines, verb) >= 0;
}

QString Transcript::replyTo(QStringView verb) const
{
    const qsizetype command = lastSent(m_lines, verb);
    const qsizetype reply = command < 0 ? -1 : replyBehind(m_lines, command);
    return reply < 0 ? QString() : m_lines[reply].text;
}

QString Transcript::greeting() const
{
    const qsizetype reply = replyBehind(m_lines, -1);
    return reply < 0 ? QString() : m_lines[reply].text;
}

QString Transcript::lastReply() const
{
    for (auto line = m_lines.crbegin(); line != m_lines.crend(); ++line) {
        if (line->from == TranscriptLine::From::Server && isFinalReply(line->text))
            return line->text;
    }
    return {};
}

std::chrono::milliseconds Transcript::timeOf(QStringView verb) const
{
    const qsizetype command = lastSent(m_lines, verb);
    const qsizetype reply = command < 0 ? -1 : replyBehind(m_lines, command);
    return reply < 0 ? std::chrono::milliseconds(0) : m_lines[reply].at - m_lines[command].at;
}

int replyCode(QStringView reply)
{
    if (reply.size() < 3)
        return 0;
    for (int i = 0; i < 3; ++i) {
        if (reply[i] < u'0' || reply[i] > u'9')
            return 0;
    }
    return reply.left(3).toInt();
}

std::optional<DataEndpoint> endpointOf227(const QString &reply)
{
    static const QRegularExpression six(u"(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3})"_s);
    const QRegularExpressionMatch match = six.match(reply, 3);
    if (replyCode(reply) != 227 || !match.hasMatch())
        return std::nullopt;
    const QString dotted =
        QStringList{match.captured(1), match.captured(2), match.captured(3), match.captured(4)}.join(u'.');
    const Result<Address> address = Address::parse(dotted);
    const int high = match.captured(5).toInt();
    const int low = match.captured(6).toInt();
    if (!address || high > 255 || low > 255)
        return std::nullopt;
    return DataEndpoint{*address, static_cast<quint16>(high << 8 | low)};
}

std::optional<DataEndpoint> endpointOf229(const QString &reply)
{
    static const QRegularExpression form(u"\\((.)\\1\\1(\\d{1,5})\\1\\)"_s);
    const QRegularExpressionMatch match = form.match(reply, 3);
    const int port = match.captured(2).toInt();
    if (replyCode(reply) != 229 || !match.hasMatch() || port < 1 || port > 65535)
        return std::nullopt;
    return DataEndpoint{std::nullopt, static_cast<quint16>(port)};
}

} // namespace ferry::backend
