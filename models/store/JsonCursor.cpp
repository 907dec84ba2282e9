#include "models/store/JsonCursor.h"

#include "models/store/StoreText.h"

#include <utility>

namespace ferry {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

JsonCursor::Kind JsonCursor::peek()
{
    skipBlanks();
    m_tokenStart = m_at;
    if (m_fault)
        return Kind::None;
    const char c = here();
    switch (c) {
    case '{':
        return Kind::Object;
    case '[':
        return Kind::Array;
    case '"':
        return Kind::String;
    case 't':
    case 'f':
        return Kind::Bool;
    case 'n':
        return Kind::Null;
    default:
        break;
    }
    if (c == '-' || isDigit(c))
        return Kind::Number;
    failHere(StoreText::tr("A value is expected here"));
    return Kind::None;
}

QString JsonCursor::pointer() const
{
    QString pointer;
    for (const Level &level : m_levels) {
        if (level.index < 0 || (level.isObject && level.key.isNull()))
            break; // in the container, at none of its values
        pointer += u'/';
        if (level.isObject) {
            QString key = QString::fromUtf8(level.key);
            pointer += key.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
        } else {
            pointer += QString::number(level.index);
        }
    }
    return pointer;
}

bool JsonCursor::enter(char open, bool isObject)
{
    skipBlanks();
    if (m_fault || here() != open)
        return false;
    if (m_levels.size() >= maxDepth) {
        fail(m_at, StoreText::tr("The text is nested more than %1 levels deep.").arg(maxDepth));
        return false;
    }
    ++m_at;
    m_levels.push_back({isObject, -1, {}, {}});
    return true;
}

bool JsonCursor::advance(char close)
{
    skipBlanks();
    m_tokenStart = m_at;
    if (m_fault)
        return false;
    Level &level = m_levels.back();
    if (here() == close) {
        ++m_at;
        m_levels.pop_back();
        return false;
    }
    if (level.index >= 0) {
        if (here() != ',') {
            failHere(StoreText::tr("\",\" or \"%1\" is expected here").arg(QLatin1Char(close)));
            return false;
        }
        const qsizetype comma = m_at++;
        skipBlanks();
        if (here() == close) {
            fail(comma, StoreText::tr("A comma stands behind the last value."), StoreText::tr("Remove the comma."));
            return false;
        }
    }
    ++level.index;
    level.key = {};
    return true;
}

bool JsonCursor::nextKey()
{
    if (!advance('}'))
        return false;
    m_tokenStart = m_at;
    if (here() != '"' || atEnd()) {
        failHere(StoreText::tr("The name of a field in quotes is expected here"));
        return false;
    }
    const RawString raw = scanString();
    if (m_fault)
        return false;
    Level &level = m_levels.back();
    if (raw.hasEscapes)
        level.unescaped = unescaped(raw.text).toUtf8();
    level.key = raw.hasEscapes ? QByteArrayView(level.unescaped) : raw.text;
    skipBlanks();
    if (here() != ':') {
        failHere(StoreText::tr("\":\" is expected here"));
        return false;
    }
    ++m_at;
    return true;
}

bool JsonCursor::nextElement()
{
    return advance(']');
}

QString JsonCursor::readString()
{
    if (peek() != Kind::String)
        return {};
    const RawString raw = scanString();
    if (m_fault)
        return {};
    return raw.hasEscapes ? unescaped(raw.text) : QString::fromUtf8(raw.text);
}

QByteArrayView JsonCursor::readNumber()
{
    if (peek() != Kind::Number)
        return {};
    scanNumber();
    return m_fault ? QByteArrayView() : m_text.sliced(m_tokenStart, m_at - m_tokenStart);
}

bool JsonCursor::readBool()
{
    if (peek() != Kind::Bool)
        return false;
    if (here() == 't')
        return scanWord("true");
    scanWord("false");
    return false;
}

// Recursion ends at maxDepth.
void JsonCursor::skip()
{
    switch (peek()) {
    case Kind::Object:
        if (enterObject()) {
            while (nextKey())
                skip();
        }
        break;
    case Kind::Array:
        if (enterArray()) {
            while (nextElement())
                skip();
        }
        break;
    case Kind::String:
        scanString();
        break;
    case Kind::Number:
        scanNumber();
        break;
    case Kind::Bool:
        scanWord(here() == 't' ? QByteArrayView("true") : QByteArrayView("false"));
        break;
    case Kind::Null:
        scanWord("null");
        break;
    case Kind::None:
        break;
    }
}

bool JsonCursor::finish()
{
    skipBlanks();
    if (!m_fault && !atEnd())
        fail(m_at, StoreText::tr("Something stands behind the end of the rule set."), StoreText::tr("Remove it."));
    return !m_fault;
}

// RFC 8259 section 2 names these four and no others.
void JsonCursor::skipBlanks()
{
    while (m_at < m_text.size()
        && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t')) {
        ++m_at;
    }
}

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

void JsonCursor::fail(qsizetype offset, const QString &why, const QString &remedy)
{
    if (m_fault)
        return;
    m_fault = {offset, why, remedy};
    m_tokenStart = offset;
}

void JsonCursor::failHere(const QString &expected)
{
    if (atEnd()) {
        fail(m_at, StoreText::tr("The file ends too early."), StoreText::tr("Get the whole file."));
        return;
    }
    const char c = here();
    if (c == '/') {
        fail(m_at, StoreText::tr("JSON has no comments."), StoreText::tr("Write notes into a description."));
        return;
    }
    if (c > ' ' && c < '\x7f')
        fail(m_at, StoreText::tr("%1, not \"%2\".").arg(expected, QString(QLatin1Char(c))));
    else
        fail(m_at, StoreText::tr("%1.").arg(expected));
}

} // namespace ferry
