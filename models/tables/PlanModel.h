#pragma once

#include "models/plan/NodePlan.h"

#include <QAbstractItemModel>

namespace ferry {

/// What an Apply would change: nodes, below each its changes in words, the restarts and the native files that differ.
class PlanModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { TextColumn, SubjectColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1,  ///< int of Kind
        BeforeRole,                   ///< QString, the native file as it is; File only
        AfterRole,                    ///< QString, the native file as it would be; File only
        SessionsRole,                 ///< int, sessions that the restart ends; Restart only
    };
    enum Kind { Node, Add, Change, Remove, Restart, File, Problem };

    using QAbstractItemModel::QAbstractItemModel;

    void setPlans(const QList<NodePlan> &plans);
    [[nodiscard]] const QList<NodePlan> &plans() const { return m_plans; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Row {
        Kind kind = Change;
        QString text;
        QString subject;
        QString before;
        QString after;
        int sessions = 0;
    };
    [[nodiscard]] static QList<Row> rowsOf(const NodePlan &plan);
    [[nodiscard]] QVariant nodeData(const NodePlan &plan, int column, int role) const;

    QList<NodePlan> m_plans;
    QList<QList<Row>> m_rows;  ///< by node
};

} // namespace ferry
