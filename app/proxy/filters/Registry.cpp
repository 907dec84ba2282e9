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

#include <array>

namespace ferry::proxy {
namespace {

using Maker = std::unique_ptr<Filter> (*)(const Rule &);

// In the order in which they are asked: who refuses stands before who opens something.
constexpr std::array<Maker, 9> makers{
    makeCommandPolicy,
    makeAuthTlsFilter,
    makeDataIntegrity,
    makeFeat,
    makePassiveMode,
    makeActiveMode,
    makeBanner,
    makeLogin,
    makeTranscript,
};

} // namespace

std::vector<std::unique_ptr<Filter>> makeFilters(const Rule &rule)
{
    std::vector<std::unique_ptr<Filter>> filters;
    filters.reserve(makers.size());
    for (const Maker make : makers) {
        if (std::unique_ptr<Filter> filter = make(rule))
            filters.push_back(std::move(filter));
    }
    return filters;
}

} // namespace ferry::proxy
