#include "models/store/JsonCursor.h"

#include "models/store/StoreText.h"

// The tokens of JSON: strings, numbers, words (RFC 8259 sections 3, 6 and 7).

namespace ferry {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

JsonCursor::RawString JsonCursor::scanString()
{
    const qsizetype open = m_at++;
    bool hasEscapes = false;
    while (!atEnd()) {
        const char c = m_text[m_at];
        if (c == '"') {
            const RawString raw{m_text.sliced(open + 1, m_at - open - 1), hasEscapes};
            ++m_at;
            return raw;
        }
        if (c == '\\') {
            hasEscapes = true;
            if (!scanEscape())
                return {};
        } else if (static_cast<unsigned char>(c) < 0x20) {
            fail(m_at, StoreText::tr("A line break or another control character stands in a text."),
                StoreText::tr("Close the text with a quotation mark, or write the character as \\n or \\u00XX."));
            return {};
        } else {
            ++m_at;
        }
    }
    fail(m_text.size(), StoreText::tr("The file ends in the middle of a text."), StoreText::tr("Get the whole file."));
    return {};
}

bool JsonCursor::scanEscape()
{
    const qsizetype start = m_at++;
    const char c = here();
    ++m_at;
    if (c != '\0' && QByteArrayView("\"\\/bfnrt").contains(c))
        return true;
    int unit = 0;
    if (c != 'u' || !scanHex4(unit)) {
        fail(start, StoreText::tr("A backslash is not followed by one of \" \\ / b f n r t or u with four hex digits."),
            StoreText::tr("Write \\\\ for a backslash."));
        return false;
    }
    if (unit < 0xD800 || unit > 0xDFFF)
        return true;
    // A character beyond U+FFFF is written as two halves; one alone is no character (RFC 8259 section 8.2).
    int low = 0;
    if (unit < 0xDC00 && m_text.sliced(m_at).startsWith("\\u")) {
        m_at += 2;
        if (scanHex4(low) && low >= 0xDC00 && low <= 0xDFFF)
            return true;
    }
    fail(start, StoreText::tr("Half of a character stands here: a \\uD800 to \\uDFFF without its other half."));
    return false;
}

bool JsonCursor::scanHex4(int &value)
{
    bool isHex = m_text.size() - m_at >= 4;
    for (int i = 0; isHex && i < 4; ++i) {
        const char c = m_text[m_at + i];
        isHex = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
    if (!isHex)
        return false;
    value = m_text.sliced(m_at, 4).toByteArray().toInt(nullptr, 16);
    m_at += 4;
    return true;
}

void JsonCursor::scanNumber()
{
    const qsizetype start = m_at;
    const auto digits = [this] {
        const qsizetype first = m_at;
        while (isDigit(here()))
            ++m_at;
        return m_at > first;
    };
    if (here() == '-')
        ++m_at;
    const bool startsWithZero = here() == '0';
    const qsizetype first = m_at;
    bool isNumber = digits() && (!startsWithZero || m_at == first + 1);
    if (isNumber && here() == '.') {
        ++m_at;
        isNumber = digits();
    }
    if (isNumber && (here() == 'e' || here() == 'E')) {
        ++m_at;
        if (here() == '+' || here() == '-')
            ++m_at;
        isNumber = digits();
    }
    if (!isNumber)
        fail(start, StoreText::tr("This is not a number as JSON writes it."),
            StoreText::tr("Write digits alone, such as 21."));
}

bool JsonCursor::scanWord(QByteArrayView word)
{
    const QByteArrayView rest = m_text.sliced(m_at);
    if (!rest.startsWith(word)) {
        if (word.startsWith(rest))
            m_at = m_text.size(); // cut off
        failHere(StoreText::tr("A value is expected here"));
        return false;
    }
    m_at += word.size();
    return true;
}

// `raw` has been scanned: every escape in it is well-formed.
QString JsonCursor::unescaped(QByteArrayView raw)
{
    QString text;
    text.reserve(raw.size());
    qsizetype plain = 0;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\')
            continue;
        text += QString::fromUtf8(raw.sliced(plain, i - plain));
        const char c = raw[++i];
        switch (c) {
        case 'b':
            text += u'\b';
            break;
        case 'f':
            text += u'\f';
            break;
        case 'n':
            text += u'\n';
            break;
        case 'r':
            text += u'\r';
            break;
        case 't':
            text += u'\t';
            break;
        case 'u':
            text += QChar(raw.sliced(i + 1, 4).toByteArray().toUShort(nullptr, 16));
            i += 4;
            break;
        default:
            text += QLatin1Char(c);
            break;
        }
        plain = i + 1;
    }
    return text + QString::fromUtf8(raw.sliced(plain));
}

} // namespace ferry
