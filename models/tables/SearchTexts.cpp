#include "models/tables/SearchTexts.h"

namespace ferry {
namespace {

/// The bit of a byte; letters and digits have one of their own.
int letterBit(uchar c)
{
    if (c >= 'a' && c <= 'z')
        return c - 'a';
    if (c >= '0' && c <= '9')
        return 26 + (c - '0');
    return 36 + c % 28;
}

bool hasOwnBit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

} // namespace

SearchSignature SearchSignature::of(QByteArrayView text)
{
    SearchSignature signature;
    int before = -1;
    for (const char c : text) {
        const int bit = letterBit(static_cast<uchar>(c));
        signature.letters |= quint64(1) << bit;
        if (before >= 0) {
            // Fibonacci hashing spreads the 4096 pairs of bits over 256.
            const quint32 hash = (static_cast<quint32>(before << 6 | bit) * 2654435769U) >> 24;
            signature.pairs[hash >> 6] |= quint64(1) << (hash & 63);
        }
        before = bit;
    }
    return signature;
}

SearchWord::SearchWord(const QByteArray &word)
    : m_signature(SearchSignature::of(word)), m_isInSignature(word.size() == 1 && hasOwnBit(word.front())), m_word(word)
{
}

void SearchTexts::clear()
{
    m_block.clear();
    m_dropped = 0;
}

SearchTexts::Handle SearchTexts::add(QByteArrayView text)
{
    const Handle handle{
        SearchSignature::of(text), static_cast<quint32>(m_block.size()), static_cast<quint32>(text.size())};
    m_block.append(text);
    return handle;
}

} // namespace ferry
