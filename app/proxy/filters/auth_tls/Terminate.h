#pragma once

#include "app/proxy/filters/Filter.h"

namespace ferry::proxy {

/// AuthTls::Terminate: AUTH, PBSZ, PROT and CCC are between the client and the gateway (RFC 4217). What the leg to the
/// server speaks is UpstreamTls's.
[[nodiscard]] std::unique_ptr<Filter> makeTerminate(const Rule &rule);

/// What has to be agreed with the server before the client hears its greeting.
[[nodiscard]] SecurityChange securityAtGreeting(const Rule &rule);

} // namespace ferry::proxy
