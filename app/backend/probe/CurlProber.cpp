#include "app/backend/probe/CurlProber.h"

#include "app/backend/probe/ProbeRun.h"

#include <mutex>

namespace ferry::backend {
namespace {

// What job and worker share. The job may go first; the worker then has nobody to tell.
struct Shared {
    std::atomic_bool cancelled = false;
    std::mutex mutex;
    ProbeJob *receiver = nullptr;

    template <class Signal>
    void tell(Signal signal, const ProbeReport &report)
    {
        const std::lock_guard lock(mutex);
        if (ProbeJob *job = receiver)
            QMetaObject::invokeMethod(
                job, [job, signal, report] { Q_EMIT(job->*signal)(report); }, Qt::QueuedConnection);
    }
};

class CurlProbeJob final : public ProbeJob {
public:
    CurlProbeJob(std::shared_ptr<Shared> shared, QObject *parent) : ProbeJob(parent), m_shared(std::move(shared))
    {
        m_shared->receiver = this;
    }
    ~CurlProbeJob() override
    {
        m_shared->cancelled = true;
        const std::lock_guard lock(m_shared->mutex);
        m_shared->receiver = nullptr;
    }
    void cancel() override { m_shared->cancelled = true; }

private:
    std::shared_ptr<Shared> m_shared;
};

} // namespace

CurlProber::CurlProber(int atOnce)
{
    m_threads.setMaxThreadCount(atOnce);
}

CurlProber::~CurlProber()
{
    for (const std::weak_ptr<std::atomic_bool> &flag : m_flags) {
        if (const std::shared_ptr<std::atomic_bool> live = flag.lock())
            *live = true;
    }
    m_threads.waitForDone();
}

ProbeJob *CurlProber::start(const ProbeRequest &request, QObject *parent)
{
    const auto shared = std::make_shared<Shared>();
    std::erase_if(m_flags, [](const auto &flag) { return flag.expired(); });
    m_flags.push_back(std::shared_ptr<std::atomic_bool>(shared, &shared->cancelled));
    auto *job = new CurlProbeJob(shared, parent);
    m_threads.start([shared, request] {
        ProbeRun run(request, shared->cancelled,
            [&](const ProbeReport &report) { shared->tell(&ProbeJob::progressed, report); });
        shared->tell(&ProbeJob::finished, run.run());
    });
    return job;
}

} // namespace ferry::backend
