#pragma once

#include "ui/delegates/CellDelegate.h"

namespace ferry::ui {

/// A cell with a switch or a check box, turned by a click on it or by Space. It reads and writes Qt::CheckStateRole.
class ToggleDelegate final : public CellDelegate {
    Q_OBJECT
public:
    enum class Look { Switch, CheckBox };

    explicit ToggleDelegate(Look look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
    QWidget *createEditor(QWidget *, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return nullptr;
    }

private:
    Look m_look;
};

} // namespace ferry::ui
