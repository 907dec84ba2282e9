#include "app/agent/engines/proftpd/ProftpdCheck.h"

#include "app/agent/files/Durable.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int checkPatience = 60'000; // milliseconds
constexpr qsizetype mostWords = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdEngine", text);
}

} // namespace

Result<> checkProftpdConfig(const Command &proftpd, const QString &scratch, const QString &runFolder,
    const QByteArray &configuration, const QString &gateway)
{
    if (Result<> made = makePrivateFolder(scratch); !made)
        return made;
    // mod_proxy makes its tables anew in a check too, and those of the gateway that runs are in use.
    QByteArray copy = configuration;
    copy.replace(runFolder.toUtf8() + '/', scratch.toUtf8() + '/');
    const QString path = scratch + u"/proftpd.conf"_s;
    if (Result<> written = writeDurably(path, copy); !written)
        return written;
    QProcess process;
    QProcessEnvironment environment;
    // An empty one would mean the agent's own.
    environment.insert(u"PATH"_s, u"/usr/sbin:/usr/bin:/sbin:/bin"_s);
    for (auto it = proftpd.environment.cbegin(); it != proftpd.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(proftpd.program, {u"-t"_s, u"-c"_s, path}, QIODevice::ReadOnly);
    const bool hasStarted = process.waitForStarted();
    const bool hasFinished = hasStarted && process.waitForFinished(checkPatience);
    const QString output = QString::fromLocal8Bit(process.readAll());
    const QString why = process.errorString() + u'.';
    if (hasStarted && !hasFinished) {
        process.kill();
        process.waitForFinished();
    }
    QDir(scratch).removeRecursively();
    if (!hasStarted) {
        return failure(ErrorCode::Io, proftpd.program, tr("\"%1\" was not started.").arg(proftpd.program), why,
            tr("Correct the program's path in agent.json."));
    }
    if (!hasFinished) {
        return failure(ErrorCode::TimedOut, gateway, tr("The configuration was not checked."),
            tr("ProFTPD did not finish within %1 s.").arg(checkPatience / 1000));
    }
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return failure(ErrorCode::Refused, gateway, tr("ProFTPD refused the configuration."), proftpdComplaints(output),
        tr("Correct what it names, then apply again."));
}

QString proftpdComplaints(const QString &output)
{
    static const QRegularExpression severity(u"(?:fatal|error): (.*)"_s);
    QStringList complaints;
    for (const QString &line : output.split(u'\n')) {
        if (const auto match = severity.match(line); match.hasMatch())
            complaints << match.captured(1).trimmed();
    }
    const QString words = complaints.isEmpty() ? output.right(mostWords) : complaints.join(u' ').left(mostWords);
    return tr("It said \"%1\".").arg(words.simplified());
}

} // namespace ferry::agent
