#include "app/agent/faults/CrashPoint.h"

#ifdef FERRYGATE_FAULTS

#include <QString>

#include <atomic>
#include <csignal>

namespace ferry::agent {
namespace {

struct Wanted {
    QString name;
    int pass = 1;
};

Wanted wanted()
{
    const QString text = qEnvironmentVariable("FERRYGATE_CRASH_AT");
    const qsizetype colon = text.indexOf(u':');
    return colon < 0 ? Wanted{text} : Wanted{text.left(colon), QStringView(text).mid(colon + 1).toInt()};
}

} // namespace

void crashPoint(CrashPoint point)
{
    static const Wanted target = wanted();
    static std::atomic<int> passes = 0;
    if (crashPointNames[static_cast<std::size_t>(point)] == target.name && ++passes == target.pass)
        std::raise(SIGKILL);
}

} // namespace ferry::agent

#endif
