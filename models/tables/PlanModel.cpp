#include "models/tables/PlanModel.h"

#include "models/tables/TableText.h"

namespace ferry {
namespace {

// The internal id of a row: 0 for a node, else 1 + the node's row.
constexpr quintptr nodeLevel = 0;

PlanModel::Kind kindOf(PlannedChange::What what)
{
    switch (what) {
    case PlannedChange::What::Add:
        return PlanModel::Add;
    case PlannedChange::What::Change:
        return PlanModel::Change;
    case PlannedChange::What::Remove:
        return PlanModel::Remove;
    }
    return PlanModel::Change;
}

} // namespace

QList<PlanModel::Row> PlanModel::rowsOf(const NodePlan &plan)
{
    QList<Row> rows;
    if (!plan.problem.isEmpty())
        rows << Row{Problem, plan.problem, {}, {}, {}, 0};
    for (const PlannedChange &change : plan.changes)
        rows << Row{kindOf(change.what), change.text, change.subject, {}, {}, 0};
    for (const RestartImpact &restart : plan.restarts) {
        rows << Row{Restart,
            restart.sessions ? TableText::tr("Restart, ends %n sessions", nullptr, restart.sessions)
                             : TableText::tr("Restart"),
            restart.service.text(), {}, {}, restart.sessions};
    }
    for (const NativeChange &file : plan.native)
        rows << Row{File, file.path, {}, file.before, file.after, 0};
    return rows;
}

void PlanModel::setPlans(const QList<NodePlan> &plans)
{
    beginResetModel();
    m_plans = plans;
    m_rows.clear();
    for (const NodePlan &plan : plans)
        m_rows << rowsOf(plan);
    endResetModel();
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : nodeLevel);
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == nodeLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId() - 1), 0, nodeLevel);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_plans.size());
    if (parent.internalId() != nodeLevel || parent.column() != 0)
        return 0;
    return static_cast<int>(m_rows.at(parent.row()).size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == TextColumn   ? TableText::tr("Change")
        : section == SubjectColumn ? TableText::tr("About")
                                   : QVariant();
}

QVariant PlanModel::nodeData(const NodePlan &plan, int column, int role) const
{
    if (role == KindRole)
        return Node;
    if (role != Qt::DisplayRole)
        return {};
    if (column == SubjectColumn)
        return plan.agent;
    const int changes = static_cast<int>(plan.changes.size());
    return QStringLiteral("%1 \u2013 %2")
        .arg(plan.node.isEmpty() ? plan.agent : plan.node,
            changes ? TableText::tr("%n changes", nullptr, changes) : TableText::tr("nothing to do"));
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == nodeLevel)
        return nodeData(m_plans.at(index.row()), index.column(), role);
    const Row &row = m_rows.at(static_cast<qsizetype>(index.internalId() - 1)).at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == TextColumn ? row.text : row.subject;
    case KindRole:
        return row.kind;
    case BeforeRole:
        return row.before;
    case AfterRole:
        return row.after;
    case SessionsRole:
        return row.sessions;
    default:
        return {};
    }
}

} // namespace ferry
