#include "models/edits/MoveRules.h"

#include "models/edits/Acceptance.h"
#include "models/edits/EditText.h"
#include "models/edits/ReplaceRuleSet.h"

#include <QSet>

#include <algorithm>

namespace ferry {
namespace {

// A single move shifts the row of every rule in between; from here on one new table is cheaper.
constexpr qsizetype fewRules = 32;

QString moveName(const QList<RuleId> &rules, const QString &first)
{
    return rules.size() == 1 ? EditText::tr("move %1").arg(first)
                             : EditText::tr("move %n rules", nullptr, static_cast<int>(rules.size()));
}

class MoveRules final : public Edit {
public:
    MoveRules(QList<RuleId> rules, qsizetype before) : m_rules(std::move(rules)), m_before(before) {}

    [[nodiscard]] QString name() const override { return moveName(m_rules, m_firstName); }

    [[nodiscard]] Result<Change> apply(RuleSet &ruleSet) override
    {
        QList<qsizetype> rows;
        for (const RuleId &rule : m_rules) {
            const qsizetype row = ruleSet.rules.rowOf(rule);
            if (row < 0)
                return failure(notThere(rule.text()));
            rows << row;
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        if (rows.isEmpty())
            return Change{};
        m_firstName = ruleSet.rules.at(rows.first()).name;
        const qsizetype before = std::clamp<qsizetype>(m_before, 0, ruleSet.rules.size());

        // Rules above the target go last one first, those below it first one first, so that no move
        // shifts a rule that is still to be moved.
        m_moves.clear();
        const auto below = std::lower_bound(rows.cbegin(), rows.cend(), before);
        qsizetype target = before;
        for (auto row = below; row != rows.cbegin();)
            m_moves.emplace_back(*--row, --target);
        target = before;
        for (auto row = below; row != rows.cend(); ++row)
            m_moves.emplace_back(*row, target++);

        Change change;
        for (const auto &[from, to] : m_moves) {
            if (from != to)
                change.objects << move(ruleSet, from, to);
        }
        return change;
    }

    [[nodiscard]] Change undo(RuleSet &ruleSet) override
    {
        Change change;
        for (auto moved = m_moves.rbegin(); moved != m_moves.rend(); ++moved) {
            if (moved->first != moved->second)
                change.objects << move(ruleSet, moved->second, moved->first);
        }
        return change;
    }

private:
    static ObjectChange move(RuleSet &ruleSet, qsizetype from, qsizetype to)
    {
        ruleSet.rules.move(from, to);
        return {ObjectKind::Rule, ObjectChange::What::Moved, ruleSet.rules.at(to).id.text(), from, to};
    }

    QList<RuleId> m_rules;
    qsizetype m_before;
    QString m_firstName;
    std::vector<std::pair<qsizetype, qsizetype>> m_moves;
};

Result<RuleSet> moved(const RuleSet &ruleSet, const QList<RuleId> &rules, qsizetype before)
{
    const QSet<RuleId> chosen(rules.cbegin(), rules.cend());
    QList<qsizetype> head;
    QList<qsizetype> middle;
    QList<qsizetype> tail;
    for (qsizetype row = 0; row < ruleSet.rules.size(); ++row)
        (chosen.contains(ruleSet.rules.at(row).id) ? middle : row < before ? head : tail) << row;
    RuleSet result = ruleSet;
    result.rules = ruleSet.rules.picked(head + middle + tail);
    return result;
}

} // namespace

EditPtr moveRules(QList<RuleId> rules, qsizetype before)
{
    if (rules.size() <= fewRules)
        return std::make_unique<MoveRules>(std::move(rules), before);
    const QString name = moveName(rules, {});
    return std::make_unique<ReplaceRuleSet>(
        name, [rules = std::move(rules), before](const RuleSet &ruleSet) { return moved(ruleSet, rules, before); });
}

EditPtr moveRuleUp(const RuleSet &ruleSet, const RuleId &rule)
{
    return moveRules({rule}, std::max<qsizetype>(0, ruleSet.rules.rowOf(rule) - 1));
}

EditPtr moveRuleDown(const RuleSet &ruleSet, const RuleId &rule)
{
    return moveRules({rule}, ruleSet.rules.rowOf(rule) + 2);
}

} // namespace ferry
