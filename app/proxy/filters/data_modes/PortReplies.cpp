#include "app/proxy/filters/data_modes/PortReplies.h"

#include "app/proxy/log/ResultCode.h"
#include "app/proxy/net/Sockets.h"

namespace ferry::proxy {

Verdict portFailure(int error, const PortSet &ports)
{
    // The code of the finding that warns of it (models/checks/FindingCode.h).
    if (error == EADDRINUSE) {
        return Verdict::answer("425 Cannot open a data connection: all data ports are in use, try again later.",
            resultcode::isBusy, "All " + std::to_string(ports.size()) + " data ports of the rule are in use (FG105).",
            LogAction::FailedConnectionAttempt);
    }
    return Verdict::answer("425 Cannot open a data connection.", resultcode::isBusy,
        "The gateway could not open a data port: " + errorText(error) + ".", LogAction::FailedConnectionAttempt);
}

} // namespace ferry::proxy
