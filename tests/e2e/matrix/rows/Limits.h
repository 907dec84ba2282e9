#pragma once

#include "tests/e2e/matrix/clients/Client.h"
#include "tests/e2e/matrix/servers/Server.h"

namespace ferry::matrix {

/// Why no operation of this row can work by its nature, whoever is to blame: the client, the server, or what a gateway
/// of that kind can know.
[[nodiscard]] std::optional<Reason> whyNot(const Client &client, const Server &server, const Combination &combination);
/// Why a row that works otherwise lacks this operation.
[[nodiscard]] std::optional<Reason> whyNot(const Client &client, const Server &server, Operation operation);

} // namespace ferry::matrix
