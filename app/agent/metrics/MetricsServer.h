#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <chrono>
#include <functional>

namespace ferry::agent {

/// Answers `GET /metrics` over plain HTTP, for Prometheus; nothing else. One request a connection, which has a deadline
/// and a cap on its request; connections beyond the most are closed at once. Several scrapes at a time share one
/// answer.
class MetricsServer : public QObject {
    Q_OBJECT

public:
    static constexpr int mostConnections = 16;
    static constexpr qsizetype longestRequest = 8 * 1024;
    static constexpr std::chrono::milliseconds patience{10'000};

    /// Hands the metrics in text form to what it is given, once, later.
    using Source = std::function<void(std::function<void(const QByteArray &)>)>;

    explicit MetricsServer(Source source, QObject *parent = nullptr);

    [[nodiscard]] bool listen(const QHostAddress &address, quint16 port) { return m_server.listen(address, port); }
    [[nodiscard]] QString errorString() const { return m_server.errorString(); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    void accept();
    void read(QTcpSocket *socket);
    void deliver(const QByteArray &text);

    Source m_source;
    int m_connections = 0;
    QList<QTcpSocket *> m_waiting; ///< for the answer
    QTcpServer m_server; ///< last, since its sockets report their end to the rest
};

} // namespace ferry::agent
