#pragma once

#include "ui/delegates/CellDelegate.h"

namespace ferry::ui {

/// A cell of the log: denied and killed connections in red (the words say the same), commands and replies in the
/// fixed-width font.
class LogCellDelegate final : public CellDelegate {
    Q_OBJECT
public:
    LogCellDelegate(int column, QObject *parent);

protected:
    [[nodiscard]] QString shownText(const QModelIndex &index) const override;
    [[nodiscard]] QColor ink(const QModelIndex &index, const Colours &colours) const override;
};

} // namespace ferry::ui
