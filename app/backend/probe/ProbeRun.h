#pragma once

#include "app/backend/probe/CurlExchange.h"
#include "models/probe/ProbeReport.h"

#include <functional>

namespace ferry::backend {

/// Walks one test from the connection to the hash, on the calling thread, and tells each step as it ends.
class ProbeRun {
public:
    using Tell = std::function<void(const ProbeReport &)>;

    ProbeRun(ProbeRequest request, const std::atomic_bool &cancelled, Tell tell);

    /// Blocks until all steps are made, skipped or failed. Everything that cannot be reached any more is skipped.
    [[nodiscard]] ProbeReport run();

private:
    enum Step { Connect, Greeting, Auth, Handshake, Login, EpsvList, EpsvRead, PasvList, PasvRead, Store, StepCount };

    void start(Step step);
    void done(Step step, std::chrono::milliseconds elapsed, const QString &detail);
    void fail(Step step, std::chrono::milliseconds elapsed, const struct Diagnosis &diagnosis);
    void skip(Step step, const QString &why);
    void skipRest(const QString &why);
    [[nodiscard]] bool isWaiting(Step step) const;

    /// The steps from Connect to Login out of the first exchange; false where it ended before the login.
    [[nodiscard]] bool readLogin(const Exchange &exchange);
    [[nodiscard]] bool readHandshake(const Exchange &exchange);
    void listAndRead(CurlSession &session, PassiveMode mode, const Exchange &listing);
    void read(CurlSession &session, PassiveMode mode);
    void store(CurlSession &session, PassiveMode mode);

    ProbeRequest m_request;
    const std::atomic_bool &m_cancelled;
    Tell m_tell;
    ProbeReport m_report;
    QByteArray m_firstHash;
};

} // namespace ferry::backend
