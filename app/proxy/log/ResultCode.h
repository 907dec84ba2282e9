#pragma once

#include <cstdint>

/// Why a connection ended, with the numbers that ISA Server 2006 and TMG 2010 print. The same table as
/// models/wire/ResultCode.h, which the proxy cannot link.
namespace ferry::proxy::resultcode {

inline constexpr std::uint32_t gracefulShutdown = 0x80074E20;  ///< FWX_E_GRACEFUL_SHUTDOWN: orderly FIN
inline constexpr std::uint32_t abortiveShutdown = 0x80074E21;  ///< FWX_E_ABORTIVE_SHUTDOWN: RST by a peer
inline constexpr std::uint32_t connectionKilled = 0x80074E24;  ///< FWX_E_CONNECTION_KILLED: the firewall ended it
inline constexpr std::uint32_t policyRulesDenied = 0xC004000D; ///< FWX_E_POLICY_RULES_DENIED
inline constexpr std::uint32_t isBusy = 0xC0040011;            ///< FWX_E_IS_BUSY: too many pending
inline constexpr std::uint32_t timedOut = 10060;               ///< WSAETIMEDOUT
inline constexpr std::uint32_t refused = 10061;                ///< WSAECONNREFUSED
inline constexpr std::uint32_t unreachable = 10065;            ///< WSAEHOSTUNREACH

} // namespace ferry::proxy::resultcode
