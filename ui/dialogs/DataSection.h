#pragma once

#include "ui/dialogs/FilterSection.h"

namespace ferry::ui {

class FormRow;
class Switch;

/// Which data connections the filter opens, and for whom.
class DataSection final : public FilterSection {
    Q_OBJECT
public:
    explicit DataSection(QWidget *parent = nullptr);

    void showSettings(const FilterSettings &settings) override;
    void takeSettings(FilterSettings &settings) const override;
    void refresh(const FilterSettings &settings, const FilterSurroundings &around) override;

private:
    struct Row {
        Switch *control = nullptr;
        FormRow *row = nullptr;
    };
    Row addRow(const QString &label, const QString &what, const QString &objectName);

    Row m_passive;
    Row m_active;
    Row m_rewrite;
    Row m_sameClient;
};

} // namespace ferry::ui
