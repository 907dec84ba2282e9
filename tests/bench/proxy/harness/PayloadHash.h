#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace ferry::bench {

/// A running 64-bit hash over what a transfer carries, at several bytes a cycle: four lanes of multiply and rotate, as
/// xxHash does it. It finds lost, doubled and exchanged blocks; it resists nobody who means harm.
class PayloadHash {
public:
    void add(const char *data, std::size_t size)
    {
        m_total += size;
        while (size > 0 && m_restSize > 0)
            addSlowly(data, size);
        for (; size >= stripe; data += stripe, size -= stripe)
            addStripe(data);
        while (size > 0)
            addSlowly(data, size);
    }

    [[nodiscard]] std::uint64_t value() const
    {
        std::uint64_t value = m_total * primeA;
        for (const std::uint64_t lane : m_lanes)
            value = (value ^ std::rotl(lane * primeB, 31)) * primeA;
        for (std::size_t i = 0; i < m_restSize; ++i)
            value = std::rotl(value ^ static_cast<unsigned char>(m_rest[i]), 11) * primeB;
        return value ^ (value >> 29);
    }

private:
    static constexpr std::size_t stripe = 32;
    static constexpr std::uint64_t primeA = 0x9e3779b185ebca87U;
    static constexpr std::uint64_t primeB = 0xc2b2ae3d27d4eb4fU;

    void addStripe(const char *data)
    {
        std::array<std::uint64_t, 4> words{};
        std::memcpy(words.data(), data, stripe);
        for (std::size_t i = 0; i < words.size(); ++i)
            m_lanes[i] = std::rotl(m_lanes[i] + words[i] * primeB, 31) * primeA;
    }

    void addSlowly(const char *&data, std::size_t &size)
    {
        m_rest[m_restSize++] = *data++;
        --size;
        if (m_restSize == stripe) {
            addStripe(m_rest.data());
            m_restSize = 0;
        }
    }

    std::array<std::uint64_t, 4> m_lanes{primeA, primeB, 1, ~primeA};
    std::array<char, stripe> m_rest{};
    std::size_t m_restSize = 0;
    std::uint64_t m_total = 0;
};

} // namespace ferry::bench
