#pragma once

#include "ui/delegates/CellDelegate.h"

namespace ferry::ui {

/// A name with a lock behind it where a role of the row is true: it is built in and cannot be edited.
class LockedNameDelegate final : public CellDelegate {
    Q_OBJECT
public:
    LockedNameDelegate(int lockedRole, QObject *parent) : CellDelegate(Face::Strong, parent), m_lockedRole(lockedRole)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_lockedRole;
};

} // namespace ferry::ui
