#include "app/agent/engines/builtin/ProxyLogSource.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds reconnectAfter{500};

} // namespace

ProxyLogSource::ProxyLogSource(QString socketPath) : m_socketPath(std::move(socketPath))
{
    m_reconnect.setSingleShot(true);
    m_reconnect.setInterval(reconnectAfter);
    connect(&m_reconnect, &QTimer::timeout, this, [this] { m_socket.connectToServer(m_socketPath); });
    connect(&m_socket, &QLocalSocket::connected, this, &ProxyLogSource::follow);
    connect(&m_socket, &QLocalSocket::readyRead, this, &ProxyLogSource::readLines);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] { m_reconnect.start(); });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { m_reconnect.start(); });
    m_socket.connectToServer(m_socketPath);
}

void ProxyLogSource::follow()
{
    const QJsonObject request{
        {u"id"_s, 1}, {u"method"_s, u"log"_s}, {u"params"_s, QJsonObject{{u"tail"_s, 0}, {u"follow"_s, true}}}};
    m_socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
}

void ProxyLogSource::readLines()
{
    while (m_socket.canReadLine()) {
        const QJsonValue log = QJsonDocument::fromJson(m_socket.readLine()).object().value(u"log");
        if (!log.isObject())
            continue;
        if (const Result<LogEntry> entry = logEntryFromJson(log.toObject()))
            Q_EMIT entryWritten(*entry);
    }
}

} // namespace ferry::agent
