#include "ui/dialogs/FtpServiceDialog.h"

#include "models/edits/Acceptance.h"
#include "models/edits/Document.h"
#include "models/edits/ServiceEdits.h"
#include "models/edits/UniqueName.h"
#include "models/plan/Words.h"
#include "ui/dialogs/AgentAddress.h"
#include "ui/dialogs/FormFields.h"
#include "ui/dialogs/SiteList.h"
#include "ui/theme/Fonts.h"
#include "ui/theme/Metrics.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/ValueEdits.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

FtpServiceDialog::FtpServiceDialog(Document &document, const ServiceId &service, QWidget *parent)
    : ActionDialog(u"ftpServiceDialog"_s, parent)
    , m_document(document)
    , m_service(service)
    , m_name(new QLineEdit(this))
    , m_agent(new QLineEdit(this))
    , m_software(new QComboBox(this))
    , m_configPath(new QLineEdit(this))
    , m_unit(new QLineEdit(this))
    , m_range(new PortRangeEdit(PortRangeEdit::Empty::Allowed, this))
    , m_rangeRow(nullptr)
    , m_sites(new SiteList(this))
{
    m_name->setObjectName(u"serviceName"_s);
    m_agent->setObjectName(u"serviceAgent"_s);
    m_agent->setPlaceholderText(u"198.51.100.20:7521"_s);
    m_software->setObjectName(u"serviceSoftware"_s);
    m_configPath->setObjectName(u"configPath"_s);
    m_configPath->setPlaceholderText(tr("/etc/vsftpd.conf"));
    m_configPath->setFont(fixedFont(m_configPath->font()));
    m_unit->setObjectName(u"serviceUnit"_s);
    m_unit->setPlaceholderText(tr("vsftpd.service"));
    m_range->setObjectName(u"servicePassiveRange"_s);
    m_range->setPlaceholderText(tr("any port"));
    for (const FtpSoftware software :
        {FtpSoftware::Vsftpd, FtpSoftware::Proftpd, FtpSoftware::PureFtpd, FtpSoftware::Iis})
        m_software->addItem(softwareText(software), static_cast<int>(software));

    auto *content = new QWidget(this);
    QVBoxLayout *form = makeFormLayout(content);
    m_rangeRow = makeNarrowRow(tr("Passive &range"), m_range, 200, {}, content);
    form->addWidget(new FormRow(tr("&Name"), m_name, {}, content));
    form->addWidget(
        new FormRow(tr("&Agent"), m_agent, tr("Host and port of the agent on the server's machine."), content));
    form->addWidget(makeNarrowRow(tr("Soft&ware"), m_software, 200, {}, content));
    form->addWidget(new FormRow(tr("&Configuration"), m_configPath,
        tr("The file that the agent edits; it must allow it. Only its own keys change."), content));
    form->addWidget(
        new FormRow(tr("&Unit"), m_unit, tr("What is restarted: a systemd unit, or a child of the agent."), content));
    form->addWidget(m_rangeRow);
    form->addSpacing(metrics::half);
    form->addWidget(new SectionHeader(tr("Sites"), content));
    form->addWidget(m_sites);
    form->addStretch(1);
    addScrolled(content);
    resize(680, 710);

    const FtpService *present = m_document.ruleSet().ftpServices.find(service);
    setHeading(present ? present->name : tr("New FTP service"),
        tr("FTP server software that Ferrygate sets up and restarts."));
    setPrimary(present ? tr("Save service") : tr("Add service"));
    FtpService shown = present ? *present : FtpService();
    if (!present)
        shown.sites << FtpSite{u"default"_s, Address(), 21, {}, TlsMode::Explicit};
    m_name->setText(shown.name);
    m_agent->setText(shown.agent);
    m_software->setCurrentIndex(m_software->findData(static_cast<int>(shown.software)));
    m_configPath->setText(shown.configPath);
    m_unit->setText(shown.serviceUnit);
    m_range->setValue(shown.passivePorts);
    m_sites->setSites(shown.sites);

    const auto changed = [this] {
        m_touched = true;
        refresh();
    };
    for (QLineEdit *edit : {m_name, m_agent, m_configPath, m_unit})
        connect(edit, &QLineEdit::textEdited, this, changed);
    connect(m_software, &QComboBox::activated, this, changed);
    connect(m_range, &FieldEdit::edited, this, changed);
    connect(m_sites, &SiteList::edited, this, changed);
    refresh();
    m_name->setFocus();
}

FtpService FtpServiceDialog::value() const
{
    const FtpService *present = m_document.ruleSet().ftpServices.find(m_service);
    FtpService service = present ? *present : FtpService();
    service.name = m_name->text().trimmed();
    service.agent = m_agent->text().trimmed();
    service.software = static_cast<FtpSoftware>(m_software->currentData().toInt());
    service.configPath = m_configPath->text().trimmed();
    service.serviceUnit = m_unit->text().trimmed();
    service.passivePorts = m_range->value();
    service.sites = m_sites->sites();
    return service;
}

void FtpServiceDialog::refresh()
{
    FtpService candidate = value();
    m_rangeRow->setConsequence(!m_range->isValid() ? QString()
            : candidate.passivePorts
            ? tr("%n ports, for all sites. A change counts after the restart that the next Apply makes.", nullptr,
                  candidate.passivePorts->size())
            : tr("Empty: the server picks any port. Encrypted clients then hang at LIST, since no gateway can publish "
                 "that."));
    std::optional<Error> problem = agentAddressProblem(candidate.agent);
    if (!problem && !candidate.configPath.isEmpty() && !candidate.configPath.startsWith(u'/')
        && candidate.software != FtpSoftware::Iis) {
        problem = Error{ErrorCode::InvalidInput, candidate.configPath, tr("The configuration was not accepted."),
            tr("\"%1\" is not an absolute path.").arg(candidate.configPath),
            tr("Write the whole path, such as /etc/vsftpd.conf.")};
    }
    if (!problem && !m_range->isValid()) {
        problem = Error{
            ErrorCode::InvalidInput, m_range->text(), tr("The range was not accepted."), m_range->errorText(), {}};
    }
    if (!problem)
        problem = m_sites->problem();
    if (!problem) {
        if (candidate.id.isNull())
            candidate.id = ServiceId::fromTrusted(u"new"_s);
        if (const auto accepted = acceptable(m_document.ruleSet(), candidate); !accepted)
            problem = accepted.error();
    }
    setProblem(problem, !m_touched);
}

void FtpServiceDialog::commit()
{
    FtpService service = value();
    EditPtr edit;
    if (m_service.isNull()) {
        service.id = uniqueId(m_document.ruleSet().ftpServices, service.name, u"service");
        edit = insertService(service);
    } else {
        edit = replaceService(service);
    }
    if (const auto done = m_document.perform(std::move(edit)); !done)
        return showFailure(done.error());
    m_service = service.id;
    accept();
}

} // namespace ferry::ui
