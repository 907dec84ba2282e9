#pragma once

#include "app/agent/ballast/Ballast.h"
#include "app/agent/config/AgentConfig.h"
#include "app/agent/control/ServiceControl.h"
#include "app/agent/engines/GatewayEngine.h"
#include "app/agent/services/FtpServiceDriver.h"
#include "app/agent/services/Restart.h"
#include "models/base/Clock.h"

#include <memory>
#include <vector>

namespace ferry::agent {

struct ManagedGateway {
    GatewayEntry entry;
    std::unique_ptr<GatewayEngine> engine;
};

struct ManagedService {
    ServiceEntry entry;
    std::unique_ptr<FtpServiceDriver> driver;
    std::unique_ptr<ServiceControl> control;
    std::optional<Ballast> ballast = {};
};

/// What this agent manages: one driver for each gateway and service of agent.json.
struct Host {
    std::vector<ManagedGateway> gateways;
    std::vector<ManagedService> services;
    RestartWitness witness = RestartWitness::system();

    [[nodiscard]] ManagedGateway *gateway(const QString &id);
    [[nodiscard]] ManagedService *service(const QString &id);
};

/// Makes the drivers. Fails with Unsupported for an engine or software that has none in this build.
[[nodiscard]] Result<Host> createHost(const AgentConfig &config, const Clock &clock);

/// Whether `wanted` asks only for what agent.json names. Fails with Denied otherwise.
[[nodiscard]] Result<> admit(const NodeConfig &wanted, Host &host);

} // namespace ferry::agent
