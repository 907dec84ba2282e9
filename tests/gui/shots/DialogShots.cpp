#include "tests/gui/shots/DialogShots.h"

#include "tests/gui/SampleRuleSet.h"
#include "ui/dialogs/AboutDialog.h"
#include "ui/dialogs/CommandPalette.h"
#include "ui/dialogs/ConnectionTestDialog.h"
#include "ui/dialogs/ExternalAddressDialog.h"
#include "ui/dialogs/FilterDialog.h"
#include "ui/dialogs/FtpServiceDialog.h"
#include "ui/dialogs/GatewayDialog.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/dialogs/PassiveRangeDialog.h"
#include "ui/dialogs/ProblemsDialog.h"
#include "ui/dialogs/ProtocolEditor.h"
#include "ui/dialogs/RestartDialog.h"
#include "ui/dialogs/ReviewDialog.h"
#include "ui/dialogs/RuleDialog.h"
#include "ui/dialogs/ServerImportDialog.h"
#include "ui/dialogs/ShortcutSheet.h"
#include "ui/dialogs/VolumeDialog.h"
#include "ui/widgets/FieldEdit.h"
#include "ui/window/Actions.h"
#include "ui/wizard/PublishWizard.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace ferry::ui;

namespace ferry::shots {
namespace {

const RuleId partner = RuleId::fromTrusted(u"partner-upload"_s);
const ServiceId files = ServiceId::fromTrusted(u"files-1"_s);
const ServiceId mirror = ServiceId::fromTrusted(u"mirror"_s);

QList<NodePlan> samplePlans()
{
    NodePlan gateway{u"203.0.113.1:7521"_s, u"gw-1"_s, {}, {}, {}, {}, {}, {}};
    gateway.changes << PlannedChange{PlannedChange::What::Change, u"Partner upload"_s, u"Filter off"_s}
                    << PlannedChange{PlannedChange::What::Change, u"Partner upload"_s,
                           u"Ports 5000–5003 published as primary connections"_s}
                    << PlannedChange{PlannedChange::What::Add, u"Staff"_s,
                           u"Clients on any network reach mirror at 203.0.113.1:2121"_s};
    NodePlan server{u"198.51.100.20:7521"_s, u"files-1"_s, {}, {}, {}, {}, {}, {}};
    server.changes << PlannedChange{PlannedChange::What::Change, u"files-1"_s,
        u"Passive range 5000–5003 instead of any port"_s}
                   << PlannedChange{PlannedChange::What::Change, u"files-1"_s, u"External address 203.0.113.1"_s};
    server.native << NativeChange{u"/etc/vsftpd.conf"_s,
        u"# vsftpd of files-1\nlisten=YES\nlisten_ipv6=NO\nlocal_enable=YES\nwrite_enable=YES\nssl_enable=YES\npasv_enable=YES\npasv_min_port=0\nrequire_ssl_reuse=YES\nxferlog_enable=YES\n"_s,
        u"# vsftpd of files-1\nlisten=YES\nlisten_ipv6=NO\nlocal_enable=YES\nwrite_enable=YES\nssl_enable=YES\npasv_enable=YES\npasv_min_port=5000\npasv_max_port=5003\npasv_address=203.0.113.1\nrequire_ssl_reuse=YES\nxferlog_enable=YES\n"_s};
    server.restarts << RestartImpact{files, 4};
    server.desired.services << ServiceConfig{};
    return {gateway, server};
}

ApplyProgress sampleProgress(ApplyPhase phase)
{
    ApplyProgress progress;
    progress.phase = phase;
    progress.steps = {{u"files-1"_s, u"Prepare files-1"_s,
                          u"vsftpd started once with the new configuration on port 40021"_s, StepState::Done},
        {u"gw-1"_s, u"Prepare gw-1"_s, u"Checked by ferrygate-proxy"_s, StepState::Done},
        {u"files-1"_s, u"Commit files-1"_s, u"vsftpd restarted in 420 ms, process 4711"_s, StepState::Done},
        {u"gw-1"_s, u"Commit gw-1"_s, {}, StepState::Running}, {{}, u"Test Partner upload"_s, {}, StepState::Waiting}};
    if (phase == ApplyPhase::Unconfirmed || phase == ApplyPhase::Confirmed) {
        progress.steps[3] = {u"gw-1"_s, u"Commit gw-1"_s, u"Swapped in place, 3 sessions went on"_s, StepState::Done};
        progress.steps[4] = {{}, u"Test Partner upload"_s, u"Listed and transferred"_s, StepState::Done};
        progress.confirmLeft = 47s;
    }
    return progress;
}

ProbeReport sampleReport(bool works)
{
    ProbeReport report{partner, u"203.0.113.1:21"_s, {}};
    report.steps = {{u"Connect"_s, u"203.0.113.1:21"_s, StepState::Done, 2ms, {}, {}},
        {u"Greeting"_s, u"220 files-1 ready"_s, StepState::Done, 4ms, {}, {}},
        {u"AUTH TLS"_s, u"234 Proceed with negotiation; TLS 1.3, files.example.net"_s, StepState::Done, 31ms, {}, {}},
        {u"Log in"_s, u"230 Login successful"_s, StepState::Done, 12ms, {}, {}}};
    if (works) {
        report.steps << ProbeStep{u"EPSV and LIST"_s, u"229: port 5001; 14 entries"_s, StepState::Done, 22ms, {}, {}}
                     << ProbeStep{u"RETR by PASV"_s, u"227: 203.0.113.1, port 5002; 20 MB, SHA-256 equal"_s,
                            StepState::Done, 1840ms, {}, {}};
    } else {
        report.steps << ProbeStep{u"EPSV and LIST"_s, u"229: port 51877; 150 Here comes the directory listing"_s,
            StepState::Failed, 10s,
            u"The data connection to port 51877 was not answered: the gateway cannot read the encrypted 229 and has not opened the port."_s,
            u"FG102"_s}
                     << ProbeStep{u"RETR by PASV"_s, {}, StepState::Waiting, 0ms, {}, {}};
    }
    return report;
}

QuickFix noFix(const QString &label)
{
    return {label, [](const RuleSet &) { return EditPtr(); }};
}

Finding sampleFinding()
{
    Finding finding;
    finding.code = u"FG102"_s;
    finding.severity = Severity::Error;
    finding.subjectId = partner.text();
    finding.title = u"LIST will hang after 150"_s;
    finding.explanation =
        u"The session is encrypted end to end, so that the gateway cannot see which data port the server "
        "chose. Fix the server's passive range and publish it."_s;
    finding.fixes = {noFix(u"Set 5000–5019 and publish it"_s), noFix(u"End TLS at the gateway"_s)};
    return finding;
}

void typeInto(QDialog *dialog, const QString &name, const QString &text)
{
    if (auto *field = dialog->findChild<FieldEdit *>(name))
        field->setText(text);
}

} // namespace

DialogShots::DialogShots()
{
    m_document.load(sampleRuleSet());
    m_clock.setWallClock(QDateTime({2026, 3, 2}, {9, 53}, Qt::UTC));
    addEditors();
    addReview();
    addResults();
    addWizard();
}

void DialogShots::addEditors()
{
    m_shots << Shot{u"rule"_s, [this] { return new RuleDialog(m_document, partner); }};
    m_shots << Shot{u"rule-new"_s, [this] { return new RuleDialog(m_document, {}); }};
    m_shots << Shot{u"protocol-locked"_s,
        [this] { return new ProtocolEditor(m_document, ProtocolId::fromTrusted(u"ftp-server"_s), partner); }};
    m_shots << Shot{u"protocol-overlap"_s, [this] {
                        auto *dialog = new ProtocolEditor(m_document, {});
                        dialog->findChild<QLineEdit *>(u"protocolName"_s)->setText(u"FTPS Server (Partner upload)"_s);
                        dialog->findChild<QPushButton *>(u"addPrimary"_s)->click();
                        dialog->findChild<QPushButton *>(u"addPrimary"_s)->click();
                        const auto ports = dialog->findChildren<FieldEdit *>(u"ports"_s);
                        ports.at(1)->setText(u"5000-5003"_s);
                        ports.at(2)->setText(u"5002-5010"_s);
                        return dialog;
                    }};
    m_shots << Shot{u"range"_s, [this] {
                        auto *dialog = new PassiveRangeDialog(m_document, files);
                        dialog->setSessions(4);
                        typeInto(dialog, u"passiveRange"_s, u"5000-5003"_s);
                        return dialog;
                    }};
    m_shots << Shot{u"range-wrong"_s, [this] {
                        auto *dialog = new PassiveRangeDialog(m_document, files);
                        typeInto(dialog, u"passiveRange"_s, u"5003-5000"_s);
                        return dialog;
                    }};
    m_shots << Shot{u"address"_s, [this] { return new ExternalAddressDialog(m_document, files, u"default"_s); }};
    m_shots << Shot{u"address-each"_s, [this] {
                        auto *dialog = new ExternalAddressDialog(m_document, mirror, u"public"_s);
                        typeInto(dialog, u"externalAddress"_s, u"10.0.0.7"_s);
                        dialog->findChild<QRadioButton *>(u"addressForEach"_s)->click();
                        return dialog;
                    }};
    for (int tab = 0; tab < 4; ++tab) {
        m_shots << Shot{u"filter-%1"_s.arg(tab + 1), [this, tab] {
                            auto *dialog = new FilterDialog(m_document, partner);
                            dialog->findChild<QTabWidget *>()->setCurrentIndex(tab);
                            if (tab == 1) {
                                auto *preset = dialog->findChild<QComboBox *>(u"commandPreset"_s);
                                preset->setCurrentIndex(2);
                                Q_EMIT preset->activated(2);
                            } else if (tab == 3) {
                                dialog->findChild<QSpinBox *>(u"maxSessionsPerNetwork"_s)->setValue(20);
                            }
                            return dialog;
                        }};
    }
    m_shots << Shot{u"filter-terminate"_s, [this] {
                        auto *dialog = new FilterDialog(m_document, partner);
                        dialog->findChild<QRadioButton *>(u"authTlsTerminate"_s)->click();
                        return dialog;
                    }};
    m_shots << Shot{u"gateway"_s, [this] { return new GatewayDialog(m_document, GatewayId::fromTrusted(u"gw-2"_s)); }};
    m_shots << Shot{u"service"_s, [this] { return new FtpServiceDialog(m_document, mirror); }};
}

void DialogShots::addReview()
{
    const auto review = [this](const std::function<void(ReviewDialog &)> &fill) {
        return [this, fill] {
            auto *dialog = new ReviewDialog(m_document, m_intents, m_clock);
            dialog->setPlans(samplePlans());
            fill(*dialog);
            return dialog;
        };
    };
    m_shots << Shot{u"review-asking"_s, [this] { return new ReviewDialog(m_document, m_intents, m_clock); }};
    m_shots << Shot{u"review-words"_s, review([](ReviewDialog &) {})};
    m_shots << Shot{u"review-missing-node"_s, review([](ReviewDialog &dialog) {
                        QList<NodePlan> plans = samplePlans();
                        plans[1].problem = u"198.51.100.20:7521 did not answer in 5 s."_s;
                        dialog.setPlans(plans);
                    })};
    m_shots << Shot{u"review-applying"_s,
        review([](ReviewDialog &dialog) { dialog.setProgress(sampleProgress(ApplyPhase::Committing)); })};
    m_shots << Shot{u"review-keep"_s, review([](ReviewDialog &dialog) {
                        dialog.setReport(sampleReport(true));
                        ApplyProgress progress = sampleProgress(ApplyPhase::Unconfirmed);
                        progress.confirmLeft = 60s;
                        dialog.setProgress(progress);
                        dialog.setProgress(sampleProgress(ApplyPhase::Unconfirmed));
                    })};
    m_shots << Shot{u"review-applied"_s,
        review([](ReviewDialog &dialog) { dialog.setProgress(sampleProgress(ApplyPhase::Confirmed)); })};
    m_shots << Shot{u"review-failed"_s, review([](ReviewDialog &dialog) {
                        ApplyProgress progress = sampleProgress(ApplyPhase::Failed);
                        progress.steps[2] = {u"files-1"_s, u"Commit files-1"_s,
                            u"vsftpd did not listen on port 21 within 5 s."_s, StepState::Failed};
                        progress.steps[3].state = StepState::Skipped;
                        progress.steps[4].state = StepState::Skipped;
                        progress.error = Error{ErrorCode::Refused, u"files-1"_s, u"The change was not applied."_s,
                            u"vsftpd on files-1 did not start with it: 500 OOPS: bad bool value in config file."_s,
                            u"Mend line 12 of /etc/vsftpd.conf, then review again."_s};
                        dialog.setProgress(progress);
                    })};
    m_shots << Shot{u"review-conflict"_s, review([](ReviewDialog &dialog) {
                        ApplyProgress progress;
                        progress.phase = ApplyPhase::Failed;
                        progress.error = Error{ErrorCode::Conflict, u"gw-1"_s, u"The change was not applied."_s,
                            u"gw-1 was changed after this plan was made."_s,
                            u"Review again: the new plan starts from what runs now."_s};
                        progress.conflict = ApplyRecord{{}, {}, u"maria"_s, u"192.0.2.77"_s,
                            QDateTime({2026, 3, 2}, {9, 41}, Qt::UTC), u"Partner asked for the old server for a week"_s,
                            {u"Public mirror: listener 203.0.113.2:2121"_s, u"Partner upload: filter off"_s}, {}};
                        dialog.setProgress(progress);
                    })};
}

void DialogShots::addResults()
{
    m_shots << Shot{u"test-failed"_s, [this] {
                        auto *dialog = new ConnectionTestDialog(m_document, m_intents, partner);
                        dialog->setFindings({sampleFinding()});
                        dialog->setReport(sampleReport(false));
                        return dialog;
                    }};
    m_shots << Shot{u"test-good"_s, [this] {
                        auto *dialog = new ConnectionTestDialog(m_document, m_intents, partner);
                        dialog->setReport(sampleReport(true));
                        return dialog;
                    }};
    m_shots << Shot{u"restart"_s, [this] { return new RestartDialog(m_document, m_intents, files, 4); }};
    m_shots << Shot{u"restart-done"_s, [this] {
                        auto *dialog = new RestartDialog(m_document, m_intents, files, 4);
                        dialog->setReport({files, true, 4630, 4711, 21, u"220 files-1 ready"_s, 4, 420ms, false, {}});
                        return dialog;
                    }};
    m_shots << Shot{u"restart-failed"_s, [this] {
                        auto *dialog = new RestartDialog(m_document, m_intents, files, 4);
                        dialog->setReport({files, false, 4630, 4702, 0, {}, 4, 5s, true,
                            u"It ended with 500 OOPS: bad bool value in config file."_s});
                        return dialog;
                    }};
    m_shots << Shot{u"import"_s, [this] {
                        RuleSet incoming = sampleRuleSet();
                        PublishingRule rule = incoming.rules.at(0);
                        rule.filter.enabled = false;
                        rule.from.clear();
                        incoming.rules.replace(0, rule);
                        rule.id = RuleId::fromTrusted(u"night-shift"_s);
                        rule.name = u"Night shift"_s;
                        incoming.rules.append(rule);
                        return new ImportDialog(m_document, incoming, u"/srv/rules/partners.json"_s);
                    }};
    m_shots << Shot{u"server-import"_s, [this] {
                        auto *dialog = new ServerImportDialog(m_document, m_intents, files);
                        ServiceConfig found{files, FtpSoftware::Vsftpd, u"/etc/vsftpd.conf"_s, u"vsftpd.service"_s,
                            PortRange::fromTrusted(40000, 40100), {}};
                        found.sites << ServiceConfig::Site{u"default"_s, Address::fromTrusted(u"198.51.100.20"), 990,
                            TlsMode::Implicit, Address::fromTrusted(u"192.0.2.7")};
                        dialog->setFound(found);
                        return dialog;
                    }};
    m_shots << Shot{u"server-import-failed"_s, [this] {
                        auto *dialog = new ServerImportDialog(m_document, m_intents, files);
                        dialog->setError(files,
                            Error{ErrorCode::Unreachable, {}, u"files-1 was not asked."_s,
                                u"198.51.100.20:7521 does not answer."_s, u"Start its agent."_s});
                        return dialog;
                    }};
    constexpr qint64 gib = 1024LL * 1024 * 1024;
    m_shots << Shot{u"volume"_s, [this] {
                        return new VolumeDialog(m_document, m_intents, files,
                            VolumeStatus{u"/srv/ftp"_s, 200 * gib, 61 * gib, 10 * gib, 0});
                    }};
    m_shots << Shot{u"volume-low"_s, [this] {
                        return new VolumeDialog(m_document, m_intents, files,
                            VolumeStatus{u"/srv/ftp"_s, 200 * gib, 3 * gib, 10 * gib, 4 * gib});
                    }};
    m_shots << Shot{u"volume-none"_s, [this] { return new VolumeDialog(m_document, m_intents, files, std::nullopt); }};
    m_shots << Shot{
        u"problems"_s, [] {
            const auto problem = [](int line, int column, const QString &pointer, const QString &why,
                                     const QString &remedy) {
                return LoadProblem{line, column, pointer,
                    Error{ErrorCode::InvalidInput, pointer, u"The rule set was not read."_s, why, remedy}};
            };
            return new ProblemsDialog(u"/srv/rules/partners.json"_s,
                {problem(12, 26, u"/ftpServices/0/passivePorts"_s, u"5003-5000 ends before it starts."_s,
                     u"Write the lower port first."_s),
                    problem(31, 17, u"/rules/0/listener/port"_s, u"65536 is not a TCP port."_s,
                        u"Write a port from 1 to 65535."_s),
                    problem(44, 7, u"/rules/1"_s, u"\"filtr\" is not a field of a rule. Did you mean \"filter\"?"_s,
                        u"Mend or remove it."_s)});
        }};
    m_shots << Shot{u"about"_s, [] { return new AboutDialog; }};
    m_shots << Shot{u"commands"_s, [] {
                        auto *actions = new Actions(nullptr);
                        auto *palette = new CommandPalette(actions->all());
                        actions->setParent(palette);
                        return palette;
                    }};
    m_shots << Shot{u"shortcuts"_s, [] {
                        QAction publish(u"&Publish FTP server…"_s);
                        publish.setShortcut(QKeySequence(u"Ctrl+N"_s));
                        QAction undo(u"&Undo"_s);
                        undo.setShortcut(QKeySequence::Undo);
                        return new ShortcutSheet({&publish, &undo});
                    }};
}

void DialogShots::addWizard()
{
    for (const PublishStep step : publishSteps) {
        m_shots << Shot{u"wizard-%1"_s.arg(static_cast<int>(step) + 1), [this, step] {
                            auto *wizard = new PublishWizard(m_document, [](const RuleSet &then, const Change &) {
                                return then.rules.size() > 2 ? QList{sampleFinding()} : QList<Finding>();
                            });
                            for (int i = 0; i < static_cast<int>(step); ++i)
                                wizard->primaryButton()->click();
                            return wizard;
                        }};
    }
    m_shots << Shot{u"wizard-new-service"_s, [this] {
                        auto *wizard = new PublishWizard(
                            m_document, [](const RuleSet &, const Change &) { return QList<Finding>(); });
                        wizard->findChild<QRadioButton *>(u"sourceNew"_s)->click();
                        return wizard;
                    }};
}

void DialogShots::draw(const QDir &folder, const QString &scheme) const
{
    for (const Shot &shot : m_shots) {
        const std::unique_ptr<QDialog> dialog(shot.make());
        dialog->show();
        QApplication::processEvents();
        QApplication::processEvents();
        dialog->grab().save(folder.filePath(u"dialog-%1-%2.png"_s.arg(shot.name, scheme)));
    }
}

} // namespace ferry::shots
