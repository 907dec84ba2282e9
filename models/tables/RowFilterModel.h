#pragma once

#include <QAbstractProxyModel>

#include <optional>

namespace ferry {

/// Shows some rows of a flat model, in their order. Keeps a sorted list of source rows instead of asking the
/// source about each one, so that derived classes can fill it from an index of their own.
/// (QSortFilterProxyModel asks row by row and takes a second and more over 100,000 of them.)
class RowFilterModel : public QAbstractProxyModel {
    Q_OBJECT
public:
    explicit RowFilterModel(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *source) override;

    /// True if every row is shown, which is also the case without a filter.
    [[nodiscard]] bool showsEverything() const { return !m_rows; }
    [[nodiscard]] int sourceRow(int row) const { return m_rows ? m_rows->at(row) : row; }
    /// The row that shows `sourceRow`, or -1.
    [[nodiscard]] int rowOfSource(int sourceRow) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// Whether a filter is set that hides something.
    [[nodiscard]] virtual bool isFiltering() const = 0;
    [[nodiscard]] virtual bool accepts(int sourceRow) const = 0;
    /// All rows that `accepts` accepts.
    [[nodiscard]] virtual QList<int> acceptedRows() const;
    /// Whether the changed cells can change what is accepted.
    [[nodiscard]] virtual bool matters(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) const;

    /// What derived classes keep by source row follows these, before `accepts` is asked.
    virtual void sourceReset() {}
    virtual void sourceRowsInserted(int first, int last);
    virtual void sourceRowsRemoved(int first, int last);
    virtual void sourceRowMoved(int from, int to);
    virtual void sourceRowsChanged(int first, int last);

    /// The filter is another one: shows what it accepts, by row signals where that takes few, else by a reset.
    void refilter();

private:
    void onRowsInserted(int first, int last);
    void onRowsAboutToBeRemoved(int first, int last);
    void onRowsRemoved(int first, int last);
    void onRowMoved(int from, int to);
    void onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles);
    void recheckRow(int sourceRow);
    [[nodiscard]] int firstRowFrom(int sourceRow) const;

    std::optional<QList<int>> m_rows;  ///< nothing: all of them
};

} // namespace ferry
