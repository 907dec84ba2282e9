#pragma once

#include "tests/support/netns/NetworkLab.h"

#include <memory>

namespace ferry::test {

/// Two networks with a gateway between them. The client and a stranger are outside, where nobody knows the inner
/// network; the server is inside and reaches everybody through the gateway, which forwards.
class RoutedLab {
public:
    [[nodiscard]] static Result<std::unique_ptr<RoutedLab>> create();

    [[nodiscard]] const Host &client() const { return m_client; }
    [[nodiscard]] const Host &stranger() const { return m_stranger; }
    /// Its addresses are the outer ones.
    [[nodiscard]] const Host &gateway() const { return m_gateway; }
    [[nodiscard]] const Host &server() const { return m_server; }

    static constexpr QStringView gatewayInside4 = u"198.51.100.1";
    static constexpr QStringView gatewayInside6 = u"2001:db8:2::1";

private:
    RoutedLab(NetworkLab outside, NetworkLab inside, Host client, Host stranger, Host gateway, Host server)
        : m_outside(std::move(outside))
        , m_inside(std::move(inside))
        , m_client(std::move(client))
        , m_stranger(std::move(stranger))
        , m_gateway(std::move(gateway))
        , m_server(std::move(server))
    {
    }

    NetworkLab m_outside;
    NetworkLab m_inside;
    Host m_client;
    Host m_stranger;
    Host m_gateway;
    Host m_server;
};

} // namespace ferry::test
