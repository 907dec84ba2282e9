#include "app/console/LogFeed.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace ferry::console {

LogFeed::LogFeed(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(100ms);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LogFeed::flush);
}

void LogFeed::take(const QList<LogEntry> &entries)
{
    for (const LogEntry &entry : entries) {
        // After a reconnection the tail holds lines that were seen before. Serials begin anew with each process of the
        // gateway, so the time comes first.
        auto &last = m_last[entry.gateway];
        const std::pair<QDateTime, quint64> place{entry.time, entry.serial};
        if (last.first.isValid() && place <= last)
            continue;
        last = place;
        m_entries << entry;
    }
    if (!m_entries.isEmpty() && !m_timer.isActive())
        m_timer.start();
}

void LogFeed::flush()
{
    QList<LogEntry> entries;
    entries.swap(m_entries);
    std::ranges::stable_sort(entries, {}, &LogEntry::time);
    Q_EMIT gathered(entries);
}

} // namespace ferry::console
