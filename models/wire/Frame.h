#pragma once

#include "models/base/Result.h"

#include <QByteArray>

#include <optional>

namespace ferry {

/// Cuts a stream into frames: 4 bytes of length, big-endian, then that many bytes. The length is
/// compared with the cap before anything is set aside for it, and memory grows only as bytes arrive.
class FrameReader {
public:
    explicit FrameReader(qint64 cap) : m_cap(cap) {}

    /// Applies to frames whose length has not been read yet.
    void setCap(qint64 cap) { m_cap = cap; }
    [[nodiscard]] qint64 cap() const { return m_cap; }

    /// The most bytes the next append() may be given: up to the end of the length, or of the frame.
    [[nodiscard]] qint64 wanted() const;
    /// Takes at most wanted() bytes. Gives a frame once it is whole. Fails with Protocol for an empty frame and
    /// for one above the cap; the stream cannot be read any further then.
    [[nodiscard]] Result<std::optional<QByteArray>> append(QByteArrayView bytes);
    /// True in the middle of a frame: if the stream ends now, it was cut off.
    [[nodiscard]] bool isInsideFrame() const { return m_length >= 0 || !m_bytes.isEmpty(); }

private:
    qint64 m_cap;
    qint64 m_length = -1;  ///< of the frame being read; -1 while its length is incomplete
    QByteArray m_bytes;
};

/// The payload with its length in front; it must not be empty and fit 32 bits.
[[nodiscard]] QByteArray framed(const QByteArray &payload);

} // namespace ferry
