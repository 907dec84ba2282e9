#pragma once

#include <QString>
#include <QtGlobal>

namespace ferry {

/// Why a connection ended, with the symbols and numbers that ISA Server 2006 and TMG 2010 print.
namespace resultcode {
inline constexpr quint32 gracefulShutdown = 0x80074E20;    ///< FWX_E_GRACEFUL_SHUTDOWN: orderly FIN
inline constexpr quint32 abortiveShutdown = 0x80074E21;    ///< FWX_E_ABORTIVE_SHUTDOWN: RST by a peer
inline constexpr quint32 connectionKilled = 0x80074E24;    ///< FWX_E_CONNECTION_KILLED: the firewall ended it
inline constexpr quint32 policyRulesDenied = 0xC004000D;   ///< FWX_E_POLICY_RULES_DENIED
inline constexpr quint32 isBusy = 0xC0040011;              ///< FWX_E_IS_BUSY: too many pending
inline constexpr quint32 networkRulesDenied = 0xC0040012;  ///< FWX_E_NETWORK_RULES_DENIED
inline constexpr quint32 notSynPacket = 0xC0040017;        ///< FWX_E_TCP_NOT_SYN_PACKET_DROPPED
inline constexpr quint32 timedOut = 10060;                 ///< WSAETIMEDOUT
inline constexpr quint32 refused = 10061;                  ///< WSAECONNREFUSED
} // namespace resultcode

/// "FWX_E_CONNECTION_KILLED", or an empty string for an unknown code.
[[nodiscard]] QString resultCodeSymbol(quint32 code);
/// "0x80074E24 FWX_E_CONNECTION_KILLED"; "10060" style for Winsock numbers; empty for 0.
[[nodiscard]] QString resultCodeText(quint32 code);
/// What it means, in a sentence for people.
[[nodiscard]] QString resultCodeMeaning(quint32 code);

} // namespace ferry
