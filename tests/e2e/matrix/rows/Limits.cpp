#include "tests/e2e/matrix/rows/Limits.h"

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

std::optional<Reason> gatewayLacks(const Combination &combination)
{
    const Handling handling = combination.handling;
    if (!combination.isActive())
        return std::nullopt;
    if (handling == Handling::Off) {
        return Reason{
            u"The gateway does not read PORT, so the server gets an address that is not that of whom it talks "
            "to, and refuses."_s,
            Reason::Proof::Tried};
    }
    if (handling == Handling::Pass && combination.isEncrypted())
        return Reason{u"The gateway cannot read PORT under TLS, as with the filter off."_s, Reason::Proof::Tried};
    return std::nullopt;
}

/// With `terminate`, the gateway begins TLS with the server, and does so behind the reply that begins the transfer.
bool meetsEarlyDataTls(const Client &client, const Combination &combination)
{
    return client.beginsDataTlsEarly() && combination.isEncrypted() && !combination.isActive()
        && combination.handling != Handling::Terminate;
}

} // namespace

std::optional<Reason> whyNot(const Client &client, const Server &server, const Combination &combination)
{
    if (std::optional<Reason> reason = client.refuses(combination))
        return reason;
    if (std::optional<Reason> reason = server.refuses(combination))
        return reason;
    if (std::optional<Reason> reason = server.refusesEarlyDataTls(); reason && meetsEarlyDataTls(client, combination))
        return reason;
    return gatewayLacks(combination);
}

std::optional<Reason> whyNot(const Client &client, const Server &server, Operation operation)
{
    if (std::optional<Reason> reason = client.lacks(operation))
        return reason;
    return server.lacks(operation);
}

} // namespace ferry::matrix
