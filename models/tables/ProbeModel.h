#pragma once

#include "models/probe/ProbeReport.h"
#include "models/tables/ListModel.h"

namespace ferry {

/// The steps of a connection test, transfers included.
class ProbeModel final : public ListModel<ProbeStep> {
    Q_OBJECT
public:
    enum Column { StateColumn, TitleColumn, DetailColumn, ElapsedColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole + 1,  ///< int of StepState
        CauseRole,                     ///< QString: why it failed
        FindingCodeRole,               ///< QString: the finding whose fix cures it
    };

    using ListModel::ListModel;

    /// The report as it is so far; rows are added and changed in place.
    void setReport(const ProbeReport &report);
    [[nodiscard]] RuleId rule() const { return m_rule; }
    [[nodiscard]] QString target() const { return m_target; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const ProbeStep &step) const override
    {
        Q_UNUSED(step)
        return {};
    }

private:
    RuleId m_rule;
    QString m_target;
};

} // namespace ferry
