#pragma once

#include <QStringList>

namespace ferry::agent {

/// ferrygate-agent's command line: run, enroll, --version, --list-crash-points. Gives the exit code:
/// 0 for an orderly end, 1 for what failed (one clear line on standard error), 2 for a wrong command line.
[[nodiscard]] int runProgram(const QStringList &arguments);

} // namespace ferry::agent
