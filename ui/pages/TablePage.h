#pragma once

#include "ui/pages/Page.h"

class QAbstractItemModel;
class QModelIndex;
class QStackedWidget;

namespace ferry::ui {

class CellDelegate;
class EmptyState;
class PageHeader;
class TableView;

/// A page with a head and one table, or an empty state where the table has no rows.
class TablePage : public Page {
    Q_OBJECT
public:
    void focusContent() override;
    void select(const QString &id) override;

protected:
    /// `objectName` "rules" gives the page "rulesPage" and the table "rulesTable".
    TablePage(const PageContext &context, const QString &objectName, const QString &title, EmptyState *empty,
        QWidget *parent);

    /// `idRole` gives the id of the row's object as QString.
    void setRows(QAbstractItemModel *model, int idRole);
    void setFace(int column, CellDelegate *delegate);
    [[nodiscard]] PageHeader *header() const { return m_header; }
    [[nodiscard]] TableView *table() const { return m_table; }
    [[nodiscard]] EmptyState *empty() const { return m_empty; }
    [[nodiscard]] QStackedWidget *stack() const { return m_stack; }
    /// The id of the current row; empty where there is none.
    [[nodiscard]] QString currentId() const;

    /// A row was opened with Return or a double click.
    virtual void open(const QModelIndex &index) { Q_UNUSED(index) }
    /// The actions of the context menu; Act::Undo stands for a separator.
    [[nodiscard]] virtual QList<Act> menu() const { return {}; }
    /// Which widget of the stack is to be seen.
    [[nodiscard]] virtual QWidget *shown() const;
    /// Rows came or went, or the selection changed.
    virtual void refresh();

private:
    void showMenu(const QPoint &position);

    PageHeader *m_header;
    QStackedWidget *m_stack;
    TableView *m_table;
    EmptyState *m_empty;
    int m_idRole = 0;
};

} // namespace ferry::ui
