#include "ui/window/LiveState.h"

namespace ferry::ui {

namespace {

constexpr qsizetype recentLines = 500;

} // namespace

void LiveState::setStatuses(const NodeStatuses &statuses)
{
    if (m_statuses == statuses)
        return;
    m_statuses = statuses;
    Q_EMIT statusesChanged();
}

void LiveState::setRuleStates(const QHash<RuleId, RuleState> &states)
{
    if (m_ruleStates == states)
        return;
    m_ruleStates = states;
    Q_EMIT ruleStatesChanged();
}

void LiveState::setUnapplied(const QStringList &changes)
{
    if (m_unapplied == changes)
        return;
    m_unapplied = changes;
    Q_EMIT unappliedChanged();
}

void LiveState::setSessions(const QList<SessionInfo> &sessions)
{
    if (m_sessions == sessions)
        return;
    m_sessions = sessions;
    Q_EMIT sessionsChanged();
}

void LiveState::setHistory(const QList<ApplyRecord> &history)
{
    if (m_history == history)
        return;
    m_history = history;
    Q_EMIT historyChanged();
}

void LiveState::appendLog(const QList<LogEntry> &entries)
{
    if (entries.isEmpty())
        return;
    m_recentLog += entries;
    if (m_recentLog.size() > recentLines)
        m_recentLog.remove(0, m_recentLog.size() - recentLines);
    Q_EMIT logAppended(entries);
}

void LiveState::setRestarting(const ServiceId &service, bool restarting)
{
    if (isRestarting(service) == restarting)
        return;
    if (restarting)
        m_restarting.insert(service);
    else
        m_restarting.remove(service);
    Q_EMIT statusesChanged();
}

} // namespace ferry::ui
