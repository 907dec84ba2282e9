#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace ferry::bench {

/// Times of one thing done again and again, in milliseconds.
class Samples {
public:
    template <class Work>
    void time(Work &&work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        m_times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }

    void add(double milliseconds) { m_times.push_back(milliseconds); }

    [[nodiscard]] double worst() const { return *std::max_element(m_times.begin(), m_times.end()); }
    [[nodiscard]] double median() const
    {
        std::vector<double> sorted = m_times;
        std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
        return sorted[sorted.size() / 2];
    }
    void print(const char *what) const
    {
        std::printf("%-42s %8zu %12.3f %12.3f\n", what, m_times.size(), median(), worst());
    }

private:
    std::vector<double> m_times;
};

/// One line a limit, in the form that the acceptance asks for. Gives false where it is missed.
inline bool report(const char *bench, const char *metric, double value, double limit)
{
    std::printf("bench %s %s %.3f <= %g\n", bench, metric, value, limit);
    return value <= limit;
}

} // namespace ferry::bench
