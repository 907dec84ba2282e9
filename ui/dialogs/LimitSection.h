#pragma once

#include "ui/dialogs/FilterSection.h"

class QLineEdit;
class QSpinBox;

namespace ferry::ui {

class FormRow;

/// Times, lengths and numbers beyond which the filter ends a session, and the greeting.
class LimitSection final : public FilterSection {
    Q_OBJECT
public:
    explicit LimitSection(QWidget *parent = nullptr);

    void showSettings(const FilterSettings &settings) override;
    void takeSettings(FilterSettings &settings) const override;
    void refresh(const FilterSettings &settings, const FilterSurroundings &around) override;

private:
    struct Row {
        QSpinBox *control = nullptr;
        FormRow *row = nullptr;
    };
    void addNetworkSize(QSpinBox *control, const QString &prefix, const QString &accessibleName);
    Row addRow(const QString &label, const QString &objectName, int low, int high, const QString &suffix);

    Row m_idle;
    Row m_login;
    Row m_data;
    Row m_sessions;
    Row m_sessionsPerClient;
    Row m_sessionsPerNetwork;
    QSpinBox *m_prefix4;
    QSpinBox *m_prefix6;
    Row m_lineLength;
    QLineEdit *m_banner;
    FormRow *m_bannerRow;
};

} // namespace ferry::ui
