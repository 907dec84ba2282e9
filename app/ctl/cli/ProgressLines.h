#pragma once

#include "app/ctl/cli/Terminal.h"
#include "models/plan/ApplyProgress.h"

namespace ferry::ctl {

/// Turns the whole progress of an Apply into one line a step, each told when it changes.
class ProgressLines {
public:
    explicit ProgressLines(Terminal &terminal) : m_terminal(terminal) {}

    void show(const ApplyProgress &progress);

private:
    Terminal &m_terminal;
    QList<ApplyStep> m_told;
};

} // namespace ferry::ctl
