#pragma once

#include "ui/delegates/CellDelegate.h"

namespace ferry::ui {

/// A cell with a switch or a check box, turned by a click on it or by Space. It reads Qt::CheckStateRole;
/// what is to happen is told by `toggled`, nothing is written to the model here.
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

Q_SIGNALS:
    void toggled(const QModelIndex &index, bool on);

private:
    Look m_look;
};

} // namespace ferry::ui
