// One download of 1 GiB with TLS on both legs: what a byte costs.
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/Blobs.h"
#include "tests/bench/proxy/harness/Cost.h"
#include "tests/bench/proxy/harness/Report.h"

#include <cstdio>

using namespace ferry::bench;

int main(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {{"rounds", 10}, {"size", 1 << 30}});
    Report report("tls-bulk");
    const std::uint64_t size = arguments.size("size");
    Bench bench(256, size);
    if (!bench.failure().empty())
        return report.failed(bench.failure());
    const Gateway ours = startFerrygate(bench.places(), "127.0.0.2", Filter::Terminate);
    const Gateway haproxy = startHaproxyTls(bench.places(), "127.0.0.4", bench.blobs());
    for (const Gateway *gateway : {&ours, &haproxy}) {
        if (!*gateway)
            return report.failed(gateway->failure);
    }
    Series own{ours.name, {}};
    Series peer{haproxy.name, {}};
    const double gibibytes = static_cast<double>(size) / (1 << 30);
    for (int round = 0; round < arguments.count("rounds"); ++round) {
        double before = cpuSeconds(ours.program.pid(), false);
        Load load(bench.loop(), bench.payload(), ours.control, {.size = size, .files = 1, .dialer = &bench.dialer()});
        if (!load.run(1, 1))
            return report.failed(ours.name + ": " + load.summary());
        own.add(gibibytes / (cpuSeconds(ours.program.pid(), false) - before));
        before = cpuSeconds(haproxy.program.pid(), false);
        if (!fetchBlobs(bench.loop(), bench.payload(), haproxy.control, size, bench.dialer(), 1, 1, 1))
            return report.failed(haproxy.name + ": a transfer failed");
        peer.add(gibibytes / (cpuSeconds(haproxy.program.pid(), false) - before));
    }
    std::printf("tls-bulk: a RETR of %.3g GiB with PROT P, all hashes right\n\n", gibibytes);
    report.table("GiB a CPU second", {&own, &peer});
    report.atLeast("ours/haproxy", ratio(own, peer), 0.95);
    return report.finish();
}
