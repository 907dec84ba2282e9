#pragma once

#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

namespace ferry::ctl {

/// Runs the event loop until `start` has called what it was given; gives the value it was called with.
/// `start` must see to it that this happens: every request of the backend is answered once.
template <class T, class Start>
[[nodiscard]] T await(Start &&start)
{
    std::optional<T> value;
    QEventLoop loop;
    start([&](T given) {
        value = std::move(given);
        loop.quit();
    });
    while (!value)
        loop.exec();
    return std::move(*value);
}

/// Runs the event loop until `isTrue` says so or the time is over; looks every `interval`. Gives the last answer.
[[nodiscard]] inline bool awaitTrue(const std::function<bool()> &isTrue, std::chrono::milliseconds atMost,
    std::chrono::milliseconds interval = std::chrono::milliseconds(20))
{
    if (isTrue())
        return true;
    QEventLoop loop;
    QTimer look;
    QTimer end;
    bool answer = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        answer = isTrue();
        if (answer)
            loop.quit();
    });
    QObject::connect(&end, &QTimer::timeout, &loop, &QEventLoop::quit);
    look.start(interval);
    end.setSingleShot(true);
    end.start(atMost);
    loop.exec();
    return answer || isTrue();
}

} // namespace ferry::ctl
