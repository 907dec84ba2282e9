#pragma once

#include "ui/theme/ButtonRole.h"

#include <QPushButton>
#include <QToolButton>

namespace ferry::ui {

/// A push button with its object name, role and (optional) icon of resources/icons.
[[nodiscard]] QPushButton *makeButton(const QString &text, const QString &objectName, QWidget *parent = nullptr,
    ButtonRole role = ButtonRole::Ordinary, const QString &iconName = {});

/// The one primary button of a window or dialog, named by its verb ("Apply to 2 nodes"), and its default.
[[nodiscard]] QPushButton *makePrimaryButton(
    const QString &verb, const QString &objectName, QWidget *parent = nullptr, const QString &iconName = {});

/// A frameless button with an icon only; `name` is tooltip and accessible name.
[[nodiscard]] QToolButton *makeIconButton(
    const QString &iconName, const QString &name, const QString &objectName, QWidget *parent = nullptr);

} // namespace ferry::ui
