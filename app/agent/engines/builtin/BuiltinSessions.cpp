// The sessions of a gateway, in whichever of its processes they are.
#include "app/agent/engines/builtin/BuiltinEngine.h"
#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("BuiltinEngine", text);
}

} // namespace

Result<QList<SessionInfo>> BuiltinEngine::sessions()
{
    const Result<QJsonValue> status = ask(u"status"_s);
    const Result<QJsonValue> reply = status ? ask(u"sessions"_s) : status;
    if (!reply)
        return failure(reply.error());
    QJsonArray all;
    QList<QJsonValue> answers = askPredecessors(*status, u"sessions"_s);
    answers << *reply;
    for (const QJsonValue &some : std::as_const(answers)) {
        for (const QJsonValue &session : some.toArray())
            all.append(session);
    }
    Result<QList<SessionInfo>> sessions = fromJson<QList<SessionInfo>>(QJsonValue(all));
    if (sessions) {
        for (SessionInfo &session : *sessions)
            session.gateway = m_setup.id;
    }
    return sessions;
}

Result<SessionTranscript> BuiltinEngine::transcript(quint64 session)
{
    const Result<QJsonValue> reply = askAbout(session, u"transcript"_s);
    return reply ? fromJson<SessionTranscript>(*reply) : failure(reply.error());
}

Result<> BuiltinEngine::endSession(quint64 session)
{
    const Result<QJsonValue> reply = askAbout(session, u"kill"_s);
    return reply ? Result<>() : failure(reply.error());
}

// A session ends while one is still looking at it: that is no fault of the proxy.
Result<QJsonValue> BuiltinEngine::askAbout(quint64 session, const QString &method) const
{
    const QJsonObject params{{u"session"_s, static_cast<qint64>(session)}};
    const Result<QJsonValue> reply = ask(method, params);
    if (reply || reply.error().code != ErrorCode::Refused)
        return reply;
    // It may go on in an older process; numbers are not used twice.
    const Result<QJsonValue> status = ask(u"status"_s);
    const QList<QJsonValue> found = status ? askPredecessors(*status, method, params) : QList<QJsonValue>();
    if (!found.isEmpty())
        return found.first();
    return failure(ErrorCode::NotFound, QString::number(session), tr("The session was not found."),
        tr("%1 has no session %2 now.").arg(m_setup.id.text()).arg(session), tr("Choose one that is listed now."));
}

Result<DrainReply> BuiltinEngine::drain(const std::optional<RuleId> &rule, bool isDraining)
{
    QJsonObject params{{u"draining"_s, isDraining}};
    if (rule)
        params.insert(u"rule"_s, rule->text());
    if (const Result<QJsonValue> drained = ask(u"drain"_s, params); !drained) {
        if (!rule || drained.error().code != ErrorCode::Refused)
            return failure(drained.error());
        return failure(ErrorCode::NotFound, rule->text(), tr("Nothing was drained."),
            tr("%1 runs no rule \"%2\".").arg(m_setup.id.text(), rule->text()), tr("Apply the rule first."));
    }
    const Result<QJsonValue> status = ask(u"status"_s);
    if (!status)
        return failure(status.error());
    DrainReply left;
    QList<QJsonValue> answers = askPredecessors(*status, u"status"_s);
    answers << *status;
    for (const QJsonValue &one : std::as_const(answers)) {
        for (const QJsonValue &each : one[u"rules"].toArray()) {
            if (!rule || each[u"id"].toString() == rule->text())
                left.sessions += each[u"sessions"].toInt();
        }
    }
    return left;
}

} // namespace ferry::agent
