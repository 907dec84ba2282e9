#pragma once

#include "app/ctl/cli/Terminal.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace ferry::ctl {

/// Tells a story step by step in plain words, and keeps book of what held.
class Narrator {
public:
    explicit Narrator(Terminal &terminal) : m_terminal(terminal) {}

    void step(const QString &id, const QString &title);
    /// What is done or seen, without a judgement.
    void say(const QString &text);
    /// A promise of the step; gives `held`. `detail` is what was really seen.
    bool check(const QString &promise, bool held, const QString &detail = {});

    [[nodiscard]] bool allHeld() const { return m_broken == 0 && m_checks > 0; }
    [[nodiscard]] int checks() const { return m_checks; }
    [[nodiscard]] int broken() const { return m_broken; }
    /// {"held", "steps": [{"id", "title", "elapsedMs", "checks": [{"text", "held", "detail"}]}]}
    [[nodiscard]] QJsonObject toJson();

private:
    void endStep();

    Terminal &m_terminal;
    QElapsedTimer m_clock;
    QJsonArray m_steps;
    QJsonObject m_step;
    QJsonArray m_stepChecks;
    int m_checks = 0;
    int m_broken = 0;
};

} // namespace ferry::ctl
