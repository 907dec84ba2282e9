#pragma once

#include "ui/dialogs/FilterConsequence.h"

#include <QWidget>

namespace ferry::ui {

/// Some of the filter settings, each with its consequence beside it. FilterForm puts the sections together.
class FilterSection : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Puts the settings into the controls; emits nothing.
    virtual void showSettings(const FilterSettings &settings) = 0;
    /// Takes what the controls say into `settings`.
    virtual void takeSettings(FilterSettings &settings) const = 0;
    /// Words and enabled controls that follow from the whole of the settings.
    virtual void refresh(const FilterSettings &settings, const FilterSurroundings &around) = 0;
    /// Why what was typed cannot be used.
    [[nodiscard]] virtual std::optional<Error> problem() const { return {}; }

Q_SIGNALS:
    void edited();
};

} // namespace ferry::ui
