#pragma once

#include "ui/dialogs/FilterSection.h"

class QComboBox;

namespace ferry::ui {

class ChoiceList;
class FormRow;
class SectionHeader;
class Switch;

/// The filter switch and the handling of AUTH TLS.
class InspectionSection final : public FilterSection {
    Q_OBJECT
public:
    explicit InspectionSection(QWidget *parent = nullptr);

    void showSettings(const FilterSettings &settings) override;
    void takeSettings(FilterSettings &settings) const override;
    void refresh(const FilterSettings &settings, const FilterSurroundings &around) override;

private:
    Switch *m_enabled;
    FormRow *m_enabledRow;
    SectionHeader *m_tlsHeader;
    ChoiceList *m_authTls;
    QComboBox *m_upstream;
    FormRow *m_upstreamRow;
    Switch *m_clear;
    FormRow *m_clearRow;
};

} // namespace ferry::ui
