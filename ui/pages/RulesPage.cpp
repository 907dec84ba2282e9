#include "ui/pages/RulesPage.h"

#include "models/edits/MoveRules.h"
#include "models/edits/RuleEdits.h"
#include "ui/delegates/ChoiceDelegate.h"
#include "ui/delegates/PillDelegate.h"
#include "ui/delegates/RuleNameDelegate.h"
#include "ui/delegates/ToggleDelegate.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/StateOfRule.h"
#include "ui/widgets/TableView.h"
#include "ui/window/Dialogs.h"
#include "ui/window/EditRunner.h"
#include "ui/window/Intents.h"

#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace ferry::ui {

namespace {

bool isSwitchedOff(const QModelIndex &index)
{
    return !index.data(RulesModel::EnabledRole).toBool();
}

} // namespace

RulesPage::RulesPage(const PageContext &context, RulesModel &rules, QWidget *parent)
    : TablePage(context, u"rules"_s, tr("Rules"),
          new EmptyState(u"rules"_s, tr("No publishing rules yet"),
              tr("A rule lets clients reach an FTP server through a gateway. The wizard asks for the server, TLS, "
                 "the address and the ports, and checks that it will work.")),
          parent)
    , m_rules(rules)
    , m_found(new RuleFilterModel(&rules, this))
    , m_noHit(new EmptyState(u"search"_s, tr("No rule found"), {}, this))
{
    stack()->addWidget(m_noHit);
    empty()->setAction(tr("Publish FTP server…"), u"emptyPublish"_s);
    connect(empty(), &EmptyState::actionTriggered, this, [this] { this->context().dialogs.publish(); });
    setRows(m_found, RulesModel::IdRole);
    dress();
    connect(&rules, &RulesModel::editRefused, &context.edits, &EditRunner::refused);
    refresh();
}

void RulesPage::dress()
{
    const auto face = [this](int column, CellDelegate *delegate) {
        delegate->setQuiet(isSwitchedOff);
        setFace(column, delegate);
    };
    face(RulesModel::OrderColumn, new CellDelegate(CellDelegate::Face::Fixed, table()));
    face(RulesModel::EnabledColumn, new ToggleDelegate(ToggleDelegate::Look::CheckBox, table()));
    face(RulesModel::NameColumn, new RuleNameDelegate(table()));
    face(RulesModel::ProtocolColumn,
        new ChoiceDelegate(
            [this](const QModelIndex &) {
                QList<ChoiceDelegate::Choice> choices;
                for (const ProtocolDefinition &protocol : ruleSet().protocols)
                    choices.append({protocol.id.text(), protocol.name});
                return choices;
            },
            RulesModel::ProtocolIdRole, table()));
    face(RulesModel::ListenerColumn, new CellDelegate(CellDelegate::Face::Fixed, table()));
    face(RulesModel::ServerColumn, new CellDelegate(CellDelegate::Face::Text, table()));
    face(RulesModel::PassiveRangeColumn, new CellDelegate(CellDelegate::Face::Fixed, table()));
    face(RulesModel::TlsColumn, new CellDelegate(CellDelegate::Face::Text, table()));
    face(RulesModel::FilterColumn, new ToggleDelegate(ToggleDelegate::Look::Switch, table()));
    auto *pills = new PillDelegate(
        [](const QModelIndex &index) {
            return pillStateOf(static_cast<RuleState>(index.data(RulesModel::StateRole).toInt()));
        },
        table());
    face(RulesModel::StateColumn, pills);
    connect(pills, &PillDelegate::pressed, this, [this] { context().dialogs.review(); });
    table()->setColumnWidths(
        {40, 40, {200, 140}, {150, 92}, 144, {150, 84}, 106, {72, 60}, 76, 104}, RulesModel::NameColumn);
    table()->setDragDropMode(QAbstractItemView::InternalMove);
    table()->setDragDropOverwriteMode(false);
    table()->setDragEnabled(true);
}

QString RulesPage::searchHint() const
{
    return tr("Search rules");
}

void RulesPage::search(const QString &text)
{
    m_found->setSearch(text);
    refresh();
}

Subject RulesPage::subject() const
{
    const PublishingRule *rule = currentRule();
    return rule ? Subject{ObjectKind::Rule, rule->id.text()} : Subject{};
}

void RulesPage::select(const QString &id)
{
    const int row = m_found->rowOf(RuleId::fromTrusted(id));
    table()->selectRowAt(row);
    if (row >= 0)
        table()->scrollTo(m_found->index(row, RulesModel::NameColumn));
}

const PublishingRule *RulesPage::currentRule() const
{
    return ruleSet().rules.find(m_found->ruleAt(table()->currentRow()));
}

QList<RuleId> RulesPage::selectedRules() const
{
    QList<RuleId> rules;
    for (const int row : table()->selectedRowNumbers())
        rules.append(m_found->ruleAt(row));
    return rules;
}

