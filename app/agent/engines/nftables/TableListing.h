#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

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

/// One of the lines that are only in the first of two listings, and how many there are.
struct Surplus {
    QString example;
    int count = 0;
};

[[nodiscard]] Surplus surplus(const TableListing &listing, const TableListing &other);

} // namespace ferry::agent
