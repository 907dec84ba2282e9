#include "ui/wizard/ServerPage.h"

#include "models/edits/References.h"
#include "models/plan/Words.h"
#include "ui/dialogs/AgentAddress.h"
#include "ui/dialogs/ChoiceList.h"
#include "ui/dialogs/FormFields.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/ValueEdits.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {
namespace {

using Source = PublishDraft::Source;

constexpr int serviceRole = Qt::UserRole;
constexpr int siteRole = Qt::UserRole + 1;
constexpr int visibleSites = 6;

QString usualPath(FtpSoftware software)
{
    switch (software) {
    case FtpSoftware::Vsftpd:
        return u"/etc/vsftpd.conf"_s;
    case FtpSoftware::Proftpd:
        return u"/etc/proftpd/proftpd.conf"_s;
    case FtpSoftware::PureFtpd:
        return u"/etc/pure-ftpd/conf"_s;
    case FtpSoftware::Iis:
        return {};
    }
    return {};
}

QString usualUnit(FtpSoftware software)
{
    switch (software) {
    case FtpSoftware::Vsftpd:
        return u"vsftpd.service"_s;
    case FtpSoftware::Proftpd:
        return u"proftpd.service"_s;
    case FtpSoftware::PureFtpd:
        return u"pure-ftpd.service"_s;
    case FtpSoftware::Iis:
        return u"ftpsvc"_s;
    }
    return {};
}

} // namespace

ServerPage::ServerPage(const RuleSet &ruleSet, QWidget *parent)
    : PublishPage(parent)
    , m_ruleSet(ruleSet)
    , m_source(new ChoiceList(tr("What to publish"), this))
    , m_sites(new QListWidget(this))
    , m_service(new QWidget(this))
    , m_name(new QLineEdit(m_service))
    , m_agent(new QLineEdit(m_service))
    , m_software(new QComboBox(m_service))
    , m_configPath(new QLineEdit(m_service))
    , m_unit(new QLineEdit(m_service))
    , m_location(new QWidget(this))
    , m_address(new AddressEdit(AddressEdit::Empty::Allowed, m_location))
    , m_port(new PortRangeEdit(PortRangeEdit::Empty::Refused, m_location))
{
    m_source->addChoice(static_cast<int>(Source::ManagedSite), tr("A &managed FTP service"), u"sourceManaged"_s,
        tr("Ferrygate sets its passive range and external address, and restarts it when that is needed."));
    m_source->addChoice(static_cast<int>(Source::NewService), tr("A ne&w FTP service"), u"sourceNew"_s,
        tr("A server with a Ferrygate agent that is not in the rule set yet."));
    m_source->addChoice(static_cast<int>(Source::BareAddress), tr("A server by its a&ddress"), u"sourceAddress"_s,
        tr("The gateway alone is set up. The server's passive range and address are then yours to keep in step."));
    m_sites->setObjectName(u"siteChoice"_s);
    m_sites->setAccessibleName(tr("Sites of managed FTP services"));
    m_sites->setUniformItemSizes(true);
    fillSites();

    m_name->setObjectName(u"newServiceName"_s);
    m_name->setPlaceholderText(tr("files-1"));
    m_agent->setObjectName(u"newServiceAgent"_s);
    m_agent->setPlaceholderText(u"198.51.100.20:7521"_s);
    m_software->setObjectName(u"newServiceSoftware"_s);
    m_configPath->setObjectName(u"newServiceConfig"_s);
    m_configPath->setFont(fixedFont(m_configPath->font()));
    m_unit->setObjectName(u"newServiceUnit"_s);
    for (const FtpSoftware software :
        {FtpSoftware::Vsftpd, FtpSoftware::Proftpd, FtpSoftware::PureFtpd, FtpSoftware::Iis})
        m_software->addItem(softwareText(software), static_cast<int>(software));
    QVBoxLayout *service = makeFormLayout(m_service);
    service->addWidget(new FormRow(tr("&Service name"), m_name, {}, m_service));
    service->addWidget(
        new FormRow(tr("A&gent"), m_agent, tr("Host and port of the agent on the server's machine."), m_service));
    service->addWidget(makeNarrowRow(tr("So&ftware"), m_software, 200, {}, m_service));
    service->addWidget(new FormRow(tr("&Configuration"), m_configPath, {}, m_service));
    service->addWidget(new FormRow(tr("&Unit"), m_unit, {}, m_service));

    m_address->setObjectName(u"serverAddress"_s);
    m_address->setPlaceholderText(u"198.51.100.20"_s);
    m_port->setObjectName(u"serverPort"_s);
    m_port->setAccessibleName(tr("Server port"));
    m_port->setSinglePort(true);
    m_port->setFixedWidth(96);
    auto *endpoint = new QWidget(m_location);
    auto *line = new QHBoxLayout(endpoint);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::unit);
    auto *portLabel = new QLabel(tr("&port"), endpoint);
    portLabel->setBuddy(m_port);
    portLabel->setMinimumHeight(metrics::controlHeight);
    line->addWidget(m_address, 1, Qt::AlignTop);
    line->addWidget(portLabel, 0, Qt::AlignTop);
    line->addWidget(m_port, 0, Qt::AlignTop);
    endpoint->setFocusProxy(m_address);
    makeFormLayout(m_location)
        ->addWidget(new FormRow(tr("FTP s&erver"), endpoint, tr("Where the gateway reaches it."), m_location));
    m_address->setAccessibleName(tr("Server address"));

    QVBoxLayout *layout = makeFormLayout(this);
    layout->addWidget(m_source);
    layout->addSpacing(metrics::half);
    layout->addWidget(m_sites);
    layout->addWidget(m_service);
    layout->addWidget(m_location);
    layout->addStretch(1);

    connect(m_source, &ChoiceList::choiceMade, this, &PublishPage::edited);
    connect(m_sites, &QListWidget::currentRowChanged, this, &PublishPage::edited);
    for (QLineEdit *edit : {m_name, m_agent, m_configPath, m_unit})
        connect(edit, &QLineEdit::textEdited, this, &PublishPage::edited);
    connect(m_software, &QComboBox::activated, this, [this] {
        const auto software = static_cast<FtpSoftware>(m_software->currentData().toInt());
        m_configPath->setText(usualPath(software));
        m_unit->setText(usualUnit(software));
        Q_EMIT edited();
    });
    connect(m_address, &FieldEdit::edited, this, &PublishPage::edited);
    connect(m_port, &FieldEdit::edited, this, &PublishPage::edited);
}

