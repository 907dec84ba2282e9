#include "app/agent/engines/nftables/TableListing.h"

#include "app/agent/engines/nftables/Shares.h"

#include <QSet>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

/// nft(8) writes "10.0.0.0/8" where it was given "10.0.0.0-10.255.255.255".
QByteArray withoutPrefix(const QByteArray &element)
{
    const qsizetype end = element.indexOf(" . ");
    const qsizetype slash = element.indexOf('/');
    if (slash < 0 || slash > end)
        return element;
    const Result<Network> network = Network::parse(QString::fromLatin1(element.left(end)));
    return network ? AddressRange::of(*network).toString().toLatin1() + element.mid(end) : element;
}

/// Both a script and a listing write an element a line; a listing names the counter too.
void append(QList<QByteArray> &elements, const QByteArray &set, QByteArray line)
{
    if (line.endsWith(','))
        line.chop(1);
    line.replace(" counter", "");
    if (!line.isEmpty() && !set.startsWith("drained"))
        elements << set + ": " + withoutPrefix(line);
}

TableListing read(const QByteArray &text)
{
    TableListing listing;
    QByteArray set;
    bool isElement = false;
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype newline = text.indexOf('\n', start);
        const qsizetype end = newline < 0 ? text.size() : newline;
        const QByteArray line = QByteArray::fromRawData(text.constData() + start, end - start);
        start = end + 1;
        if (!isElement && !line.startsWith("\t\telements = {")) {
            if (line.startsWith("\tset ") || line.startsWith("\tmap "))
                set = line.mid(5, line.lastIndexOf(' ') - 5);
            listing.frame += line;
            listing.frame += '\n';
            continue;
        }
        QByteArray element = line.trimmed();
        if (!isElement)
            element = element.mid(element.indexOf('{') + 1).trimmed();
        isElement = !element.endsWith('}');
        if (!isElement)
            element = element.chopped(1).trimmed();
        // Without comments nft writes several elements in a line.
        for (const QByteArray &one : element.split(','))
            append(listing.elements, set, one.trimmed());
    }
    std::sort(listing.elements.begin(), listing.elements.end());
    return listing;
}

constexpr qsizetype mostLines = 100;

/// The lines that are in the first list only; gives how many there are.
qsizetype collect(QStringList &found, const QList<QByteArray> &lines, const QList<QByteArray> &others)
{
    const QSet<QByteArray> known(others.cbegin(), others.cend());
    qsizetype count = 0;
    for (const QByteArray &line : lines) {
        if (known.contains(line))
            continue;
        ++count;
        if (found.size() < mostLines)
            found << QString::fromUtf8(line.trimmed());
    }
    return count;
}

} // namespace

TableListing readListing(const QByteArray &text)
{
    return read(text);
}

QList<QByteArray> elementsOf(const QByteArray &script)
{
    return read(script).elements;
}

TableDrift driftOf(const TableListing &applied, const TableListing &present)
{
    TableDrift drift;
    const auto compare = [&](const QList<QByteArray> &was, const QList<QByteArray> &is) {
        drift.missingCount += collect(drift.missing, was, is);
        drift.addedCount += collect(drift.added, is, was);
    };
    if (applied.frame != present.frame)
        compare(applied.frame.split('\n'), present.frame.split('\n'));
    if (applied.elements != present.elements)
        compare(applied.elements, present.elements);
    return drift;
}

} // namespace ferry::agent
