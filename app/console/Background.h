#pragma once

#include <QPointer>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace ferry::console {

/// Runs `work` on a thread of the pool and hands its result to `done` in the thread of `context`; nothing is handed
/// over if `context` has died.
template <class Work, class Done>
void inBackground(QObject *context, Work work, Done done)
{
    using Outcome = decltype(work());
    // The relay lives in the thread of the caller; it is the only thing that the worker touches there.
    auto *relay = new QObject;
    QThreadPool::globalInstance()->start(
        [relay, guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
            auto outcome = std::make_shared<Outcome>(work());
            QMetaObject::invokeMethod(
                relay,
                [relay, guard, outcome, done = std::move(done)]() mutable {
                    relay->deleteLater();
                    if (guard)
                        done(std::move(*outcome));
                },
                Qt::QueuedConnection);
        });
}

} // namespace ferry::console
