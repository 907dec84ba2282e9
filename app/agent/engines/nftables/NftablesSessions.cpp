// The sessions that the kernel forwards, as connection tracking knows them.
#include "app/agent/engines/nftables/Nft.h"
#include "app/agent/engines/nftables/NftablesEngine.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NftablesEngine", text);
}

/// Which rule a connection belongs to.
class Finder {
public:
    explicit Finder(const QList<PublishedPorts> &all)
    {
        for (const PublishedPorts &one : all)
            m_byAddress[one.address] << one;
        for (auto &[address, ports] : m_byAddress) {
            std::sort(ports.begin(), ports.end(),
                [](const PublishedPorts &a, const PublishedPorts &b) { return a.ports.high() < b.ports.high(); });
        }
    }

    [[nodiscard]] std::optional<RuleId> ruleOf(const ConnectionEnds &ends) const
    {
        const auto found = m_byAddress.find(ends.listener);
        if (found == m_byAddress.end())
            return {};
        const QList<PublishedPorts> &list = found->second;
        auto it = std::lower_bound(list.cbegin(), list.cend(), ends.listenerPort,
            [](const PublishedPorts &one, quint16 port) { return one.ports.high() < port; });
        for (; it != list.cend() && it->ports.contains(ends.listenerPort); ++it) {
            if (it->serves(ends.client, ends.listenerPort))
                return it->rule;
        }
        return {};
    }

private:
    std::map<Address, QList<PublishedPorts>> m_byAddress;
};

} // namespace

Result<QList<NftablesEngine::LiveSession>> NftablesEngine::liveSessions()
{
    const Result<QList<TrackedConnection>> connections = trackedConnections();
    if (!connections)
        return failure(connections.error());
    const Finder control(m_publication.control);
    const Finder relay(m_publication.relay);
    QList<LiveSession> live;
    QHash<quint32, QDateTime> seen;
    for (const TrackedConnection &one : *connections) {
        const std::optional<RuleId> rule = control.ruleOf(one.ends);
        if (one.master || !one.isEstablished || !rule)
            continue;
        SessionInfo info;
        info.id = one.id;
        info.gateway = m_setup.id;
        info.rule = *rule;
        info.client = one.ends.client;
        info.clientPort = one.ends.clientPort;
        info.since = sinceOf(one);
        info.bytesUp = one.bytesUp;
        info.bytesDown = one.bytesDown;
        seen.insert(one.id, info.since);
        live << LiveSession{info, {one}};
    }
    m_firstSeen = seen;
    for (const TrackedConnection &one : *connections) {
        const std::optional<RuleId> rule = one.master ? std::nullopt : relay.ruleOf(one.ends);
        LiveSession *owner = nullptr;
        int candidates = 0;
        for (LiveSession &session : live) {
            const bool isOwn = one.master ? session.connections.first().ends == *one.master
                                          : session.info.rule == rule && session.info.client == one.ends.client;
            if (isOwn) {
                owner = &session;
                ++candidates;
            }
        }
        // Nothing says which of a client's sessions has asked for a port of the fixed range.
        if (candidates != 1)
            continue;
        const bool isReversed = one.ends.client != owner->info.client;
        owner->info.bytesUp += isReversed ? one.bytesDown : one.bytesUp;
        owner->info.bytesDown += isReversed ? one.bytesUp : one.bytesDown;
        owner->connections << one;
    }
    return live;
}

QDateTime NftablesEngine::sinceOf(const TrackedConnection &connection)
{
    if (connection.since)
        return *connection.since;
    const auto seen = m_firstSeen.constFind(connection.id);
    return seen == m_firstSeen.cend() ? m_clock.now() : *seen;
}

Result<QList<NftablesEngine::LiveSession>> NftablesEngine::sessionsOf(const std::optional<RuleId> &rule)
{
    Result<QList<LiveSession>> live = liveSessions();
    if (live && rule)
        live->removeIf([&](const LiveSession &session) { return session.info.rule != *rule; });
    return live;
}

