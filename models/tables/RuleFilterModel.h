#pragma once

#include "models/tables/RowFilterModel.h"
#include "models/tables/RuleSearch.h"
#include "models/tables/RulesModel.h"

namespace ferry {

/// The rules that the search box finds. Rows can be dragged only while everything is shown: elsewhere a place between
/// two rows is not a place in the order of evaluation.
class RuleFilterModel final : public RowFilterModel {
    Q_OBJECT
public:
    explicit RuleFilterModel(RulesModel *rules, QObject *parent = nullptr);

    /// Words that a rule has to hold: name, listener, server, protocol, network, range, gateway. Empty: everything.
    void setSearch(const QString &text);
    [[nodiscard]] QString search() const { return m_text; }

    [[nodiscard]] RuleId ruleAt(int row) const
    {
        return row < 0 || row >= rowCount() ? RuleId() : m_rules->idAt(sourceRow(row));
    }
    /// The row that shows the rule, or -1.
    [[nodiscard]] int rowOf(const RuleId &rule) const;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool dropMimeData(
        const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;

protected:
    [[nodiscard]] bool isFiltering() const override { return !m_search.isEmptyQuery(); }
    [[nodiscard]] bool accepts(int sourceRow) const override { return m_search.matches(sourceRow); }
    [[nodiscard]] QList<int> acceptedRows() const override { return m_search.hits(); }
    [[nodiscard]] bool matters(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) const override;
    void sourceReset() override;
    void sourceRowsInserted(int first, int last) override;
    void sourceRowsRemoved(int first, int last) override;
    void sourceRowMoved(int from, int to) override;
    void sourceRowsChanged(int first, int last) override;

private:
    [[nodiscard]] const RuleSet &ruleSet() const { return m_rules->currentRuleSet(); }

    RulesModel *m_rules;
    QString m_text;
    mutable RuleSearch m_search; ///< remembers its last hits
};

} // namespace ferry
