#pragma once

#include "app/proxy/net/Fd.h"
#include "app/proxy/net/IpAddress.h"

#include <string>
#include <string_view>

namespace ferry::bench {

/// A client that does one thing after the other and waits: for round trips, where an event loop would be measured too.
class PlainClient {
public:
    /// Connects and logs in.
    explicit PlainClient(const proxy::Endpoint &server);

    [[nodiscard]] bool isGood() const { return m_isGood; }
    /// Sends one line and waits for the one line of its reply. Seconds; below 0: it failed.
    [[nodiscard]] double roundTrip(std::string_view command);

private:
    [[nodiscard]] bool readReply();

    proxy::Fd m_fd;
    bool m_isGood = false;
};

} // namespace ferry::bench
