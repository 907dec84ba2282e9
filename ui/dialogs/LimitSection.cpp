#include "ui/dialogs/LimitSection.h"

#include "ui/dialogs/FormFields.h"

#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

LimitSection::LimitSection(QWidget *parent)
    : FilterSection(parent)
    , m_banner(new QLineEdit(this))
    , m_bannerRow(new FormRow(tr("&Greeting"), m_banner, {}, this))
{
    QVBoxLayout *layout = makeFormLayout(this);
    m_idle = addRow(tr("&Idle for at most"), u"idleSeconds"_s, 1, FilterLimits::maxIdleSeconds, tr(" s"));
    m_login = addRow(tr("&Login within"), u"loginSeconds"_s, 1, FilterLimits::maxLoginSeconds, tr(" s"));
    m_sessions = addRow(tr("&Sessions"), u"maxSessions"_s, 0, FilterLimits::maxSessions, {});
    m_sessionsPerClient = addRow(tr("Sessions a &client"), u"maxSessionsPerClient"_s, 0, FilterLimits::maxSessions, {});
    m_lineLength = addRow(
        tr("Command li&ne"), u"maxLineBytes"_s, FilterLimits::minLineBytes, FilterLimits::maxLineBytes, tr(" bytes"));
    m_sessions.control->setSpecialValueText(tr("no limit"));
    m_sessionsPerClient.control->setSpecialValueText(tr("no limit"));
    m_banner->setObjectName(u"banner"_s);
    m_banner->setMaxLength(200);
    m_banner->setPlaceholderText(tr("the server's own"));
    layout->addWidget(m_bannerRow);
    layout->addStretch(1);
    connect(m_banner, &QLineEdit::textEdited, this, &FilterSection::edited);
}

LimitSection::Row LimitSection::addRow(
    const QString &label, const QString &objectName, int low, int high, const QString &suffix)
{
    QSpinBox *control = makeNumber(objectName, low, high, suffix, this);
    FormRow *row = makeNarrowRow(label, control, 160, {}, this);
    layout()->addWidget(row);
    connect(control, &QSpinBox::valueChanged, this, &FilterSection::edited);
    return {control, row};
}

void LimitSection::showSettings(const FilterSettings &settings)
{
    const auto put = [](const Row &row, int value) {
        const QSignalBlocker blocker(row.control);
        row.control->setValue(value);
    };
    put(m_idle, settings.idleSeconds);
    put(m_login, settings.loginSeconds);
    put(m_sessions, settings.maxSessions);
    put(m_sessionsPerClient, settings.maxSessionsPerClient);
    put(m_lineLength, settings.maxLineBytes);
    if (m_banner->text() != settings.banner)
        m_banner->setText(settings.banner);
}

void LimitSection::takeSettings(FilterSettings &settings) const
{
    settings.idleSeconds = m_idle.control->value();
    settings.loginSeconds = m_login.control->value();
    settings.maxSessions = m_sessions.control->value();
    settings.maxSessionsPerClient = m_sessionsPerClient.control->value();
    settings.maxLineBytes = m_lineLength.control->value();
    settings.banner = m_banner->text();
}

void LimitSection::refresh(const FilterSettings &settings, const FilterSurroundings &)
{
    m_idle.row->setConsequence(consequenceOfIdle(settings.idleSeconds));
    m_login.row->setConsequence(consequenceOfLogin(settings.loginSeconds));
    m_sessions.row->setConsequence(consequenceOfSessions(settings.maxSessions));
    m_sessionsPerClient.row->setConsequence(consequenceOfSessionsPerClient(settings.maxSessionsPerClient));
    m_lineLength.row->setConsequence(consequenceOfLineLength(settings.maxLineBytes));
    m_bannerRow->setConsequence(consequenceOfBanner(settings.banner));
    setEnabled(settings.enabled);
}

} // namespace ferry::ui
