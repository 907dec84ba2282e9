#include "models/wire/RpcPeer.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry {

using std::chrono::milliseconds;

RpcPeer::RpcPeer(QIODevice *device, const Clock &clock, qint64 frameCap, QObject *parent)
    : QObject(parent), m_device(device), m_clock(clock), m_reader(frameCap)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RpcPeer::expireOverdue);
    connect(device, &QIODevice::readyRead, this, &RpcPeer::readAvailable);
    connect(device, &QIODevice::readChannelFinished, this, [this] {
        readAvailable();
        close({ErrorCode::Unreachable, {}, tr("The connection ended."),
            m_reader.isInsideFrame() ? tr("The other side closed it in the middle of a message.")
                                     : tr("The other side closed it."),
            {}});
    });
    QMetaObject::invokeMethod(this, &RpcPeer::readAvailable, Qt::QueuedConnection);
}

RpcPeer::~RpcPeer()
{
    close({ErrorCode::Cancelled, {}, tr("The connection ended."), tr("It was closed on this side."), {}});
}

void RpcPeer::request(
    QStringView method, const QJsonObject &params, milliseconds timeout, QObject *context, ReplyHandler handler)
{
    Pending pending{method.toString(), m_clock.monotonic() + timeout, context, std::move(handler)};
    if (m_isClosed) {
        QMetaObject::invokeMethod(
            this,
            [this, pending = std::move(pending)]() mutable {
                answer(std::move(pending),
                    tl::unexpected(RpcFailure{{ErrorCode::Unreachable, {}, tr("The request was not sent."),
                                                  tr("The connection is closed."), tr("Connect again.")},
                        {}}));
            },
            Qt::QueuedConnection);
        return;
    }
    const qint64 id = ++m_lastId;
    m_pending.insert(id, std::move(pending));
    armTimer();
    send(encode(RpcRequest{id, method.toString(), params}));
}

bool RpcPeer::notify(QStringView method, const QJsonObject &params)
{
    if (m_isClosed || m_device->bytesToWrite() > notificationBacklog)
        return false;
    send(encode(RpcNotification{method.toString(), params}));
    return true;
}

bool RpcPeer::respond(qint64 id, const RpcReply &reply)
{
    if (!m_toAnswer.remove(id) || m_isClosed)
        return false;
    send(encode(RpcResponse{id, reply}));
    return true;
}

void RpcPeer::close(const Error &reason)
{
    if (m_isClosed)
        return;
    m_isClosed = true;
    m_timer.stop();
    m_toAnswer.clear();
    disconnect(m_device, nullptr, this, nullptr);
    const QPointer<RpcPeer> self(this);
    const QHash<qint64, Pending> pending = std::exchange(m_pending, {});
    for (const Pending &one : pending) {
        if (self)
            answer(one, tl::unexpected(RpcFailure{reason, {}}));
    }
    if (self)
        Q_EMIT closed(reason);
}

void RpcPeer::expireOverdue()
{
    const milliseconds now = m_clock.monotonic();
    if (m_frameDeadline && *m_frameDeadline <= now) {
        close({ErrorCode::TimedOut, {}, tr("The connection was closed."),
            tr("The other side fell silent for %1 s in the middle of a message.").arg(frameTimeout.count() / 1000),
            {}});
        return;
    }
    QList<Pending> overdue;
    for (auto it = m_pending.begin(); it != m_pending.end();) {
        if (it->deadline <= now) {
            overdue << std::move(*it);
            it = m_pending.erase(it);
        } else {
            ++it;
        }
    }
    const QPointer<RpcPeer> self(this);
    for (Pending &one : overdue) {
        const Error error{ErrorCode::TimedOut, one.method, tr("The request was not answered in time."),
            tr("\"%1\" got no reply.").arg(one.method), tr("Look at the agent's log, then try again.")};
        answer(std::move(one), tl::unexpected(RpcFailure{error, {}}));
        if (!self)
            return;
    }
    armTimer();
}

void RpcPeer::readAvailable()
{
    const QPointer<RpcPeer> self(this);
    while (!m_isClosed && m_device->bytesAvailable() > 0) {
        // In pieces, so that a claimed length sets nothing aside.
        const QByteArray bytes = m_device->read(std::min<qint64>(m_reader.wanted(), 256 * 1024));
        if (bytes.isEmpty())
            break;
        const Result<std::optional<QByteArray>> frame = m_reader.append(bytes);
        if (!frame)
            return close(frame.error());
        if (*frame) {
            const Result<RpcMessage> message = parseMessage(**frame);
            if (!message)
                return close(message.error());
            handle(*message);
            if (!self)
                return;
        }
    }
    if (m_isClosed)
        return;
    m_frameDeadline.reset();
    if (m_reader.isInsideFrame())
        m_frameDeadline = m_clock.monotonic() + frameTimeout;
    armTimer();
}

void RpcPeer::handle(const RpcMessage &message)
{
    if (const auto *request = std::get_if<RpcRequest>(&message))
        handleRequest(*request);
    else if (const auto *response = std::get_if<RpcResponse>(&message))
        handleResponse(*response);
    else if (const auto *notification = std::get_if<RpcNotification>(&message))
        Q_EMIT notificationReceived(notification->method, notification->params);
}

void RpcPeer::handleRequest(const RpcRequest &request)
{
    if (m_toAnswer.contains(request.id)) {
        return close({ErrorCode::Protocol, request.method, tr("The connection was closed."),
            tr("The request id %1 came twice.").arg(request.id), {}});
    }
    m_toAnswer.insert(request.id);
    if (m_toAnswer.size() > mostOpenRequests) {
        respond(request.id,
            tl::unexpected(RpcFailure{
                {ErrorCode::Refused, request.method, tr("The request was not carried out."),
                    tr("%1 requests are waiting already.").arg(mostOpenRequests), tr("Wait for their replies.")},
                {}}));
        return;
    }
    Q_EMIT requestReceived(request.id, request.method, request.params);
}

void RpcPeer::handleResponse(const RpcResponse &response)
{
    const auto pending = m_pending.find(response.id);
    if (pending == m_pending.end()) {
        // A reply to a request that timed out here is late, not wrong.
        if (response.id < 1 || response.id > m_lastId) {
            close({ErrorCode::Protocol, {}, tr("The connection was closed."),
                tr("A reply came to the request %1, which was never made.").arg(response.id), {}});
        }
        return;
    }
    Pending found = std::move(*pending);
    m_pending.erase(pending);
    answer(std::move(found), response.reply);
}

void RpcPeer::send(const QByteArray &payload)
{
    m_device->write(framed(payload));
}

void RpcPeer::answer(Pending pending, const RpcReply &reply)
{
    if (pending.context && pending.handler)
        pending.handler(reply);
}

void RpcPeer::armTimer()
{
    std::optional<milliseconds> next = m_frameDeadline;
    for (const Pending &pending : std::as_const(m_pending))
        next = next ? std::min(*next, pending.deadline) : pending.deadline;
    if (!next)
        return m_timer.stop();
    m_timer.start(std::clamp(*next - m_clock.monotonic(), milliseconds(0), milliseconds(std::chrono::hours(1))));
}

} // namespace ferry

#include "moc_RpcPeer.cpp"
