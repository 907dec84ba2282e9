// The round trip of NOOP: what a gateway adds to it.
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/PlainClient.h"
#include "tests/bench/proxy/harness/Report.h"

#include <array>
#include <cstdio>

using namespace ferry::bench;

namespace {

// The ways take turns after so many round trips: what else the machine does must hit all of them alike.
constexpr int tripsInATurn = 50;

struct Way {
    std::string name;
    PlainClient client;
    std::vector<double> trips; ///< of this round, microseconds
    std::vector<double> all;
    Series p50;
    Series p99;
};

} // namespace

int main(int argc, char **argv)
{
    const Arguments arguments(argc, argv, {{"rounds", 20}, {"trips", 5000}});
    Report report("latency");
    Bench bench;
    if (!bench.failure().empty())
        return report.failed(bench.failure());
    const Gateway ours = startFerrygate(bench.places(), "127.0.0.2", Filter::Pass);
    const Gateway haproxy = startHaproxy(bench.places(), "127.0.0.4");
    for (const Gateway *gateway : {&ours, &haproxy}) {
        if (!*gateway)
            return report.failed(gateway->failure);
    }
    std::array<Way, 3> ways{Way{"direct", PlainClient(bench.stub()), {}, {}, {}, {}},
        Way{ours.name, PlainClient(ours.control), {}, {}, {}, {}},
        Way{haproxy.name, PlainClient(haproxy.control), {}, {}, {}, {}}};
    for (const Way &way : ways) {
        if (!way.client.isGood())
            return report.failed("nobody can log in: " + way.name);
    }

    for (int round = 0; round < arguments.count("rounds"); ++round) {
        for (int trip = 0; trip < arguments.count("trips"); trip += tripsInATurn) {
            for (Way &way : ways) {
                for (int i = 0; i < tripsInATurn; ++i) {
                    const double seconds = way.client.roundTrip("NOOP\r\n");
                    if (seconds < 0)
                        return report.failed("a reply did not come: " + way.name);
                    way.trips.push_back(seconds * 1e6);
                }
            }
        }
        for (Way &way : ways) {
            way.p50.add(quantile(way.trips, 0.5));
            way.p99.add(quantile(way.trips, 0.99));
            way.all.insert(way.all.end(), way.trips.begin(), way.trips.end());
            way.trips.clear();
        }
    }

    std::printf("latency: %d NOOPs a round on one connection\n\n", arguments.count("trips"));
    for (Way &way : ways)
        way.p50.name = way.p99.name = way.name;
    report.table("p50, microseconds", {&ways[0].p50, &ways[1].p50, &ways[2].p50});
    report.table("p99, microseconds", {&ways[0].p99, &ways[1].p99, &ways[2].p99});
    const auto added = [&](std::size_t way, double share) {
        return quantile(ways[way].all, share) - quantile(ways[0].all, share);
    };
    report.atMost("p50-added/haproxy", added(1, 0.5) / added(2, 0.5), 1.15);
    report.atMost("p99-added/haproxy", added(1, 0.99) / added(2, 0.99), 1.15);
    return report.finish();
}
