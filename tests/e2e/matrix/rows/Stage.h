#pragma once

#include "tests/e2e/matrix/servers/RunningServer.h"
#include "tests/e2e/support/GatewayFixture.h"

#include <map>

namespace ferry::matrix {

/// The server and the gateways of one program of the matrix. They start when a row first asks for them, and are shared
/// by all rows that need the same.
class Stage {
public:
    [[nodiscard]] static Result<std::unique_ptr<Stage>> create(const Server &server);

    /// The one that speaks TLS from the first byte, or the other one.
    [[nodiscard]] Result<const RunningServer *> serverFor(const Combination &combination);
    [[nodiscard]] Result<const e2e::GatewayFixture *> gatewayFor(const Combination &combination);
    /// PEM file of the authority that vouches for server and gateway.
    [[nodiscard]] QString authority() const { return path(QStringLiteral("ca.pem")); }
    /// A folder for what clients fetch.
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }

private:
    explicit Stage(const Server &server) : m_server(server) {}
    [[nodiscard]] Result<void> writeMaterial() const;
    [[nodiscard]] Result<std::unique_ptr<e2e::GatewayFixture>> startGateway(
        const Combination &combination, const Place &server) const;

    QTemporaryDir m_directory;
    const Server &m_server;
    std::map<std::pair<Handling, bool>, std::unique_ptr<RunningServer>> m_servers; ///< and whether TLS is implicit
    std::map<QString, std::unique_ptr<e2e::GatewayFixture>> m_gateways;
};

} // namespace ferry::matrix
