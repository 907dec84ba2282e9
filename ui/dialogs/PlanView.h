#pragma once

#include "models/plan/NodePlan.h"

#include <QWidget>

class QModelIndex;
class QTreeView;

namespace ferry {
class PlanModel;
}

namespace ferry::ui {

class DifferenceView;
class SectionHeader;

/// What an Apply would change: per node in words, with the restarts; below, the chosen native file line by line.
class PlanView final : public QWidget {
    Q_OBJECT
public:
    explicit PlanView(QWidget *parent = nullptr);

    void setPlans(const QList<NodePlan> &plans);

private:
    void showFile(const QModelIndex &index);

    PlanModel *m_model;
    QTreeView *m_tree;
    QWidget *m_filePane;
    SectionHeader *m_fileName;
    DifferenceView *m_difference;
};

} // namespace ferry::ui
