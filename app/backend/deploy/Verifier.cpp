#include "app/backend/deploy/Verifier.h"

#include <algorithm>

namespace ferry::backend {
namespace {

const ProbeStep *firstFailed(const ProbeReport &report)
{
    const auto failed = std::find_if(report.steps.cbegin(), report.steps.cend(),
        [](const ProbeStep &step) { return step.state == StepState::Failed; });
    return failed == report.steps.cend() ? nullptr : &*failed;
}

QString doneSteps(const ProbeReport &report)
{
    QStringList titles;
    for (const ProbeStep &step : report.steps) {
        if (step.state == StepState::Done)
            titles.append(step.title);
    }
    return titles.join(QStringLiteral(", "));
}

} // namespace

Verifier::Verifier(QList<PublishedRule> rules, VerifyOptions options, Prober &prober, QObject *parent)
    : QObject(parent), m_rules(std::move(rules)), m_options(std::move(options)), m_prober(prober)
{
    m_leftOut = std::max<qsizetype>(m_rules.size() - m_options.atMost, 0);
    m_rules.resize(m_rules.size() - m_leftOut);
    for (const PublishedRule &rule : m_rules)
        m_steps.append(
            {{}, tr("Test %1").arg(rule.name.isEmpty() ? rule.id.text() : rule.name), {}, StepState::Waiting});
    m_reports.resize(m_rules.size());
}

void Verifier::run(std::function<void()> done)
{
    m_done = std::move(done);
    m_running = m_rules.size();
    if (m_rules.isEmpty()) {
        QMetaObject::invokeMethod(this, [this] { m_done(); }, Qt::QueuedConnection);
        return;
    }
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        ProbeRequest request = probeRequestFor(m_rules[i]);
        request.credentials = m_options.credentials;
        request.certificate = m_options.certificate;
        request.readPath = m_options.readPath;
        request.uploadDirectory = m_options.uploadDirectory;
        ProbeJob *job = m_prober.start(request, this);
        m_jobs.append(job);
        connect(job, &ProbeJob::progressed, this, [this, i](const ProbeReport &report) { take(i, report, false); });
        connect(job, &ProbeJob::finished, this, [this, i](const ProbeReport &report) { take(i, report, true); });
    }
}

void Verifier::cancel()
{
    for (ProbeJob *job : std::as_const(m_jobs))
        job->cancel();
}

void Verifier::take(qsizetype index, const ProbeReport &report, bool isFinal)
{
    m_reports[index] = report;
    ApplyStep &step = m_steps[index];
    const ProbeStep *failed = firstFailed(report);
    if (isFinal)
        step.state = failed ? StepState::Failed : StepState::Done;
    else
        step.state = StepState::Running;
    step.detail = failed ? QStringLiteral("%1: %2").arg(failed->title, failed->cause) : doneSteps(report);
    Q_EMIT stepsChanged();
    if (isFinal && --m_running == 0)
        m_done();
}

bool Verifier::succeeded() const
{
    return std::all_of(
        m_steps.cbegin(), m_steps.cend(), [](const ApplyStep &step) { return step.state == StepState::Done; });
}

QString Verifier::firstFailure() const
{
    for (qsizetype i = 0; i < m_reports.size(); ++i) {
        if (const ProbeStep *failed = firstFailed(m_reports[i]))
            return QStringLiteral("%1, %2: %3")
                .arg(m_rules[i].name.isEmpty() ? m_rules[i].id.text() : m_rules[i].name, failed->title, failed->cause);
    }
    return {};
}

} // namespace ferry::backend
