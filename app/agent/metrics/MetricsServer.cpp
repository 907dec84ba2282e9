#include "app/agent/metrics/MetricsServer.h"

#include <QHostAddress>
#include <QTimer>

#include <utility>

namespace ferry::agent {
namespace {

void answer(QTcpSocket *socket, const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + (status.startsWith("405") ? "\r\nAllow: GET" : "")
        + "\r\nConnection: close\r\n\r\n" + body);
    socket->disconnectFromHost();
}

void refuse(QTcpSocket *socket, const QByteArray &status)
{
    answer(socket, status, "text/plain; charset=utf-8", status + "\n");
}

/// The status to refuse the request line with; empty where it asks for the metrics.
QByteArray refusalOf(const QByteArray &line)
{
    const QByteArrayList words = line.split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return "400 Bad Request";
    if (words[1].split('?').first() != "/metrics")
        return "404 Not Found";
    return words[0] == "GET" ? QByteArray() : "405 Method Not Allowed";
}

} // namespace

MetricsServer::MetricsServer(Source source, QObject *parent) : QObject(parent), m_source(std::move(source))
{
    connect(&m_server, &QTcpServer::newConnection, this, &MetricsServer::accept);
}

void MetricsServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (m_connections >= mostConnections) {
            socket->abort();
            continue;
        }
        ++m_connections;
        connect(socket, &QObject::destroyed, this, [this, socket] {
            --m_connections;
            m_waiting.removeOne(socket);
        });
        socket->setReadBufferSize(longestRequest);
        QTimer::singleShot(patience, socket, &QTcpSocket::abort);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    }
}

void MetricsServer::read(QTcpSocket *socket)
{
    const QByteArray request = socket->peek(longestRequest);
    if (!request.contains("\r\n\r\n")) {
        if (request.size() >= longestRequest)
            refuse(socket, "431 Request Header Fields Too Large");
        return;
    }
    // What follows the one request is not looked at.
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    if (const QByteArray refusal = refusalOf(request.left(request.indexOf("\r\n"))); !refusal.isEmpty()) {
        refuse(socket, refusal);
        return;
    }
    m_waiting.append(socket);
    if (m_waiting.size() == 1)
        m_source([self = QPointer(this)](const QByteArray &text) {
            if (self)
                self->deliver(text);
        });
}

void MetricsServer::deliver(const QByteArray &text)
{
    const QList<QTcpSocket *> waiting = std::exchange(m_waiting, {});
    for (QTcpSocket *socket : waiting)
        answer(socket, "200 OK", "text/plain; version=0.0.4; charset=utf-8", text);
}

} // namespace ferry::agent
