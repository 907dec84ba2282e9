#include "models/plan/LineDifference.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace ferry {
namespace {

using Kind = DifferenceLine::Kind;

// Beyond this many cells the middle is shown as removed and added whole: native files are far smaller.
constexpr qsizetype maxCells = 4'000'000;

QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

// The length of the longest common subsequence of every pair of tails.
class CommonTails {
public:
    CommonTails(const QStringList &before, const QStringList &after)
        : m_width(after.size() + 1), m_length(static_cast<size_t>((before.size() + 1) * m_width))
    {
        for (qsizetype b = before.size() - 1; b >= 0; --b) {
            for (qsizetype a = after.size() - 1; a >= 0; --a) {
                m_length[index(b, a)] =
                    before[b] == after[a] ? at(b + 1, a + 1) + 1 : std::max(at(b + 1, a), at(b, a + 1));
            }
        }
    }

    [[nodiscard]] int at(qsizetype before, qsizetype after) const { return m_length[index(before, after)]; }

private:
    [[nodiscard]] size_t index(qsizetype before, qsizetype after) const
    {
        return static_cast<size_t>(before * m_width + after);
    }

    qsizetype m_width;
    std::vector<int> m_length;
};

QList<Kind> script(const QStringList &before, const QStringList &after)
{
    QList<Kind> kinds;
    if (before.size() * after.size() > maxCells) {
        kinds.insert(0, before.size(), Kind::Removed);
        kinds.insert(kinds.size(), after.size(), Kind::Added);
        return kinds;
    }
    const CommonTails tails(before, after);
    qsizetype b = 0;
    qsizetype a = 0;
    while (b < before.size() || a < after.size()) {
        if (b < before.size() && a < after.size() && before[b] == after[a]) {
            kinds << Kind::Same;
            ++b;
            ++a;
        } else if (a == after.size() || (b < before.size() && tails.at(b + 1, a) >= tails.at(b, a + 1))) {
            kinds << Kind::Removed;
            ++b;
        } else {
            kinds << Kind::Added;
            ++a;
        }
    }
    return kinds;
}

QList<DifferenceLine> withGaps(const QList<DifferenceLine> &all, int context)
{
    QList<bool> keep(all.size(), false);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].kind == Kind::Same)
            continue;
        for (qsizetype near = std::max<qsizetype>(0, i - context); near <= std::min(all.size() - 1, i + context);
            ++near)
            keep[near] = true;
    }
    QList<DifferenceLine> lines;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (keep[i])
            lines << all[i];
        else if (!lines.isEmpty() && lines.last().kind == Kind::Gap)
            lines.last().before = ++lines.last().after;
        else
            lines << DifferenceLine{Kind::Gap, {}, 1, 1};
    }
    return lines;
}

} // namespace

QList<DifferenceLine> lineDifference(const QString &before, const QString &after, int context)
{
    if (before == after)
        return {};
    const QStringList old = linesOf(before);
    const QStringList now = linesOf(after);
    qsizetype head = 0;
    while (head < old.size() && head < now.size() && old[head] == now[head])
        ++head;
    qsizetype tail = 0;
    while (tail < old.size() - head && tail < now.size() - head
        && old[old.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;

    QList<Kind> kinds(head, Kind::Same);
    kinds << script(old.mid(head, old.size() - head - tail), now.mid(head, now.size() - head - tail));
    kinds.insert(kinds.size(), tail, Kind::Same);

    QList<DifferenceLine> lines;
    int b = 0;
    int a = 0;
    for (const Kind kind : kinds) {
        DifferenceLine line{kind, {}, kind == Kind::Added ? 0 : ++b, kind == Kind::Removed ? 0 : ++a};
        line.text = kind == Kind::Added ? now[a - 1] : old[b - 1];
        lines << line;
    }
    return withGaps(lines, context);
}

QString differenceText(const QList<DifferenceLine> &lines)
{
    QString text;
    for (const DifferenceLine &line : lines) {
        switch (line.kind) {
        case Kind::Same:
            text += u' ' + line.text;
            break;
        case Kind::Removed:
            text += u'-' + line.text;
            break;
        case Kind::Added:
            text += u'+' + line.text;
            break;
        case Kind::Gap:
            text += QChar(0x2026);
            break;
        }
        text += u'\n';
    }
    return text;
}

} // namespace ferry
