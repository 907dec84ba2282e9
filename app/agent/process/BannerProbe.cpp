#include "app/agent/process/BannerProbe.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QHostAddress>
#include <QSslSocket>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longestLine = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("BannerProbe", text);
}

tl::unexpected<Error> noBanner(const Endpoint &endpoint, ErrorCode code, const QString &why)
{
    const QString subject = u"%1 port %2"_s.arg(endpoint.address.toString()).arg(endpoint.port);
    return failure(code, subject, tr("No login banner was read from %1.").arg(subject), why);
}

} // namespace

Result<QString> readBanner(const Endpoint &endpoint, std::chrono::milliseconds timeout)
{
    const QDeadlineTimer deadline(timeout);
    const auto left = [&] { return static_cast<int>(std::max<qint64>(1, deadline.remainingTime())); };
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    const QString host = QHostAddress(endpoint.address.toString()).toString();
    if (endpoint.speaksTlsAtOnce)
        socket.connectToHostEncrypted(host, endpoint.port);
    else
        socket.connectToHost(host, endpoint.port);
    if (!socket.waitForConnected(left()))
        return noBanner(endpoint, ErrorCode::Unreachable, socket.errorString() + u'.');
    if (endpoint.speaksTlsAtOnce && !socket.waitForEncrypted(left()))
        return noBanner(endpoint, ErrorCode::Refused, socket.errorString() + u'.');

    while (!socket.canReadLine()) {
        if (socket.bytesAvailable() > longestLine)
            return noBanner(endpoint, ErrorCode::Protocol, tr("It sent no line."));
        if (!socket.waitForReadyRead(left())) {
            if (socket.bytesAvailable() > 0)
                break;
            return noBanner(endpoint, deadline.hasExpired() ? ErrorCode::TimedOut : ErrorCode::Refused,
                deadline.hasExpired() ? tr("It accepted the connection and stayed silent.")
                                      : tr("It closed the connection without a word."));
        }
    }
    const QString line = QString::fromUtf8(socket.readLine(longestLine)).trimmed();
    socket.abort();
    // RFC 959 section 5.4: 220 when ready, 120 and 421 when not. "500 OOPS" is vsftpd with a bad configuration.
    if (!line.startsWith(u"220"_s))
        return noBanner(endpoint, ErrorCode::Refused, tr("It said \"%1\".").arg(line));
    return line;
}

} // namespace ferry::agent
