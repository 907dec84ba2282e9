#pragma once

#include "ui/widgets/FormRow.h"

class QSpinBox;
class QVBoxLayout;

namespace ferry::ui {

/// A form row whose editor is only as wide as it has to be.
[[nodiscard]] FormRow *makeNarrowRow(
    const QString &label, QWidget *control, int width, const QString &consequence = {}, QWidget *parent = nullptr);

/// `low` to `high`, with digits in groups.
[[nodiscard]] QSpinBox *makeNumber(
    const QString &objectName, int low, int high, const QString &suffix, QWidget *parent);

/// A column of rows in the spacing of forms, without margins.
[[nodiscard]] QVBoxLayout *makeFormLayout(QWidget *parent);

} // namespace ferry::ui
