#pragma once

#include "app/agent/engines/GatewayEngine.h"

#include <QLocalSocket>
#include <QTimer>

namespace ferry::agent {

/// Follows ferrygate-proxy's log over its control socket, and comes back when the proxy was restarted.
class ProxyLogSource final : public LogSource {
    Q_OBJECT

public:
    explicit ProxyLogSource(QString socketPath);

private:
    void follow();
    void readLines();

    QString m_socketPath;
    QLocalSocket m_socket;
    QTimer m_reconnect;
};

} // namespace ferry::agent
