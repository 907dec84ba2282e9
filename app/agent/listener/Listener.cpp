#include "app/agent/listener/Listener.h"

#include <QHostAddress>
#include <QSslError>

#include <memory>

#include <unistd.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

Listener::Listener(QSslConfiguration tls, QObject *parent) : QTcpServer(parent), m_tls(std::move(tls)) {}

void Listener::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(static_cast<int>(descriptor));
        return;
    }
    ++m_connections;
    connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
    if (m_connections > mostConnections)
        refuse(socket, tr("%1 connections are open already.").arg(mostConnections));
    else
        beginHandshake(socket);
}

void Listener::beginHandshake(QSslSocket *socket)
{
    socket->setSslConfiguration(m_tls);
    socket->setReadBufferSize(readAhead);
    auto *timeout = new QTimer(socket);
    timeout->setSingleShot(true);
    connect(timeout, &QTimer::timeout, this, [this, socket] {
        refuse(socket, tr("The TLS handshake was not finished within %1 s.").arg(handshakeTimeout.count() / 1000));
    });
    timeout->start(handshakeTimeout);

    connect(socket, &QSslSocket::encrypted, this, [this, socket, timeout] {
        timeout->stop();
        disconnect(socket, nullptr, this, nullptr);
        connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
        if (socket->peerCertificate().isNull()) {
            refuse(socket, tr("The peer showed no certificate."));
            return;
        }
        Q_EMIT accepted(socket);
    });
    // With no slot that ignores them, errors of the peer's certificate end the handshake.
    auto reasons = std::make_shared<QStringList>();
    connect(socket, &QSslSocket::sslErrors, this, [reasons](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            *reasons << error.errorString();
    });
    connect(socket, &QSslSocket::errorOccurred, this, [this, socket, reasons] {
        refuse(socket,
            tr("The TLS handshake failed: %1.")
                .arg(reasons->isEmpty() ? socket->errorString() : reasons->join(u", "_s)));
    });
    connect(socket, &QSslSocket::disconnected, this,
        [this, socket] { refuse(socket, tr("The peer went away during the TLS handshake.")); });
    socket->startServerEncryption();
}

void Listener::refuse(QSslSocket *socket, const QString &why)
{
    const QString from = u"%1:%2"_s.arg(socket->peerAddress().toString()).arg(socket->peerPort());
    disconnect(socket, nullptr, this, nullptr);
    connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
    socket->abort();
    socket->deleteLater();
    Q_EMIT refused(from, why);
}

} // namespace ferry::agent
