#pragma once

#include "models/tables/RuleFilterModel.h"
#include "ui/pages/TablePage.h"

namespace ferry::ui {

/// The publishing rules in order of evaluation, with their switches in the row.
class RulesPage final : public TablePage {
    Q_OBJECT
public:
    RulesPage(const PageContext &context, RulesModel &rules, QWidget *parent = nullptr);

    [[nodiscard]] QString searchHint() const override;
    void search(const QString &text) override;
    [[nodiscard]] bool isInspected() const override { return true; }
    [[nodiscard]] Subject subject() const override;
    void select(const QString &id) override;
    [[nodiscard]] QSet<Act> usable() const override;
    void run(Act act) override;

protected:
    void open(const QModelIndex &index) override;
    [[nodiscard]] QList<Act> menu() const override;
    [[nodiscard]] QWidget *shown() const override;
    void refresh() override;

private:
    void dress();
    [[nodiscard]] const PublishingRule *currentRule() const;
    [[nodiscard]] QList<RuleId> selectedRules() const;
    void toggle(int column);
    void move(Act act);

    RulesModel &m_rules;
    RuleFilterModel *m_found;
    EmptyState *m_noHit;
};

} // namespace ferry::ui
