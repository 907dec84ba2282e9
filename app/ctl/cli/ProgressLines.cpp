#include "app/ctl/cli/ProgressLines.h"

#include "app/ctl/cli/Shapes.h"

namespace ferry::ctl {

void ProgressLines::show(const ApplyProgress &progress)
{
    m_told.resize(progress.steps.size());
    for (qsizetype i = 0; i < progress.steps.size(); ++i) {
        const ApplyStep &step = progress.steps[i];
        const bool isSame = step.state == m_told[i].state;
        m_told[i] = step;
        if (isSame || step.state == StepState::Waiting)
            continue;
        const QString detail =
            step.state == StepState::Running || step.detail.isEmpty() ? QString() : QStringLiteral(": ") + step.detail;
        m_terminal.progress(stateMark(step.state) + u' ' + step.title + detail);
    }
}

} // namespace ferry::ctl
