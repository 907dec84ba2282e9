#include "tests/bench/proxy/harness/Payload.h"

#include "tests/bench/proxy/harness/PayloadHash.h"

#include <algorithm>
#include <random>

namespace ferry::bench {

Payload::Payload() : m_block(blockBytes)
{
    std::minstd_rand random(1);
    for (char &byte : m_block)
        byte = static_cast<char>(random() >> 8);
}

std::string_view Payload::at(std::uint64_t offset, std::uint64_t left) const
{
    const std::uint64_t from = offset % blockBytes;
    return {m_block.data() + from, std::min({left, blockBytes - from, pieceBytes})};
}

std::uint64_t Payload::hash(std::uint64_t size)
{
    if (const auto known = m_hashes.find(size); known != m_hashes.end())
        return known->second;
    PayloadHash hash;
    for (std::uint64_t left = size; left > 0;) {
        const std::size_t part = std::min<std::uint64_t>(left, blockBytes);
        hash.add(m_block.data(), part);
        left -= part;
    }
    return m_hashes[size] = hash.value();
}

} // namespace ferry::bench
