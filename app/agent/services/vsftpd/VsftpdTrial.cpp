#include "app/agent/services/vsftpd/VsftpdTrial.h"

#include "app/agent/files/Durable.h"
#include "app/agent/services/TrialStart.h"
#include "app/agent/services/vsftpd/VsftpdConf.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("VsftpdTrial", text);
}

Address trialAddress(const VsftpdConf &conf)
{
    const bool isIPv6 = conf.isOn("listen_ipv6", false);
    const auto given = conf.value(isIPv6 ? "listen_address6" : "listen_address");
    if (given) {
        if (const Result<Address> address = Address::parse(QString::fromLatin1(*given)); address)
            return *address;
    }
    return Address::fromTrusted(isIPv6 && given ? u"::1" : u"127.0.0.1");
}

Command trialCommand(const VsftpdTrial &trial, const QString &file, const Address &address, quint16 port)
{
    Command command = trial.command;
    command.arguments.replaceInStrings(trial.configPath, file);
    if (!command.arguments.contains(file))
        command.arguments.prepend(file);
    const bool isIPv4 = address.family() == Address::Family::IPv4;
    // Given behind the file, -o settings win: vsftpd(8).
    command.arguments << u"-olisten=%1"_s.arg(isIPv4 ? u"YES"_s : u"NO"_s)
                      << u"-olisten_ipv6=%1"_s.arg(isIPv4 ? u"NO"_s : u"YES"_s)
                      << (isIPv4 ? u"-olisten_address="_s : u"-olisten_address6="_s) + address.toString()
                      << u"-olisten_port=%1"_s.arg(port) << u"-obackground=NO"_s;
    command.output = file + u".out"_s;
    return command;
}

QString trialFile(const VsftpdTrial &trial)
{
    return QDir(trial.scratchFolder).filePath(u"vsftpd-trial.conf"_s);
}

} // namespace

void endStrayTrials(const VsftpdTrial &trial)
{
    endStrayTrials(trialFile(trial));
}

Result<> tryVsftpd(const VsftpdTrial &trial, const QByteArray &configuration)
{
    if (const Result<> folder = makePrivateFolder(trial.scratchFolder); !folder)
        return folder;
    const QString file = trialFile(trial);
    if (const Result<> written = writeDurably(file, configuration); !written)
        return written;
    const VsftpdConf conf(configuration);
    const Address address = trialAddress(conf);
    const std::optional<QString> problem = tryStart({address, conf.isOn("implicit_ssl", false),
        [&](quint16 port) { return trialCommand(trial, file, address, port); }, u"could not bind"_s});
    QFile::remove(file);
    if (!problem)
        return {};
    return failure(ErrorCode::Refused, trial.configPath, tr("vsftpd does not run with the new configuration."),
        problem->isEmpty() ? tr("A trial start ended without a word.") : tr("A trial start said \"%1\".").arg(*problem),
        tr("Correct the setting that it names in %1.").arg(trial.configPath));
}

} // namespace ferry::agent
