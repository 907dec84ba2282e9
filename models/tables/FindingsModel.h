#pragma once

#include "models/tables/LiveFindings.h"

#include <QAbstractTableModel>

#include <vector>

namespace ferry {

/// The findings of the document, worst first. Rows hold keys only; the words of a finding are made when its row is
/// looked at.
class FindingsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SeverityColumn, TitleColumn, SubjectColumn, CodeColumn, ColumnCount };
    enum Role {
        SeverityRole = Qt::UserRole + 1,  ///< int of Severity
        KindRole,                         ///< int of ObjectKind
        SubjectIdRole,                    ///< QString
        CodeRole,                         ///< QString "FG101"
        ExplanationRole,                  ///< QString
        FixLabelsRole,                    ///< QStringList, in the order of Finding::fixes
    };

    FindingsModel(Document *document, LiveFindings *findings, QObject *parent = nullptr);

    /// The finding of the row in full, made of the document as it is now.
    [[nodiscard]] Finding findingAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        Subject subject;
        FindingKey key;

        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] static bool comesBefore(const Row &a, const Row &b);
    [[nodiscard]] QList<Row> rowsOf(const Subject &subject) const;
    [[nodiscard]] QString subjectName(const Subject &subject) const;
    void refill();
    void update(const QList<Subject> &subjects);
    void insertRow(const Row &row);
    void removeRow(const Row &row);

    Document *m_document;
    LiveFindings *m_findings;
    std::vector<Row> m_rows;
    QHash<Subject, QList<Row>> m_shown;  ///< what `m_rows` holds for each subject
};

} // namespace ferry
