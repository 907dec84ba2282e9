#include "models/tables/StepText.h"

#include "models/tables/TableText.h"

#include <QLocale>

namespace ferry {

QString stepStateText(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return TableText::tr("Waiting");
    case StepState::Running:
        return TableText::tr("Running");
    case StepState::Done:
        return TableText::tr("Done");
    case StepState::Failed:
        return TableText::tr("Failed");
    case StepState::Skipped:
        return TableText::tr("Skipped");
    }
    return {};
}

QString elapsedText(std::chrono::milliseconds elapsed)
{
    if (elapsed.count() == 0)
        return noValue();
    if (elapsed.count() < 1000)
        return TableText::tr("%1 ms").arg(elapsed.count());
    return TableText::tr("%1 s").arg(QLocale().toString(static_cast<double>(elapsed.count()) / 1000.0, 'f', 1));
}

} // namespace ferry
