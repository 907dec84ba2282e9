#include "app/ctl/story/StoryTeller.h"

#include "app/ctl/cli/Await.h"
#include "app/ctl/cli/Shapes.h"
#include "models/checks/FindingStore.h"
#include "models/edits/FilterEdits.h"
#include "models/edits/ServiceEdits.h"
#include "models/store/RuleSetFile.h"
#include "models/wire/ResultCode.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace ferry::ctl {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using backend::AgentResult;

const RuleId &uploadRule()
{
    static const RuleId id = RuleId::fromTrusted(u"partner-upload"_s);
    return id;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("StoryTeller", text);
}

QByteArray sha256(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

// vsftpd's log of commands (log_ftp_protocol): FTP command: Client "127.0.0.2", "AUTH TLS"
bool hasCommand(const QString &serverLog, const QString &verb)
{
    const QStringList lines = serverLog.split(u'\n');
    return std::any_of(lines.cbegin(), lines.cend(),
        [&](const QString &line) { return line.contains("FTP command:"_L1) && line.contains(u", \""_s + verb); });
}

bool concerns(const Finding &finding, const QString &field)
{
    return finding.severity != Severity::Note && finding.field == field;
}

} // namespace

StoryTeller::StoryTeller(Narrator &narrator, const Lab &lab, LabState state, Workbench &bench,
    std::vector<std::unique_ptr<FtpClient>> clients, RuleSet ruleSet)
    : m_narrator(narrator), m_lab(lab), m_state(std::move(state)), m_bench(bench), m_clients(std::move(clients))
{
    m_document.load(std::move(ruleSet));
}

void StoryTeller::tell()
{
    using Step = void (StoryTeller::*)();
    for (const Step step : {&StoryTeller::filterDeniesAuthTls, &StoryTeller::filterSwitchedOff,
             &StoryTeller::quickFixes, &StoryTeller::applied, &StoryTeller::bothClientsTransfer,
             &StoryTeller::filterPassesAuthTls, &StoryTeller::plainThroughTheFilter}) {
        (this->*step)();
        if (!m_narrator.allHeld())
            return;
    }
}

const PublishingRule &StoryTeller::partnerUpload() const
{
    return *m_document.ruleSet().rules.find(uploadRule());
}

QList<Finding> StoryTeller::findings() const
{
    CheckFacts facts;
    facts.today = QDate::currentDate();
    return checkRuleSet(m_document.ruleSet(), facts);
}

void StoryTeller::tellFindings(const QList<Finding> &findings)
{
    for (const Finding &finding : findings) {
        if (finding.severity != Severity::Note)
            m_narrator.say(u"%1 %2: %3"_s.arg(finding.code, finding.subjectId, finding.title));
    }
}

bool StoryTeller::perform(EditPtr edit)
{
    const QString name = edit->name();
    const Result<void> performed = m_document.perform(std::move(edit));
    return m_narrator.check(
        tr("Edit: %1").arg(name), performed.has_value(), performed ? QString() : performed.error().text());
}

FtpTask StoryTeller::task(bool tls, quint16 port) const
{
    FtpTask task;
    task.tls = tls;
    task.address = m_state.network.gateway;
    task.port = port;
    task.authority = m_lab.paths().identity() + u"/ca.pem"_s;
    task.home = m_lab.paths().path(u"clients"_s);
    QDir().mkpath(task.home);
    return task;
}

QString StoryTeller::newServerLog()
{
    QFile file(m_lab.paths().vsftpdLog());
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_serverLogRead))
        return {};
    const QByteArray text = file.readAll();
    m_serverLogRead += text.size();
    return QString::fromUtf8(text);
}

QList<LogEntry> StoryTeller::gatewayLog()
{
    const Result<backend::AgentChannel *> channel = m_bench.agents.channel(m_state.network.gatewayAgent());
    QObject context;
    return await<AgentResult<QList<LogEntry>>>([&](const auto &done) {
        (*channel)->log(200, &context, done);
    }).value_or(QList<LogEntry>());
}

void StoryTeller::filterDeniesAuthTls()
{
    m_narrator.step(u"a"_s, tr("The gateway's FTP filter is on and does not let AUTH TLS through"));
    const QList<Finding> predicted = findings();
    tellFindings(predicted);
    m_narrator.check(tr("A finding predicts that clients get 550 to AUTH TLS"),
        std::any_of(predicted.cbegin(), predicted.cend(), [](const Finding &finding) {
            return concerns(finding, u"filter.authTls"_s) && finding.subjectId == uploadRule().text();
        }));
    Q_UNUSED(newServerLog())
    for (const auto &client : m_clients) {
        const ClientRun run = client->run(task(true, m_state.network.controlPort));
        m_narrator.check(tr("%1 gets 550 and gives up").arg(client->name()),
            !run.succeeded() && run.log.contains("550 "_L1), run.lineWith(u"550 "));
    }
    const QString serverLog = newServerLog();
    m_narrator.check(tr("The server saw the connections, but never AUTH"),
        serverLog.contains("CONNECT: Client"_L1) && !hasCommand(serverLog, u"AUTH"_s));
    const auto isDenial = [](const LogEntry &entry) {
        return entry.rule == uploadRule() && entry.resultCode == resultcode::connectionKilled
            && entry.originator == Originator::Gateway;
    };
    const QList<LogEntry> log = gatewayLog();
    const auto denial = std::find_if(log.cbegin(), log.cend(), isDenial);
    m_narrator.check(tr("The gateway's log names itself as the originator"), denial != log.cend(),
        denial == log.cend() ? QString() : u"%1, %2"_s.arg(resultCodeText(denial->resultCode), denial->text));

    for (const auto &client : m_clients) {
        const ClientRun run = client->run(task(false, m_state.network.mirrorPort));
        m_narrator.check(tr("%1 lists in plain FTP meanwhile: the filter opens the data port, no range is set anywhere")
                             .arg(client->name()),
            run.succeeded() && run.out.contains("welcome.txt"_L1), run.lineWith(u"226 "));
    }
}

