// Several processes of one gateway: while it is upgraded, and until the last session of the older ones has ended.
#include "app/agent/engines/builtin/BuiltinEngine.h"
#include "app/agent/engines/builtin/ProxyClient.h"
#include "app/agent/engines/builtin/ProxyCommand.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonArray>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

// Each of its questions to the one that runs has 20 s, and it reads a configuration in between.
constexpr milliseconds upgradePatience{60'000};

QString tr(const char *text)
{
    return QCoreApplication::translate("BuiltinEngine", text);
}

} // namespace

Result<UpgradeReply> BuiltinEngine::upgrade()
{
    const Result<QJsonValue> before = ask(u"status"_s);
    if (!before)
        return failure(before.error());
    followServing(*before);
    Command command = proxyCommand(m_setup);
    command.arguments << u"--takeover"_s;
    const Result<ProcessId> started = spawn(command);
    if (!started)
        return failure(started.error());
    const QDeadlineTimer deadline(upgradePatience);
    while (true) {
        // Only one that serves answers at the control socket.
        const Result<QJsonValue> status = askProxy(m_setup.controlSocket, u"status"_s, {}, answerPatience);
        if (status && (*status)[u"pid"].toInteger() == started->pid) {
            followServing(*status);
            UpgradeReply reply{(*status)[u"version"].toString(), (*before)[u"version"].toString(), 0};
            for (const QJsonValue &older : askPredecessors(*status, u"status"_s))
                reply.sessions += older[u"sessions"].toInt();
            return reply;
        }
        if (!waitForEnd(*started, step) && !deadline.hasExpired())
            continue;
        (void)endGroup(*started, stopPatience);
        const QString words = m_process.lastWords();
        return failure(ErrorCode::Refused, m_setup.id.text(),
            tr("The proxy of %1 was not upgraded; the one that ran goes on.").arg(m_setup.id.text()),
            words.isEmpty() ? tr("The new one did not take over in time.") : tr("It said \"%1\".").arg(words),
            tr("Correct what it says, or put the old program back."));
    }
}

void BuiltinEngine::followServing(const QJsonValue &status)
{
    const std::optional<ProcessId> serving = identify(static_cast<pid_t>(status[u"pid"].toInteger()));
    if (!serving || *serving == m_process.process())
        return;
    // One that somebody has started in a shell could not be ended with its group: it stays theirs.
    if (!leadsItsGroup(*serving))
        return;
    if (m_process.isRunning())
        m_former << m_process.process();
    m_process.follow(*serving);
}

QList<QJsonValue> BuiltinEngine::askPredecessors(
    const QJsonValue &status, const QString &method, const QJsonObject &params) const
{
    QList<QJsonValue> answers;
    for (const QJsonValue &predecessor : status[u"predecessors"].toArray()) {
        // One that does not answer has just ended, and with it what it would have told.
        const Result<QJsonValue> answer = askProxy(predecessor[u"control"].toString(), method, params, answerPatience);
        if (answer)
            answers << *answer;
    }
    return answers;
}

QString BuiltinEngine::remarkOn(const QJsonValue &status) const
{
    const QString version = status[u"version"].toString();
    if (!runsProgram(m_process.process(), m_setup.program)) {
        return tr("Its program was replaced since it was started, version %1 runs: \"ferryctl gateway upgrade\" lets "
                  "the new one take over.")
            .arg(version);
    }
    return {};
}

} // namespace ferry::agent
