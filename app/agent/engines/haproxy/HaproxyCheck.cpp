#include "app/agent/engines/haproxy/HaproxyCheck.h"

#include "app/agent/engines/haproxy/HaproxyWords.h"
#include "app/agent/files/Durable.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

/// 100,000 rules take about ten seconds.
constexpr int checkPatience = 120'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("HaproxyEngine", text);
}

} // namespace

Result<> checkHaproxyConfig(
    const Command &haproxy, const QString &scratch, const QByteArray &configuration, const QString &gateway)
{
    if (Result<> written = writeDurably(scratch, configuration); !written)
        return written;
    QProcess process;
    QProcessEnvironment environment;
    // An empty one would mean the agent's own.
    environment.insert(u"PATH"_s, u"/usr/sbin:/usr/bin:/sbin:/bin"_s);
    for (auto it = haproxy.environment.cbegin(); it != haproxy.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(haproxy.program, {u"-c"_s, u"-f"_s, scratch}, QIODevice::ReadOnly);
    const bool hasStarted = process.waitForStarted();
    const bool hasFinished = hasStarted && process.waitForFinished(checkPatience);
    const QByteArray output = process.readAll();
    QFile::remove(scratch);
    if (!hasStarted) {
        return failure(ErrorCode::Io, haproxy.program, tr("\"%1\" was not started.").arg(haproxy.program),
            process.errorString() + u'.', tr("Correct the program's path in agent.json."));
    }
    if (!hasFinished) {
        process.kill();
        process.waitForFinished();
        return failure(ErrorCode::TimedOut, gateway, tr("The configuration was not checked."),
            tr("HAProxy did not finish within %1 s.").arg(checkPatience / 1000));
    }
    // 2: all is well, but there is no listener. A gateway without rules has none, and the master runs like that.
    if (process.exitStatus() == QProcess::NormalExit && (process.exitCode() == 0 || process.exitCode() == 2))
        return {};
    const QString words = haproxyComplaints(output, configuration);
    return failure(ErrorCode::Refused, gateway, tr("HAProxy refused the configuration."),
        words.isEmpty() ? tr("It said \"%1\".").arg(QString::fromUtf8(output.right(500)).simplified()) : words,
        tr("Correct the rule that it names, then apply again."));
}

} // namespace ferry::agent
