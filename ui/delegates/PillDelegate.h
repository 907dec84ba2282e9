#pragma once

#include "ui/delegates/CellDelegate.h"
#include "ui/widgets/StatePill.h"

#include <functional>

namespace ferry::ui {

/// A cell with a state pill. Which one is read from the index by `stateOf`; the display text, where there is one, is
/// its word.
class PillDelegate final : public CellDelegate {
    Q_OBJECT
public:
    using StateOf = std::function<PillState(const QModelIndex &)>;

    explicit PillDelegate(StateOf stateOf, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

Q_SIGNALS:
    /// The pill was clicked: it opens what it names.
    void pressed(const QModelIndex &index);

private:
    PillLook lookOf(const QModelIndex &index, const QPalette &palette) const;

    StateOf m_stateOf;
};

} // namespace ferry::ui
