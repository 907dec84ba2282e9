#include "app/agent/engines/builtin/ProxyLogSource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds reconnectAfter{500};
/// All that the proxy keeps.
constexpr int wholeTail = 10'000;

} // namespace

ProxyLogSource::ProxyLogSource(QString socketPath)
    : m_socketPath(std::move(socketPath)), m_last(QDateTime::currentDateTimeUtc(), 0)
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
        {u"id"_s, 1}, {u"method"_s, u"log"_s}, {u"params"_s, QJsonObject{{u"tail"_s, wholeTail}, {u"follow"_s, true}}}};
    m_socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
}

void ProxyLogSource::readLines()
{
    while (m_socket.canReadLine()) {
        const QJsonObject line = QJsonDocument::fromJson(m_socket.readLine()).object();
        for (const QJsonValue &missed : line.value(u"result").toArray())
            takeEntry(missed);
        takeEntry(line.value(u"log"));
    }
}

void ProxyLogSource::takeEntry(const QJsonValue &json)
{
    if (!json.isObject())
        return;
    const Result<LogEntry> entry = logEntryFromJson(json.toObject());
    if (!entry)
        return;
    // A line about lost lines has neither time nor serial.
    if (const Place place{entry->time, entry->serial}; entry->serial != 0) {
        if (place <= m_last)
            return;
        m_last = place;
    }
    Q_EMIT entryWritten(*entry);
}

} // namespace ferry::agent