void StoryTeller::filterSwitchedOff()
{
    m_narrator.step(u"b"_s, tr("The filter is switched off for that rule: login works, LIST fails"));
    if (!perform(switchFilter(uploadRule(), false)))
        return;
    const QList<Finding> predicted = findings();
    tellFindings(predicted);
    m_narrator.check(tr("Before anything is applied, a finding predicts that LIST will hang"),
        std::any_of(predicted.cbegin(), predicted.cend(),
            [](const Finding &finding) { return concerns(finding, u"passivePorts"_s); }));
    if (!apply(tr("AUTH TLS has to get through"), true))
        return;
    for (const auto &client : m_clients) {
        const ClientRun run = client->run(task(true, m_state.network.controlPort));
        m_narrator.check(tr("%1 logs in").arg(client->name()), run.log.contains("230 "_L1), run.lineWith(u"230 "));
        m_narrator.check(
            tr("%1 gets no listing").arg(client->name()), !run.succeeded(), run.log.trimmed().section(u'\n', -1));
    }
}

void StoryTeller::quickFixes()
{
    m_narrator.step(u"c"_s, tr("The findings' own fixes are taken"));
    // One fix can cure several findings, so the checks are asked again after each.
    constexpr int mostFixes = 12;
    for (int i = 0; i < mostFixes; ++i) {
        const QList<Finding> open = findings();
        const auto next = std::find_if(open.cbegin(), open.cend(),
            [](const Finding &finding) { return finding.severity != Severity::Note && !finding.fixes.isEmpty(); });
        if (next == open.cend())
            break;
        m_narrator.say(u"%1 %2: %3"_s.arg(next->code, next->subjectId, next->title));
        if (!perform(next->fixes.first().makeEdit(m_document.ruleSet())))
            return;
    }
    const RuleSet &ruleSet = m_document.ruleSet();
    const ProtocolDefinition *protocol = ruleSet.protocols.find(partnerUpload().protocol);
    const std::optional<PortRange> range = service().passivePorts;
    m_narrator.check(
        tr("The server has a fixed passive range"), range.has_value(), range ? range->toDisplay() : QString());
    m_narrator.check(tr("The site advertises the gateway's external address"),
        service().sites.first().externalAddress.forGateway(partnerUpload().gateways.first()) == m_state.network.gateway,
        m_state.network.gateway.toString());
    m_narrator.check(tr("The rule uses a protocol definition of its own that publishes the range"),
        protocol && !protocol->builtIn && range && relayPorts(*protocol).contains(*range),
        protocol ? protocol->name : QString());
    const QList<Finding> left = findings();
    m_narrator.check(tr("No error is left in the findings"),
        std::none_of(
            left.cbegin(), left.cend(), [](const Finding &finding) { return finding.severity == Severity::Error; }));
}

void StoryTeller::applied()
{
    m_narrator.step(u"d"_s, tr("Applied: plan shown, service restarted, tested from the outside, confirmed"));
    apply(tr("Fixed passive range, external address"), false);
}

