#pragma once

#include "models/rules/RuleSet.h"

#include <optional>

namespace ferry {

/// How busy an FTP server is expected to be. Every directory listing is a transfer of its own.
struct TransferLoad {
    int atOnce = 4;   ///< transfers under way at the same moment, 1 to 10,000
    int seconds = 60; ///< that one takes, 1 to 86,400

    bool operator==(const TransferLoad &) const = default;
};

/// A closed data connection keeps its port in TIME_WAIT for two maximum segment lifetimes: RFC 9293 section 3.4.2.
inline constexpr int timeWaitSeconds = 240;

/// How many passive ports carry `load`: more than the transfers started while a port rests, and five for each transfer
/// at once. May be larger than any range (65535).
[[nodiscard]] int passivePortsNeeded(const TransferLoad &load);

/// The transfers of `seconds` each that `ports` ports carry at once for ever; 0 where they carry less than one.
[[nodiscard]] int sustainedTransfers(int ports, int seconds);

/// The lowest free range of `ports` ports from 5000 up that stays below the ephemeral ports (32768 on Linux) and away
/// from every listener and every other passive range of `ruleSet`; the range of `service` itself does not count.
/// Nothing where no such range is left.
[[nodiscard]] std::optional<PortRange> suggestedPassiveRange(
    const RuleSet &ruleSet, const ServiceId &service, int ports);

} // namespace ferry
