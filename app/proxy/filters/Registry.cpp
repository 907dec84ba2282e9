#include "app/proxy/filters/Filter.h"
#include "app/proxy/filters/active_mode/ActiveMode.h"
#include "app/proxy/filters/auth_tls/AuthTlsFilter.h"
#include "app/proxy/filters/banner/Banner.h"
#include "app/proxy/filters/command_policy/CommandPolicy.h"
#include "app/proxy/filters/data_integrity/DataIntegrity.h"
#include "app/proxy/filters/feat/Feat.h"
#include "app/proxy/filters/login/Login.h"
#include "app/proxy/filters/passive_mode/PassiveMode.h"
#include "app/proxy/filters/transcript/Transcript.h"
#include "app/proxy/metrics/RuleMetrics.h"

#include <array>

namespace ferry::proxy {
namespace {

using Maker = std::unique_ptr<Filter> (*)(const Rule &);

struct Entry {
    std::string_view name;
    Maker make = nullptr;
};

// In the order in which they are asked: who refuses stands before who opens something.
constexpr std::array<Entry, 9> entries{{
    {"command_policy", makeCommandPolicy},
    {"auth_tls", makeAuthTlsFilter},
    {"data_integrity", makeDataIntegrity},
    {"feat", makeFeat},
    {"passive_mode", makePassiveMode},
    {"active_mode", makeActiveMode},
    {"banner", makeBanner},
    {"login", makeLogin},
    {"transcript", makeTranscript},
}};
static_assert(entries.size() < RuleMetrics::mostFilters, "raise RuleMetrics::mostFilters");

constexpr auto namesOfEntries()
{
    std::array<std::string_view, entries.size() + 1> names{"line"};
    for (std::size_t i = 0; i < entries.size(); ++i)
        names[i + 1] = entries[i].name;
    return names;
}
constexpr auto names = namesOfEntries();

} // namespace

std::span<const std::string_view> filterNames()
{
    return names;
}

std::vector<std::unique_ptr<Filter>> makeFilters(const Rule &rule)
{
    std::vector<std::unique_ptr<Filter>> filters;
    filters.reserve(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::unique_ptr<Filter> filter = entries[i].make(rule);
        if (!filter)
            continue;
        filter->setPlace(i + 1);
        filters.push_back(std::move(filter));
    }
    return filters;
}

} // namespace ferry::proxy
