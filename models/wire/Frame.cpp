#include "models/wire/Frame.h"

#include <QCoreApplication>
#include <QtEndian>

#include <utility>

namespace ferry {
namespace {

constexpr qint64 lengthBytes = sizeof(quint32);

QString tr(const char *text)
{
    return QCoreApplication::translate("Frame", text);
}

} // namespace

qint64 FrameReader::wanted() const
{
    return (m_length < 0 ? lengthBytes : m_length) - m_bytes.size();
}

Result<std::optional<QByteArray>> FrameReader::append(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= wanted());
    m_bytes.append(bytes);
    if (wanted() > 0)
        return std::nullopt;
    if (m_length >= 0) {
        m_length = -1;
        return std::exchange(m_bytes, {});
    }
    const qint64 length = qFromBigEndian<quint32>(m_bytes.constData());
    if (length == 0 || length > m_cap) {
        return failure(ErrorCode::Protocol, QString(), tr("The connection was closed."),
            length == 0 ? tr("An empty frame came.")
                        : tr("A frame of %1 bytes was announced; %2 are allowed.").arg(length).arg(m_cap));
    }
    m_length = length;
    m_bytes.clear();
    return std::nullopt;
}

QByteArray framed(const QByteArray &payload)
{
    Q_ASSERT(!payload.isEmpty() && payload.size() <= std::numeric_limits<quint32>::max());
    QByteArray frame(lengthBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(payload.size()), frame.data());
    return frame + payload;
}

} // namespace ferry
