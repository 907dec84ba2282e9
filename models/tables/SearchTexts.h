#pragma once

#include <QByteArrayList>

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace ferry {

/// Letters and pairs of letters that a text holds, in 40 bytes: tells most texts that cannot hold a word from those
/// that may, without reading them.
struct SearchSignature {
    quint64 letters = 0;               ///< exact for a-z and 0-9
    std::array<quint64, 4> pairs{};    ///< hashed: says yes too often, never no too often

    [[nodiscard]] static SearchSignature of(QByteArrayView text);

    [[nodiscard]] bool mayHold(const SearchSignature &word) const
    {
        quint64 missing = word.letters & ~letters;
        for (std::size_t i = 0; i < pairs.size(); ++i)
            missing |= word.pairs[i] & ~pairs[i];
        return missing == 0;
    }
};

/// One word to look for in many short texts.
class SearchWord {
public:
    explicit SearchWord(const QByteArray &word);

    [[nodiscard]] const SearchSignature &signature() const { return m_signature; }
    /// True if a text holds the word whenever its signature may.
    [[nodiscard]] bool isInSignature() const { return m_isInSignature; }
    /// Texts are short: looking for the first letter is faster than what QByteArrayMatcher prepares for each of them.
    [[nodiscard]] bool isIn(QByteArrayView text) const
    {
        return std::string_view(text.data(), static_cast<std::size_t>(text.size()))
                   .find(m_word.data(), 0, static_cast<std::size_t>(m_word.size()))
            != std::string_view::npos;
    }

private:
    SearchSignature m_signature;
    bool m_isInSignature;
    QByteArray m_word;
};

/// The texts of many rows, one behind the other in one block of memory, so that looking through all of them goes as
/// fast as memory is read. Rows are named by handles, which the caller keeps.
class SearchTexts {
public:
    struct Handle {
        SearchSignature signature;
        quint32 offset = 0;
        quint32 size = 0;
    };

    void clear();
    void reserve(qsizetype bytes) { m_block.reserve(bytes); }
    [[nodiscard]] Handle add(QByteArrayView text);
    /// The text is not needed any more. The room it took comes back with `compact`.
    void drop(const Handle &handle) { m_dropped += handle.size; }
    /// True if more than half of the block is texts that were dropped.
    [[nodiscard]] bool wastesRoom() const { return m_dropped > m_block.size() / 2 && m_dropped > leastWaste; }
    /// Copies the texts that `handles` name to the front.
    template <class Handles>
    void compact(Handles &&handles)
    {
        QByteArray block;
        block.reserve(m_block.size() - m_dropped);
        handles([&](Handle &handle) {
            const QByteArrayView text = view(handle);
            handle.offset = static_cast<quint32>(block.size());
            block.append(text);
        });
        m_block = block;
        m_dropped = 0;
    }

    [[nodiscard]] bool holds(const Handle &handle, const SearchWord &word) const
    {
        return handle.signature.mayHold(word.signature()) && (word.isInSignature() || word.isIn(view(handle)));
    }

private:
    static constexpr qsizetype leastWaste = 64 * 1024;

    [[nodiscard]] QByteArrayView view(const Handle &handle) const
    {
        return QByteArrayView(m_block.constData() + handle.offset, static_cast<qsizetype>(handle.size));
    }

    QByteArray m_block;
    qsizetype m_dropped = 0;
};

} // namespace ferry
