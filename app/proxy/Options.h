#pragma once

#include "app/proxy/Result.h"

#include <chrono>
#include <string>

namespace ferry::proxy {

/// The command line.
struct Options {
    std::string control; ///< path of the control socket
    std::string config;  ///< configuration to begin with; empty: none
    std::string log;     ///< file that gets the log; empty: none
    bool showVersion = false;
    bool takesOver = false; ///< from the process that runs at `control`
    std::chrono::seconds takeoverDeadline{3600}; ///< for the sessions of that process
};

[[nodiscard]] Result<Options> parseOptions(int argc, const char *const *argv);

} // namespace ferry::proxy
