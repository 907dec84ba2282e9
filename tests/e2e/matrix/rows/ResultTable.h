#pragma once

#include "tests/e2e/matrix/rows/Combination.h"
#include "tests/e2e/matrix/rows/Operation.h"

#include <QMap>
#include <QStringList>

namespace ferry::matrix {

/// What an operation of a row came to.
struct Outcome {
    enum class Kind : quint8 { Done, Cannot, Failed };
    Kind kind = Kind::Done;
    QString why; ///< empty for Done
};

/// The results with one server, as Markdown.
class ResultTable {
public:
    explicit ResultTable(QString server) : m_server(std::move(server)) {}

    /// A row in which nothing can work.
    void addImpossible(const QString &client, const Combination &combination, const QString &why);
    void addRow(const QString &client, const Combination &combination, const QMap<Operation, Outcome> &outcomes);

    [[nodiscard]] qsizetype size() const { return m_rows.size(); }
    [[nodiscard]] bool hasFailures() const;
    /// One line a row, one column an operation.
    [[nodiscard]] QString full() const;
    /// One line a client and handling: four marks a cell, for PASV, EPSV, PORT and EPRT.
    [[nodiscard]] QString summary() const;

private:
    struct Row {
        QString client;
        Combination combination;
        QString whyNot; ///< empty where the row can work
        QMap<Operation, Outcome> outcomes;
    };
    [[nodiscard]] static bool hasFailed(const Row &row);
    /// The mark of a reason, a letter; `reasons` grows where it is new.
    [[nodiscard]] static QString letter(QStringList &reasons, const QString &why);
    [[nodiscard]] static QString explanations(const QStringList &reasons);
    [[nodiscard]] QString missingOperations(QStringList &reasons) const;

    QString m_server;
    QList<Row> m_rows;
};

} // namespace ferry::matrix