void ServerPage::fillSites()
{
    for (const FtpService &service : m_ruleSet.ftpServices) {
        for (const FtpSite &site : service.sites) {
            QStringList words{service.sites.size() > 1 ? tr("%1, site %2").arg(service.name, site.name) : service.name,
                softwareText(service.software), endpointText(site.address, site.port), tlsText(site.tls)};
            const QList<RuleId> users = rulesUsing(m_ruleSet, service.id, site.name);
            if (!users.isEmpty())
                words << tr("published by %1").arg(m_ruleSet.rules.find(users.first())->name);
            auto *item = new QListWidgetItem(icon(u"services"_s), words.join(u"  ·  "_s), m_sites);
            item->setData(serviceRole, service.id.text());
            item->setData(siteRole, site.name);
        }
    }
    const int rowHeight = std::max(m_sites->sizeHintForRow(0), 1);
    m_sites->setFixedHeight(std::clamp(m_sites->count(), 1, visibleSites) * rowHeight + 2 * m_sites->frameWidth());
    m_source->setChoiceEnabled(static_cast<int>(Source::ManagedSite), m_sites->count() > 0);
}

PublishDraft::Source ServerPage::source() const
{
    return static_cast<Source>(m_source->chosen());
}

void ServerPage::showDraft(const PublishDraft &draft)
{
    const QSignalBlocker blocker(this);
    m_source->setChosen(static_cast<int>(draft.source));
    for (int row = 0; row < m_sites->count(); ++row) {
        const QListWidgetItem *item = m_sites->item(row);
        if (item->data(serviceRole).toString() == draft.managed.service.text()
            && item->data(siteRole).toString() == draft.managed.site)
            m_sites->setCurrentRow(row);
    }
    m_name->setText(draft.serviceName);
    m_agent->setText(draft.agent);
    m_software->setCurrentIndex(m_software->findData(static_cast<int>(draft.software)));
    m_configPath->setText(draft.configPath.isEmpty() ? usualPath(draft.software) : draft.configPath);
    m_unit->setText(draft.serviceUnit.isEmpty() ? usualUnit(draft.software) : draft.serviceUnit);
    m_address->setValue(draft.serverAddress);
    m_port->setValue(PortRange::fromTrusted(draft.serverPort, draft.serverPort));
}

void ServerPage::takeDraft(PublishDraft &draft)
{
    const Source before = std::exchange(draft.source, source());
    if (draft.source == Source::ManagedSite) {
        if (const QListWidgetItem *item = m_sites->currentItem()) {
            const ServiceSite site{
                ServiceId::fromTrusted(item->data(serviceRole).toString()), item->data(siteRole).toString()};
            if (site != draft.managed || before != Source::ManagedSite)
                chooseSite(draft, m_ruleSet, site);
        }
        return;
    }
    draft.serviceName = m_name->text().trimmed();
    draft.agent = m_agent->text().trimmed();
    draft.software = static_cast<FtpSoftware>(m_software->currentData().toInt());
    draft.configPath = m_configPath->text().trimmed();
    draft.serviceUnit = m_unit->text().trimmed();
    draft.serverAddress = m_address->value();
    if (const auto port = m_port->value())
        draft.serverPort = port->low();
}

void ServerPage::refresh(const PublishDraft &draft)
{
    m_sites->setVisible(draft.source == Source::ManagedSite);
    m_service->setVisible(draft.source == Source::NewService);
    m_location->setVisible(draft.source != Source::ManagedSite);
}

std::optional<Error> ServerPage::problem() const
{
    if (source() == Source::ManagedSite)
        return {};
    if (source() == Source::NewService) {
        if (auto agent = agentAddressProblem(m_agent->text().trimmed()))
            return agent;
    }
    if (m_address->isValid() && m_port->isValid())
        return {};
    return Error{ErrorCode::InvalidInput, m_address->text(), tr("The server was not accepted."),
        m_address->isValid() ? tr("Its port cannot be read.") : tr("Its address cannot be read."),
        tr("Write an address such as 198.51.100.20, and a port from 1 to 65535.")};
}

QWidget *ServerPage::firstField() const
{
    return source() == Source::ManagedSite ? static_cast<QWidget *>(m_sites) : m_source;
}

} // namespace ferry::ui
