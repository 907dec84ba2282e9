#include "ui/delegates/ChoiceDelegate.h"

#include <QComboBox>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

ChoiceDelegate::ChoiceDelegate(Choices choices, int valueRole, QObject *parent)
    : CellDelegate(Face::Text, parent), m_choices(std::move(choices)), m_valueRole(valueRole)
{
}

QWidget *ChoiceDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"cellEditor"_s);
    box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    for (const Choice &choice : m_choices(index))
        box->addItem(choice.label, choice.value);
    auto *self = const_cast<ChoiceDelegate *>(this);
    connect(box, &QComboBox::activated, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findData(index.data(m_valueRole)));
}

void ChoiceDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const QVariant chosen = static_cast<QComboBox *>(editor)->currentData();
    if (chosen != index.data(m_valueRole))
        model->setData(index, chosen, Qt::EditRole);
}

} // namespace ferry::ui
