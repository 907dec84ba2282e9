#pragma once

#include "models/base/Clock.h"
#include "models/wire/Frame.h"
#include "models/wire/RpcMessage.h"

#include <QHash>
#include <QIODevice>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>

namespace ferry {

/// One side of a JSON-RPC connection over any sequential QIODevice. Both sides may ask.
///
/// Each request is answered exactly once: with the other side's reply, with TimedOut, or with the
/// reason for which the connection ended. A handler whose context object died is dropped.
/// A message that breaks the protocol ends the connection; closed() says why.
class RpcPeer : public QObject {
    Q_OBJECT

public:
    using ReplyHandler = std::function<void(const RpcReply &)>;

    /// `device` is open for reading and writing and outlives the peer; `clock` too. Nothing is read
    /// before the event loop runs.
    RpcPeer(QIODevice *device, const Clock &clock, qint64 frameCap, QObject *parent = nullptr);
    ~RpcPeer() override;

    /// Asks the other side. `handler` runs later, never from inside this call.
    void request(QStringView method, const QJsonObject &params, std::chrono::milliseconds timeout, QObject *context,
        ReplyHandler handler);
    /// Sends a notification. Gives false and sends nothing where the other side reads so slowly that
    /// more than `notificationBacklog` bytes wait for it, or the connection is closed.
    bool notify(QStringView method, const QJsonObject &params);
    /// Answers a request of the other side. Gives false if `id` is not open (any more).
    bool respond(qint64 id, const RpcReply &reply);

    void setFrameCap(qint64 cap) { m_reader.setCap(cap); }
    /// Stops reading and writing; open requests are answered with `reason`. The device is left to its
    /// owner, who closes it when closed() is emitted.
    void close(const Error &reason);
    [[nodiscard]] bool isClosed() const { return m_isClosed; }

    static constexpr qint64 notificationBacklog = 4 * 1024 * 1024;
    static constexpr int mostOpenRequests = 64;
    /// In the middle of a frame the next byte must come within this.
    static constexpr std::chrono::milliseconds frameTimeout{30'000};

    /// Looks at the clock and times out what is due; a timer of its own calls it, tests may.
    void expireOverdue();

Q_SIGNALS:
    void requestReceived(qint64 id, const QString &method, const QJsonObject &params);
    void notificationReceived(const QString &method, const QJsonObject &params);
    /// Once, after all open requests were answered. Deleting the peer from here must be deferred.
    void closed(const ferry::Error &reason);

private:
    struct Pending {
        QString method;
        std::chrono::milliseconds deadline;
        QPointer<QObject> context;
        ReplyHandler handler;
    };

    void readAvailable();
    void handle(const RpcMessage &message);
    void handleRequest(const RpcRequest &request);
    void handleResponse(const RpcResponse &response);
    void send(const QByteArray &payload);
    void answer(Pending pending, const RpcReply &reply);
    void armTimer();

    QIODevice *m_device;
    const Clock &m_clock;
    FrameReader m_reader;
    QTimer m_timer;
    qint64 m_lastId = 0;
    QHash<qint64, Pending> m_pending;
    QSet<qint64> m_toAnswer;  ///< requests of the other side
    std::optional<std::chrono::milliseconds> m_frameDeadline;
    bool m_isClosed = false;
};

} // namespace ferry
