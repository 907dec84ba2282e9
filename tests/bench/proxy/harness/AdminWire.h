#pragma once

#include "app/proxy/net/Fd.h"

#include <string>

namespace ferry::bench {

/// The control socket of ferrygate-proxy.
class AdminWire {
public:
    explicit AdminWire(const std::string &path);

    /// Sends the configuration and waits for the answer. False if it was refused.
    [[nodiscard]] bool configure(const std::string &configuration);

private:
    proxy::Fd m_fd;
};

} // namespace ferry::bench
