#include "ui/dialogs/FilterForm.h"

#include "ui/dialogs/CommandSection.h"
#include "ui/dialogs/DataSection.h"
#include "ui/dialogs/InspectionSection.h"
#include "ui/dialogs/LimitSection.h"

namespace ferry::ui {

FilterForm::FilterForm(QWidget *parent)
    : QObject(parent)
    , m_sections{
          new InspectionSection(parent), new CommandSection(parent), new DataSection(parent), new LimitSection(parent)}
{
    for (FilterSection *section : std::as_const(m_sections)) {
        section->hide();
        connect(section, &FilterSection::edited, this, [this, section] {
            section->takeSettings(m_settings);
            refresh();
            Q_EMIT edited();
        });
    }
}

void FilterForm::setSettings(const FilterSettings &settings)
{
    m_settings = settings;
    for (FilterSection *section : std::as_const(m_sections))
        section->showSettings(settings);
    refresh();
}

void FilterForm::setSurroundings(const FilterSurroundings &around)
{
    m_around = around;
    refresh();
}

std::optional<Error> FilterForm::problem() const
{
    for (const FilterSection *section : m_sections) {
        if (auto problem = section->problem())
            return problem;
    }
    return {};
}

void FilterForm::refresh()
{
    for (FilterSection *section : std::as_const(m_sections))
        section->refresh(m_settings, m_around);
}

} // namespace ferry::ui
