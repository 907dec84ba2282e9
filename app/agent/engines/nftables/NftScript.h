#pragma once

#include "models/plan/NodeConfig.h"

namespace ferry::agent {

/// The gateway's table; nothing outside of it is touched.
[[nodiscard]] QString nftTable(const GatewayId &gateway);

/// What the engine runs, as nft(8) reads it: one batch that replaces the whole table. The rules of the table are the
/// same for any number of publishing rules; what they publish is in maps, an element a line, in the order of the
/// listening addresses. The generation is the name of an empty chain, so that the kernel can be asked for it.
///
/// | map or set     | holds                                                                              |
/// |----------------|------------------------------------------------------------------------------------|
/// | control4       | listener -> server; counts the sessions                                            |
/// | control4_from  | the same for listeners that not everybody may use: client, listener -> server      |
/// | relay4         | port of a small passive range -> server, at the same port                          |
/// | ranges4        | large passive ranges, kept apart because the kernel looks longer in intervals      |
/// | ranges4_from   | passive ranges that not everybody may use                                          |
/// | helped4, _from | listeners of rules with the filter on: bound to the kernel's FTP helper            |
/// | guarded4       | listeners that refuse some clients, so that no program of the gateway answers them |
/// | drained4, _from| filled while a rule is drained                                                     |
/// | addresses4, servers4, server_ranges4 | what is forwarded in the gateway's own name, with `source`   |
///
/// and as many for IPv6.
[[nodiscard]] QByteArray renderNftScript(
    const GatewayConfig &gateway, const QString &generation, const std::optional<Address> &source);

/// Takes the gateway's table away, where there is one.
[[nodiscard]] QByteArray removalScript(const GatewayId &gateway);

/// Ports of a passive range up to which each becomes an element of its own.
inline constexpr int mostPortsOneByOne = 64;

/// How the name begins that holds the generation.
inline constexpr QStringView generationChain = u"generation_";

} // namespace ferry::agent
