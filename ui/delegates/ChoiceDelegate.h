#pragma once

#include "ui/delegates/CellDelegate.h"

#include <functional>

namespace ferry::ui {

/// A cell whose value is one of a list; edited with a drop-down. The chosen value is written with Qt::EditRole.
class ChoiceDelegate final : public CellDelegate {
    Q_OBJECT
public:
    struct Choice {
        QString value;
        QString label;
    };
    using Choices = std::function<QList<Choice>(const QModelIndex &)>;

    /// `valueRole` gives the present value.
    ChoiceDelegate(Choices choices, int valueRole, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    Choices m_choices;
    int m_valueRole;
};

} // namespace ferry::ui
