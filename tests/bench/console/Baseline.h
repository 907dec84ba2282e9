#pragma once

#include "models/tables/RulesModel.h"
#include "tests/bench/console/Painted.h"
#include "tests/bench/models/Measure.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>

namespace ferry::bench {

/// What Qt offers for the same table: items in QStandardItemModel, found by QSortFilterProxyModel in any column.
class Baseline {
public:
    explicit Baseline(const RulesModel &rules) : m_items(rules.rowCount(), rules.columnCount())
    {
        for (int row = 0; row < rules.rowCount(); ++row) {
            for (int column = 0; column < rules.columnCount(); ++column)
                m_items.setItem(row, column, new QStandardItem(rules.index(row, column).data().toString()));
        }
        m_found.setFilterKeyColumn(-1);
        m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
        m_found.setSourceModel(&m_items);
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view.setModel(&m_found);
        m_view.resize(960, 600);
        m_view.show();
        while (!m_view.isVisible())
            QCoreApplication::processEvents();
    }

    /// From the new text to its painted result.
    void search(const QString &text, Samples &samples)
    {
        Painted painted(m_view);
        samples.time([&] {
            m_found.setFilterFixedString(text);
            m_view.viewport()->update();
            painted.settle();
        });
    }

private:
    QStandardItemModel m_items;
    QSortFilterProxyModel m_found;
    QTableView m_view;
};

} // namespace ferry::bench
