#pragma once

#include <string>
#include <vector>

namespace ferry::bench {

/// What one gateway gave in the rounds.
struct Series {
    std::string name;
    std::vector<double> values;

    void add(double value) { values.push_back(value); }
};

[[nodiscard]] double median(std::vector<double> values);
/// The value below which `share` of them lie.
[[nodiscard]] double quantile(std::vector<double> values, double share);
/// The median of the quotients of the same rounds: what the machine did in a round hit both.
[[nodiscard]] double ratio(const Series &ours, const Series &peer);

/// A table and, at the end, the limits.
class Report {
public:
    explicit Report(std::string name) : m_name(std::move(name)) {}

    /// Median and spread of each series; `unit` heads the columns.
    void table(const std::string &unit, const std::vector<const Series *> &rows) const;
    void atMost(const std::string &metric, double value, double limit) { limitLine(metric, value, "<=", limit); }
    void atLeast(const std::string &metric, double value, double limit) { limitLine(metric, value, ">=", limit); }
    /// Says why the benchmark could not be made.
    int failed(const std::string &why) const;
    /// Prints the limits and gives the exit code.
    [[nodiscard]] int finish() const;

private:
    void limitLine(const std::string &metric, double value, const char *relation, double limit);

    std::string m_name;
    std::vector<std::string> m_limits;
    bool m_isMissed = false;
};

} // namespace ferry::bench
