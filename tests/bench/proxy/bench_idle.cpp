// Sessions that are logged in and silent: what each of them holds in memory.
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/Cost.h"
#include "tests/bench/proxy/harness/Report.h"

#include <cstdio>
#include <functional>

using namespace ferry::bench;

namespace {

struct Holding {
    Series resident;
    Series sockets;
    Series sum;
};

// A gateway is started anew for each round: memory that a process has had once, it keeps.
std::string measure(Bench &bench, const std::function<Gateway()> &start, int sessions, int parallel, Holding &holding)
{
    const Gateway gateway = start();
    if (!gateway)
        return gateway.failure;
    const Memory before = memory(gateway.program.pid());
    Load load(bench.loop(), bench.payload(), gateway.control, {.stays = true});
    if (!load.run(sessions, parallel))
        return gateway.name + ": " + load.summary();
    const Memory after = memory(gateway.program.pid());
    const auto perSession = [&](std::uint64_t from, std::uint64_t to) {
        return (static_cast<double>(to) - static_cast<double>(from)) / sessions / 1024;
    };
    holding.resident.name = holding.sockets.name = holding.sum.name = gateway.name;
    holding.resident.add(perSession(before.resident, after.resident));
    holding.sockets.add(perSession(before.sockets, after.sockets));
    holding.sum.add(holding.resident.values.back() + holding.sockets.values.back());
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {{"rounds", 10}, {"sessions", 5000}, {"modproxy", 200}, {"parallel", 64}});
    Report report("idle");
    Bench bench;
    if (!bench.failure().empty())
        return report.failed(bench.failure());
    const Places &places = bench.places();
    const std::vector<std::function<Gateway()>> starts{
        [&] { return startFerrygate(places, "127.0.0.2", Filter::Pass); },
        [&] { return startHaproxy(places, "127.0.0.4"); },
        [&] { return startModProxy(places, "127.0.0.5"); },
    };
    std::vector<Holding> holdings(starts.size());
    for (int round = 0; round < arguments.count("rounds"); ++round) {
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const bool isModProxy = i == 2;
            // mod_proxy forks for each session and cuts some of those that come at the same time.
            const std::string failure = measure(bench, starts[i], arguments.count(isModProxy ? "modproxy" : "sessions"),
                isModProxy ? 1 : arguments.count("parallel"), holdings[i]);
            if (!failure.empty())
                return report.failed(failure);
        }
    }

    std::printf("idle: %d sessions, %d with mod_proxy, which needs a process for each\n\n", arguments.count("sessions"),
        arguments.count("modproxy"));
    report.table("PSS, KiB a session", {&holdings[0].resident, &holdings[1].resident, &holdings[2].resident});
    report.table("sockets, KiB a session", {&holdings[0].sockets, &holdings[1].sockets, &holdings[2].sockets});
    report.table("sum, KiB a session", {&holdings[0].sum, &holdings[1].sum, &holdings[2].sum});
    report.atMost("ours/haproxy", ratio(holdings[0].sum, holdings[1].sum), 1);
    report.atMost("ours/mod_proxy", ratio(holdings[0].sum, holdings[2].sum), 0.05);
    return report.finish();
}
