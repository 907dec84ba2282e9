#pragma once

#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace ferry::bench {

/// What every file of the benchmarks holds: one block of noise, again and again, up to the size that was asked for.
class Payload {
public:
    Payload();

    /// A piece of a file at `offset`, of which `left` bytes are left.
    [[nodiscard]] std::string_view at(std::uint64_t offset, std::uint64_t left) const;
    /// The PayloadHash of a file of `size` bytes.
    [[nodiscard]] std::uint64_t hash(std::uint64_t size);

private:
    static constexpr std::uint64_t blockBytes = 4 * 1024 * 1024;
    static constexpr std::uint64_t pieceBytes = 256 * 1024; ///< for one send()

    std::vector<char> m_block;
    std::map<std::uint64_t, std::uint64_t> m_hashes;
};

} // namespace ferry::bench
