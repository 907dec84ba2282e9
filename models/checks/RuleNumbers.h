#pragma once

#include <algorithm>
#include <vector>

namespace ferry {

/// A set of small numbers that stand for rules. Most sets hold one or two, some half of all rules: a sorted array costs
/// a fraction of a hash of ids in both cases.
class RuleNumbers {
public:
    void insert(int number)
    {
        const auto place = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
        if (place == m_numbers.end() || *place != number)
            m_numbers.insert(place, number);
    }
    void remove(int number)
    {
        const auto place = std::lower_bound(m_numbers.begin(), m_numbers.end(), number);
        if (place != m_numbers.end() && *place == number)
            m_numbers.erase(place);
    }

    [[nodiscard]] bool isEmpty() const { return m_numbers.empty(); }
    [[nodiscard]] std::size_t size() const { return m_numbers.size(); }
    [[nodiscard]] auto begin() const { return m_numbers.begin(); }
    [[nodiscard]] auto end() const { return m_numbers.end(); }

private:
    std::vector<int> m_numbers;
};

} // namespace ferry
