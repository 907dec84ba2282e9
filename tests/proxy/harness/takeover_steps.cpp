// The new process of a takeover, one step a line of its input, so that a test can end it between any two of them. Each
// is answered with "done", or with why not.
#include "app/proxy/admin/AdminSocket.h"
#include "app/proxy/takeover/Arrival.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>

using namespace ferry::proxy;

namespace {

template <class T>
Result<> outcome(const Result<T> &result)
{
    return result ? Result<>() : failure(result.error());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const std::string control = argv[1];
    const std::string own = control + '.' + std::to_string(::getpid());
    const Result<Fd> socket = listenOnAdminSocket(own);
    std::optional<Arrival> arrival;
    std::vector<Arrival::Listening> listeners;
    for (std::string step; socket && std::getline(std::cin, step);) {
        Result<> result = failure("There is no step " + step + ".");
        if (step == "begin") {
            Result<Arrival> begun = Arrival::begin(control, own);
            result = outcome(begun);
            if (begun)
                arrival.emplace(std::move(*begun));
        } else if (!arrival) {
            result = failure("It has not begun.");
        } else if (step == "listeners") {
            Result<std::vector<Arrival::Listening>> all = arrival->listeners();
            result = outcome(all);
            if (all)
                listeners = std::move(*all);
        } else if (step == "predecessors") {
            result = outcome(arrival->predecessors());
        } else if (step == "resign") {
            result = arrival->resign(own, std::chrono::hours(1));
        } else if (step == "state") {
            result = outcome(arrival->state());
        } else if (step == "settle") {
            result = arrival->settle();
        }
        std::puts(result ? "done" : result.error().message.c_str());
        std::fflush(stdout);
    }
    return 0;
}
