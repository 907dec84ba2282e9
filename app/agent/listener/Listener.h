#pragma once

#include "models/base/Result.h"

#include <QHash>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <chrono>

namespace ferry::agent {

/// Accepts TLS connections. Only those whose handshake has succeeded, peer certificate and all, come out.
class Listener : public QTcpServer {
    Q_OBJECT

public:
    explicit Listener(QSslConfiguration tls, QObject *parent = nullptr);

    /// Accepted ones and those in the handshake together.
    static constexpr int mostConnections = 64;
    static constexpr std::chrono::milliseconds handshakeTimeout{10'000};
    /// Bytes that Qt may read ahead of what a connection has taken.
    static constexpr qint64 readAhead = 256 * 1024;

Q_SIGNALS:
    /// The receiver owns the socket.
    void accepted(QSslSocket *socket);
    void refused(const QString &from, const QString &why);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void beginHandshake(QSslSocket *socket);
    void refuse(QSslSocket *socket, const QString &why);

    QSslConfiguration m_tls;
    int m_connections = 0;
};

} // namespace ferry::agent
