#pragma once

#include "models/base/Id.h"

#include <QByteArray>

#include <optional>

namespace ferry::agent {

/// One batch of nft(8) commands after which a table that runs `running` runs `wanted`, both by renderNftScript(): only
/// the elements that differ, and the chain that names the generation. The kernel refuses it where another generation
/// runs, since that chain is then not there. Nothing where the table itself has to be another one (its rules, its maps,
/// their sizes), or where so much differs that a whole table is not more work.
[[nodiscard]] std::optional<QByteArray> deltaScript(
    const GatewayId &gateway, const QByteArray &running, const QByteArray &wanted);

} // namespace ferry::agent
