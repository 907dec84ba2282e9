#include "models/tables/ApplyStepsModel.h"

#include "models/tables/StepText.h"
#include "models/tables/TableText.h"

namespace ferry {

int ApplyStepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ApplyStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return TableText::tr("State");
    case TitleColumn:
        return TableText::tr("Step");
    case NodeColumn:
        return TableText::tr("Node");
    case DetailColumn:
        return TableText::tr("Detail");
    default:
        return {};
    }
}

QVariant ApplyStepsModel::data(const QModelIndex &index, int role) const
{
    const ApplyStep *step = itemAt(index.row());
    if (!step)
        return {};
    if (role == StateRole)
        return static_cast<int>(step->state);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case StateColumn:
        return stepStateText(step->state);
    case TitleColumn:
        return step->title;
    case NodeColumn:
        return step->node.isEmpty() ? noValue() : step->node;
    case DetailColumn:
        return step->detail;
    default:
        return {};
    }
}

} // namespace ferry
