#include "models/store/JsonCursor.h"

#include "models/store/StoreText.h"

namespace ferry {

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
    if (c == '-' || (c >= '0' && c <= '9'))
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
