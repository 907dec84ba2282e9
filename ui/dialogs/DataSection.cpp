#include "ui/dialogs/DataSection.h"

#include "ui/dialogs/FormFields.h"
#include "ui/widgets/Switch.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

DataSection::DataSection(QWidget *parent) : FilterSection(parent)
{
    QVBoxLayout *layout = makeFormLayout(this);
    m_passive = addRow(tr("&Passive mode"), tr("Passive mode"), u"passiveMode"_s);
    m_active = addRow(tr("&Active mode"), tr("Active mode"), u"activeMode"_s);
    m_rewrite = addRow(tr("Rewrite the add&ress"), tr("Rewrite the address in 227"), u"rewriteAddress"_s);
    m_sameClient = addRow(tr("&Same client only"), tr("Data only from the same client"), u"sameClientAddress"_s);
    layout->addStretch(1);
}

DataSection::Row DataSection::addRow(const QString &label, const QString &what, const QString &objectName)
{
    auto *control = new Switch(what, this);
    control->setObjectName(objectName);
    auto *row = new FormRow(label, control, {}, this);
    layout()->addWidget(row);
    connect(control, &Switch::toggled, this, &FilterSection::edited);
    return {control, row};
}

void DataSection::showSettings(const FilterSettings &settings)
{
    const auto put = [](const Row &row, bool on) {
        const QSignalBlocker blocker(row.control);
        row.control->setChecked(on);
    };
    put(m_passive, settings.dataModes.passive);
    put(m_active, settings.dataModes.active);
    put(m_rewrite, settings.rewriteAddress);
    put(m_sameClient, settings.sameClientAddress);
}

void DataSection::takeSettings(FilterSettings &settings) const
{
    settings.dataModes.passive = m_passive.control->isChecked();
    settings.dataModes.active = m_active.control->isChecked();
    settings.rewriteAddress = m_rewrite.control->isChecked();
    settings.sameClientAddress = m_sameClient.control->isChecked();
}

void DataSection::refresh(const FilterSettings &settings, const FilterSurroundings &)
{
    for (const Row &row : {m_passive, m_active, m_rewrite, m_sameClient})
        row.control->setText(row.control->isChecked() ? tr("On") : tr("Off"));
    m_passive.row->setConsequence(consequenceOfPassive(settings.dataModes));
    m_active.row->setConsequence(consequenceOfActive(settings.dataModes));
    m_rewrite.row->setConsequence(consequenceOfRewriteAddress(settings.rewriteAddress));
    m_sameClient.row->setConsequence(consequenceOfSameClientAddress(settings.sameClientAddress));
    setEnabled(settings.enabled);
}

} // namespace ferry::ui
