// The program is replaced again and again while sessions come and go and transfers run: nobody may notice.
#include "tests/bench/proxy/harness/AdminWire.h"
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/Report.h"

#include <cstdio>

using namespace ferry::bench;

namespace {

/// Replaces the program, one process after the other.
class Upgrades {
public:
    Upgrades(const Places &places, const std::string &address)
        : m_places(places), m_address(address), m_control(places.folder + "/" + address + ".sock")
    {
    }

    /// Begins one, unless the one before is still under way.
    void proceed()
    {
        if (m_begin == ferry::proxy::TimePoint()) {
            m_begin = ferry::proxy::Clock::now();
            m_programs.push_back(startTakeover(m_places, m_address));
        } else if (AdminWire(m_control).pid() == m_programs.back().pid()) {
            took.add(std::chrono::duration<double, std::milli>(ferry::proxy::Clock::now() - m_begin).count());
            m_begin = {};
        }
    }
    [[nodiscard]] std::size_t done() const { return took.values.size(); }

    Series took{"one upgrade, milliseconds at most", {}};

private:
    const Places &m_places;
    std::string m_address;
    std::string m_control;
    std::vector<Program> m_programs;
    ferry::proxy::TimePoint m_begin;
};

} // namespace

int main(int argc, char **argv)
{
    const Arguments arguments(
        argc, argv, {{"rounds", 10}, {"upgrades", 20}, {"parallel", 16}, {"transfers", 8}, {"size", 16 << 20}});
    Report report("upgrade");
    Bench bench;
    if (!bench.failure().empty())
        return report.failed(bench.failure());
    const std::string address = "127.0.0.2";
    const std::string relayed = "127.0.0.5";
    const Gateway gateway = startFerrygate(bench.places(), address, Filter::Pass);
    if (!gateway)
        return report.failed(gateway.failure);
    // Passive ports that each session opens, and relay ports, whose sockets all processes have.
    if (!AdminWire(bench.places().folder + "/" + address + ".sock")
            .configure(ferrygateConfiguration(address,
                {ferrygateRule(bench.places(), address, Filter::Pass),
                    ferrygateRule(bench.places(), relayed, Filter::Off)},
                "2")))
        return report.failed("The configuration was refused.");
    const ferry::proxy::Endpoint relay{*ferry::proxy::IpAddress::parse(relayed), gateway.control.port};

    Series rates{"sessions", {}};
    Upgrades upgrades(bench.places(), address);
    int failed = 0;
    int cut = 0;
    for (int round = 0; round < arguments.count("rounds"); ++round) {
        const Script small{.size = 1000, .files = 1};
        const Script large{.size = arguments.size("size"), .files = 1};
        Load churn(bench.loop(), bench.payload(), gateway.control, small);
        Load relayedChurn(bench.loop(), bench.payload(), relay, small);
        Load transfers(bench.loop(), bench.payload(), gateway.control, large);
        Load relayedTransfers(bench.loop(), bench.payload(), relay, large);
        const std::vector<Load *> loads{&churn, &relayedChurn, &transfers, &relayedTransfers};
        const std::size_t wanted = upgrades.done() + static_cast<std::size_t>(arguments.count("upgrades"));
        churn.setSessionEnded([&] {
            upgrades.proceed();
            if (upgrades.done() < wanted)
                return;
            for (Load *load : loads)
                load->stop();
        });
        std::size_t running = loads.size();
        const auto over = [&] {
            if (--running == 0)
                bench.loop().stop();
        };
        const auto begin = ferry::proxy::Clock::now();
        for (Load *load : {&churn, &relayedChurn})
            load->start(1'000'000, arguments.count("parallel") / 2, over);
        for (Load *load : {&transfers, &relayedTransfers})
            load->start(1'000'000, arguments.count("transfers") / 2, over);
        bench.loop().run([] {});
        rates.add((churn.done() + relayedChurn.done())
            / std::chrono::duration<double>(ferry::proxy::Clock::now() - begin).count());
        failed += churn.failed() + relayedChurn.failed();
        cut += transfers.failed() + relayedTransfers.failed();
        for (const Load *load : loads) {
            if (load->failed() > 0)
                std::printf("%s\n", load->summary().c_str());
        }
    }

    std::printf("upgrade: %zu upgrades\n\n", upgrades.done());
    report.table("", {&rates, &upgrades.took});
    report.atMost("failed-connects", failed, 0);
    report.atMost("cut-transfers", cut, 0);
    return report.finish();
}
