#include "ui/dialogs/InspectionSection.h"

#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/FormFields.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Switch.h"

#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

InspectionSection::InspectionSection(QWidget *parent)
    : FilterSection(parent)
    , m_enabled(new Switch(tr("FTP filter"), this))
    , m_enabledRow(new FormRow(tr("FTP &filter"), m_enabled, {}, this))
    , m_tlsHeader(new SectionHeader(tr("When a client asks for AUTH TLS"), this))
    , m_authTls(new ChoiceList(tr("AUTH TLS"), this))
    , m_upstream(new QComboBox(this))
    , m_upstreamRow(new FormRow(tr("&Way to the server"), m_upstream, {}, this))
    , m_clear(new Switch(tr("Allow CCC"), this))
    , m_clearRow(new FormRow(tr("Allow &CCC"), m_clear, {}, this))
{
    m_enabled->setObjectName(u"filterEnabled"_s);
    m_authTls->setObjectName(u"authTls"_s);
    m_authTls->addChoice(static_cast<int>(AuthTls::Deny), tr("&Deny"), u"authTlsDeny"_s);
    m_authTls->addChoice(static_cast<int>(AuthTls::Pass), tr("&Pass"), u"authTlsPass"_s);
    m_authTls->addChoice(static_cast<int>(AuthTls::Terminate), tr("&Terminate"), u"authTlsTerminate"_s);
    m_clear->setObjectName(u"clearCommandChannel"_s);
    m_upstream->setObjectName(u"upstreamTls"_s);
    m_upstream->addItem(tr("Same as the client"), static_cast<int>(UpstreamTls::Same));
    m_upstream->addItem(tr("Clear text"), static_cast<int>(UpstreamTls::Clear));
    m_upstream->addItem(tr("Always TLS"), static_cast<int>(UpstreamTls::Required));

    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(m_enabledRow);
    layout->addSpacing(metrics::half);
    layout->addWidget(m_tlsHeader);
    layout->addWidget(m_authTls);
    layout->addWidget(m_upstreamRow);
    layout->addWidget(m_clearRow);
    layout->addStretch(1);

    connect(m_enabled, &Switch::toggled, this, &FilterSection::edited);
    connect(m_authTls, &ChoiceList::choiceMade, this, &FilterSection::edited);
    connect(m_clear, &Switch::toggled, this, &FilterSection::edited);
    connect(m_upstream, &QComboBox::activated, this, &FilterSection::edited);
}

void InspectionSection::showSettings(const FilterSettings &settings)
{
    const QSignalBlocker blocker(m_enabled);
    const QSignalBlocker clearBlocker(m_clear);
    m_enabled->setChecked(settings.enabled);
    m_authTls->setChosen(static_cast<int>(settings.authTls));
    m_clear->setChecked(settings.clearCommandChannel);
    m_upstream->setCurrentIndex(m_upstream->findData(static_cast<int>(settings.upstreamTls)));
}

void InspectionSection::takeSettings(FilterSettings &settings) const
{
    settings.enabled = m_enabled->isChecked();
    settings.authTls = static_cast<AuthTls>(m_authTls->chosen());
    settings.clearCommandChannel = m_clear->isChecked();
    settings.upstreamTls = static_cast<UpstreamTls>(m_upstream->currentData().toInt());
}

void InspectionSection::refresh(const FilterSettings &settings, const FilterSurroundings &around)
{
    m_enabled->setText(settings.enabled ? tr("On") : tr("Off"));
    m_enabledRow->setConsequence(consequenceOfFilter(settings.enabled, around));
    for (const AuthTls handling : {AuthTls::Deny, AuthTls::Pass, AuthTls::Terminate})
        m_authTls->setConsequence(static_cast<int>(handling), consequenceOf(handling, around));
    m_clear->setText(settings.clearCommandChannel ? tr("On") : tr("Off"));
    m_clearRow->setConsequence(consequenceOfClearCommandChannel(settings.clearCommandChannel));
    m_clearRow->setVisible(settings.authTls == AuthTls::Terminate);
    m_clearRow->setEnabled(settings.enabled);
    m_upstreamRow->setConsequence(consequenceOf(settings.upstreamTls));
    m_upstreamRow->setVisible(settings.authTls == AuthTls::Terminate);
    m_authTls->setEnabled(settings.enabled);
    m_tlsHeader->setEnabled(settings.enabled);
    m_upstreamRow->setEnabled(settings.enabled);
}

} // namespace ferry::ui
