#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace ferry::bench {

/// The sizes of a benchmark: `--name VALUE`, where a value may end in K, M or G. Every name has a default; a name
/// without one, or a value that is no number, ends the program with 2 and says which names there are.
class Arguments {
public:
    Arguments(int argc, char **argv, std::map<std::string, std::uint64_t> defaults);

    [[nodiscard]] std::uint64_t size(const std::string &name) const { return m_values.at(name); }
    [[nodiscard]] int count(const std::string &name) const { return static_cast<int>(m_values.at(name)); }

private:
    std::map<std::string, std::uint64_t> m_values;
};

} // namespace ferry::bench
