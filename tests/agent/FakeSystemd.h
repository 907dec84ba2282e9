#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <memory>

namespace ferry::test {

/// A private message bus with an org.freedesktop.systemd1 on it that knows one unit, vsftpd.service.
class FakeSystemd {
public:
    FakeSystemd();
    ~FakeSystemd();

    /// False where there is no dbus-daemon.
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] QString address() const;

    /// How the unit behaves from now on.
    struct Behaviour {
        std::atomic<bool> signalsBeforeReply = true;  ///< JobRemoved arrives before RestartUnit has returned
        std::atomic<bool> startLimitHit = false;
        std::atomic<bool> exitsAtOnce = false;
        std::atomic<bool> jobHangs = false;
        std::atomic<bool> deniesAccess = false;
        std::atomic<int> restarts = 0;
        std::atomic<bool> isSubscribed = false;
        std::atomic<uint> pid = 1000;  ///< 0: it does not run
        std::atomic<bool> hasFailed = false;
    };
    Behaviour behaviour;

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QThread m_thread;
    bool m_isRunning = false;
};

} // namespace ferry::test
