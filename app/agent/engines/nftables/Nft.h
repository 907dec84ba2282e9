#pragma once

#include "models/base/Result.h"

#include <QByteArray>

namespace ferry::agent {

enum class NftRun {
    Apply,  ///< all of the script or nothing
    Check,  ///< the kernel looks whether it would take the script, and takes nothing
    ListText, ///< a list command, without counters
    ListFrame, ///< the same without the elements of maps and sets
    ListJson, ///< a list command: libnftables-json(5)
};

/// Runs nft(8) commands in this process, in the network namespace of the calling thread, and gives what they print.
/// Fails with Refused and nft's own words.
[[nodiscard]] Result<QByteArray> runNft(const QByteArray &script, NftRun how, const QString &subject);

} // namespace ferry::agent
