#pragma once

#include "app/agent/transactions/Transactions.h"
#include "models/wire/Hello.h"
#include "models/wire/RpcPeer.h"

#include <QObject>
#include <QSslSocket>

#include <functional>

namespace ferry::agent {

/// One console's connection: says hello first, then each request is looked up in the method table, its role compared
/// with the caller's, and handed on.
class Session : public QObject {
    Q_OBJECT

public:
    using Respond = std::function<void(const RpcReply &)>;
    /// Carries a request out; `respond` is called once, in this thread, whenever it is done.
    using Carry = std::function<void(Method method, const QJsonObject &params, const Caller &caller, Respond respond)>;

    struct Setup {
        QString node;
        QString version;
        Caller caller;
        Carry carry;
        std::function<void(const QString &event, const Caller &caller, const QString &text)> audit;
    };

    /// Takes the socket over.
    Session(QSslSocket *socket, const Clock &clock, Setup setup, QObject *parent = nullptr);
    ~Session() override;

    /// Sends a notification; log entries only to those who subscribed, nothing before hello.
    void notify(QStringView method, const QJsonObject &params);

    /// A peer must say hello within this.
    static constexpr std::chrono::milliseconds helloTimeout{10'000};

Q_SIGNALS:
    void ended();

private:
    void handleRequest(qint64 id, const QString &name, const QJsonObject &params);
    [[nodiscard]] RpcReply hello(const QJsonObject &params);
    void subscribe(qint64 id, const QJsonObject &params);
    void end(const Error &reason);

    QSslSocket *m_socket;
    RpcPeer m_peer;
    Setup m_setup;
    QTimer m_helloTimer;
    bool m_hasSaidHello = false;
    bool m_wantsLog = false;
};

} // namespace ferry::agent
