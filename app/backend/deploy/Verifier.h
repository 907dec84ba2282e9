#pragma once

#include "app/backend/probe/Prober.h"
#include "models/plan/NodeConfig.h"

#include <functional>

namespace ferry::backend {

/// How the test after a commit is made.
struct VerifyOptions {
    FtpCredentials credentials;
    CertificatePolicy certificate;
    QString readPath;
    QString uploadDirectory;
    /// Rules tested at most, in order of evaluation: a change that touches thousands is sampled, and says so.
    int atMost = 32;
};

/// Tests rules from the outside, a few at a time, and keeps a step for each.
class Verifier : public QObject {
    Q_OBJECT
public:
    Verifier(QList<PublishedRule> rules, VerifyOptions options, Prober &prober, QObject *parent);

    /// `done` comes once, later.
    void run(std::function<void()> done);
    void cancel();

    [[nodiscard]] bool succeeded() const;
    [[nodiscard]] QList<ApplyStep> steps() const { return m_steps; }
    [[nodiscard]] QList<ProbeReport> reports() const { return m_reports; }
    /// Rules left out because of `atMost`.
    [[nodiscard]] qsizetype leftOut() const { return m_leftOut; }
    /// "rule partner-upload, PASV and LIST: …" of the first failure; empty without one.
    [[nodiscard]] QString firstFailure() const;

Q_SIGNALS:
    void stepsChanged();

private:
    void take(qsizetype index, const ProbeReport &report, bool isFinal);

    QList<PublishedRule> m_rules;
    VerifyOptions m_options;
    Prober &m_prober;
    qsizetype m_leftOut = 0;
    qsizetype m_running = 0;
    QList<ApplyStep> m_steps;
    QList<ProbeReport> m_reports;
    QList<ProbeJob *> m_jobs;
    std::function<void()> m_done;
};

} // namespace ferry::backend
