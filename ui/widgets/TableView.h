#pragma once

#include <QTableView>

namespace ferry::ui {

/// A quiet table: no grid, rows of 30 px, whole rows selected, Return and double click open the row. It always has a
/// current row where there is one at all (Qt 6.4 crashes with a screen reader otherwise, and the keyboard needs it).
class TableView : public QTableView {
    Q_OBJECT
public:
    explicit TableView(const QString &name, const QString &objectName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Widths in pixels from the first column on; the last one given also takes what is left over where `stretch` says
    /// so.
    void setColumnWidths(const QList<int> &widths, int stretch);

    [[nodiscard]] int currentRow() const { return currentIndex().row(); }
    void selectRowAt(int row);
    [[nodiscard]] QList<int> selectedRowNumbers() const;

Q_SIGNALS:
    /// Return or a double click outside of an editor.
    void opened(const QModelIndex &index);
    void currentRowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void ensureCurrent();
    void spread();

    QList<int> m_widths;
    int m_stretch = -1;
};

} // namespace ferry::ui
