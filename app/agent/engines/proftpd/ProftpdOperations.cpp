// What an operator does with the gateway while it runs: its sessions, draining, counters. ProFTPD has a process for
// each session, so that the system itself tells of them, also of those that a former master has left behind.
#include "app/agent/engines/proftpd/ProftpdEngine.h"
#include "app/agent/engines/proftpd/ProftpdGatewayConfig.h"
#include "app/agent/files/Durable.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdEngine", text);
}

/// The null id for a session of a rule that is not published any more.
RuleId ruleAt(const QList<ProftpdListener> &listeners, const OpenConnection &control)
{
    for (const ProftpdListener &one : listeners) {
        if (one.port == control.localPort && (one.address == control.local || one.address.isUnspecified()))
            return one.rule;
    }
    return {};
}

} // namespace

Result<QList<SessionInfo>> ProftpdEngine::sessions()
{
    const auto bytes = configurationInPlace();
    if (!bytes)
        return failure(bytes.error());
    const QList<ProftpdListener> listeners = proftpdListenersIn(bytes->value_or(QByteArray()));
    QList<SessionInfo> sessions;
    for (const ProftpdSession &one : findProftpd(m_setup.outputPath).sessions) {
        SessionInfo session;
        session.id = static_cast<quint64>(one.process.pid);
        session.gateway = m_setup.id;
        session.rule = ruleAt(listeners, one.control);
        session.client = one.control.peer;
        session.clientPort = one.control.peerPort;
        session.since = startTime(one.process);
        sessions << session;
    }
    return sessions;
}

Result<SessionTranscript> ProftpdEngine::transcript(quint64 session)
{
    const ProftpdProcesses found = findProftpd(m_setup.outputPath);
    const bool isThere = std::any_of(found.sessions.cbegin(), found.sessions.cend(),
        [&](const ProftpdSession &one) { return static_cast<quint64>(one.process.pid) == session; });
    if (!isThere)
        return noSuchSession(session);
    return failure(ErrorCode::Unsupported, QString::number(session), tr("There is no transcript."),
        tr("ProFTPD mod_proxy keeps none of the session's lines."),
        tr("Look at the FTP server's log, or publish with the builtin engine."));
}

Result<> ProftpdEngine::endSession(quint64 session)
{
    for (const ProftpdSession &one : findProftpd(m_setup.outputPath).sessions) {
        if (static_cast<quint64>(one.process.pid) == session && ::kill(one.process.pid, SIGTERM) == 0)
            return {};
    }
    return noSuchSession(session);
}

tl::unexpected<Error> ProftpdEngine::noSuchSession(quint64 session) const
{
    return failure(ErrorCode::NotFound, QString::number(session), tr("The session was not found."),
        tr("%1 has no session %2 now.").arg(m_setup.id.text()).arg(session), tr("Choose one that is listed now."));
}

Result<DrainReply> ProftpdEngine::drain(const std::optional<RuleId> &rule, bool isDraining)
{
    const auto bytes = configurationInPlace();
    if (!bytes)
        return failure(bytes.error());
    QSet<RuleId> chosen;
    for (const ProftpdListener &one : proftpdListenersIn(bytes->value_or(QByteArray()))) {
        if (!rule || one.rule == *rule)
            chosen.insert(one.rule);
    }
    if (rule && chosen.isEmpty()) {
        return failure(ErrorCode::NotFound, rule->text(), tr("Nothing was drained."),
            tr("%1 runs no rule \"%2\".").arg(m_setup.id.text(), rule->text()), tr("Apply the rule first."));
    }
    const Result<QSet<RuleId>> before = drained();
    if (!before)
        return failure(before.error());
    const QSet<RuleId> after = isDraining ? *before + chosen : *before - chosen;
    if (const Result<> written = writeDrained(after); !written)
        return failure(written.error());
    if (const Result<> taken = commit(); !taken)
        return failure(taken.error());
    return DrainReply{countSessions(rule)};
}

Result<QSet<RuleId>> ProftpdEngine::drained() const
{
    const auto bytes = readFile(m_setup.drainedPath);
    if (!bytes)
        return failure(bytes.error());
    QSet<RuleId> rules;
    for (const QByteArray &line : bytes->value_or(QByteArray()).split('\n')) {
        if (const Result<RuleId> id = RuleId::parse(QString::fromUtf8(line.trimmed())); id)
            rules.insert(*id);
    }
    return rules;
}

Result<> ProftpdEngine::writeDrained(const QSet<RuleId> &rules) const
{
    QByteArrayList lines;
    for (const RuleId &one : rules)
        lines << one.text().toUtf8() + '\n';
    std::sort(lines.begin(), lines.end());
    return writeDurably(m_setup.drainedPath, lines.join());
}

Result<> ProftpdEngine::pruneDrained(const QByteArray &configuration) const
{
    const Result<QSet<RuleId>> before = drained();
    if (!before)
        return failure(before.error());
    QSet<RuleId> kept;
    for (const ProftpdListener &one : proftpdListenersIn(configuration)) {
        if (before->contains(one.rule))
            kept.insert(one.rule);
    }
    return kept == *before ? Result<>() : writeDrained(kept);
}

Result<QByteArray> ProftpdEngine::wantedConfiguration(const QByteArray &inPlace) const
{
    const Result<QSet<RuleId>> rules = drained();
    if (!rules)
        return failure(rules.error());
    return withoutRules(inPlace, *rules);
}

int ProftpdEngine::countSessions(const std::optional<RuleId> &rule)
{
    const QList<SessionInfo> open = sessions().value_or(QList<SessionInfo>());
    return static_cast<int>(
        std::count_if(open.cbegin(), open.cend(), [&](const SessionInfo &one) { return !rule || one.rule == *rule; }));
}

Result<QList<MetricFamily>> ProftpdEngine::metrics()
{
    const auto bytes = configurationInPlace();
    const Result<QSet<RuleId>> rules = drained();
    if (!bytes || !rules)
        return failure(bytes ? rules.error() : bytes.error());
    MetricFamily open{"ferrygate_sessions", MetricFamily::Kind::Gauge, "FTP sessions that are open.", {}};
    MetricFamily draining{
        "ferrygate_rule_draining", MetricFamily::Kind::Gauge, "1 while the rule takes no new sessions.", {}};
    for (const ProftpdListener &one : proftpdListenersIn(bytes->value_or(QByteArray()))) {
        const QList<MetricSample::Label> labels{{"gateway", m_setup.id.text()}, {"rule", one.rule.text()}};
        open.add(static_cast<quint64>(countSessions(one.rule)), labels);
        draining.add(rules->contains(one.rule) ? 1 : 0, labels);
    }
    return QList<MetricFamily>{open, draining};
}

} // namespace ferry::agent
