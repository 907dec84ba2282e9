#pragma once

#include "models/plan/RuleState.h"
#include "models/tables/NodeStatuses.h"
#include "models/wire/LogEntry.h"

#include <QObject>
#include <QSet>
#include <QStringList>

namespace ferry::ui {

/// What is true outside the window: nodes, rule states, sessions, log. app/console writes it, window and pages show it.
class LiveState final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// What each agent of the rule set answered last.
    [[nodiscard]] const NodeStatuses &statuses() const { return m_statuses; }
    void setStatuses(const NodeStatuses &statuses);

    [[nodiscard]] const QHash<RuleId, RuleState> &ruleStates() const { return m_ruleStates; }
    void setRuleStates(const QHash<RuleId, RuleState> &states);

    /// The changes that wait to be applied, in words.
    [[nodiscard]] const QStringList &unapplied() const { return m_unapplied; }
    void setUnapplied(const QStringList &changes);

    [[nodiscard]] const QList<SessionInfo> &sessions() const { return m_sessions; }
    void setSessions(const QList<SessionInfo> &sessions);

    /// Every Apply that the nodes remember, newest first.
    [[nodiscard]] const QList<ApplyRecord> &history() const { return m_history; }
    void setHistory(const QList<ApplyRecord> &history);

    /// New lines of the gateways' logs, oldest first.
    void appendLog(const QList<LogEntry> &entries);
    /// The last few hundred of them.
    [[nodiscard]] const QList<LogEntry> &recentLog() const { return m_recentLog; }

    /// Services that are being restarted now.
    [[nodiscard]] bool isRestarting(const ServiceId &service) const { return m_restarting.contains(service); }
    void setRestarting(const ServiceId &service, bool restarting);

Q_SIGNALS:
    /// Statuses, or which services are being restarted.
    void statusesChanged();
    void ruleStatesChanged();
    void unappliedChanged();
    void sessionsChanged();
    void historyChanged();
    void logAppended(const QList<ferry::LogEntry> &entries);

private:
    NodeStatuses m_statuses;
    QHash<RuleId, RuleState> m_ruleStates;
    QStringList m_unapplied;
    QList<SessionInfo> m_sessions;
    QList<ApplyRecord> m_history;
    QList<LogEntry> m_recentLog;
    QSet<ServiceId> m_restarting;
};

} // namespace ferry::ui
