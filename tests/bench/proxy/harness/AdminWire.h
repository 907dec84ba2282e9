#pragma once

#include "app/proxy/net/Fd.h"

#include <sys/types.h>

#include <string>

namespace ferry::bench {

/// The control socket of ferrygate-proxy.
class AdminWire {
public:
    explicit AdminWire(const std::string &path);

    /// Sends the configuration and waits for the answer. False if it was refused.
    [[nodiscard]] bool configure(const std::string &configuration);
    /// The process that answers; 0 if none does.
    [[nodiscard]] pid_t pid();

private:
    /// The line that answers; empty if none comes.
    [[nodiscard]] std::string ask(const std::string &request);

    proxy::Fd m_fd;
};

} // namespace ferry::bench
