#include "ui/dialogs/FormFields.h"

#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ferry::ui {

FormRow *makeNarrowRow(const QString &label, QWidget *control, int width, const QString &consequence, QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(control);
    line->addStretch(1);
    control->setFixedWidth(width);
    holder->setFocusProxy(control);
    auto *row = new FormRow(label, holder, consequence, parent);
    control->setAccessibleName(holder->accessibleName());
    return row;
}

QSpinBox *makeNumber(const QString &objectName, int low, int high, const QString &suffix, QWidget *parent)
{
    auto *number = new QSpinBox(parent);
    number->setObjectName(objectName);
    number->setRange(low, high);
    number->setSuffix(suffix);
    number->setGroupSeparatorShown(true);
    return number;
}

QVBoxLayout *makeFormLayout(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    return layout;
}

} // namespace ferry::ui
