#pragma once

#include "app/agent/engines/GatewayEngine.h"

#include <QDateTime>
#include <QLocalSocket>
#include <QTimer>

#include <utility>

namespace ferry::agent {

/// Follows ferrygate-proxy's log over its control socket, and comes back when the proxy was restarted: with what was
/// written meanwhile, and nothing twice.
class ProxyLogSource final : public LogSource {
    Q_OBJECT

public:
    explicit ProxyLogSource(QString socketPath);

private:
    /// A line's time and serial. The serial alone begins anew with each process.
    using Place = std::pair<QDateTime, quint64>;

    void follow();
    void readLines();
    void takeEntry(const QJsonValue &json);

    QString m_socketPath;
    QTimer m_reconnect; ///< before the socket, which reports its end to it, also from its destructor
    QLocalSocket m_socket;
    Place m_last; ///< the last line told; at first the time from which on lines are told
};

} // namespace ferry::agent