bool StoryTeller::apply(const QString &why, bool expectFailedTest)
{
    const backend::Plan plan = m_bench.plan(m_document.ruleSet(), backend::Planner::Depth::Native);
    m_narrator.say(planText(plan));
    if (!m_narrator.check(
            tr("The plan names the changes"), plan.isComplete() && plan.hasChanges(), plan.problems().join(u' ')))
        return false;
    const bool restarts = std::any_of(
        plan.nodes.cbegin(), plan.nodes.cend(), [](const NodePlan &node) { return !node.restarts.isEmpty(); });

    backend::ApplyOptions options;
    options.why = why;
    options.confirmWhenVerified = !expectFailedTest;
    options.verification.certificate.mode = backend::CertificatePolicy::Mode::Authority;
    options.verification.certificate.authorityFile = m_lab.paths().identity() + u"/ca.pem"_s;
    options.verification.uploadDirectory = u"upload"_s;
    Result<ApplyProgress> progress = m_bench.apply(plan, options);
    if (!progress)
        return m_narrator.check(tr("It is applied"), false, progress.error().text());
    for (const ApplyStep &step : progress->steps)
        m_narrator.say(u"%1 %2%3"_s.arg(
            stateMark(step.state), step.title, step.detail.isEmpty() ? QString() : u": "_s + step.detail));
    if (expectFailedTest) {
        const bool hasFailed = progress->phase == ApplyPhase::Unconfirmed && progress->error;
        if (!m_narrator.check(tr("The test from the outside fails and says why"), hasFailed,
                progress->error ? progress->error->why : phaseName(progress->phase)))
            return false;
        progress = m_bench.confirm();
    }
    if (restarts) {
        const bool isRestarted = std::any_of(progress->steps.cbegin(), progress->steps.cend(),
            [](const ApplyStep &step) { return step.node == "files-1"_L1 && step.detail.contains("restarted"_L1); });
        m_narrator.check(tr("The FTP service was restarted"), isRestarted);
    }
    const bool isConfirmed = progress->phase == ApplyPhase::Confirmed;
    m_narrator.check(expectFailedTest ? tr("It is kept all the same") : tr("It is tested and confirmed"), isConfirmed,
        progress->error ? progress->error->text() : QString());
    const auto saved = saveRuleSet(m_lab.paths().ruleSet(), m_document.ruleSet());
    return isConfirmed && m_narrator.check(tr("The rule set is saved"), saved.has_value());
}

void StoryTeller::transfer(const FtpClient &client, FtpTask task, bool isWritable)
{
    const QString how = u"%1, %2"_s.arg(client.name(), task.epsv ? u"EPSV"_s : u"PASV"_s);
    const QString name = u"%1-%2.bin"_s.arg(client.name(), task.epsv ? u"epsv"_s : u"pasv"_s);
    const QString original = m_lab.paths().files() + u"/pub/big.bin"_s;

    task.kind = FtpTask::Kind::List;
    const ClientRun listing = client.run(task);
    const bool isAsAsked = listing.log.contains(task.epsv ? "229 "_L1 : "227 "_L1);
    m_narrator.check(tr("%1: LIST").arg(how),
        listing.succeeded() && isAsAsked && listing.out.contains("welcome.txt"_L1),
        listing.succeeded() ? QString() : listing.log.trimmed().section(u'\n', -1));

    task.kind = FtpTask::Kind::Download;
    task.remote = u"pub/big.bin"_s;
    task.local = task.home + u'/' + name;
    const ClientRun down = client.run(task);
    const QByteArray expected = sha256(original);
    const QByteArray received = sha256(task.local);
    m_narrator.check(tr("%1: 20 MB down, same SHA-256").arg(how), down.succeeded() && received == expected,
        down.succeeded() ? QString::fromLatin1(received.left(16)) + u'\u2026' : down.log.trimmed().section(u'\n', -1));
    if (!isWritable)
        return;

    task.kind = FtpTask::Kind::Upload;
    task.remote = u"upload"_s;
    const ClientRun up = client.run(task);
    const QByteArray stored = sha256(m_lab.paths().files() + u"/upload/"_s + name);
    m_narrator.check(tr("%1: 20 MB up, same SHA-256").arg(how), up.succeeded() && stored == expected,
        up.succeeded() ? QString::fromLatin1(stored.left(16)) + u'\u2026' : up.log.trimmed().section(u'\n', -1));
    QFile::remove(m_lab.paths().files() + u"/upload/"_s + name);
    QFile::remove(task.local);
}

void StoryTeller::transferEverything(bool tls, quint16 port, bool isWritable)
{
    for (const auto &client : m_clients) {
        for (const bool epsv : {false, true}) {
            FtpTask one = task(tls, port);
            one.epsv = epsv;
            transfer(*client, one, isWritable);
        }
    }
}

void StoryTeller::bothClientsTransfer()
{
    m_narrator.step(u"e"_s, tr("curl and lftp list, fetch and store 20 MB over TLS, by PASV and by EPSV"));
    transferEverything(true, m_state.network.controlPort, true);
}

void StoryTeller::filterPassesAuthTls()
{
    m_narrator.step(u"f"_s, tr("The filter is switched on again, and lets AUTH TLS pass: it still works"));
    if (!perform(switchFilter(uploadRule(), true)) || !perform(setAuthTls(uploadRule(), AuthTls::Pass))
        || !apply(tr("Filter on again, AUTH TLS passes"), false))
        return;
    transferEverything(true, m_state.network.controlPort, true);
}

void StoryTeller::plainThroughTheFilter()
{
    m_narrator.step(u"g"_s, tr("A plain FTP session through the filter needs no fixed range"));
    const RuleSet &ruleSet = m_document.ruleSet();
    const PublishingRule *mirror = ruleSet.rules.find(RuleId::fromTrusted(u"public-mirror"_s));
    const ProtocolDefinition *protocol = mirror ? ruleSet.protocols.find(mirror->protocol) : nullptr;
    m_narrator.check(tr("The rule publishes the control port and no range, and its filter is on"),
        protocol && relayPorts(*protocol).isEmpty() && isFilterOn(ruleSet, *mirror),
        protocol ? protocol->name : QString());
    transferEverything(false, m_state.network.mirrorPort, false);
}

} // namespace ferry::ctl
