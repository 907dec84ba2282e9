#pragma once

#include "app/proxy/filters/FilterSettings.h"
#include "app/proxy/net/IpAddress.h"
#include "app/proxy/net/PortSet.h"
#include "app/proxy/tls/TlsAcceptor.h"
#include "app/proxy/tls/TlsDialer.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ferry::proxy {

enum class ServerTls : std::uint8_t { None, Explicit, Implicit };

/// One publishing rule as the proxy runs it. Never changed after it was read: sessions keep the version they began
/// with.
struct Rule {
    std::string id;
    std::string name;
    Endpoint listen;
    Endpoint server;
    ServerTls serverTls = ServerTls::None;
    std::vector<Network> from;               ///< empty: any
    PortSet relayPorts;                      ///< forwarded to the same port of the server
    PortSet dataPorts;                       ///< from which the filter opens data ports
    std::optional<IpAddress> externalAddress;
    std::vector<ClientAddress> clientAddresses; ///< before it, for clients on certain networks
    IpAddress source; ///< local address of connections to the server; unspecified: the system's
    bool log = true;
    FilterSettings filter;
    CertificateFiles certificate; ///< for TLS that ends here: its own, or, once that is loaded, the gateway's
    ServerTrust serverTrust;      ///< where the gateway begins TLS with the server
    // What the two name, loaded; for rules that terminate TLS.
    std::shared_ptr<const TlsAcceptor> acceptor;
    std::shared_ptr<const TlsDialer> dialer;

    [[nodiscard]] bool terminates() const { return filter.enabled && filter.authTls.handling == AuthTls::Terminate; }
    /// True if the control channel is read. Implicit TLS is opaque from its first byte, so that there is nothing to
    /// read whatever the switch says, unless it ends here.
    [[nodiscard]] bool inspects() const { return filter.enabled && (serverTls != ServerTls::Implicit || terminates()); }
    /// Clients begin with a handshake, as they would with the server.
    [[nodiscard]] bool isClientImplicit() const { return serverTls == ServerTls::Implicit; }
    /// The gateway begins with a handshake when it has called the server.
    [[nodiscard]] bool isServerImplicit() const
    {
        return serverTls == ServerTls::Implicit && filter.authTls.upstream != UpstreamTls::Clear;
    }
    [[nodiscard]] bool admits(const IpAddress &client) const;

    bool operator==(const Rule &) const = default;
};

/// Everything one gateway runs, in evaluation order.
struct Configuration {
    std::string generation;
    std::string gateway;
    CertificateFiles certificate; ///< for rules that name none of their own
    std::vector<Rule> rules;
    /// Another program takes the ports: sessions of earlier configurations go on without those that they may need.
    bool handsOver = false;
    std::string text; ///< the JSON that it was read from, for a process that takes over
};

} // namespace ferry::proxy
