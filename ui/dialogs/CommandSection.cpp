#include "ui/dialogs/CommandSection.h"

#include "models/plan/Words.h"
#include "ui/dialogs/CommandListEdit.h"
#include "ui/dialogs/FormFields.h"
#include "ui/theme/Fonts.h"
#include "ui/widgets/Labels.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

CommandSection::CommandSection(QWidget *parent)
    : FilterSection(parent)
    , m_preset(new QComboBox(this))
    , m_presetRow(new FormRow(tr("&Commands"), m_preset, {}, this))
    , m_allow(new CommandListEdit(this))
    , m_allowRow(new FormRow(tr("Allow &only"), m_allow, tr("Empty: everything that is not refused below."), this))
    , m_deny(new CommandListEdit(this))
    , m_denyRow(new FormRow(tr("&Refuse"), m_deny, tr("Wins over the list above. The gateway answers 550."), this))
    , m_refused(makeParagraph({}, this))
    , m_refusedRow(new FormRow(tr("Refused"), m_refused, {}, this))
{
    m_preset->setObjectName(u"commandPreset"_s);
    for (const CommandPreset preset :
        {CommandPreset::Full, CommandPreset::ReadOnly, CommandPreset::UploadOnly, CommandPreset::Custom})
        m_preset->addItem(presetText(preset), static_cast<int>(preset));
    m_allow->setObjectName(u"commandsAllowed"_s);
    m_allow->setPlaceholderText(tr("USER, PASS, PASV, LIST, RETR, QUIT"));
    m_refused->setObjectName(u"commandsThatGet550"_s);
    m_refused->setFont(fixedFont(m_refused->font()));
    m_deny->setObjectName(u"commandsRefused"_s);
    m_deny->setPlaceholderText(tr("DELE, RMD, SITE CHMOD"));

    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(m_presetRow);
    layout->addWidget(m_allowRow);
    layout->addWidget(m_denyRow);
    layout->addWidget(m_refusedRow);
    layout->addStretch(1);

    connect(m_preset, &QComboBox::activated, this, &FilterSection::edited);
    connect(m_allow, &FieldEdit::edited, this, &FilterSection::edited);
    connect(m_deny, &FieldEdit::edited, this, &FilterSection::edited);
}

void CommandSection::showSettings(const FilterSettings &settings)
{
    const QSignalBlocker allow(m_allow);
    const QSignalBlocker deny(m_deny);
    m_preset->setCurrentIndex(m_preset->findData(static_cast<int>(settings.commands.preset)));
    m_allow->setValue(settings.commands.allow);
    m_deny->setValue(settings.commands.deny);
}

void CommandSection::takeSettings(FilterSettings &settings) const
{
    settings.commands.preset = static_cast<CommandPreset>(m_preset->currentData().toInt());
    settings.commands.allow = m_allow->value();
    settings.commands.deny = m_deny->value();
}

void CommandSection::refresh(const FilterSettings &settings, const FilterSurroundings &around)
{
    const bool custom = settings.commands.preset == CommandPreset::Custom;
    m_presetRow->setConsequence(consequenceOf(settings.commands, around));
    m_allowRow->setVisible(custom);
    m_denyRow->setVisible(custom);
    QStringList refused;
    for (const QString &command : knownFtpCommands()) {
        if (!allows(settings.commands, command))
            refused << command;
    }
    m_refused->setText(refused.join(u", "_s));
    m_refusedRow->setVisible(!refused.isEmpty());
    setEnabled(settings.enabled);
}

std::optional<Error> CommandSection::problem() const
{
    if (m_preset->currentData().toInt() != static_cast<int>(CommandPreset::Custom))
        return {};
    const auto allow = m_allow->problem();
    return allow ? allow : m_deny->problem();
}

} // namespace ferry::ui
