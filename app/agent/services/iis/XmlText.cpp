#include "app/agent/services/iis/XmlText.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QStringConverter>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("XmlText", text);
}

tl::unexpected<Error> unreadable(const QString &path, const QString &why, const QString &remedy)
{
    return failure(ErrorCode::InvalidInput, path, tr("\"%1\" was not read.").arg(path), why, remedy);
}

bool isSpace(QChar character)
{
    return character == u' ' || character == u'\t' || character == u'\r' || character == u'\n';
}

/// XML 1.0, 4.6 and 4.1; there are no other entities without a document type, and those are refused.
QString unescaped(const QString &raw)
{
    static const QRegularExpression reference(u"&(#x([0-9A-Fa-f]+)|#([0-9]+)|lt|gt|amp|quot|apos);"_s);
    static const QHash<QString, QString> named{
        {u"lt"_s, u"<"_s}, {u"gt"_s, u">"_s}, {u"amp"_s, u"&"_s}, {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}};
    QString text;
    qsizetype at = 0;
    for (auto it = reference.globalMatch(raw); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        text += raw.mid(at, match.capturedStart() - at);
        if (match.hasCaptured(2) && !match.captured(2).isEmpty())
            text +=
                QString::fromUcs4(std::array{static_cast<char32_t>(match.captured(2).toUInt(nullptr, 16))}.data(), 1);
        else if (match.hasCaptured(3) && !match.captured(3).isEmpty())
            text += QString::fromUcs4(std::array{static_cast<char32_t>(match.captured(3).toUInt())}.data(), 1);
        else
            text += named.value(match.captured(1));
        at = match.capturedEnd();
    }
    return text + raw.mid(at);
}

QStringConverter::Encoding converterOf(bool isUtf8, bool isLittleEndian)
{
    return isUtf8 ? QStringConverter::Utf8 : isLittleEndian ? QStringConverter::Utf16LE : QStringConverter::Utf16BE;
}

} // namespace

const XmlText::Attribute *XmlText::Element::attribute(const QString &wanted) const
{
    const auto found = std::find_if(
        attributes.cbegin(), attributes.cend(), [&](const Attribute &attribute) { return attribute.name == wanted; });
    return found == attributes.cend() ? nullptr : &*found;
}

Result<XmlText> XmlText::parse(const QString &path, const QByteArray &bytes)
{
    XmlText xml;
    xml.m_path = path;
    if (const Result<> decoded = xml.decode(bytes); !decoded)
        return failure(decoded.error());
    if (const Result<> valid = xml.validate(); !valid)
        return failure(valid.error());
    xml.scan();
    return xml;
}

Result<> XmlText::decode(const QByteArray &bytes)
{
    for (const auto &[mark, encoding] :
        {std::pair{"\xEF\xBB\xBF"_ba, Encoding::Utf8}, std::pair{"\xFF\xFE"_ba, Encoding::Utf16LittleEndian},
            std::pair{"\xFE\xFF"_ba, Encoding::Utf16BigEndian}}) {
        if (bytes.startsWith(mark)) {
            m_byteOrderMark = mark;
            m_encoding = encoding;
            break;
        }
    }
    const QByteArray body = bytes.mid(m_byteOrderMark.size());
    QStringDecoder decoder(converterOf(m_encoding == Encoding::Utf8, m_encoding == Encoding::Utf16LittleEndian),
        QStringDecoder::Flag::Stateless);
    m_text = decoder.decode(body);
    if (!decoder.hasError() && encode() == body)
        return {};
    // Latin-1 gives each byte a character of its own, so that what is not ASCII gets through a code page unharmed.
    static const QRegularExpression declared(u"^<\\?xml[^>]*encoding=[\"'](iso-8859-\\d+|windows-\\d+|us-ascii)[\"']"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (m_byteOrderMark.isEmpty() && declared.match(QString::fromLatin1(body.left(200))).hasMatch()) {
        m_encoding = Encoding::SingleBytes;
        m_text = QString::fromLatin1(body);
        return {};
    }
    return unreadable(
        m_path, tr("Its bytes are no text in the encoding that it has by its beginning."), tr("Save it as UTF-8."));
}

QByteArray XmlText::encode() const
{
    if (m_encoding == Encoding::SingleBytes)
        return m_text.toLatin1();
    QStringEncoder encoder(converterOf(m_encoding == Encoding::Utf8, m_encoding == Encoding::Utf16LittleEndian),
        QStringEncoder::Flag::Stateless);
    return encoder.encode(m_text);
}

QByteArray XmlText::toBytes() const
{
    return m_byteOrderMark + encode();
}

Result<> XmlText::validate() const
{
    QXmlStreamReader reader(m_text);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::DTD) {
            return unreadable(m_path, tr("It has a document type (<!DOCTYPE>), which such a file never has."),
                tr("Remove the document type."));
        }
    }
    if (!reader.hasError())
        return {};
    return unreadable(m_path,
        tr("Line %1, column %2: %3").arg(reader.lineNumber()).arg(reader.columnNumber()).arg(reader.errorString()),
        tr("Mend it there; the server does not read it either."));
}

// What is well-formed needs no more than this to be told apart.
void XmlText::scan()
{
    m_elements.clear();
    int open = -1;
    const auto behind = [this](const QString &end, qsizetype from) { return m_text.indexOf(end, from) + end.size(); };
    for (qsizetype at = m_text.indexOf(u'<'); at >= 0; at = m_text.indexOf(u'<', at)) {
        const QStringView rest = QStringView(m_text).mid(at);
        if (rest.startsWith(u"<!--")) {
            at = behind(u"-->"_s, at);
        } else if (rest.startsWith(u"<![CDATA[")) {
            at = behind(u"]]>"_s, at);
        } else if (rest.startsWith(u"<?")) {
            at = behind(u"?>"_s, at);
        } else if (rest.startsWith(u"</")) {
            m_elements[open].contentEnd = at;
            open = m_elements[open].parent;
            at = behind(u">"_s, at);
        } else {
            at = scanTag(at, open);
            if (!m_elements.last().isEmpty)
                open = static_cast<int>(m_elements.size()) - 1;
        }
    }
}

