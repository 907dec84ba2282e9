#include "models/store/ProblemList.h"

#include "models/store/StoreText.h"

#include <algorithm>
#include <cstring>

namespace ferry {
namespace {

// A text quotes what it is about, which may be as long as the file.
Error problemError(const QString &pointer, const QString &why, const QString &remedy, ErrorCode code)
{
    constexpr qsizetype longest = 500;
    return {code, pointer, StoreText::tr("The rule set was not read."), why.left(longest), remedy.left(longest)};
}

/// Counts lines and characters from the front; places have to be asked for in order.
class Locator {
public:
    explicit Locator(QByteArrayView text) : m_text(text) {}

    void moveTo(qsizetype offset)
    {
        for (; m_at < std::min(offset, m_text.size()); ++m_at) {
            if (m_text[m_at] == '\n') {
                ++m_line;
                m_column = 1;
            } else if ((m_text[m_at] & 0xC0) != 0x80) { // not a continuation byte
                ++m_column;
            }
        }
    }
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] int column() const { return m_column; }

private:
    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_column = 1;
};

int sequenceLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

// RFC 3629 section 4: the second byte is narrower behind some leads.
bool isSecond(unsigned char lead, unsigned char second)
{
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
}

} // namespace

void ProblemList::add(
    qsizetype offset, const QString &pointer, const QString &why, const QString &remedy, ErrorCode code)
{
    if (m_problems.size() >= maxLoadProblems) {
        if (m_unlisted++ == 0)
            m_firstUnlisted = offset;
        return;
    }
    m_problems.append({offset, pointer, problemError(pointer, why, remedy, code)});
}

void ProblemList::addDecisive(
    qsizetype offset, const QString &pointer, const QString &why, const QString &remedy, ErrorCode code)
{
    if (!m_decisive)
        m_decisive = {offset, pointer, problemError(pointer, why, remedy, code)};
}

LoadProblems ProblemList::located(QByteArrayView text) const
{
    QList<Problem> problems = m_decisive ? QList<Problem>{*m_decisive} : m_problems;
    std::stable_sort(
        problems.begin(), problems.end(), [](const Problem &a, const Problem &b) { return a.offset < b.offset; });
    if (!m_decisive && m_unlisted > 0) {
        problems.append({std::max(m_firstUnlisted, problems.last().offset), {},
            {ErrorCode::InvalidInput, {}, StoreText::tr("The rule set was not read."),
                StoreText::tr("%n more problems are not listed.", nullptr, m_unlisted), {}}});
    }
    LoadProblems located;
    Locator locator(text);
    for (const Problem &problem : problems) {
        locator.moveTo(problem.offset);
        located.append({locator.line(), locator.column(), problem.pointer, problem.error});
    }
    return located;
}

qsizetype firstInvalidUtf8(QByteArrayView text)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
    qsizetype at = 0;
    while (at < text.size()) {
        // Files are ASCII nearly everywhere: eight bytes at a time.
        quint64 eight = 0;
        if (text.size() - at >= 8 && (std::memcpy(&eight, bytes + at, 8), (eight & 0x8080808080808080) == 0)) {
            at += 8;
            continue;
        }
        const int length = sequenceLength(bytes[at]);
        if (length == 0 || at + length > text.size() || (length > 1 && !isSecond(bytes[at], bytes[at + 1])))
            return at;
        for (int i = 2; i < length; ++i) {
            if ((bytes[at + i] & 0xC0) != 0x80)
                return at;
        }
        at += length;
    }
    return -1;
}

} // namespace ferry
