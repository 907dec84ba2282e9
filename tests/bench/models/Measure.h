#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <string>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace ferry::bench {

/// Times of one thing done again and again, in milliseconds: on the clock, and of the processor alone. Where the two
/// differ by much, the machine was busy with something else.
class Samples {
public:
    template <class Work>
    void time(Work &&work)
    {
        const auto start = std::chrono::steady_clock::now();
        const std::clock_t startOfWork = std::clock();
        work();
        m_processor.push_back(1000.0 * static_cast<double>(std::clock() - startOfWork) / CLOCKS_PER_SEC);
        m_clock.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }

    void add(const Samples &others)
    {
        m_clock.insert(m_clock.end(), others.m_clock.begin(), others.m_clock.end());
        m_processor.insert(m_processor.end(), others.m_processor.begin(), others.m_processor.end());
    }

    /// One that was measured elsewhere; its time of the processor is not known.
    void add(double time)
    {
        m_clock.push_back(time);
        m_processor.push_back(0);
    }

    [[nodiscard]] bool isEmpty() const { return m_clock.empty(); }
    [[nodiscard]] double total() const { return std::accumulate(m_clock.begin(), m_clock.end(), 0.0); }
    /// The time that `percent` of them do not exceed; 0 without any.
    [[nodiscard]] double percentile(int percent) const
    {
        if (isEmpty())
            return 0;
        std::vector<double> times = m_clock;
        std::sort(times.begin(), times.end());
        const std::size_t place = (times.size() * static_cast<std::size_t>(percent) + 99) / 100;
        return times[std::max<std::size_t>(place, 1) - 1];
    }
    [[nodiscard]] double worst() const { return *std::max_element(m_clock.begin(), m_clock.end()); }
    [[nodiscard]] double median() const { return medianOf(m_clock); }

    static void printHead()
    {
        std::printf("%-50s %6s %20s %20s\n", "", "", "on the clock, ms", "processor, ms");
        std::printf("%-50s %6s %10s %9s %10s %9s\n", "", "times", "median", "worst", "median", "worst");
    }
    void print(const char *what) const
    {
        if (isEmpty())
            return;
        std::printf("%-50s %6zu %10.3f %9.3f %10.3f %9.3f\n", what, m_clock.size(), median(), worst(),
            medianOf(m_processor), *std::max_element(m_processor.begin(), m_processor.end()));
    }

private:
    static double medianOf(std::vector<double> times)
    {
        const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
        std::nth_element(times.begin(), middle, times.end());
        return *middle;
    }

    std::vector<double> m_clock;
    std::vector<double> m_processor;
};

/// The limits that hold: one line each, in the form that the acceptance asks for.
class Limits {
public:
    explicit Limits(std::string bench) : m_bench(std::move(bench)) {}

    void hold(const char *metric, double value, double limit) { hold(metric, value, "<=", limit, value <= limit); }
    void holdAtLeast(const char *metric, double value, double limit)
    {
        hold(metric, value, ">=", limit, value >= limit);
    }
    /// Prints them all, and gives the exit code: 1 if one is missed.
    [[nodiscard]] int report() const
    {
        for (const std::string &line : m_lines)
            std::printf("%s\n", line.c_str());
        return m_areHeld ? 0 : 1;
    }

private:
    void hold(const char *metric, double value, const char *relation, double limit, bool isHeld)
    {
        char line[160];
        std::snprintf(line, sizeof line, "bench %s %s %.3f %s %g", m_bench.c_str(), metric, value, relation, limit);
        m_lines.emplace_back(line);
        m_areHeld = m_areHeld && isHeld;
    }

    std::string m_bench;
    std::vector<std::string> m_lines;
    bool m_areHeld = true;
};

/// What the process holds in memory, and the most it ever held, in MiB; 0 where the system does not tell (proc(5)).
struct Memory {
    double now = 0;
    double peak = 0;
};

[[nodiscard]] inline Memory memoryInUse()
{
    Memory memory;
#ifdef __GLIBC__
    malloc_trim(0); // what was freed counts no more
#endif
    if (std::FILE *status = std::fopen("/proc/self/status", "r")) {
        char line[256];
        while (std::fgets(line, sizeof line, status)) {
            long kibibytes = 0;
            if (std::sscanf(line, "VmRSS: %ld", &kibibytes) == 1)
                memory.now = static_cast<double>(kibibytes) / 1024;
            else if (std::sscanf(line, "VmHWM: %ld", &kibibytes) == 1)
                memory.peak = static_cast<double>(kibibytes) / 1024;
        }
        std::fclose(status);
    }
    return memory;
}

} // namespace ferry::bench
