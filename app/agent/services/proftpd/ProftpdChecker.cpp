#include "app/agent/services/proftpd/ProftpdChecker.h"

#include "app/agent/files/Durable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000;  // milliseconds; names in the configuration may have to be resolved

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdChecker", text);
}

struct Answer {
    bool isGood = false;
    QString text;
};

Result<Answer> run(const Command &command, const QStringList &arguments)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, u"/usr/sbin:/usr/bin:/sbin:/bin"_s);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    for (auto it = command.environment.cbegin(); it != command.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.program, arguments);
    if (!process.waitForFinished(patience)) {
        const bool hasStarted = process.error() == QProcess::Timedout;
        const QString why =
            hasStarted ? tr("It did not answer within %1 s.").arg(patience / 1000) : process.errorString() + u'.';
        process.kill();
        process.waitForFinished();
        return failure(hasStarted ? ErrorCode::TimedOut : ErrorCode::Io, command.program,
            tr("\"%1\" was not asked.").arg(command.program), why,
            hasStarted ? tr("Look for names in the configuration that the DNS does not answer for.")
                       : tr("Correct the program's path in agent.json."));
    }
    return Answer{process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
        QString::fromLocal8Bit(process.readAll())};
}

/// "-DTLS", "-D TLS", "--define TLS".
QStringList definesOf(const QStringList &arguments)
{
    QStringList names;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == u"-D" || arguments[i] == u"--define")
            names << arguments.value(i + 1);
        else if (arguments[i].startsWith(u"-D"_s))
            names << arguments[i].mid(2);
    }
    return names;
}

/// ProFTPD's complaint, without time, host and process in front, and with the real file and line.
QString complaintIn(const QString &text, const QString &copy, const QList<ProftpdConfiguration::FlatLine> &flat)
{
    static const QRegularExpression severity(u"(?:fatal|error): (.*)"_s);
    QStringList complaints;
    for (const QString &line : text.split(u'\n')) {
        if (const auto match = severity.match(line); match.hasMatch())
            complaints << match.captured(1).trimmed();
    }
    QString complaint = complaints.join(u' ').left(1000);
    const QRegularExpression place(u"line (\\d+) of '%1'"_s.arg(QRegularExpression::escape(copy)));
    for (auto match = place.match(complaint); match.hasMatch(); match = place.match(complaint)) {
        const ProftpdConfiguration::FlatLine line = flat.value(match.captured(1).toInt() - 1);
        complaint.replace(
            match.capturedStart(), match.capturedLength(), u"line %1 of '%2'"_s.arg(line.number).arg(line.file));
    }
    return complaint;
}

} // namespace

ProftpdBuild ProftpdChecker::build() const
{
    ProftpdBuild build;
    for (const QString &name : definesOf(command.arguments))
        build.defines.insert(name.toUtf8());
    const Result<Answer> answer = run(command, {u"-l"_s});
    if (!answer || !answer->isGood)
        return build;
    QSet<QByteArray> modules;
    for (const QString &line : answer->text.split(u'\n')) {
        if (const QString name = line.trimmed(); name.startsWith(u"mod_"_s) && name.endsWith(u".c"_s))
            modules.insert(name.toLatin1());
    }
    if (!modules.isEmpty())
        build.modules = modules;
    return build;
}

Result<> ProftpdChecker::check(const ProftpdConfiguration &configuration) const
{
    if (const Result<> folder = makePrivateFolder(scratchFolder); !folder)
        return folder;
    QByteArray bytes;
    for (const ProftpdConfiguration::FlatLine &line : configuration.flat())
        bytes += line.bytes;
    const QString copy = QDir(scratchFolder).filePath(u"proftpd-check.conf"_s);
    if (const Result<> written = writeDurably(copy, bytes); !written)
        return written;
    QStringList arguments{u"-t"_s, u"-c"_s, copy};
    for (const QString &name : definesOf(command.arguments))
        arguments << u"-D"_s << name;
    const Result<Answer> answer = run(command, arguments);
    QFile::remove(copy);
    if (!answer)
        return failure(answer.error());
    if (answer->isGood)
        return {};
    const QString complaint = complaintIn(answer->text, copy, configuration.flat());
    return failure(ErrorCode::Refused, configuration.path(), tr("ProFTPD does not accept the new configuration."),
        complaint.isEmpty() ? tr("\"proftpd -t\" refused it without a word.")
                            : tr("\"proftpd -t\" said \"%1\".").arg(complaint),
        tr("Correct the directive that it names."));
}

} // namespace ferry::agent
