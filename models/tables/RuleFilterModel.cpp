#include "models/tables/RuleFilterModel.h"

namespace ferry {

RuleFilterModel::RuleFilterModel(RulesModel *rules, QObject *parent) : RowFilterModel(parent), m_rules(rules)
{
    RowFilterModel::setSourceModel(rules);
}

void RuleFilterModel::setSearch(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_search.setQuery(text);
    refilter();
}

int RuleFilterModel::rowOf(const RuleId &rule) const
{
    const int source = m_rules->rowOf(rule);
    return source < 0 ? -1 : rowOfSource(source);
}

Qt::ItemFlags RuleFilterModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = RowFilterModel::flags(index);
    if (!showsEverything())
        flags &= ~(Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled);
    return flags;
}

bool RuleFilterModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    return showsEverything() && m_rules->dropMimeData(data, action, row, column, mapToSource(parent));
}

bool RuleFilterModel::matters(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) const
{
    // Numbers and states are not searched.
    if (topLeft.column() == bottomRight.column())
        return topLeft.column() != RulesModel::OrderColumn && topLeft.column() != RulesModel::StateColumn;
    return roles.isEmpty() || roles.contains(Qt::DisplayRole);
}

void RuleFilterModel::sourceReset()
{
    m_search.reset(ruleSet());
}

void RuleFilterModel::sourceRowsInserted(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_search.insert(row, ruleSet(), m_rules->objectAt(row));
}

void RuleFilterModel::sourceRowsRemoved(int first, int last)
{
    m_search.remove(first, last);
}

void RuleFilterModel::sourceRowMoved(int from, int to)
{
    m_search.move(from, to);
}

void RuleFilterModel::sourceRowsChanged(int first, int last)
{
    // All rows at once: something that they share changed, and not the rules.
    if (first == 0 && last == m_rules->rowCount() - 1)
        m_search.updateShared(ruleSet());
    if (last - first <= 1) {
        for (int row = first; row <= last; ++row)
            m_search.update(row, ruleSet(), m_rules->objectAt(row));
    }
}

} // namespace ferry
