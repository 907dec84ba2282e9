// Small files under TLS, ten a session, and the handshakes by themselves.
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/Blobs.h"
#include "tests/bench/proxy/harness/Cost.h"
#include "tests/bench/proxy/harness/Report.h"

#include <array>
#include <cstdio>
#include <memory>

using namespace ferry::bench;

namespace {

constexpr int filesInASession = 10;
constexpr int parallel = 8;

/// Handshakes of one version of TLS.
struct Handshakes {
    const Gateway &gateway;
    Series full;
    Series resumed;
    std::shared_ptr<ferry::proxy::TlsTickets> tickets = std::make_shared<ferry::proxy::TlsTickets>();
};

} // namespace

int main(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {{"rounds", 10}, {"files", 1000}, {"size", 10'000}, {"handshakes", 300}});
    Report report("tls-small");
    const std::uint64_t size = arguments.size("size");
    Bench bench(256, size);
    if (!bench.failure().empty())
        return report.failed(bench.failure());
    const Gateway ours = startFerrygate(bench.places(), "127.0.0.2", Filter::Terminate);
    const Gateway ending = startFerrygate(bench.places(), "127.0.0.5", Filter::TerminateToClear);
    const Gateway ending12 = startFerrygate(bench.places(), "127.0.0.6", Filter::TerminateToClear, NewestTls::Tls12);
    const Gateway haproxy = startHaproxyTls(bench.places(), "127.0.0.4", bench.blobs());
    for (const Gateway *gateway : {&ours, &ending, &ending12, &haproxy}) {
        if (!*gateway)
            return report.failed(gateway->failure);
    }
    std::string failure;
    // CPU seconds of a gateway for so many sessions of one script.
    const auto cost = [&](const Gateway &gateway, const Script &script, int sessions) {
        const double before = cpuSeconds(gateway.program.pid(), false);
        Load load(bench.loop(), bench.payload(), gateway.control, script);
        if (!load.run(sessions, parallel) && failure.empty())
            failure = gateway.name + ": " + load.summary();
        return cpuSeconds(gateway.program.pid(), false) - before;
    };

    Series own{ours.name, {}};
    Series peer{haproxy.name, {}};
    std::array versions{Handshakes{ending, {"full, RSA-2048", {}}, {"resumed", {}}},
        Handshakes{ending12, {"full, RSA-2048, TLS 1.2", {}}, {"resumed, TLS 1.2", {}}}};
    const int sessions = arguments.count("files") / filesInASession;
    const int handshakes = arguments.count("handshakes");
    for (int round = 0; round < arguments.count("rounds") && failure.empty(); ++round) {
        const Script files{.size = size, .files = filesInASession, .dialer = &bench.dialer()};
        own.add(arguments.count("files") / cost(ours, files, sessions));
        const double before = cpuSeconds(haproxy.program.pid(), false);
        if (!fetchBlobs(bench.loop(), bench.payload(), haproxy.control, size, bench.dialer(), sessions, parallel,
                filesInASession))
            failure = haproxy.name + ": a transfer failed";
        peer.add(arguments.count("files") / (cpuSeconds(haproxy.program.pid(), false) - before));

        // What a session with AUTH costs without a handshake is taken off. The first one fills the tickets.
        for (Handshakes &version : versions) {
            const double clear = cost(version.gateway, {.hasLogin = false, .isRefusedTls = true}, handshakes);
            const double fully = cost(version.gateway, {.dialer = &bench.dialer(), .hasLogin = false}, handshakes);
            const Script again{.dialer = &bench.dialer(), .tickets = version.tickets, .hasLogin = false};
            (void)cost(version.gateway, again, 1);
            const double resuming = cost(version.gateway, again, handshakes);
            version.full.add(handshakes / (fully - clear));
            version.resumed.add(handshakes / (resuming - clear));
        }
    }
    if (!failure.empty())
        return report.failed(failure);
    std::printf("tls-small: %d RETR of %llu bytes a round with PROT P, %d a session, all hashes right\n\n",
        arguments.count("files"), static_cast<unsigned long long>(size), filesInASession);
    report.table("files a CPU second", {&own, &peer});
    report.table(
        "handshakes a CPU second", {&versions[0].full, &versions[0].resumed, &versions[1].full, &versions[1].resumed});
    report.atLeast("ours/haproxy", ratio(own, peer), 0.9);
    report.atLeast("resumed/full", ratio(versions[0].resumed, versions[0].full), 3);
    report.atLeast("resumed/full-tls1.2", ratio(versions[1].resumed, versions[1].full), 3);
    return report.finish();
}
