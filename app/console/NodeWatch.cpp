#include "app/console/NodeWatch.h"

#include "app/console/Background.h"
#include "models/edits/Document.h"
#include "models/tables/LiveFindings.h"
#include "ui/window/LiveState.h"

#include <QDate>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace ferry::console {

namespace {

constexpr auto pollEvery = 2s;      ///< notifications come at once; this finds what they cannot tell
constexpr auto compareAfter = 60ms; ///< after the last of several edits
constexpr int logTail = 500;
constexpr int auditTail = 200;

QStringList agentsOf(const RuleSet &ruleSet)
{
    QStringList agents;
    for (const Gateway &gateway : ruleSet.gateways)
        agents << gateway.agent;
    for (const FtpService &service : ruleSet.ftpServices)
        agents << service.agent;
    agents.removeAll(QString());
    agents.removeDuplicates();
    return agents;
}

} // namespace

NodeWatch::NodeWatch(backend::AgentDirectory &agents, Document &document, LiveFindings &findings, ui::LiveState &live,
    const Clock &clock, QObject *parent)
    : QObject(parent), m_agents(agents), m_document(document), m_findings(findings), m_live(live), m_clock(clock)
{
    m_poll.setInterval(pollEvery);
    m_compare.setInterval(compareAfter);
    m_compare.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        for (const QString &agent : m_nodes.keys())
            askStatus(agent);
    });
    connect(&m_log, &LogFeed::gathered, &m_live, &ui::LiveState::appendLog);
    connect(&m_compare, &QTimer::timeout, this, &NodeWatch::compare);
    connect(&m_document, &Document::changed, this, [this] {
        followAgents();
        m_compare.start();
    });
    followAgents();
    m_poll.start();
    m_compare.start();
}

void NodeWatch::refresh()
{
    for (const QString &agent : m_nodes.keys()) {
        askStatus(agent);
        askObservation(agent);
        askSessions(agent);
        askHistory(agent);
    }
}

void NodeWatch::followAgents()
{
    const QStringList wanted = agentsOf(m_document.ruleSet());
    bool changed = false;
    for (const QString &agent : m_nodes.keys()) {
        if (wanted.contains(agent))
            continue;
        if (m_nodes[agent].channel)
            m_nodes[agent].channel->disconnect(this);
        m_nodes.remove(agent);
        changed = true;
    }
    for (const QString &agent : wanted) {
        if (m_nodes.contains(agent))
            continue;
        changed = true;
        m_nodes.insert(agent, {});
        const auto channel = m_agents.channel(agent);
        if (channel) {
            m_nodes[agent].channel = *channel;
            listenTo(agent);
        } else {
            m_nodes[agent].view.problem = channel.error().text();
        }
    }
    if (changed) {
        tellStatuses();
        tellSessions();
        tellHistory();
    }
}

void NodeWatch::listenTo(const QString &agent)
{
    backend::AgentChannel *channel = m_nodes[agent].channel;
    connect(channel, &backend::AgentChannel::stateChanged, this, [this, agent] { onStateChanged(agent); });
    connect(channel, &backend::AgentChannel::logged, this, [this](const LogEntry &entry) { m_log.take({entry}); });
    connect(channel, &backend::AgentChannel::sessionsChanged, this, [this, agent] {
        askSessions(agent);
        askStatus(agent);
    });
    connect(channel, &backend::AgentChannel::serviceChanged, this, [this, agent] { askStatus(agent); });
    channel->keepConnected();
    onStateChanged(agent);
}

void NodeWatch::onStateChanged(const QString &agent)
{
    if (!m_nodes.contains(agent))
        return;
    if (m_nodes[agent].channel->state() == backend::AgentChannel::State::Online) {
        askStatus(agent);
        askObservation(agent);
        askSessions(agent);
        askHistory(agent);
        askLog(agent);
    } else {
        askStatus(agent); // its failure tells why the node is not reached
    }
}

void NodeWatch::askStatus(const QString &agent)
{
    Node &node = m_nodes[agent];
    if (node.isAsking || node.channel == nullptr)
        return;
    node.isAsking = true;
    const auto since = m_clock.monotonic();
    node.channel->status(this, [this, agent, since](const backend::AgentResult<NodeStatus> &answer) {
        if (!m_nodes.contains(agent))
            return;
        m_nodes[agent].isAsking = false;
        if (answer)
            takeStatus(agent, *answer, m_clock.monotonic() - since);
        else
            takeProblem(agent, answer.error().error);
    });
}

