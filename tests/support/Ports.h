#pragma once

#include <QStringList>

namespace ferry::test {

/// The first of `count` TCP ports in a row, at most 40, that nothing listens on at any of `addresses` now. No other
/// test process of this machine is given one of them while this one lives, and no outgoing connection takes one, so
/// that a server may bind it later. Gives 0 if all are taken.
[[nodiscard]] quint16 freePorts(const QStringList &addresses, int count = 1);

} // namespace ferry::test
