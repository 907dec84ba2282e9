// Short sessions: login, EPSV, a file of 1 kB, QUIT. What a session costs.
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/Cost.h"
#include "tests/bench/proxy/harness/Report.h"

#include <cstdio>

using namespace ferry::bench;

namespace {

constexpr int modProxyParallel = 2;

} // namespace

int main(int argc, char **argv)
{
    const Arguments arguments(
        argc, argv, {{"rounds", 10}, {"sessions", 2000}, {"modproxy", 200}, {"parallel", 16}, {"size", 1000}});
    Report report("churn");
    Bench bench;
    if (!bench.failure().empty())
        return report.failed(bench.failure());
    std::vector<Gateway> gateways;
    gateways.push_back(startFerrygate(bench.places(), "127.0.0.2", Filter::Pass));
    gateways.push_back(startFerrygate(bench.places(), "127.0.0.6", Filter::Off));
    gateways.push_back(startHaproxy(bench.places(), "127.0.0.4"));
    gateways.push_back(startModProxy(bench.places(), "127.0.0.5"));
    std::vector<Series> rates;
    for (const Gateway &gateway : gateways) {
        if (!gateway)
            return report.failed(gateway.failure);
        rates.push_back({gateway.name, {}});
    }

    const Script script{.work = Script::Work::Retrieve, .size = arguments.size("size"), .files = 1};
    int cutByModProxy = 0;
    for (int round = 0; round < arguments.count("rounds"); ++round) {
        for (std::size_t i = 0; i < gateways.size(); ++i) {
            const std::size_t row = (i + static_cast<std::size_t>(round)) % gateways.size();
            const Gateway &gateway = gateways[row];
            const bool isModProxy = row == 3;
            const int sessions = arguments.count(isModProxy ? "modproxy" : "sessions");
            const double before = cpuSeconds(gateway.program.pid(), isModProxy);
            Load load(bench.loop(), bench.payload(), gateway.control, script);
            // mod_proxy cuts a session now and then, when two of its processes want its database at once.
            if (!load.run(sessions, isModProxy ? modProxyParallel : arguments.count("parallel")) && !isModProxy)
                return report.failed(gateway.name + ": " + load.summary());
            cutByModProxy += load.failed();
            rates[row].add((sessions - load.failed()) / (cpuSeconds(gateway.program.pid(), isModProxy) - before));
        }
    }

    std::printf("churn: %d sessions a round (mod_proxy %d, %d of all were cut), %d at a time, all hashes right\n\n",
        arguments.count("sessions"), arguments.count("modproxy"), cutByModProxy, arguments.count("parallel"));
    report.table("sessions a CPU second", {&rates[0], &rates[1], &rates[2], &rates[3]});
    report.atLeast("ours/mod_proxy", ratio(rates[0], rates[3]), 10);
    report.atLeast("ours/haproxy", ratio(rates[0], rates[2]), 0.9);
    return report.finish();
}