qsizetype XmlText::scanTag(qsizetype at, int parent)
{
    Element element;
    element.parent = parent;
    element.begin = at++;
    const auto word = [&](const QString &ends) {
        const qsizetype begin = at;
        while (!isSpace(m_text[at]) && !ends.contains(m_text[at]))
            ++at;
        return m_text.mid(begin, at - begin);
    };
    const auto skipSpace = [&] {
        while (isSpace(m_text[at]))
            ++at;
    };
    element.name = word(u"/>"_s);
    for (skipSpace(); m_text[at] != u'/' && m_text[at] != u'>'; skipSpace()) {
        Attribute attribute;
        attribute.name = word(u"="_s);
        skipSpace();
        ++at; // "="
        skipSpace();
        attribute.begin = at + 1;
        attribute.end = m_text.indexOf(m_text[at], attribute.begin);
        attribute.value = unescaped(m_text.mid(attribute.begin, attribute.end - attribute.begin));
        at = attribute.end + 1;
        element.attributes << attribute;
    }
    element.isEmpty = m_text[at] == u'/';
    at += element.isEmpty ? 2 : 1;
    element.tagEnd = at;
    element.contentEnd = at;
    if (parent >= 0)
        m_elements[parent].children << static_cast<int>(m_elements.size());
    m_elements << element;
    return at;
}

QList<int> XmlText::children(int parent, const QString &name) const
{
    QList<int> found;
    if (parent < 0)
        return found;
    std::copy_if(m_elements[parent].children.cbegin(), m_elements[parent].children.cend(), std::back_inserter(found),
        [&](int child) { return m_elements[child].name == name; });
    return found;
}

int XmlText::child(int parent, const QString &name) const
{
    return children(parent, name).value(0, -1);
}

QString XmlText::placeOf(int number) const
{
    return placeAt(m_elements[number].begin);
}

QString XmlText::placeAt(qsizetype offset) const
{
    const QString before = m_text.left(offset);
    const qsizetype column = offset - (before.lastIndexOf(u'\n') + 1) + 1;
    return tr("line %1, column %2").arg(before.count(u'\n') + 1).arg(column);
}

QString XmlText::lineEnding() const
{
    const qsizetype lineFeed = m_text.indexOf(u'\n');
    return lineFeed > 0 && m_text[lineFeed - 1] == u'\r' ? u"\r\n"_s : u"\n"_s;
}

std::optional<QString> XmlText::indentOf(int number) const
{
    const qsizetype end = m_elements[number].begin;
    qsizetype begin = end;
    while (begin > 0 && (m_text[begin - 1] == u' ' || m_text[begin - 1] == u'\t'))
        --begin;
    if (begin > 0 && m_text[begin - 1] != u'\n')
        return {};
    return m_text.mid(begin, end - begin);
}

void XmlText::replace(qsizetype begin, qsizetype end, const QString &by)
{
    m_text.replace(begin, end - begin, by);
    scan();
}

void XmlText::setAttribute(int number, const QString &name, const QString &value)
{
    const Element &element = m_elements[number];
    if (const Attribute *attribute = element.attribute(name))
        return replace(attribute->begin, attribute->end, value);
    // Behind the last one, with the same quotes.
    const bool hasSome = !element.attributes.isEmpty();
    const qsizetype place = hasSome ? element.attributes.last().end + 1 : element.begin + 1 + element.name.size();
    const QChar quote = hasSome ? m_text[element.attributes.last().end] : u'"';
    replace(place, place, u' ' + name + u'=' + quote + value + quote);
}

int XmlText::addChild(int parent, const QString &name)
{
    const Element above = m_elements[parent];
    const QString tag = u'<' + name + u" />"_s;
    const std::optional<QString> outer = indentOf(parent);
    std::optional<QString> inner = above.children.isEmpty() ? std::nullopt : indentOf(above.children.last());
    if (!inner && outer && above.children.isEmpty()) {
        // As much deeper as the parent is than its own.
        const std::optional<QString> outermost = above.parent < 0 ? std::nullopt : indentOf(above.parent);
        const bool isDeeper = outermost && outer->size() > outermost->size() && outer->startsWith(*outermost);
        inner = *outer + (isDeeper ? outer->mid(outermost->size()) : u"    "_s);
    }
    const QString lead = inner ? lineEnding() + *inner : QString();
    const QString tail = inner ? lineEnding() + outer.value_or(QString()) : QString();
    if (above.isEmpty) {
        qsizetype begin = above.tagEnd - 2; // "/>"
        while (isSpace(m_text[begin - 1]))
            --begin;
        replace(begin, above.tagEnd, u'>' + lead + tag + tail + u"</"_s + above.name + u'>');
    } else if (above.children.isEmpty()) {
        // Behind a comment that may stand in there.
        qsizetype begin = above.contentEnd;
        while (begin > above.tagEnd && isSpace(m_text[begin - 1]))
            --begin;
        replace(begin, above.contentEnd, lead + tag + tail);
    } else {
        const Element &last = m_elements[above.children.last()];
        const qsizetype end = last.isEmpty ? last.tagEnd : m_text.indexOf(u'>', last.contentEnd) + 1;
        replace(end, end, lead + tag);
    }
    return m_elements[parent].children.last();
}

} // namespace ferry::agent
