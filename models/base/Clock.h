#pragma once

#include <QDateTime>

#include <chrono>

namespace ferry {

/// Time as the program sees it; injected, so that tests can turn it. Deadlines are kept on the
/// monotonic clock, which does not move when someone sets the wall clock.
class Clock {
public:
    virtual ~Clock() = default;

    /// Wall-clock time, UTC: for people and logs.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Time since an arbitrary start that only ever grows, also while the machine is suspended.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
};

/// A clock that stands still until it is told to move; ships with the interface for tests.
class ManualClock final : public Clock {
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }

    void advance(std::chrono::milliseconds by)
    {
        m_now = m_now.addMSecs(by.count());
        m_monotonic += by;
    }
    /// Moves the wall clock alone, as an administrator or NTP would.
    void setWallClock(const QDateTime &now) { m_now = now; }

private:
    QDateTime m_now{QDate(2026, 1, 1), QTime(0, 0), Qt::UTC};
    std::chrono::milliseconds m_monotonic{0};
};

} // namespace ferry
