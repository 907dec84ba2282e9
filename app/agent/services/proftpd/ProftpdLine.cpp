#include "app/agent/services/proftpd/ProftpdLine.h"

#include <cctype>

namespace ferry::agent {
namespace {

bool isBlank(char character)
{
    return std::isspace(static_cast<unsigned char>(character)) != 0;
}

bool isComment(const QByteArray &line)
{
    return line.trimmed().startsWith('#');
}

/// The directive's characters, and where each of them stands in the file.
struct Text {
    QByteArray characters;
    QList<qsizetype> places;

    void add(const QByteArray &segment, qsizetype place)
    {
        for (qsizetype i = 0; i < segment.size(); ++i)
            places << place + i;
        characters += segment;
    }
};

QList<ProftpdLine::Word> wordsOf(const Text &text)
{
    QList<ProftpdLine::Word> words;
    const QByteArray &in = text.characters;
    for (qsizetype at = 0; at < in.size();) {
        if (isBlank(in[at])) {
            ++at;
            continue;
        }
        if (in[at] == '#')
            break;
        ProftpdLine::Word word;
        word.begin = text.places[at];
        const bool isQuoted = in[at] == '"';
        at += isQuoted ? 1 : 0;
        while (at < in.size() && (isQuoted ? in[at] != '"' : !isBlank(in[at]))) {
            if (isQuoted && in[at] == '\\' && at + 1 < in.size())
                ++at;
            word.text += in[at++];
        }
        if (isQuoted && at < in.size())
            ++at;
        word.end = text.places[at - 1] + 1;
        words << word;
    }
    return words;
}

} // namespace

QByteArray ProftpdLine::key() const
{
    if (words.isEmpty())
        return {};
    const QByteArray name = words.first().text.toLower();
    return name.startsWith('<') && name.endsWith('>') ? name.chopped(1) : name;
}

QByteArrayList ProftpdLine::arguments() const
{
    QByteArrayList texts;
    for (const Word &word : words.mid(1))
        texts << word.text;
    if (!texts.isEmpty() && words.first().text.startsWith('<') && texts.last().endsWith('>')) {
        texts.last().chop(1);
        if (texts.last().isEmpty())
            texts.removeLast();
    }
    return texts;
}

QByteArray ProftpdLine::withArguments(const QByteArray &arguments) const
{
    if (words.size() < 2) {
        const qsizetype end = words.isEmpty() ? 0 : words.first().end;
        return raw.left(end) + ' ' + arguments + raw.mid(end);
    }
    return raw.left(words[1].begin) + arguments + raw.mid(words.last().end);
}

QByteArrayList linesOf(const QByteArray &bytes)
{
    QByteArrayList lines;
    for (qsizetype start = 0; start < bytes.size();) {
        const qsizetype lineFeed = bytes.indexOf('\n', start);
        const qsizetype end = lineFeed < 0 ? bytes.size() : lineFeed + 1;
        lines << bytes.mid(start, end - start);
        start = end;
    }
    return lines;
}

ProftpdLine readProftpdLine(const QByteArrayList &lines, qsizetype first)
{
    ProftpdLine line;
    line.first = first;
    line.count = 0;
    Text text;
    for (qsizetype index = first; index < lines.size(); ++index) {
        const QByteArray &physical = lines[index];
        const qsizetype place = line.raw.size();
        const bool goesOn = physical.endsWith("\\\n");
        ++line.count;
        line.raw += physical;
        if (goesOn && isComment(physical)) {
            // A comment does not go on, but neither does it end the directive that it stands in.
            if (text.characters.isEmpty())
                break;
            continue;
        }
        text.add(goesOn ? physical.chopped(2) : physical, place);
        if (!goesOn)
            break;
    }
    line.words = wordsOf(text);
    return line;
}

} // namespace ferry::agent
