#include "ui/window/Dialogs.h"

#include "models/edits/Document.h"
#include "models/tables/LiveFindings.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/CommandPalette.h"
#include "ui/dialogs/ConnectionTestDialog.h"
#include "ui/dialogs/ExternalAddressDialog.h"
#include "ui/dialogs/FilterDialog.h"
#include "ui/dialogs/FtpServiceDialog.h"
#include "ui/dialogs/GatewayDialog.h"
#include "ui/dialogs/PassiveRangeDialog.h"
#include "ui/dialogs/ProtocolEditor.h"
#include "ui/dialogs/RestartDialog.h"
#include "ui/dialogs/ReviewDialog.h"
#include "ui/dialogs/RuleDialog.h"
#include "ui/dialogs/ServerImportDialog.h"
#include "ui/dialogs/ShortcutSheet.h"
#include "ui/dialogs/VolumeDialog.h"
#include "ui/window/Actions.h"
#include "ui/window/Intents.h"
#include "ui/window/LiveState.h"
#include "ui/wizard/PublishWizard.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

Dialogs::Dialogs(Document &document, LiveFindings &findings, LiveState &live, Intents &intents, QWidget *window)
    : QObject(window), m_document(document), m_findings(findings), m_live(live), m_intents(intents), m_window(window)
{
}

Dialogs::~Dialogs() = default;

void Dialogs::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Dialogs::publish()
{
    auto *wizard = new PublishWizard(
        m_document, [this](const RuleSet &then, const Change &change) { return m_findings.preview(then, change); },
        m_window);
    connect(wizard, &PublishWizard::published, this, &Dialogs::ruleMade);
    connect(wizard, &PublishWizard::reviewRequested, this, &Dialogs::review, Qt::QueuedConnection);
    open(wizard);
}

void Dialogs::newRule()
{
    editRule({});
}

void Dialogs::editRule(const RuleId &rule)
{
    auto *dialog = new RuleDialog(m_document, rule, m_window);
    connect(dialog, &RuleDialog::filterRequested, this, &Dialogs::editFilter, Qt::QueuedConnection);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT ruleMade(dialog->rule()); });
    open(dialog);
}

void Dialogs::editFilter(const RuleId &rule)
{
    open(new FilterDialog(m_document, rule, m_window));
}

void Dialogs::editProtocol(const ProtocolId &protocol, const RuleId &forRule)
{
    open(new ProtocolEditor(m_document, protocol, forRule, m_window));
}

void Dialogs::newProtocol()
{
    editProtocol({});
}

void Dialogs::editService(const ServiceId &service)
{
    open(new FtpServiceDialog(m_document, service, m_window));
}

void Dialogs::newService()
{
    editService({});
}

void Dialogs::editPassiveRange(const ServiceId &service)
{
    auto *dialog = new PassiveRangeDialog(m_document, service, m_window);
    if (const FtpService *found = m_document.ruleSet().ftpServices.find(service)) {
        if (const ServiceStatus *status = serviceStatus(m_live.statuses(), *found))
            dialog->setSessions(status->sessions);
    }
    open(dialog);
}

void Dialogs::editExternalAddress(const ServiceId &service, const QString &site)
{
    open(new ExternalAddressDialog(m_document, service, site, m_window));
}

void Dialogs::editGateway(const GatewayId &gateway)
{
    open(new GatewayDialog(m_document, gateway, m_window));
}

void Dialogs::newGateway()
{
    editGateway({});
}

void Dialogs::review()
{
    if (m_review)
        return;
    m_review = new ReviewDialog(m_document, m_intents, m_clock, m_window);
    open(m_review);
}

void Dialogs::test(const RuleId &rule)
{
    m_test = new ConnectionTestDialog(m_document, m_intents, rule, m_window);
    m_test->setFindings(m_findings.findings(rule));
    connect(&m_findings, &LiveFindings::changed, m_test,
        [this, rule, dialog = m_test.data()] { dialog->setFindings(m_findings.findings(rule)); });
    connect(m_test, &ConnectionTestDialog::reviewRequested, this, &Dialogs::review, Qt::QueuedConnection);
    open(m_test);
}

void Dialogs::restart(const ServiceId &service)
{
    int sessions = -1;
    if (const FtpService *found = m_document.ruleSet().ftpServices.find(service)) {
        if (const ServiceStatus *status = serviceStatus(m_live.statuses(), *found))
            sessions = status->sessions;
    }
    if (sessions == 0) {
        Q_EMIT m_intents.restartRequested(service); // nobody is cut off: one click is enough
        return;
    }
    m_restart = new RestartDialog(m_document, m_intents, service, sessions, m_window);
    open(m_restart);
}

void Dialogs::importFromServer(const ServiceId &service)
{
    m_serverImport = new ServerImportDialog(m_document, m_intents, service, m_window);
    open(m_serverImport);
    Q_EMIT m_intents.serverSettingsRequested(service);
}

void Dialogs::showVolume(const ServiceId &service)
{
    const FtpService *found = m_document.ruleSet().ftpServices.find(service);
    const ServiceStatus *status = found ? serviceStatus(m_live.statuses(), *found) : nullptr;
    m_volume = new VolumeDialog(
        m_document, m_intents, service, status ? status->volume : std::optional<VolumeStatus>(), m_window);
    open(m_volume);
}

void Dialogs::showKeys(const Actions &actions)
{
    open(new ShortcutSheet(actions.all(), m_window));
}

void Dialogs::findAction(const Actions &actions)
{
    open(new CommandPalette(actions.all(), m_window));
}

void Dialogs::showAbout()
{
    open(new AboutDialog(m_window));
}

void Dialogs::showError(const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Ferrygate"), error.what, QMessageBox::NoButton, m_window);
    box->setObjectName(u"errorBox"_s);
    box->setInformativeText(u"%1 %2"_s.arg(error.why, error.remedy).trimmed());
    box->addButton(tr("Close"), QMessageBox::RejectRole)->setObjectName(u"errorClose"_s);
    open(box);
}

void Dialogs::setPlans(const QList<NodePlan> &plans)
{
    if (m_review)
        m_review->setPlans(plans);
}

void Dialogs::setProgress(const ApplyProgress &progress)
{
    if (m_review)
        m_review->setProgress(progress);
}

void Dialogs::setReport(const ProbeReport &report)
{
    if (m_review)
        m_review->setReport(report);
    if (m_test)
        m_test->setReport(report);
}

bool Dialogs::setRestart(const RestartReport &report)
{
    if (m_restart)
        m_restart->setReport(report);
    return !m_restart.isNull();
}

bool Dialogs::setRestartError(const Error &error)
{
    if (m_restart)
        m_restart->setError(error);
    return !m_restart.isNull();
}

void Dialogs::setServerSettings(const ServiceConfig &found)
{
    if (m_serverImport)
        m_serverImport->setFound(found);
}

void Dialogs::setServerSettingsError(const ServiceId &service, const Error &error)
{
    if (m_serverImport)
        m_serverImport->setError(service, error);
}

void Dialogs::setVolume(const ServiceId &service, const VolumeStatus &volume)
{
    if (m_volume)
        m_volume->setVolume(service, volume);
}

void Dialogs::setVolumeError(const ServiceId &service, const Error &error)
{
    if (m_volume)
        m_volume->setError(service, error);
}

} // namespace ferry::ui
