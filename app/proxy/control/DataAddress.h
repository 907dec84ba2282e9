#pragma once

#include "app/proxy/net/IpAddress.h"

#include <optional>
#include <string>
#include <string_view>

namespace ferry::proxy {

/// The address in the text of a 227 reply. RFC 1123 4.1.2.6: the digits are searched for, since neither the
/// parentheses nor their place can be relied on. Nothing if there are none, or the port is 0.
[[nodiscard]] std::optional<Endpoint> parsePassiveReply(std::string_view text);

/// The port in the text of a 229 reply (RFC 2428 section 3).
[[nodiscard]] std::optional<std::uint16_t> parseExtendedPassiveReply(std::string_view text);

/// The argument of PORT (RFC 959 4.1.2): six numbers and nothing else.
[[nodiscard]] std::optional<Endpoint> parsePortArgument(std::string_view argument);

/// The argument of EPRT (RFC 2428 section 2).
[[nodiscard]] std::optional<Endpoint> parseExtendedPortArgument(std::string_view argument);

/// "h1,h2,h3,h4,p1,p2"; the address must be IPv4.
[[nodiscard]] std::string formatPortArgument(const Endpoint &endpoint);
/// "|1|132.235.1.2|6275|"
[[nodiscard]] std::string formatExtendedPortArgument(const Endpoint &endpoint);

} // namespace ferry::proxy
