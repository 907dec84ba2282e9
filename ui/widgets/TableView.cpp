#include "ui/widgets/TableView.h"

#include "ui/theme/Metrics.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace ferry::ui {

TableView::TableView(const QString &name, const QString &objectName, QWidget *parent) : QTableView(parent)
{
    setObjectName(objectName);
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setEditTriggers(QAbstractItemView::EditKeyPressed);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    verticalHeader()->setMinimumSectionSize(metrics::rowHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setMinimumSectionSize(32);
    horizontalHeader()->setAccessibleName(tr("Columns of %1").arg(name));
}

void TableView::setModel(QAbstractItemModel *newModel)
{
    if (model() != nullptr)
        model()->disconnect(this);
    QTableView::setModel(newModel);
    if (newModel == nullptr)
        return;
    // Queued: the selection model has then taken the change in as well.
    const auto ensure = [this] { ensureCurrent(); };
    connect(newModel, &QAbstractItemModel::modelReset, this, ensure, Qt::QueuedConnection);
    connect(newModel, &QAbstractItemModel::rowsInserted, this, ensure, Qt::QueuedConnection);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, ensure, Qt::QueuedConnection);
    connect(newModel, &QAbstractItemModel::layoutChanged, this, ensure, Qt::QueuedConnection);
    ensureCurrent();
    spread();
}

void TableView::setColumnWidths(const QList<Width> &widths, int stretch)
{
    m_widths = widths;
    m_stretch = stretch;
    spread();
}

void TableView::spread()
{
    if (model() == nullptr)
        return;
    const int count = std::min(static_cast<int>(m_widths.size()), model()->columnCount());
    int wanted = 0;
    int give = 0;
    for (int column = 0; column < count; ++column) {
        wanted += m_widths.at(column).wanted;
        give += m_widths.at(column).wanted - m_widths.at(column).least;
    }
    const int room = viewport()->width();
    const int missing = std::clamp(wanted - room, 0, give);
    int given = 0; // what the columns so far could give, and of it what they gave
    int taken = 0;
    for (int column = 0; column < count; ++column) {
        const Width &width = m_widths.at(column);
        int pixels = width.wanted + (column == m_stretch ? std::max(0, room - wanted) : 0);
        given += width.wanted - width.least;
        if (missing > 0) {
            const int share = given * missing / give - taken;
            taken += share;
            pixels -= share;
        }
        setColumnWidth(column, pixels);
    }
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    spread();
}

void TableView::ensureCurrent()
{
    if (model() == nullptr || currentIndex().isValid() || model()->rowCount() == 0)
        return;
    selectRowAt(0);
}

void TableView::selectRowAt(int row)
{
    if (model() == nullptr || row < 0 || row >= model()->rowCount())
        return;
    const int column = currentIndex().isValid() ? currentIndex().column() : std::max(0, columnAt(0));
    const QModelIndex index = model()->index(row, column);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QList<int> TableView::selectedRowNumbers() const
{
    QList<int> rows;
    if (selectionModel() == nullptr)
        return rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && state() != QAbstractItemView::EditingState
        && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || event->button() != Qt::LeftButton || index.data(Qt::CheckStateRole).isValid())
        return;
    Q_EMIT opened(index);
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || current.isValid() != previous.isValid())
        Q_EMIT currentRowChanged(current.row());
}

} // namespace ferry::ui
