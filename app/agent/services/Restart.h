#pragma once

#include "app/agent/control/ServiceControl.h"
#include "app/agent/process/BannerProbe.h"
#include "models/wire/Apply.h"

#include <functional>

namespace ferry::agent {

/// How long a restarted service may take until it answers.
inline constexpr std::chrono::milliseconds restartPatience{20'000};

/// How restartService() looks at the world; replaced in tests.
struct RestartWitness {
    /// True if the process of that pid listens on the port.
    std::function<bool(qint64 pid, quint16 port)> listens;
    std::function<Result<QString>(const Endpoint &, std::chrono::milliseconds)> banner;
    std::function<int(quint16 port)> sessions;

    [[nodiscard]] static RestartWitness system();
};

/// Sessions that clients have open at the endpoints; sites that share a port count once.
[[nodiscard]] int sessionsAt(const QList<Endpoint> &endpoints, const RestartWitness &witness);

/// Restarts the service and reports the truth: success means that a new process runs, holds the port of each endpoint
/// and greets with 220 there.
[[nodiscard]] RestartReport restartService(const ServiceId &service, ServiceControl &control,
    const QList<Endpoint> &endpoints, const RestartWitness &witness,
    std::chrono::milliseconds patience = restartPatience);

} // namespace ferry::agent
