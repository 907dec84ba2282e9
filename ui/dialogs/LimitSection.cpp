#include "ui/dialogs/LimitSection.h"

#include "ui/dialogs/FormFields.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

LimitSection::LimitSection(QWidget *parent)
    : FilterSection(parent)
    , m_prefix4(
          makeNumber(u"networkPrefix4"_s, FilterLimits::minNetworkPrefix4, FilterLimits::maxNetworkPrefix4, {}, this))
    , m_prefix6(
          makeNumber(u"networkPrefix6"_s, FilterLimits::minNetworkPrefix6, FilterLimits::maxNetworkPrefix6, {}, this))
    , m_banner(new QLineEdit(this))
    , m_bannerRow(new FormRow(tr("&Greeting"), m_banner, {}, this))
{
    QVBoxLayout *layout = makeFormLayout(this);
    m_idle = addRow(tr("&Idle for at most"), u"idleSeconds"_s, 1, FilterLimits::maxIdleSeconds, tr(" s"));
    m_login = addRow(tr("&Login within"), u"loginSeconds"_s, 1, FilterLimits::maxLoginSeconds, tr(" s"));
    m_data = addRow(tr("&Data stalled for at most"), u"dataSeconds"_s, 1, FilterLimits::maxDataSeconds, tr(" s"));
    m_sessions = addRow(tr("&Sessions"), u"maxSessions"_s, 0, FilterLimits::maxSessions, {});
    m_sessionsPerClient = addRow(tr("Sessions a &client"), u"maxSessionsPerClient"_s, 0, FilterLimits::maxSessions, {});
    m_sessionsPerNetwork =
        addRow(tr("Sessions a net&work"), u"maxSessionsPerNetwork"_s, 0, FilterLimits::maxSessions, {});
    addNetworkSize(m_prefix4, tr("IPv4 /"), tr("Network size in IPv4"));
    addNetworkSize(m_prefix6, tr("IPv6 /"), tr("Network size in IPv6"));
    m_lineLength = addRow(
        tr("Command li&ne"), u"maxLineBytes"_s, FilterLimits::minLineBytes, FilterLimits::maxLineBytes, tr(" bytes"));
    for (const Row &row : {m_sessions, m_sessionsPerClient, m_sessionsPerNetwork})
        row.control->setSpecialValueText(tr("no limit"));
    m_banner->setObjectName(u"banner"_s);
    m_banner->setMaxLength(200);
    m_banner->setPlaceholderText(tr("the server's own"));
    layout->addWidget(m_bannerRow);
    layout->addStretch(1);
    connect(m_banner, &QLineEdit::textEdited, this, &FilterSection::edited);
}

void LimitSection::addNetworkSize(QSpinBox *control, const QString &prefix, const QString &accessibleName)
{
    control->setPrefix(prefix);
    control->setAccessibleName(accessibleName);
    control->setFixedWidth(96);
    auto *line = static_cast<QHBoxLayout *>(m_sessionsPerNetwork.row->editor()->layout());
    line->insertWidget(line->count() - 1, control);
    connect(control, &QSpinBox::valueChanged, this, &FilterSection::edited);
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
    const auto show = [](QSpinBox *control, int value) {
        const QSignalBlocker blocker(control);
        control->setValue(value);
    };
    const auto put = [&](const Row &row, int value) { show(row.control, value); };
    put(m_idle, settings.idleSeconds);
    put(m_login, settings.loginSeconds);
    put(m_data, settings.dataSeconds);
    put(m_sessions, settings.maxSessions);
    put(m_sessionsPerClient, settings.maxSessionsPerClient);
    put(m_sessionsPerNetwork, settings.maxSessionsPerNetwork);
    show(m_prefix4, settings.networkPrefix4);
    show(m_prefix6, settings.networkPrefix6);
    put(m_lineLength, settings.maxLineBytes);
    if (m_banner->text() != settings.banner)
        m_banner->setText(settings.banner);
}

void LimitSection::takeSettings(FilterSettings &settings) const
{
    settings.idleSeconds = m_idle.control->value();
    settings.loginSeconds = m_login.control->value();
    settings.dataSeconds = m_data.control->value();
    settings.maxSessions = m_sessions.control->value();
    settings.maxSessionsPerClient = m_sessionsPerClient.control->value();
    settings.maxSessionsPerNetwork = m_sessionsPerNetwork.control->value();
    settings.networkPrefix4 = m_prefix4->value();
    settings.networkPrefix6 = m_prefix6->value();
    settings.maxLineBytes = m_lineLength.control->value();
    settings.banner = m_banner->text();
}

void LimitSection::refresh(const FilterSettings &settings, const FilterSurroundings &)
{
    m_idle.row->setConsequence(consequenceOfIdle(settings.idleSeconds));
    m_login.row->setConsequence(consequenceOfLogin(settings.loginSeconds));
    m_data.row->setConsequence(consequenceOfData(settings.dataSeconds, settings.idleSeconds));
    m_sessions.row->setConsequence(consequenceOfSessions(settings.maxSessions));
    m_sessionsPerClient.row->setConsequence(consequenceOfSessionsPerClient(settings.maxSessionsPerClient));
    m_sessionsPerNetwork.row->setConsequence(consequenceOfSessionsPerNetwork(settings));
    m_prefix4->setVisible(settings.maxSessionsPerNetwork > 0);
    m_prefix6->setVisible(settings.maxSessionsPerNetwork > 0);
    m_lineLength.row->setConsequence(consequenceOfLineLength(settings.maxLineBytes));
    m_bannerRow->setConsequence(consequenceOfBanner(settings.banner));
    setEnabled(settings.enabled);
}

} // namespace ferry::ui
