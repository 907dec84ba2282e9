#pragma once

#include "app/proxy/Result.h"

#include <string>

namespace ferry::proxy {

/// The command line.
struct Options {
    std::string control; ///< path of the control socket
    std::string config;  ///< configuration to begin with; empty: none
    std::string log;     ///< file that gets the log; empty: none
    bool showVersion = false;
};

[[nodiscard]] Result<Options> parseOptions(int argc, const char *const *argv);

} // namespace ferry::proxy
