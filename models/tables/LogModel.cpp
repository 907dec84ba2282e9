#include "models/tables/LogModel.h"

#include "models/plan/Words.h"
#include "models/tables/TableText.h"
#include "models/wire/ResultCode.h"

#include <algorithm>

namespace ferry {
namespace {

// A share of the capacity goes at once when it is full.
constexpr int shareRemoved = 50;
// Texts that do not repeat (file names) would fill the pool for ever.
constexpr qsizetype largePool = 20'000;

QString actionText(LogAction action)
{
    switch (action) {
    case LogAction::InitiatedConnection:
        return TableText::tr("Initiated Connection");
    case LogAction::ClosedConnection:
        return TableText::tr("Closed Connection");
    case LogAction::DeniedConnection:
        return TableText::tr("Denied Connection");
    case LogAction::FailedConnectionAttempt:
        return TableText::tr("Failed Connection Attempt");
    case LogAction::ConnectionStatus:
        return TableText::tr("Connection Status");
    }
    return {};
}

QString originatorText(Originator originator)
{
    switch (originator) {
    case Originator::Client:
        return TableText::tr("client");
    case Originator::Gateway:
        return TableText::tr("gateway");
    case Originator::Server:
        return TableText::tr("server");
    }
    return {};
}

} // namespace

LogModel::LogModel(const Document *document, int capacity, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_capacity(std::max(capacity, 1))
{
}

QString LogModel::pooled(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (m_pool.size() > largePool)
        m_pool.clear();
    return *m_pool.insert(text);
}

LogEntry LogModel::compact(LogEntry entry)
{
    entry.gateway = GatewayId::fromTrusted(pooled(entry.gateway.text()));
    entry.rule = RuleId::fromTrusted(pooled(entry.rule.text()));
    entry.command = pooled(entry.command);
    entry.reply = pooled(entry.reply);
    entry.text = pooled(entry.text);
    return entry;
}

void LogModel::makeRoom(qsizetype needed)
{
    const qsizetype over = static_cast<qsizetype>(m_entries.size()) + needed - m_capacity;
    if (over <= 0)
        return;
    const auto doomed = std::min<qsizetype>(
        std::max<qsizetype>(over, m_capacity / shareRemoved), static_cast<qsizetype>(m_entries.size()));
    if (doomed == 0)
        return;
    beginRemoveRows({}, 0, static_cast<int>(doomed) - 1);
    m_entries.erase(m_entries.begin(), m_entries.begin() + doomed);
    endRemoveRows();
}

void LogModel::append(const QList<LogEntry> &entries)
{
    // Of a batch larger than the ring only the end can stay.
    const qsizetype skipped = std::max<qsizetype>(0, entries.size() - m_capacity);
    const qsizetype count = entries.size() - skipped;
    if (count == 0)
        return;
    makeRoom(count);
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(count) - 1);
    for (qsizetype i = skipped; i < entries.size(); ++i)
        m_entries.push_back(compact(entries.at(i)));
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_pool.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return TableText::tr("Time");
    case GatewayColumn:
        return TableText::tr("Gateway");
    case RuleColumn:
        return TableText::tr("Rule");
    case SessionColumn:
        return TableText::tr("Session");
    case ClientColumn:
        return TableText::tr("Client");
    case ActionColumn:
        return TableText::tr("Action");
    case CommandColumn:
        return TableText::tr("Command");
    case ReplyColumn:
        return TableText::tr("Reply");
    case OriginatorColumn:
        return TableText::tr("Made by");
    case ResultColumn:
        return TableText::tr("Result code");
    case TextColumn:
        return TableText::tr("Meaning");
    default:
        return {};
    }
}

QString LogModel::cellText(const LogEntry &entry, int column) const
{
    switch (column) {
    case TimeColumn:
        return entry.time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    case GatewayColumn: {
        const Gateway *gateway = m_document->ruleSet().gateways.find(entry.gateway);
        return gateway ? gateway->name : entry.gateway.text();
    }
    case RuleColumn: {
        const PublishingRule *rule = m_document->ruleSet().rules.find(entry.rule);
        return rule ? rule->name : entry.rule.text();
    }
    case SessionColumn:
        return entry.session ? QString::number(entry.session) : QString();
    case ClientColumn:
        return entry.clientPort ? endpointText(entry.client, entry.clientPort) : entry.client.toString();
    case ActionColumn:
        return actionText(entry.action);
    case CommandColumn:
        return entry.command;
    case ReplyColumn:
        return entry.reply;
    case OriginatorColumn:
        return originatorText(entry.originator);
    case ResultColumn:
        return resultCodeText(entry.resultCode);
    case TextColumn:
        return entry.text;
    default:
        return {};
    }
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LogEntry &entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(entry, index.column());
    case Qt::ToolTipRole:
        return index.column() == ResultColumn ? resultCodeMeaning(entry.resultCode) : cellText(entry, index.column());
    case TimeRole:
        return entry.time;
    case RuleIdRole:
        return entry.rule.text();
    case GatewayIdRole:
        return entry.gateway.text();
    case SessionRole:
        return entry.session;
    case ActionRole:
        return static_cast<int>(entry.action);
    case OriginatorRole:
        return static_cast<int>(entry.originator);
    case ResultCodeRole:
        return entry.resultCode;
    default:
        return {};
    }
}

} // namespace ferry
