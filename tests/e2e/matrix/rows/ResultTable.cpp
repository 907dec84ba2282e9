#include "tests/e2e/matrix/rows/ResultTable.h"

#include <algorithm>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

QString rule(qsizetype columns)
{
    return u"|"_s + u"---|"_s.repeated(columns) + u'\n';
}

QString line(const QStringList &cells)
{
    return u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
}

} // namespace

void ResultTable::addImpossible(const QString &client, const Combination &combination, const QString &why)
{
    m_rows << Row{client, combination, why, {}};
}

void ResultTable::addRow(
    const QString &client, const Combination &combination, const QMap<Operation, Outcome> &outcomes)
{
    m_rows << Row{client, combination, {}, outcomes};
}

bool ResultTable::hasFailed(const Row &row)
{
    return std::any_of(row.outcomes.cbegin(), row.outcomes.cend(),
        [](const Outcome &outcome) { return outcome.kind == Outcome::Kind::Failed; });
}

bool ResultTable::hasFailures() const
{
    return std::any_of(m_rows.cbegin(), m_rows.cend(), &ResultTable::hasFailed);
}

QString ResultTable::letter(QStringList &reasons, const QString &why)
{
    if (!reasons.contains(why))
        reasons << why;
    return QString(QChar(u'a' + char16_t(reasons.indexOf(why))));
}

QString ResultTable::explanations(const QStringList &reasons)
{
    QString text;
    for (qsizetype i = 0; i < reasons.size(); ++i)
        text += u"- %1: %2\n"_s.arg(QChar(u'a' + char16_t(i))).arg(reasons.at(i));
    return text;
}

QString ResultTable::full() const
{
    QStringList heading{u"client"_s, u"filter"_s, u"security"_s, u"mode"_s};
    for (const Operation operation : allOperations)
        heading << name(operation);
    QStringList reasons;
    QString text = u"# %1\n\n"_s.arg(m_server) + line(heading) + rule(heading.size());
    for (const Row &row : m_rows) {
        QStringList cells{
            row.client, name(row.combination.handling), securityName(row.combination), name(row.combination.mode)};
        for (const Operation operation : allOperations) {
            const Outcome outcome =
                row.whyNot.isEmpty() ? row.outcomes.value(operation) : Outcome{Outcome::Kind::Cannot, row.whyNot};
            if (outcome.kind == Outcome::Kind::Done)
                cells << u"✓"_s;
            else
                cells << (outcome.kind == Outcome::Kind::Failed ? u"✗ "_s : QString()) + letter(reasons, outcome.why);
        }
        text += line(cells);
    }
    return text + u'\n' + explanations(reasons);
}

QString ResultTable::summary() const
{
    // In the order of the rows: client and handling down, security across, data modes within a cell.
    QStringList heading{u"client"_s, u"filter"_s};
    QStringList reasons;
    QString body;
    QStringList cells;
    QString cell;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        const QString security = securityName(row.combination);
        if (cells.isEmpty())
            cells << row.client << name(row.combination.handling);
        if (!heading.contains(security))
            heading << security;
        cell += row.whyNot.isEmpty() ? (hasFailed(row) ? u"✗"_s : u"✓"_s) : letter(reasons, row.whyNot);
        const Row *next = i + 1 < m_rows.size() ? &m_rows.at(i + 1) : nullptr;
        const bool endsLine =
            next == nullptr || next->client != row.client || next->combination.handling != row.combination.handling;
        if (endsLine || securityName(next->combination) != security) {
            cells << cell;
            cell.clear();
        } else {
            cell += u' ';
        }
        if (endsLine) {
            body += line(cells);
            cells.clear();
        }
    }
    const QString missing = missingOperations(reasons);
    return line(heading) + rule(heading.size()) + body + u'\n' + missing + explanations(reasons);
}

QString ResultTable::missingOperations(QStringList &reasons) const
{
    QStringList known;
    for (const Row &row : m_rows) {
        for (auto at = row.outcomes.cbegin(); at != row.outcomes.cend(); ++at) {
            if (at->kind != Outcome::Kind::Cannot)
                continue;
            const QString item = u"%1 %2 (%3)"_s.arg(row.client, name(at.key()), letter(reasons, at->why));
            if (!known.contains(item))
                known << item;
        }
    }
    return known.isEmpty() ? QString() : u"Missing from ✓: %1.\n\n"_s.arg(known.join(u", "_s));
}

} // namespace ferry::matrix
