#include "tests/wire/LinkedDevice.h"

#include <algorithm>
#include <cstring>

namespace ferry::test {

LinkedDevice::LinkedDevice() = default;

void LinkedDevice::link(LinkedDevice &a, LinkedDevice &b)
{
    a.m_peer = &b;
    b.m_peer = &a;
    a.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
    b.open(QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void LinkedDevice::hangUp()
{
    if (m_peer)
        QMetaObject::invokeMethod(m_peer, &QIODevice::readChannelFinished, Qt::QueuedConnection);
}

qint64 LinkedDevice::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_incoming.size());
    std::memcpy(data, m_incoming.constData(), static_cast<std::size_t>(size));
    m_incoming.remove(0, size);
    return size;
}

qint64 LinkedDevice::writeData(const char *data, qint64 size)
{
    if (m_peer) {
        m_peer->m_incoming.append(data, size);
        QMetaObject::invokeMethod(m_peer, &QIODevice::readyRead, Qt::QueuedConnection);
    }
    return size;
}

} // namespace ferry::test
