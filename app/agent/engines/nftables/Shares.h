#pragma once

#include "models/base/Address.h"
#include "models/base/PortRange.h"

#include <QList>

#include <array>
#include <optional>

namespace ferry::agent {

/// From network byte order, as Address::bytes() gives them.
[[nodiscard]] Address addressFromBytes(Address::Family family, const std::array<quint8, 16> &bytes);

/// Addresses of one family, both ends included.
struct AddressRange {
    Address first;
    Address last;

    [[nodiscard]] static AddressRange of(const Network &network);
    [[nodiscard]] static AddressRange everything(Address::Family family);
    [[nodiscard]] bool contains(const Address &address) const { return first <= address && address <= last; }
    /// "10.0.0.0-10.0.0.255", or one address.
    [[nodiscard]] QString toString() const;

    bool operator==(const AddressRange &) const = default;
};

/// What one rule asks of one listening address. Claims are in the order in which rules are evaluated.
struct Claim {
    PortRange ports;
    QList<Network> from; ///< empty: any
    qsizetype rule = 0;
};

/// What the rule gets of it: these ports, for these clients. Nothing in `clients`: for everybody.
struct Share {
    PortRange ports;
    std::optional<AddressRange> clients;
    qsizetype rule = 0;

    bool operator==(const Share &) const = default;
};

/// Divides ports and clients so that each goes to the first rule that asks for it. No two shares overlap, because a map
/// of the kernel knows no order: it refuses keys that do. Ordered by port, then by client.
[[nodiscard]] QList<Share> shares(const QList<Claim> &claims, Address::Family family);

/// The ports of which some clients have no share, although others have.
[[nodiscard]] QList<PortRange> partlyShared(const QList<Share> &shares, Address::Family family);

} // namespace ferry::agent
