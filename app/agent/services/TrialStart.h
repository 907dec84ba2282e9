#pragma once

#include "app/agent/process/BannerProbe.h"
#include "app/agent/process/Process.h"

#include <functional>

namespace ferry::agent {

/// Server software without a configuration check is started for a moment on a spare port and has to say 220 there. The
/// running service is not touched.
struct TrialStart {
    /// That the configuration binds, so that one that this machine lacks is found out; loopback where it binds them
    /// all, so that nothing is open to the network for the moment of the trial.
    Address address;
    bool speaksTlsAtOnce = false;
    /// What starts it on that port. Its output is where the software says why it does not start.
    std::function<Result<Command>(quint16 port)> commandFor;
    /// What it says where somebody took the port in between; then the next is tried.
    QString portTaken;
};

/// Nothing where it greets; otherwise what it said, which can be nothing at all, or why no greeting came.
[[nodiscard]] std::optional<QString> tryStart(const TrialStart &trial);

/// Ends the trial that an agent was killed in, known by the file that it was given.
void endStrayTrials(const QString &file);

} // namespace ferry::agent
