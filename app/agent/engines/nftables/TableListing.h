#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace ferry::agent {

/// What a table is, for comparison: with what was applied, or with what is there now.
struct TableListing {
    QByteArray frame; ///< as nft(8) lists it, without the elements of maps and sets
    QList<QByteArray> elements; ///< "control4: 203.0.113.1 . 21 ...", sorted; not those that are drained

    bool operator==(const TableListing &) const = default;
};

/// Of `nft --stateless list table`.
[[nodiscard]] TableListing readListing(const QByteArray &text);
/// The elements that a script of renderNftScript() puts into the table.
[[nodiscard]] QList<QByteArray> elementsOf(const QByteArray &script);

/// The lines that are only in one of two listings; the first hundred of each, and how many there are.
struct TableDrift {
    QStringList missing;
    QStringList added;
    qsizetype missingCount = 0;
    qsizetype addedCount = 0;

    [[nodiscard]] bool isNone() const { return missingCount == 0 && addedCount == 0; }
};

[[nodiscard]] TableDrift driftOf(const TableListing &applied, const TableListing &present);

} // namespace ferry::agent
