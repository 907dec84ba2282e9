#pragma once

#include "ui/dialogs/FilterSection.h"

#include <QObject>

namespace ferry::ui {

/// The filter settings of one rule over all their sections. Dialog and wizard place the sections as they like;
/// those that are not placed stay hidden and keep their settings.
class FilterForm final : public QObject {
    Q_OBJECT
public:
    /// The sections become children of `parent`.
    explicit FilterForm(QWidget *parent);

    [[nodiscard]] FilterSection *inspection() const { return m_sections[0]; }
    [[nodiscard]] FilterSection *commands() const { return m_sections[1]; }
    [[nodiscard]] FilterSection *data() const { return m_sections[2]; }
    [[nodiscard]] FilterSection *limits() const { return m_sections[3]; }

    [[nodiscard]] const FilterSettings &settings() const { return m_settings; }
    void setSettings(const FilterSettings &settings);
    void setSurroundings(const FilterSurroundings &around);
    [[nodiscard]] std::optional<Error> problem() const;

Q_SIGNALS:
    /// A person changed something; settings() has it already.
    void edited();

private:
    void refresh();

    QList<FilterSection *> m_sections;
    FilterSettings m_settings;
    FilterSurroundings m_around;
};

} // namespace ferry::ui
