#pragma once

#include "tests/bench/proxy/harness/Program.h"
#include "tests/bench/proxy/harness/StubServer.h"

#include <memory>
#include <string>

namespace ferry::bench {

/// Where everything is. Each gateway has an address of its own, so that all of them run side by side on the same ports
/// and take turns within a round.
struct Places {
    std::string folder; ///< for configurations, logs and sockets
    Ports ports;
    proxy::IpAddress server;
    proxy::CertificateFiles certificate; ///< empty: nothing speaks TLS
};

/// A proxy in front of the stub.
struct Gateway {
    std::string name;
    proxy::Endpoint control;
    Program program;
    std::string failure; ///< why it does not run

    [[nodiscard]] explicit operator bool() const { return failure.empty(); }
};

/// ferrygate-proxy. It relays with the filter off, inspects with the filter on `pass`, or ends TLS and begins it anew
/// with the server, or goes on in clear.
enum class Filter { Off, Pass, Terminate, TerminateToClear };
[[nodiscard]] std::string ferrygateRule(
    const Places &places, const std::string &address, Filter filter, int idleSeconds = 900);
[[nodiscard]] std::string ferrygateConfiguration(
    const std::string &address, const std::vector<std::string> &rules, const std::string &generation);
/// The newest version of TLS that it speaks, as OpenSSL's configuration sets it for every program.
enum class NewestTls { Any, Tls12 };
[[nodiscard]] Gateway startFerrygate(
    const Places &places, const std::string &address, Filter filter, NewestTls newest = NewestTls::Any);
/// The program once more, to take over from the one at `address` that startFerrygate() has started.
[[nodiscard]] Program startTakeover(const Places &places, const std::string &address);
/// HAProxy on one thread, as ferrygate-proxy. With `option splice-auto` it decides late and seldom for splice(2), so
/// that there is also one that always does.
enum class Splice { Auto, Always };
[[nodiscard]] Gateway startHaproxy(const Places &places, const std::string &address, Splice splice = Splice::Auto);
/// HAProxy with TLS on both sides, in front of the server that says one file to everybody.
[[nodiscard]] Gateway startHaproxyTls(const Places &places, const std::string &address, const proxy::Endpoint &blobs);
/// ProFTPD with mod_proxy as a reverse proxy: a process for each session.
[[nodiscard]] Gateway startModProxy(const Places &places, const std::string &address);

} // namespace ferry::bench