QSet<Act> RulesPage::usable() const
{
    const PublishingRule *rule = currentRule();
    if (rule == nullptr)
        return {};
    QSet<Act> acts{Act::EditRule, Act::RenameRule, Act::ToggleRule, Act::EditFilter, Act::CustomizeProtocol,
        Act::Duplicate, Act::Remove, Act::Test};
    if (filterSwitchOf(ruleSet(), *rule) != FilterSwitch::NotBound)
        acts.insert(Act::ToggleFilter);
    if (publishedService(ruleSet(), *rule) != nullptr)
        acts.unite({Act::EditPassiveRange, Act::Restart});
    if (publishedSite(ruleSet(), *rule) != nullptr)
        acts.insert(Act::EditExternalAddress);
    if (m_found->showsEverything())
        acts.unite({Act::MoveUp, Act::MoveDown});
    return acts;
}

void RulesPage::run(Act act)
{
    const PublishingRule *rule = currentRule();
    if (rule == nullptr)
        return;
    const auto *site = std::get_if<ServiceSite>(&rule->server);
    switch (act) {
    case Act::EditRule:
        return context().dialogs.editRule(rule->id);
    case Act::RenameRule:
        return table()->edit(m_found->index(table()->currentRow(), RulesModel::NameColumn));
    case Act::ToggleRule:
        return toggle(RulesModel::EnabledColumn);
    case Act::ToggleFilter:
        return toggle(RulesModel::FilterColumn);
    case Act::EditFilter:
        return context().dialogs.editFilter(rule->id);
    case Act::CustomizeProtocol:
        return context().dialogs.editProtocol(rule->protocol, rule->id);
    case Act::EditPassiveRange:
        return site ? context().dialogs.editPassiveRange(site->service) : void();
    case Act::EditExternalAddress:
        return site ? context().dialogs.editExternalAddress(site->service, site->site) : void();
    case Act::MoveUp:
    case Act::MoveDown:
        return move(act);
    case Act::Duplicate:
        context().edits.run(duplicateRule(rule->id));
        return;
    case Act::Remove:
        context().edits.run(removeRules(selectedRules()));
        return;
    case Act::Restart:
        if (site)
            context().dialogs.restart(site->service);
        return;
    case Act::Test:
        context().dialogs.test(rule->id);
        return;
    default:
        return;
    }
}

void RulesPage::toggle(int column)
{
    const QModelIndex index = m_found->index(table()->currentRow(), column);
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_found->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void RulesPage::move(Act act)
{
    // The whole selection moves and keeps its order.
    const QList<int> rows = table()->selectedRowNumbers();
    const bool up = act == Act::MoveUp;
    if (rows.isEmpty() || (up && rows.first() == 0) || (!up && rows.last() == m_found->rowCount() - 1))
        return;
    context().edits.run(moveRules(selectedRules(), up ? rows.first() - 1 : rows.last() + 2));
    table()->scrollTo(table()->currentIndex());
}

void RulesPage::open(const QModelIndex &index)
{
    const PublishingRule *rule = currentRule();
    if (rule == nullptr)
        return;
    switch (index.column()) {
    case RulesModel::ProtocolColumn:
        return run(Act::CustomizeProtocol);
    case RulesModel::PassiveRangeColumn:
        return publishedService(ruleSet(), *rule) ? run(Act::EditPassiveRange) : run(Act::EditRule);
    case RulesModel::FilterColumn:
        return run(Act::EditFilter);
    case RulesModel::StateColumn:
        context().dialogs.review();
        return;
    default:
        return run(Act::EditRule);
    }
}

QList<Act> RulesPage::menu() const
{
    return {Act::EditRule, Act::EditFilter, Act::EditPassiveRange, Act::EditExternalAddress, Act::CustomizeProtocol,
        Act::Undo, Act::ToggleRule, Act::ToggleFilter, Act::MoveUp, Act::MoveDown, Act::Undo, Act::Test, Act::Restart,
        Act::Undo, Act::RenameRule, Act::Duplicate, Act::Remove};
}

QWidget *RulesPage::shown() const
{
    if (!ruleSet().rules.isEmpty() && m_found->rowCount() == 0)
        return m_noHit;
    return TablePage::shown();
}

void RulesPage::refresh()
{
    m_noHit->setTexts(tr("No rule found"),
        tr("Nothing matches “%1”. Escape in the search box shows all rules again.").arg(m_found->search()));
    if (ruleSet().rules.isEmpty())
        header()->setNote({});
    else if (m_found->showsEverything())
        header()->setNote(tr("The first enabled rule that matches listener and client wins."));
    else
        header()->setNote(
            tr("%n rules found. The order can be changed where all rules are shown.", nullptr, m_found->rowCount()));
    TablePage::refresh();
}

} // namespace ferry::ui
