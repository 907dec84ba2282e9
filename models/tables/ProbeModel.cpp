#include "models/tables/ProbeModel.h"

#include "models/tables/StepText.h"
#include "models/tables/TableText.h"

namespace ferry {

void ProbeModel::setReport(const ProbeReport &report)
{
    m_rule = report.rule;
    m_target = report.target;
    setItems(report.steps);
}

int ProbeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProbeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return TableText::tr("State");
    case TitleColumn:
        return TableText::tr("Step");
    case DetailColumn:
        return TableText::tr("Reply");
    case ElapsedColumn:
        return TableText::tr("Time");
    default:
        return {};
    }
}

QVariant ProbeModel::data(const QModelIndex &index, int role) const
{
    const ProbeStep *step = itemAt(index.row());
    if (!step)
        return {};
    switch (role) {
    case StateRole:
        return static_cast<int>(step->state);
    case CauseRole:
        return step->cause;
    case FindingCodeRole:
        return step->findingCode;
    case Qt::ToolTipRole:
        return step->cause.isEmpty() ? step->detail : step->cause;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case StateColumn:
        return stepStateText(step->state);
    case TitleColumn:
        return step->title;
    case DetailColumn:
        return step->cause.isEmpty() ? step->detail : step->cause;
    case ElapsedColumn:
        return elapsedText(step->elapsed);
    default:
        return {};
    }
}

} // namespace ferry
