#include "app/agent/engines/nftables/ScriptDelta.h"

#include "app/agent/engines/nftables/NftScript.h"

#include <QByteArrayView>
#include <QSet>

#include <algorithm>

namespace ferry::agent {

namespace {

constexpr QByteArrayView opening = "\t\telements = {\n";
constexpr QByteArrayView closing = "\n\t\t}\n";

/// Deletions and additions of one batch, beyond which the whole table is written anew.
constexpr qsizetype mostChanges = 10'000;

/// A script without its elements, and the elements of each map or set in turn.
struct Parts {
    QByteArray frame;
    QByteArray generation;
    QList<QByteArrayView> names;
    QList<QByteArrayView> elements; ///< lines, as they are written
};

/// The word behind the last "map " or "set " that begins a line of `text`.
QByteArrayView nameBefore(QByteArrayView text)
{
    const qsizetype start = std::max(text.lastIndexOf("\tmap "), text.lastIndexOf("\tset ")) + 5;
    return text.sliced(start, text.indexOf(' ', start) - start);
}

std::optional<Parts> partsOf(const QByteArray &script)
{
    const QByteArrayView all(script);
    const QByteArray chain = "\tchain " + generationChain.toLatin1();
    const qsizetype last = all.lastIndexOf(chain);
    const qsizetype name = last + chain.size();
    const qsizetype end = last < 0 ? -1 : all.indexOf(' ', name);
    if (end < 0)
        return {};
    Parts parts;
    parts.generation = all.sliced(name, end - name).toByteArray();
    qsizetype from = 0;
    for (qsizetype at = all.indexOf(opening); at >= 0 && at < last; at = all.indexOf(opening, from)) {
        const qsizetype begin = at + opening.size();
        const qsizetype stop = all.indexOf(closing, begin);
        if (stop < 0)
            return {};
        const QByteArrayView before = all.sliced(from, begin - from);
        parts.frame += before;
        parts.names << nameBefore(before);
        parts.elements << all.sliced(begin, stop - begin);
        from = stop;
    }
    parts.frame += all.sliced(from, name - from);
    parts.frame += all.sliced(end);
    return parts;
}

/// What is left of two texts of lines without the lines that they have in common at both ends.
void trimCommon(QByteArrayView &a, QByteArrayView &b)
{
    const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    const qsizetype same = differs.first - a.begin();
    // A line ends with a comma, the last one does not: it counts as differing if anything follows in the other.
    const bool isWhole = same == a.size() && same == b.size();
    const qsizetype lines = isWhole ? same : same == 0 ? 0 : a.first(same).lastIndexOf('\n') + 1;
    a = a.sliced(lines);
    b = b.sliced(lines);
    const auto fromEnd = std::mismatch(std::make_reverse_iterator(a.end()), std::make_reverse_iterator(a.begin()),
        std::make_reverse_iterator(b.end()), std::make_reverse_iterator(b.begin()));
    const qsizetype tail = fromEnd.first - std::make_reverse_iterator(a.end());
    const qsizetype newline = a.last(tail).indexOf('\n');
    if (newline >= 0) {
        a.chop(tail - newline);
        b.chop(tail - newline);
    }
}

QSet<QByteArray> linesIn(QByteArrayView text)
{
    QSet<QByteArray> lines;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype newline = text.indexOf('\n', start);
        const qsizetype end = newline < 0 ? text.size() : newline;
        QByteArray line = text.sliced(start, end - start).toByteArray().trimmed();
        if (line.endsWith(','))
            line.chop(1);
        if (!line.isEmpty())
            lines << line;
        start = end + 1;
    }
    return lines;
}

QList<QByteArray> onlyInFirst(const QSet<QByteArray> &first, const QSet<QByteArray> &second)
{
    QList<QByteArray> only;
    for (const QByteArray &line : first) {
        if (!second.contains(line))
            only << line;
    }
    std::sort(only.begin(), only.end());
    return only;
}

/// An element without its comment and what it is mapped to.
QByteArray keyOf(const QByteArray &line)
{
    const qsizetype comment = line.indexOf(" comment \"");
    const qsizetype mapped = line.indexOf(" : ");
    const qsizetype end = comment >= 0 ? comment : mapped;
    return end >= 0 ? line.left(end) : line;
}

} // namespace

std::optional<QByteArray> deltaScript(const GatewayId &gateway, const QByteArray &running, const QByteArray &wanted)
{
    const std::optional<Parts> before = partsOf(running);
    const std::optional<Parts> after = partsOf(wanted);
    if (!before || !after || before->frame != after->frame)
        return {};
    const QByteArray table = "inet " + nftTable(gateway).toLatin1() + ' ';
    const QByteArray chain = generationChain.toLatin1();
    // First: without the generation that is thought to run nothing else is looked at.
    QByteArray deletions = "delete chain " + table + chain + before->generation + '\n';
    QByteArray additions;
    qsizetype changes = 0;
    for (qsizetype i = 0; i < after->names.size(); ++i) {
        QByteArrayView old = before->elements[i];
        QByteArrayView fresh = after->elements[i];
        trimCommon(old, fresh);
        const QSet<QByteArray> oldLines = linesIn(old);
        const QSet<QByteArray> freshLines = linesIn(fresh);
        QList<QByteArray> gone = onlyInFirst(oldLines, freshLines);
        const QList<QByteArray> come = onlyInFirst(freshLines, oldLines);
        changes += gone.size() + come.size();
        if (changes > mostChanges)
            return {};
        for (QByteArray &line : gone)
            line = keyOf(line);
        const QByteArray set = " element " + table + after->names[i].toByteArray() + " {\n";
        if (!gone.isEmpty())
            deletions += "delete" + set + gone.join(",\n") + "\n}\n";
        if (!come.isEmpty())
            additions += "add" + set + come.join(",\n") + "\n}\n";
    }
    return deletions + additions + "add chain " + table + chain + after->generation + '\n';
}

} // namespace ferry::agent
