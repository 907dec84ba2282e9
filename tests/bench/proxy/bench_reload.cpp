// A hundred changes of the configuration while sessions come and go and transfers run: nobody may notice.
#include "tests/bench/proxy/harness/AdminWire.h"
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Bench.h"
#include "tests/bench/proxy/harness/Report.h"

#include <cstdio>

using namespace ferry::bench;

int main(int argc, char **argv)
{
    const Arguments arguments(argc, argv,
        {{"rounds", 10}, {"changes", 100}, {"every", 2}, {"parallel", 16}, {"transfers", 8}, {"size", 16 << 20}});
    Report report("reload");
    Bench bench;
    if (!bench.failure().empty())
        return report.failed(bench.failure());
    const std::string address = "127.0.0.2";
    const Gateway gateway = startFerrygate(bench.places(), address, Filter::Pass);
    if (!gateway)
        return report.failed(gateway.failure);
    AdminWire admin(bench.places().folder + "/" + address + ".sock");

    Series rates{"sessions", {}};
    Series transferring{"transfers open at a change", {}};
    Series took{"one change, milliseconds", {}};
    int failed = 0;
    int refused = 0;
    int cut = 0;
    int generation = 1;
    const int changes = arguments.count("changes");
    for (int round = 0; round < arguments.count("rounds"); ++round) {
        // The churn is what counts out the changes; the transfers begin anew until it is over.
        const Script small{.size = 1000, .files = 1};
        const Script large{.size = arguments.size("size"), .files = 1};
        Load churn(bench.loop(), bench.payload(), gateway.control, small);
        Load transfers(bench.loop(), bench.payload(), gateway.control, large);
        churn.setSessionEnded([&] {
            if (churn.done() % arguments.count("every") != 0)
                return;
            transferring.add(transfers.transferring());
            const auto begin = ferry::proxy::Clock::now();
            // The rule in use is another version each time, and a rule with a listener and relay ports comes and goes.
            ++generation;
            std::vector<std::string> rules{
                ferrygateRule(bench.places(), address, Filter::Pass, 900 + generation % 100)};
            if (generation % 2 == 0)
                rules.insert(rules.begin(), ferrygateRule(bench.places(), "127.0.0.5", Filter::Off));
            if (!admin.configure(ferrygateConfiguration(address, rules, std::to_string(generation))))
                ++refused;
            took.add(std::chrono::duration<double, std::milli>(ferry::proxy::Clock::now() - begin).count());
        });
        int running = 2;
        const auto over = [&] {
            if (--running == 0)
                bench.loop().stop();
        };
        const auto begin = ferry::proxy::Clock::now();
        transfers.start(1'000'000, arguments.count("transfers"), over);
        churn.start(changes * arguments.count("every"), arguments.count("parallel"), [&] {
            transfers.stop();
            over();
        });
        bench.loop().run([] {});
        rates.add(churn.done() / std::chrono::duration<double>(ferry::proxy::Clock::now() - begin).count());
        failed += churn.failed();
        cut += transfers.failed();
        if (churn.failed() > 0)
            std::printf("sessions: %s\n", churn.summary().c_str());
        if (transfers.failed() > 0)
            std::printf("transfers: %s\n", transfers.summary().c_str());
    }

    std::printf(
        "reload: %d changes a round, one each %d sessions, %d refused\n\n", changes, arguments.count("every"), refused);
    report.table("", {&rates, &transferring, &took});
    report.atMost("failed-sessions", failed, 0);
    report.atMost("cut-transfers", cut, 0);
    report.atMost("refused-changes", refused, 0);
    return report.finish();
}