void NodeWatch::takeStatus(const QString &agent, const NodeStatus &status, std::chrono::milliseconds took)
{
    Node &node = m_nodes[agent];
    const bool known = node.view.status && node.observed && node.observed->generation == status.generation;
    const bool historyGrew = !node.view.status || node.view.status->last != status.last
        || node.view.status->transaction != status.transaction;
    // The first answer includes making the connection; a latency that jumps is noise in the status line.
    const int milliseconds = static_cast<int>(took.count());
    const int before = node.view.milliseconds;
    node.view = {status, {}, before < 0 || std::abs(before - milliseconds) > before / 2 + 2 ? milliseconds : before};
    tellStatuses();
    if (!known)
        askObservation(agent);
    if (historyGrew)
        askHistory(agent);
    m_compare.start();
}

void NodeWatch::takeProblem(const QString &agent, const Error &error)
{
    Node &node = m_nodes[agent];
    node.view = {std::nullopt, error.text(), -1};
    node.observed.reset();
    node.sessions.clear();
    tellStatuses();
    tellSessions();
    m_compare.start();
}

void NodeWatch::askObservation(const QString &agent)
{
    if (backend::AgentChannel *channel = m_nodes[agent].channel) {
        channel->observe(this, [this, agent](const backend::AgentResult<Observation> &answer) {
            if (!m_nodes.contains(agent) || !answer)
                return;
            m_nodes[agent].observed = *answer;
            m_compare.start();
        });
    }
}

void NodeWatch::askSessions(const QString &agent)
{
    if (backend::AgentChannel *channel = m_nodes[agent].channel) {
        channel->sessions(this, [this, agent](const backend::AgentResult<QList<SessionInfo>> &answer) {
            if (!m_nodes.contains(agent) || !answer)
                return;
            m_nodes[agent].sessions = *answer;
            tellSessions();
        });
    }
}

void NodeWatch::askHistory(const QString &agent)
{
    backend::AgentChannel *channel = m_nodes[agent].channel;
    if (channel == nullptr)
        return;
    channel->audit(auditTail, this, [this, agent](const backend::AgentResult<QList<AuditEntry>> &answer) {
        if (!m_nodes.contains(agent))
            return;
        Node &node = m_nodes[agent];
        node.applies.clear();
        if (answer) {
            for (const AuditEntry &entry : *answer) {
                if (entry.apply)
                    node.applies << *entry.apply;
            }
        } else if (node.view.status && node.view.status->last) {
            node.applies << *node.view.status->last; // a viewer may not read the audit log
        }
        tellHistory();
    });
}

void NodeWatch::askLog(const QString &agent)
{
    m_nodes[agent].channel->subscribeLog(logTail, this, [this](const backend::AgentResult<QList<LogEntry>> &answer) {
        if (answer)
            m_log.take(*answer);
    });
}

void NodeWatch::tellStatuses()
{
    NodeStatuses statuses;
    for (auto node = m_nodes.cbegin(); node != m_nodes.cend(); ++node)
        statuses.insert(node.key(), node->view);
    m_live.setStatuses(statuses);
}

void NodeWatch::tellSessions()
{
    QList<SessionInfo> sessions;
    for (const Node &node : std::as_const(m_nodes))
        sessions += node.sessions;
    m_live.setSessions(sessions);
}

void NodeWatch::tellHistory()
{
    QList<ApplyRecord> records;
    for (const Node &node : std::as_const(m_nodes))
        records += node.applies;
    m_live.setHistory(mergedHistory(records));
}

std::optional<QMap<QString, QString>> NodeWatch::runningGenerations() const
{
    QMap<QString, QString> generations;
    for (auto node = m_nodes.cbegin(); node != m_nodes.cend(); ++node) {
        if (!node->view.status)
            return std::nullopt;
        generations.insert(node.key(), node->view.status->generation);
    }
    return generations;
}

KnownNodes NodeWatch::knownNodes() const
{
    KnownNodes known;
    for (auto node = m_nodes.cbegin(); node != m_nodes.cend(); ++node)
        known.insert(node.key(), {node->view.status, node->observed});
    return known;
}

void NodeWatch::compare()
{
    const Compared wanted{m_document.ruleSet(), knownNodes()};
    CheckFacts facts = factsFrom(m_findings.facts(), wanted.nodes);
    facts.today = QDate::currentDate();
    m_findings.setFacts(facts);
    if (m_isComparing || m_compared == wanted)
        return;
    // Large rule sets take a while: on another thread, with copies that cost nothing.
    m_isComparing = true;
    inBackground(
        this, [wanted] { return Comparison::of(wanted.ruleSet, wanted.nodes); },
        [this, wanted](const Comparison &comparison) { takeComparison(wanted, comparison); });
}

void NodeWatch::takeComparison(const Compared &subject, const Comparison &comparison)
{
    m_isComparing = false;
    m_compared = subject;
    m_live.setRuleStates(comparison.states);
    m_live.setUnapplied(comparison.unapplied);
    const bool isLatest = m_compared == Compared{m_document.ruleSet(), knownNodes()};
    m_isApplied = comparison.isApplied && isLatest;
    if (isLatest)
        Q_EMIT compared();
    else
        m_compare.start();
}

} // namespace ferry::console
