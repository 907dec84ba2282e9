#pragma once

#include "app/backend/probe/Prober.h"

#include <QThreadPool>

#include <atomic>
#include <memory>
#include <vector>

namespace ferry::backend {

/// The real test, by libcurl: what any client would see. A few run at once, each on a thread of its own.
class CurlProber final : public Prober {
public:
    explicit CurlProber(int atOnce = 4);
    /// Cancels what runs and waits for it; about a second at most.
    ~CurlProber() override;

    ProbeJob *start(const ProbeRequest &request, QObject *parent) override;

private:
    QThreadPool m_threads;
    std::vector<std::weak_ptr<std::atomic_bool>> m_flags;  ///< of the jobs under way: true cancels
};

} // namespace ferry::backend
