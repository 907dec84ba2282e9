#include "models/tables/RulesModel.h"

#include "models/edits/MoveRules.h"
#include "models/plan/Words.h"
#include "models/tables/RuleCells.h"
#include "models/tables/TableText.h"

#include <QMimeData>

#include <limits>

namespace ferry {
namespace {

QString rulesMimeType()
{
    return QStringLiteral("application/x-ferrygate-rules");
}

} // namespace

RulesModel::RulesModel(Document *document, LiveFindings *findings, QObject *parent)
    : ObjectTableModel(document, parent), m_findings(findings)
{
    if (!findings)
        return;
    connect(findings, &LiveFindings::changed, this, [this](const QList<Subject> &subjects) {
        QList<RuleId> rules;
        for (const Subject &subject : subjects) {
            if (subject.kind == ObjectKind::Rule)
                rules << RuleId::fromTrusted(subject.id);
        }
        touchRules(rules);
    });
}

void RulesModel::setStates(const QHash<RuleId, RuleState> &states)
{
    QList<RuleId> touched;
    for (int row = 0; row < rowCount(); ++row) {
        const RuleId id = idAt(row);
        if (states.value(id, RuleState::Draft) != m_states.value(id, RuleState::Draft))
            touched << id;
    }
    m_states = states;
    touchRules(touched);
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OrderColumn:
        return TableText::tr("#");
    case EnabledColumn:
        return TableText::tr("On");
    case NameColumn:
        return TableText::tr("Name");
    case ProtocolColumn:
        return TableText::tr("Protocol");
    case ListenerColumn:
        return TableText::tr("Listener");
    case ServerColumn:
        return TableText::tr("Published");
    case PassiveRangeColumn:
        return TableText::tr("Passive range");
    case TlsColumn:
        return TableText::tr("TLS");
    case FilterColumn:
        return TableText::tr("Filter");
    case StateColumn:
        return TableText::tr("State");
    default:
        return {};
    }
}

QVariant RulesModel::displayText(int row, const PublishingRule &rule, int column) const
{
    switch (column) {
    case OrderColumn:
        return numberOf(row);
    case EnabledColumn:
        return {};
    case StateColumn:
        return ruleStateText(m_states.value(rule.id, RuleState::Draft));
    default:
        return ruleCellText(ruleSet(), rule, column);
    }
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    const PublishingRule *rule = objectAt(index.row());
    if (!rule)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return displayText(index.row(), *rule, index.column());
    case Qt::EditRole:
        return ruleCellEditText(ruleSet(), *rule, index.column());
    case Qt::ToolTipRole:
        return index.column() == NameColumn && !rule->description.isEmpty() ? rule->description : QVariant();
    case Qt::CheckStateRole:
        if (index.column() == EnabledColumn)
            return rule->enabled ? Qt::Checked : Qt::Unchecked;
        if (index.column() == FilterColumn)
            return isFilterOn(ruleSet(), *rule) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::TextAlignmentRole:
        return index.column() == OrderColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case StateRole:
        return static_cast<int>(m_states.value(rule->id, RuleState::Draft));
    case SeverityRole:
        if (const auto worst = m_findings ? m_findings->worst({ObjectKind::Rule, rule->id.text()}) : std::nullopt)
            return static_cast<int>(*worst);
        return {};
    default:
        return ruleCellValue(ruleSet(), *rule, role);
    }
}

Qt::ItemFlags RulesModel::flags(const QModelIndex &index) const
{
    // Drops go between rows, never onto one.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    const PublishingRule *rule = objectAt(index.row());
    if (!rule)
        return flags;
    switch (index.column()) {
    case EnabledColumn:
        return flags | Qt::ItemIsUserCheckable;
    case FilterColumn:
        return filterSwitchOf(ruleSet(), *rule) == FilterSwitch::NotBound ? flags : flags | Qt::ItemIsUserCheckable;
    case NameColumn:
    case ProtocolColumn:
    case ListenerColumn:
        return flags | Qt::ItemIsEditable;
    case PassiveRangeColumn:
        return publishedService(ruleSet(), *rule) ? flags | Qt::ItemIsEditable : flags;
    default:
        return flags;
    }
}

bool RulesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const PublishingRule *rule = objectAt(index.row());
    return rule && tryEdit(ruleCellEdit(ruleSet(), *rule, index.column(), value, role));
}

bool RulesModel::tryEdit(Result<EditPtr> edit)
{
    if (!edit) {
        Q_EMIT editRefused(edit.error());
        return false;
    }
    if (!*edit)
        return false;
    const Result<void> performed = document().perform(std::move(*edit));
    if (!performed)
        Q_EMIT editRefused(performed.error());
    document().endTyping();
    return performed.has_value();
}

void RulesModel::touchRules(const QList<RuleId> &rules)
{
    // One signal for the span: views repaint only what is visible, and a thousand signals would cost more.
    int first = std::numeric_limits<int>::max();
    int last = -1;
    for (const RuleId &rule : rules) {
        const int row = rowOf(rule);
        if (row < 0)
            continue;
        first = std::min(first, row);
        last = std::max(last, row);
    }
    if (last < 0)
        return;
    Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1), {SeverityRole, StateRole});
    Q_EMIT dataChanged(index(first, StateColumn), index(last, StateColumn), {Qt::DisplayRole});
}

QStringList RulesModel::mimeTypes() const
{
    return {rulesMimeType()};
}

QMimeData *RulesModel::mimeData(const QModelIndexList &indexes) const
{
    QByteArrayList ids;
    for (const QModelIndex &index : indexes) {
        const QByteArray id = idAt(index.row()).text().toUtf8();
        if (!ids.contains(id))
            ids << id;
    }
    auto *data = new QMimeData;
    data->setData(rulesMimeType(), ids.join('\n'));
    return data;
}

bool RulesModel::dropMimeData(
    const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    Q_UNUSED(column)
    if (action != Qt::MoveAction || !data->hasFormat(rulesMimeType()))
        return false;
    QList<RuleId> rules;
    for (const QByteArray &id : data->data(rulesMimeType()).split('\n')) {
        if (const auto rule = RuleId::parse(QString::fromUtf8(id)))
            rules << *rule;
    }
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    tryEdit(moveRules(rules, before));
    return false;
}

} // namespace ferry
