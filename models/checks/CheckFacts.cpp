#include "models/checks/CheckFacts.h"

namespace ferry {

EngineCapabilities defaultCapabilities(Engine engine)
{
    EngineCapabilities capabilities;
    switch (engine) {
    case Engine::Nftables:
        // The conntrack helper reads the control channel and opens data ports, and does nothing else.
        capabilities.authTlsDeny = false;
        capabilities.authTlsTerminate = false;
        capabilities.commandPolicy = false;
        capabilities.sessionLimits = false;
        capabilities.relayedPeers = false;
        break;
    case Engine::Haproxy:
        // It moves bytes and reads none of them.
        capabilities.filter = false;
        capabilities.authTlsDeny = false;
        capabilities.authTlsTerminate = false;
        capabilities.commandPolicy = false;
        capabilities.sessionLimits = false;
        capabilities.relayedPeers = false;
        break;
    case Engine::Builtin:
    case Engine::Proftpd:
        break;
    }
    return capabilities;
}

EngineCapabilities capabilitiesOf(const CheckFacts &facts, Engine engine)
{
    const auto own = facts.engines.constFind(engine);
    return own != facts.engines.cend() ? *own : defaultCapabilities(engine);
}

} // namespace ferry
