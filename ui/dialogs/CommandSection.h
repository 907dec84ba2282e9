#pragma once

#include "ui/dialogs/FilterSection.h"

class QComboBox;
class QLabel;

namespace ferry::ui {

class CommandListEdit;
class FormRow;

/// The command policy: a preset, or lists of one's own.
class CommandSection final : public FilterSection {
    Q_OBJECT
public:
    explicit CommandSection(QWidget *parent = nullptr);

    void showSettings(const FilterSettings &settings) override;
    void takeSettings(FilterSettings &settings) const override;
    void refresh(const FilterSettings &settings, const FilterSurroundings &around) override;
    [[nodiscard]] std::optional<Error> problem() const override;

private:
    QComboBox *m_preset;
    FormRow *m_presetRow;
    CommandListEdit *m_allow;
    FormRow *m_allowRow;
    CommandListEdit *m_deny;
    FormRow *m_denyRow;
    QLabel *m_refused;
    FormRow *m_refusedRow;
};

} // namespace ferry::ui
