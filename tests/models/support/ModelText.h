#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace ferry::test {

/// A model as a person would read it: a line a row, cells between bars, "[x]" for what is checked, children indented.
[[nodiscard]] inline QString modelText(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            const QVariant check = index.data(Qt::CheckStateRole);
            QString cell = index.data().toString();
            if (check.isValid())
                cell.prepend(check.toInt() == Qt::Checked ? QStringLiteral("[x]") : QStringLiteral("[ ]"));
            cells << cell;
        }
        text += QString(depth * 2, u' ') + cells.join(u'|') + u'\n';
        text += modelText(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

} // namespace ferry::test
