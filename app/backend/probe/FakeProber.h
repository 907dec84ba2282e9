#pragma once

#include "app/backend/probe/Prober.h"

#include <QHash>

namespace ferry::backend {

/// Answers every test at once with what it was told to; ships with the interface for tests.
class FakeProber final : public Prober {
public:
    /// Rules not named here succeed.
    void failRule(const RuleId &rule, const QString &cause) { m_causes.insert(rule, cause); }
    void succeedRule(const RuleId &rule) { m_causes.remove(rule); }
    [[nodiscard]] const QList<ProbeRequest> &requests() const { return m_requests; }

    ProbeJob *start(const ProbeRequest &request, QObject *parent) override
    {
        class Job final : public ProbeJob {
        public:
            using ProbeJob::ProbeJob;
            void cancel() override {}
        };
        m_requests.append(request);
        ProbeReport report;
        report.rule = request.rule;
        report.target = request.target();
        ProbeStep step;
        step.title = QStringLiteral("LIST");
        step.cause = m_causes.value(request.rule);
        step.state = step.cause.isEmpty() ? StepState::Done : StepState::Failed;
        report.steps.append(step);
        auto *job = new Job(parent);
        QMetaObject::invokeMethod(job, [job, report] { Q_EMIT job->finished(report); }, Qt::QueuedConnection);
        return job;
    }

private:
    QHash<RuleId, QString> m_causes;
    QList<ProbeRequest> m_requests;
};

} // namespace ferry::backend
