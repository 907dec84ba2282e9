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
    /// How wide a column wants to be, and how far it gives way where there is little room.
    struct Width {
        int wanted;
        int least;

        /// A column that never gives way.
        Width(int pixels) : wanted(pixels), least(pixels) {} // NOLINT(google-explicit-constructor)
        Width(int wantedPixels, int leastPixels) : wanted(wantedPixels), least(leastPixels) {}
    };
    /// From the first column on; column `stretch` takes what is left over.
    void setColumnWidths(const QList<Width> &widths, int stretch);

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

    QList<Width> m_widths;
    int m_stretch = -1;
};

} // namespace ferry::ui
