#pragma once

#include <QStyledItemDelegate>

namespace ferry::ui {

/// The base of every table cell: row tint, margins, quiet text for what is only repeated, ellipsis in the middle
/// of nothing, and a ring around the cell that has the keyboard.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Face { Text, Strong, Fixed };

    explicit CellDelegate(Face face, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Rows for which it gives true are drawn in the quiet colour: a rule that is switched off.
    using Quiet = bool (*)(const QModelIndex &index);
    void setQuiet(Quiet quiet) { m_quiet = quiet; }

Q_SIGNALS:
    /// Text was typed into the cell and Return pressed; nothing is written to the model here.
    void committed(const QModelIndex &index, const QString &text) const;

protected:
    /// Background and focus ring; gives back the rectangle for the content.
    QRect paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    [[nodiscard]] bool isQuiet(const QModelIndex &index) const { return m_quiet != nullptr && m_quiet(index); }

private:
    Face m_face;
    Quiet m_quiet = nullptr;
};

} // namespace ferry::ui
