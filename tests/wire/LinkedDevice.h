#pragma once

#include <QIODevice>
#include <QPointer>

namespace ferry::test {

/// One end of an in-memory connection: what is written into one end can be read from the other,
/// after a turn of the event loop, as with a socket.
class LinkedDevice : public QIODevice {
    Q_OBJECT

public:
    LinkedDevice();

    /// Connects two ends; both are open afterwards.
    static void link(LinkedDevice &a, LinkedDevice &b);
    /// Ends the other side's stream.
    void hangUp();

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_incoming.size() + QIODevice::bytesAvailable(); }
    [[nodiscard]] qint64 bytesToWrite() const override { return stalledBytes; }

    qint64 stalledBytes = 0;  ///< what bytesToWrite() claims, to play a slow reader

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_incoming;
    QPointer<LinkedDevice> m_peer;
};

} // namespace ferry::test
