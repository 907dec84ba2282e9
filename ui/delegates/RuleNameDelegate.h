#pragma once

#include "ui/delegates/CellDelegate.h"

namespace ferry::ui {

/// The name of a rule, with the sign of its worst finding behind it.
class RuleNameDelegate final : public CellDelegate {
    Q_OBJECT
public:
    explicit RuleNameDelegate(QObject *parent = nullptr) : CellDelegate(Face::Strong, parent) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace ferry::ui
