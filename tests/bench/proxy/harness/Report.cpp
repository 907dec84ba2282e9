#include "tests/bench/proxy/harness/Report.h"

#include <algorithm>
#include <cstdio>

namespace ferry::bench {

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto index = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(index), values.end());
    return values[index];
}

double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

double ratio(const Series &ours, const Series &peer)
{
    std::vector<double> quotients;
    for (std::size_t i = 0; i < std::min(ours.values.size(), peer.values.size()); ++i)
        quotients.push_back(ours.values[i] / peer.values[i]);
    return median(std::move(quotients));
}

void Report::table(const std::string &unit, const std::vector<const Series *> &rows) const
{
    std::printf("%-32s %8s %12s %12s %12s\n", unit.c_str(), "rounds", "median", "least", "most");
    for (const Series *row : rows) {
        std::printf("%-32s %8zu %12.4g %12.4g %12.4g\n", row->name.c_str(), row->values.size(), median(row->values),
            quantile(row->values, 0), quantile(row->values, 1));
    }
    std::printf("\n");
}

void Report::limitLine(const std::string &metric, double value, const char *relation, double limit)
{
    // A quotient that could not be made (nan) is a missed limit too.
    const bool isHeld = relation[0] == '<' ? value <= limit : value >= limit;
    m_isMissed = m_isMissed || !isHeld;
    char number[64];
    std::snprintf(number, sizeof number, "%.3f %s %g", value, relation, limit);
    m_limits.push_back("bench " + m_name + " " + metric + " " + number);
}

int Report::failed(const std::string &why) const
{
    std::fprintf(stderr, "%s: %s\n", m_name.c_str(), why.c_str());
    return 1;
}

int Report::finish() const
{
    for (const std::string &line : m_limits)
        std::printf("%s\n", line.c_str());
    return m_isMissed ? 1 : 0;
}

} // namespace ferry::bench
