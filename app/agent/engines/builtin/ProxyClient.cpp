#include "app/agent/engines/builtin/ProxyClient.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QLocalSocket>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestLine = 64 * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("ProxyClient", text);
}

tl::unexpected<Error> notAnswered(ErrorCode code, const QString &path, const QString &why)
{
    return failure(code, path, tr("The proxy was not asked."), why, tr("Look at the proxy's log."));
}

} // namespace

Result<QJsonValue> askProxy(
    const QString &socketPath, const QString &method, const QJsonObject &params, std::chrono::milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    const auto left = [&] { return static_cast<int>(std::max<qint64>(1, deadline.remainingTime())); };
    QLocalSocket socket;
    socket.connectToServer(socketPath);
    if (!socket.waitForConnected(left()))
        return notAnswered(ErrorCode::Unreachable, socketPath, socket.errorString() + u'.');

    const QJsonObject request{{u"id"_s, 1}, {u"method"_s, method}, {u"params"_s, params}};
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    while (!socket.canReadLine()) {
        if (socket.bytesAvailable() > longestLine)
            return notAnswered(ErrorCode::Protocol, socketPath, tr("Its answer does not end."));
        if (!socket.waitForReadyRead(left()) && !socket.canReadLine()) {
            return notAnswered(deadline.hasExpired() ? ErrorCode::TimedOut : ErrorCode::Unreachable, socketPath,
                deadline.hasExpired() ? tr("It did not answer within %1 s.").arg(timeout.count() / 1000)
                                      : tr("It closed the connection."));
        }
    }
    const QJsonObject reply = QJsonDocument::fromJson(socket.readLine()).object();
    if (const QJsonValue error = reply.value(u"error"); error.isObject()) {
        const QString message = error[u"message"].toString();
        const QString pointer = error[u"pointer"].toString();
        return failure(ErrorCode::Refused, pointer.isEmpty() ? socketPath : pointer,
            method == u"configure" || method == u"check" ? tr("The proxy refused the configuration.")
                                                         : tr("The proxy refused the request."),
            pointer.isEmpty() ? message : QStringLiteral("%1: %2").arg(pointer, message));
    }
    if (!reply.contains(u"result"))
        return notAnswered(ErrorCode::Protocol, socketPath, tr("Its answer is neither a result nor an error."));
    return reply.value(u"result");
}

} // namespace ferry::agent