Result<NftablesEngine::LiveSession> NftablesEngine::liveSession(quint64 session, const QString &what)
{
    const Result<QList<LiveSession>> live = liveSessions();
    if (!live)
        return failure(live.error());
    for (const LiveSession &one : *live) {
        if (one.info.id == session)
            return one;
    }
    return failure(ErrorCode::NotFound, QString::number(session), what,
        tr("%1 has no session %2 now.").arg(m_setup.id.text()).arg(session), tr("Choose one that is listed now."));
}

Result<QList<SessionInfo>> NftablesEngine::sessions()
{
    const Result<QList<LiveSession>> live = liveSessions();
    if (!live)
        return failure(live.error());
    QList<SessionInfo> list;
    for (const LiveSession &session : *live)
        list << session.info;
    return list;
}

Result<SessionTranscript> NftablesEngine::transcript(quint64 session)
{
    const QString what = tr("There is no transcript of the session.");
    if (const Result<LiveSession> live = liveSession(session, what); !live)
        return failure(live.error());
    return failure(ErrorCode::Unsupported, QString::number(session), what,
        tr("nftables only forwards, and keeps nothing of what it forwards."),
        tr("Publish with the engine builtin to read along."));
}

Result<> NftablesEngine::endSession(quint64 session)
{
    const Result<LiveSession> live = liveSession(session, tr("The session was not ended."));
    if (!live)
        return failure(live.error());
    // Without its entry the next packet of either side is for the gateway itself, which knows no such connection.
    Result<> ended = forgetConnection(live->connections.first());
    for (const TrackedConnection &data : live->connections.mid(1))
        (void)forgetConnection(data);
    return ended;
}

Result<DrainReply> NftablesEngine::drain(const std::optional<RuleId> &rule, bool isDraining)
{
    const QSet<RuleId> published = m_publication.rules();
    if (rule && !published.contains(*rule)) {
        return failure(ErrorCode::NotFound, rule->text(), tr("Nothing was drained."),
            tr("%1 runs no rule \"%2\".").arg(m_setup.id.text(), rule->text()), tr("Apply the rule first."));
    }
    const QByteArray script =
        drainScript(m_setup.id, m_publication, rule ? QSet<RuleId>{*rule} : published, isDraining);
    if (const Result<> done = script.isEmpty() ? Result<>() : run(script); !done)
        return failure(done.error());
    const Result<QList<LiveSession>> live = sessionsOf(rule);
    if (!live)
        return failure(live.error());
    return DrainReply{static_cast<int>(live->size())};
}

Result<QList<MetricFamily>> NftablesEngine::metrics()
{
    using Kind = MetricFamily::Kind;
    const QString gateway = m_setup.id.text();
    const Result<QHash<RuleId, quint64>> hits = m_table.hits();
    const Result<QSet<RuleId>> drained = m_table.drained();
    const Result<QList<LiveSession>> live = liveSessions();
    if (!hits || !drained || !live)
        return failure(!hits ? hits.error() : !drained ? drained.error() : live.error());
    MetricFamily sessions{"ferrygate_sessions", Kind::Gauge, "FTP sessions that are open.", {}};
    MetricFamily opened{
        "ferrygate_sessions_opened_total", Kind::Counter, "Control connections that a rule admitted.", {}};
    MetricFamily draining{"ferrygate_rule_draining", Kind::Gauge, "1 while the rule takes no new sessions.", {}};
    QHash<RuleId, quint64> open;
    for (const LiveSession &session : *live)
        ++open[session.info.rule];
    QList<RuleId> rules = m_publication.rules().values();
    std::sort(rules.begin(), rules.end());
    for (const RuleId &rule : std::as_const(rules)) {
        const QList<MetricSample::Label> labels{{"gateway", gateway}, {"rule", rule.text()}};
        sessions.add(open.value(rule), labels);
        opened.add(hits->value(rule), labels);
        draining.add(drained->contains(rule) ? 1 : 0, labels);
    }
    return QList<MetricFamily>{sessions, opened, draining};
}

} // namespace ferry::agent
