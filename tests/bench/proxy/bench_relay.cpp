// Eight parallel downloads and eight parallel uploads of 1 GiB: what a byte costs.
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/Cost.h"
#include "tests/bench/proxy/harness/Report.h"

#include <cstdio>

using namespace ferry::bench;

int main(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {{"rounds", 10}, {"size", 1 << 30}, {"parallel", 8}});
    Report report("relay");
    Bench bench;
    if (!bench.failure().empty())
        return report.failed(bench.failure());
    std::vector<Gateway> gateways;
    gateways.push_back(startFerrygate(bench.places(), "127.0.0.2", Filter::Off));
    gateways.push_back(startFerrygate(bench.places(), "127.0.0.5", Filter::Pass));
    gateways.push_back(startHaproxy(bench.places(), "127.0.0.4"));
    gateways.push_back(startHaproxy(bench.places(), "127.0.0.6", Splice::Always));
    std::vector<Series> costs;
    std::vector<Series> speeds;
    for (const Gateway &gateway : gateways) {
        if (!gateway)
            return report.failed(gateway.failure);
        costs.push_back({gateway.name, {}});
        speeds.push_back({gateway.name, {}});
    }

    const std::uint64_t size = arguments.size("size");
    const int parallel = arguments.count("parallel");
    const double gibibytes = 2.0 * parallel * static_cast<double>(size) / (1 << 30);
    for (int round = 0; round < arguments.count("rounds"); ++round) {
        for (std::size_t i = 0; i < gateways.size(); ++i) {
            const Gateway &gateway = gateways[(i + static_cast<std::size_t>(round)) % gateways.size()];
            const std::size_t row = static_cast<std::size_t>(&gateway - gateways.data());
            const double before = cpuSeconds(gateway.program.pid(), false);
            const auto begin = ferry::proxy::Clock::now();
            for (const auto work : {Script::Work::Retrieve, Script::Work::Store}) {
                const Script script{.work = work, .size = size, .files = 1};
                Load load(bench.loop(), bench.payload(), gateway.control, script);
                if (!load.run(parallel, parallel))
                    return report.failed(gateway.name + ": " + load.summary());
            }
            const std::chrono::duration<double> took = ferry::proxy::Clock::now() - begin;
            costs[row].add((cpuSeconds(gateway.program.pid(), false) - before) / gibibytes);
            speeds[row].add(gibibytes / took.count());
        }
    }

    std::printf(
        "relay: %d RETR and %d STOR of %.3g GiB, all hashes right\n\n", parallel, parallel, gibibytes / 2 / parallel);
    report.table("CPU seconds a GiB", {&costs[0], &costs[1], &costs[2], &costs[3]});
    report.table("GiB a second", {&speeds[0], &speeds[1], &speeds[2], &speeds[3]});
    report.atMost("off/haproxy", ratio(costs[0], costs[2]), 1.05);
    report.atMost("pass/haproxy", ratio(costs[1], costs[2]), 1.05);
    report.atMost("off/haproxy-always", ratio(costs[0], costs[3]), 1.05);
    report.atMost("pass/haproxy-always", ratio(costs[1], costs[3]), 1.05);
    return report.finish();
}
