#pragma once

#include "models/wire/LogEntry.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace ferry::console {

/// Gathers the log lines of all gateways: drops those that were seen before, puts the rest in the order of time, and
/// hands them on a few times a second, so that a busy gateway costs one insertion and not a thousand.
class LogFeed final : public QObject {
    Q_OBJECT
public:
    explicit LogFeed(QObject *parent = nullptr);

    void take(const QList<LogEntry> &entries);

Q_SIGNALS:
    void gathered(const QList<ferry::LogEntry> &entries);

private:
    void flush();

    QList<LogEntry> m_entries;
    QHash<GatewayId, std::pair<QDateTime, quint64>> m_last;  ///< time and serial of each gateway's last line
    QTimer m_timer;
};

} // namespace ferry::console
