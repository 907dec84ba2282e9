#include "app/proxy/config/ConfigChecks.h"

#include "app/proxy/config/JsonReader.h"

#include <set>
#include <string_view>
#include <unordered_set>

namespace ferry::proxy {
namespace {

std::string pointerTo(std::size_t rule, std::string_view field)
{
    return "/rules/" + std::to_string(rule) + std::string(field);
}

void checkIds(const Configuration &configuration, JsonProblems &problems)
{
    std::unordered_set<std::string_view> ids;
    for (std::size_t i = 0; i < configuration.rules.size(); ++i) {
        const std::string &id = configuration.rules[i].id;
        if (!ids.insert(id).second)
            problems.add("The id \"" + id + "\" is used by two rules.", pointerTo(i, "/id"));
    }
}

void checkRelayPorts(const Configuration &configuration, JsonProblems &problems)
{
    std::set<Endpoint> listeners;
    for (const Rule &rule : configuration.rules)
        listeners.insert(rule.listen);
    for (std::size_t i = 0; i < configuration.rules.size(); ++i) {
        const Rule &rule = configuration.rules[i];
        for (std::size_t r = 0; r < rule.relayPorts.ranges().size(); ++r) {
            const PortRange &range = rule.relayPorts.ranges()[r];
            const auto hit = listeners.lower_bound({rule.listen.address, range.low});
            if (hit != listeners.end() && hit->address == rule.listen.address && hit->port <= range.high) {
                problems.add("Port " + std::to_string(hit->port) + " of " + hit->address.toString()
                        + " is a control port, and cannot be a relay port as well.",
                    pointerTo(i, "/relayPorts/" + std::to_string(r)));
            }
        }
    }
}

void checkSources(const Configuration &configuration, JsonProblems &problems)
{
    for (std::size_t i = 0; i < configuration.rules.size(); ++i) {
        const Rule &rule = configuration.rules[i];
        if (!rule.source.isUnspecified() && rule.source.isIPv4() != rule.server.address.isIPv4()) {
            problems.add(
                "The server's address is of another family than the source address " + rule.source.toString() + ".",
                pointerTo(i, "/server/address"));
        }
    }
}

} // namespace

void checkConfiguration(const Configuration &configuration, JsonProblems &problems)
{
    checkIds(configuration, problems);
    checkRelayPorts(configuration, problems);
    checkSources(configuration, problems);
}

} // namespace ferry::proxy
