// Small files under TLS, ten a session, and the handshakes by themselves.
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/Blobs.h"
#include "tests/bench/proxy/harness/Cost.h"
#include "tests/bench/proxy/harness/Report.h"

#include <cstdio>

using namespace ferry::bench;

namespace {

constexpr int filesInASession = 10;
constexpr int parallel = 8;

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
    const Gateway haproxy = startHaproxyTls(bench.places(), "127.0.0.4", bench.blobs());
    for (const Gateway *gateway : {&ours, &ending, &haproxy}) {
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
    Series full{"full, RSA-2048", {}};
    Series resumed{"resumed", {}};
    const int sessions = arguments.count("files") / filesInASession;
    const int handshakes = arguments.count("handshakes");
    const auto tickets = std::make_shared<ferry::proxy::TlsTickets>();
    for (int round = 0; round < arguments.count("rounds") && failure.empty(); ++round) {
        const Script files{.size = size, .files = filesInASession, .dialer = &bench.dialer()};
        own.add(arguments.count("files") / cost(ours, files, sessions));
        const double before = cpuSeconds(haproxy.program.pid(), false);
        if (!fetchBlobs(bench.loop(), bench.payload(), haproxy.control, size, bench.dialer(), sessions, parallel,
                filesInASession))
            failure = haproxy.name + ": a transfer failed";
        peer.add(arguments.count("files") / (cpuSeconds(haproxy.program.pid(), false) - before));

        // What a session with AUTH costs without a handshake is taken off. The first one fills the tickets.
        const double clear = cost(ending, {.hasLogin = false, .isRefusedTls = true}, handshakes);
        const double fully = cost(ending, {.dialer = &bench.dialer(), .hasLogin = false}, handshakes);
        const Script again{.dialer = &bench.dialer(), .tickets = tickets, .hasLogin = false};
        (void)cost(ending, again, 1);
        const double resuming = cost(ending, again, handshakes);
        full.add(handshakes / (fully - clear));
        resumed.add(handshakes / (resuming - clear));
    }
    if (!failure.empty())
        return report.failed(failure);
    std::printf("tls-small: %d RETR of %llu bytes a round with PROT P, %d a session, all hashes right\n\n",
        arguments.count("files"), static_cast<unsigned long long>(size), filesInASession);
    report.table("files a CPU second", {&own, &peer});
    report.table("handshakes a CPU second", {&full, &resumed});
    report.atLeast("ours/haproxy", ratio(own, peer), 0.9);
    report.atLeast("resumed/full", ratio(resumed, full), 3);
    return report.finish();
}
