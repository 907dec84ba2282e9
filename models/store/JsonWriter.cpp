#include "models/store/JsonWriter.h"

#include <algorithm>
#include <utility>

namespace ferry {

void JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    ++m_level;
    m_isFirst = true;
}

void JsonWriter::close(char bracket)
{
    --m_level;
    if (!std::exchange(m_isFirst, false)) {
        m_text += '\n';
        m_text.append(2 * m_level, ' ');
    }
    m_text += bracket;
}

void JsonWriter::separate()
{
    if (std::exchange(m_isBehindKey, false))
        return;
    if (!std::exchange(m_isFirst, false))
        m_text += ',';
    if (m_level > 0) {
        m_text += '\n';
        m_text.append(2 * m_level, ' ');
    }
}

void JsonWriter::key(QLatin1StringView name)
{
    separate();
    m_text += '"';
    m_text.append(name.data(), name.size());
    m_text += "\": ";
    m_isBehindKey = true;
}

void JsonWriter::key(const QString &name)
{
    separate();
    quote(name);
    m_text += ": ";
    m_isBehindKey = true;
}

void JsonWriter::value(const QString &text)
{
    separate();
    quote(text);
}

void JsonWriter::value(int number)
{
    separate();
    m_text += QByteArray::number(number);
}

void JsonWriter::value(bool flag)
{
    separate();
    m_text += flag ? "true" : "false";
}

QByteArray JsonWriter::take()
{
    m_text += '\n';
    return std::exchange(m_text, {});
}

// Nearly every text is printable ASCII with nothing to escape: it is copied without a detour.
void JsonWriter::quote(const QString &text)
{
    const bool isPlain = std::all_of(
        text.cbegin(), text.cend(), [](QChar c) { return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\'; });
    if (!isPlain) {
        quote(QByteArrayView(text.toUtf8()));
        return;
    }
    const qsizetype start = m_text.size();
    m_text.resize(start + text.size() + 2);
    char *out = m_text.data() + start;
    *out++ = '"';
    for (const QChar c : text)
        *out++ = static_cast<char>(c.unicode());
    *out = '"';
}

// RFC 8259 section 7: what has to be escaped, and nothing else.
void JsonWriter::quote(QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    m_text += '"';
    qsizetype plain = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
            continue;
        m_text += utf8.sliced(plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"':
            m_text += "\\\"";
            break;
        case '\\':
            m_text += "\\\\";
            break;
        case '\n':
            m_text += "\\n";
            break;
        case '\t':
            m_text += "\\t";
            break;
        case '\r':
            m_text += "\\r";
            break;
        default:
            m_text += "\\u00";
            m_text += hex[c >> 4];
            m_text += hex[c & 15];
        }
    }
    m_text += utf8.sliced(plain);
    m_text += '"';
}

} // namespace ferry
