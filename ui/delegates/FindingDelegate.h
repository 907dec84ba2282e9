#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace ferry::ui {

/// A finding in two lines: what and where, then the consequence; its quick fixes as buttons at the right.
class FindingDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit FindingDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

Q_SIGNALS:
    /// The button of the fix with this index was clicked.
    void fixChosen(const QModelIndex &index, int fix);

private:
    struct Button {
        QRect rect;
        QString label;
    };
    [[nodiscard]] static QList<Button> buttons(const QStyleOptionViewItem &option, const QModelIndex &index);

    QPersistentModelIndex m_pressed;
    int m_pressedFix = -1;
};

} // namespace ferry::ui
