#include "ui/dialogs/RestartDialog.h"

#include "models/edits/Document.h"
#include "models/plan/Words.h"
#include "models/tables/StepText.h"
#include "ui/dialogs/StepList.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/window/Intents.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

QString restartText(const RestartReport &report, const QString &service)
{
    if (report.succeeded) {
        const QString done = RestartDialog::tr("%1 was restarted in %2.").arg(service, elapsedText(report.elapsed));
        return report.sessionsCut == 0
            ? done
            : done + u' ' + RestartDialog::tr("%n sessions ended with it.", nullptr, report.sessionsCut);
    }
    const QString outcome = report.lastGoodRestored
        ? RestartDialog::tr("The configuration that worked last runs again.")
        : RestartDialog::tr("It does not run now. Look at its own log on the server.");
    return RestartDialog::tr("%1 was not restarted. %2 %3").arg(service, report.reason, outcome);
}

RestartDialog::RestartDialog(
    const Document &document, Intents &intents, const ServiceId &service, int sessions, QWidget *parent)
    : ActionDialog(u"restartDialog"_s, parent)
    , m_intents(intents)
    , m_service(service)
    , m_strip(new MessageStrip(MessageStrip::Kind::Note, {}, this))
    , m_steps(new StepList(this))
{
    const FtpService *found = document.ruleSet().ftpServices.find(service);
    m_software = found ? softwareText(found->software) : service.text();
    m_name = found ? tr("%1 on %2").arg(m_software, found->name) : service.text();
    m_strip->setObjectName(u"restartStrip"_s);
    body()->addWidget(m_strip);
    body()->addWidget(m_steps);
    body()->addStretch(1);
    setHeading(
        tr("Restart %1").arg(m_name), tr("The server reads its configuration anew. The gateway stays as it is."));
    if (sessions > 0)
        m_strip->setMessage(
            MessageStrip::Kind::Warning, tr("Ends %n sessions. Their transfers break off.", nullptr, sessions));
    else if (sessions == 0)
        m_strip->setMessage(MessageStrip::Kind::Note, tr("No session is open there now."));
    else
        m_strip->setMessage(
            MessageStrip::Kind::Warning, tr("Ends every session that is open there. How many is not known."));
    setPrimary(tr("&Restart %1").arg(m_software), u"restart"_s);
    resize(520, 300);
}

void RestartDialog::setReport(const RestartReport &report)
{
    if (report.service != m_service)
        return;
    m_succeeded = report.succeeded;
    m_strip->setMessage(
        report.succeeded ? MessageStrip::Kind::Good : MessageStrip::Kind::Error, restartText(report, m_name));
    QList<StepLine> lines;
    const auto add = [&](bool known, const QString &title, const QString &detail) {
        lines << StepLine{known ? StepState::Done : StepState::Failed, title, detail, {}, {}};
    };
    add(report.newPid > 0 && report.newPid != report.oldPid, tr("New process"),
        report.newPid > 0 ? tr("%1 instead of %2").arg(report.newPid).arg(report.oldPid) : tr("none"));
    add(report.port > 0, tr("Port listens"), report.port > 0 ? QString::number(report.port) : tr("no"));
    add(!report.banner.isEmpty(), tr("Greeting read"),
        report.banner.isEmpty() ? tr("nothing was answered") : report.banner);
    m_steps->setSteps(lines);
    setBusy(false);
    setDismissal(report.succeeded ? QString() : tr("Close"));
    setPrimary(report.succeeded ? tr("Close") : tr("&Restart again"));
}

void RestartDialog::setError(const Error &error)
{
    m_strip->setError(error);
    m_steps->setSteps({});
    setBusy(false);
}

void RestartDialog::commit()
{
    if (m_succeeded)
        return accept();
    m_strip->setMessage(MessageStrip::Kind::Note, tr("Restarting %1…").arg(m_name));
    m_steps->setSteps({});
    setBusy(true, tr("Restarting…"));
    Q_EMIT m_intents.restartRequested(m_service);
}

} // namespace ferry::ui
