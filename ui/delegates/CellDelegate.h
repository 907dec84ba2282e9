#pragma once

#include <QStyledItemDelegate>

namespace ferry::ui {

struct Colours;

/// The base of every table cell: row tint, margins, quiet text where it is asked for, and a ring around the cell
/// that has the keyboard.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum class Face { Text, Strong, Fixed };

    explicit CellDelegate(Face face, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The whole text of a cell that has no room for it, where the model says nothing else.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Rows for which it gives true are drawn in the quiet colour: a rule that is switched off.
    using Quiet = bool (*)(const QModelIndex &index);
    void setQuiet(Quiet quiet) { m_quiet = quiet; }

protected:
    /// Background and focus ring; gives back the rectangle for the content.
    QRect paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// The text of the cell; the model's own by default.
    [[nodiscard]] virtual QString shownText(const QModelIndex &index) const;
    /// The colour of the text in ordinary rows.
    [[nodiscard]] virtual QColor ink(const QModelIndex &index, const Colours &colours) const;
    [[nodiscard]] bool isQuiet(const QModelIndex &index) const { return m_quiet != nullptr && m_quiet(index); }

private:
    Face m_face;
    Quiet m_quiet = nullptr;
};

} // namespace ferry::ui
