#pragma once

#include "models/plan/ApplyProgress.h"
#include "models/tables/ListModel.h"

namespace ferry {

/// The progress list of an Apply, node by node.
class ApplyStepsModel final : public ListModel<ApplyStep> {
    Q_OBJECT
public:
    enum Column { StateColumn, TitleColumn, NodeColumn, DetailColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1 };  ///< int of StepState

    using ListModel::ListModel;

    void setProgress(const ApplyProgress &progress) { setItems(progress.steps); }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const ApplyStep &step) const override
    {
        Q_UNUSED(step)
        return {};
    }
};

} // namespace ferry
