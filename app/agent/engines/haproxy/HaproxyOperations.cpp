// What an operator does with the gateway while it runs: its sessions, draining, counters. A worker that takes no new
// connections any more is asked too, as long as it has sessions.
#include "app/agent/engines/haproxy/HaproxyEngine.h"
#include "app/agent/engines/haproxy/HaproxyMetrics.h"
#include "app/agent/engines/haproxy/HaproxyPublishing.h"
#include "app/agent/engines/haproxy/HaproxySessions.h"

#include <QCoreApplication>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

/// Frontends and backends, without the servers.
const QByteArray showStat = "show stat -1 3 -1";

} // namespace

Result<QList<SessionInfo>> HaproxyEngine::sessions()
{
    const Result<HaproxyProcesses> processes = askProcesses(m_setup.masterSocket);
    if (!processes)
        return failure(processes.error());
    QList<SessionInfo> sessions;
    QSet<std::pair<RuleId, Address>> transferring;
    for (const qint64 worker : processes->all()) {
        // One that does not answer has just ended, and its sessions with it.
        const Result<QByteArray> answer = askWorker(m_setup.masterSocket, worker, "show sess all");
        for (const HaproxyConnection &one : parseConnections(answer.value_or(QByteArray()))) {
            if (one.isData) {
                transferring.insert({one.rule, one.client});
                continue;
            }
            SessionInfo session;
            session.id = sessionNumber(worker, one.number);
            session.gateway = m_setup.id;
            session.rule = one.rule;
            session.client = one.client;
            session.clientPort = one.clientPort;
            session.since = one.since;
            session.bytesUp = one.bytesUp;
            session.bytesDown = one.bytesDown;
            sessions << session;
        }
    }
    // Which of a client's sessions a data connection belongs to, HAProxy does not know.
    for (SessionInfo &session : sessions) {
        if (transferring.contains({session.rule, session.client}))
            session.transfer = tr("data connection");
    }
    return sessions;
}

Result<SessionTranscript> HaproxyEngine::transcript(quint64 session)
{
    const Result<QList<SessionInfo>> open = sessions();
    if (!open)
        return failure(open.error());
    for (const SessionInfo &one : *open) {
        if (one.id == session) {
            return failure(ErrorCode::Unsupported, QString::number(session), tr("There is no transcript."),
                tr("HAProxy forwards only and reads nothing of the session."),
                tr("Look at the FTP server's log, or publish with the builtin engine."));
        }
    }
    return noSuchSession(session);
}

Result<> HaproxyEngine::endSession(quint64 session)
{
    const qint64 worker = workerOfSession(session);
    const Result<HaproxyProcesses> processes = askProcesses(m_setup.masterSocket);
    if (!processes)
        return failure(processes.error());
    if (!processes->all().contains(worker))
        return noSuchSession(session);
    const Result<QByteArray> answer = askWorker(m_setup.masterSocket, worker, "show sess all");
    if (!answer)
        return failure(answer.error());
    for (const HaproxyConnection &one : parseConnections(*answer)) {
        if (one.isData || sessionNumber(worker, one.number) != session)
            continue;
        const Result<QByteArray> ended = askWorker(m_setup.masterSocket, worker, "shutdown session " + one.stream);
        return ended ? Result<>() : failure(ended.error());
    }
    return noSuchSession(session);
}

tl::unexpected<Error> HaproxyEngine::noSuchSession(quint64 session) const
{
    return failure(ErrorCode::NotFound, QString::number(session), tr("The session was not found."),
        tr("%1 has no session %2 now.").arg(m_setup.id.text()).arg(session), tr("Choose one that is listed now."));
}

Result<DrainReply> HaproxyEngine::drain(const std::optional<RuleId> &rule, bool isDraining)
{
    const Result<HaproxyProcesses> processes = askProcesses(m_setup.masterSocket);
    const Result<QByteArray> answer =
        processes ? askWorker(m_setup.masterSocket, processes->worker, showStat) : failure(processes.error());
    const Result<QSet<RuleId>> before = m_drain.rules();
    if (!answer || !before)
        return failure(answer ? before.error() : answer.error());
    QSet<RuleId> chosen;
    const HaproxyStats stats = HaproxyStats::parse(*answer);
    for (const HaproxyStats::Row &row : stats.rows()) {
        const RuleId one = ruleOfControl(QString::fromLatin1(row.proxy));
        if (!one.isNull() && (!rule || one == *rule))
            chosen.insert(one);
    }
    if (rule && chosen.isEmpty()) {
        return failure(ErrorCode::NotFound, rule->text(), tr("Nothing was drained."),
            tr("%1 runs no rule \"%2\".").arg(m_setup.id.text(), rule->text()), tr("Apply the rule first."));
    }
    QSet<RuleId> after = *before;
    if (isDraining)
        after.unite(chosen);
    else
        after.subtract(chosen);
    // The file first: a worker that starts in between reads it.
    if (const Result<> written = m_drain.write(after); !written)
        return failure(written.error());
    const QByteArray list = m_drain.path().toUtf8();
    for (const RuleId &one : isDraining ? after - *before : *before - after) {
        const Result<QByteArray> told = askWorker(m_setup.masterSocket, processes->worker,
            (isDraining ? "add acl " : "del acl ") + list + ' ' + one.text().toUtf8());
        if (!told)
            return failure(told.error());
        if (!told->trimmed().isEmpty()) {
            return failure(ErrorCode::Refused, one.text(), tr("Nothing was drained."),
                tr("HAProxy said \"%1\".").arg(QString::fromUtf8(told->trimmed())));
        }
    }
    return DrainReply{countSessions(*processes, rule)};
}

int HaproxyEngine::countSessions(const HaproxyProcesses &processes, const std::optional<RuleId> &rule) const
{
    int count = 0;
    for (const qint64 worker : processes.all()) {
        const Result<QByteArray> answer = askWorker(m_setup.masterSocket, worker, showStat);
        const HaproxyStats stats = HaproxyStats::parse(answer.value_or(QByteArray()));
        for (const HaproxyStats::Row &row : stats.rows()) {
            const RuleId one = ruleOfControl(QString::fromLatin1(row.proxy));
            if (!one.isNull() && (!rule || one == *rule))
                count += static_cast<int>(stats.number(row, "scur"));
        }
    }
    return count;
}

Result<QList<MetricFamily>> HaproxyEngine::metrics()
{
    const Result<HaproxyProcesses> processes = askProcesses(m_setup.masterSocket);
    const Result<QByteArray> current =
        processes ? askWorker(m_setup.masterSocket, processes->worker, showStat) : failure(processes.error());
    const Result<QSet<RuleId>> drained = m_drain.rules();
    if (!current || !drained)
        return failure(current ? drained.error() : current.error());
    QList<HaproxyStats> older;
    for (const qint64 worker : processes->oldWorkers) {
        if (const Result<QByteArray> answer = askWorker(m_setup.masterSocket, worker, showStat))
            older << HaproxyStats::parse(*answer);
    }
    return haproxyMetrics(HaproxyStats::parse(*current), older, *drained, m_setup.id.text());
}

} // namespace ferry::agent
