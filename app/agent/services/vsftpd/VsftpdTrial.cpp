#include "app/agent/services/vsftpd/VsftpdTrial.h"

#include "app/agent/files/Durable.h"
#include "app/agent/process/BannerProbe.h"
#include "app/agent/process/Sockets.h"
#include "app/agent/services/vsftpd/VsftpdConf.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds patience{10'000};
constexpr milliseconds step{20};
constexpr int mostPorts = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("VsftpdTrial", text);
}

// The address that the configuration binds, so that one that this machine lacks is found out; loopback where it
// binds them all, so that nothing is open to the network for the moment of the trial.
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

QString wordsOf(const Command &command)
{
    const auto bytes = readFile(command.output);
    return bytes && *bytes ? QString::fromUtf8((*bytes)->left(1000)).simplified() : QString();
}

tl::unexpected<Error> refused(const VsftpdTrial &trial, const QString &words)
{
    return failure(ErrorCode::Refused, trial.configPath, tr("vsftpd does not run with the new configuration."),
        words.isEmpty() ? tr("A trial start ended without a word.") : tr("A trial start said \"%1\".").arg(words),
        tr("Correct the setting that it names in %1.").arg(trial.configPath));
}

/// Nothing on success; otherwise vsftpd's words or why no banner came.
std::optional<QString> tryOnce(
    const VsftpdTrial &trial, const QString &file, const VsftpdConf &conf, const Address &address)
{
    const quint16 port = freePort(address);
    if (port == 0)
        return tr("%1 is not an address of this machine.").arg(address.toString());
    const Command command = trialCommand(trial, file, address, port);
    const Result<ProcessId> process = spawn(command);
    if (!process)
        return process.error().text();

    const auto until = std::chrono::steady_clock::now() + patience;
    std::optional<QString> problem = tr("It opened no port within %1 s.").arg(patience.count() / 1000);
    bool hasEnded = false;
    while (!hasEnded && std::chrono::steady_clock::now() < until) {
        if (!listenersOn(port).isEmpty()) {
            const Result<QString> banner = readBanner({address, port, conf.isOn("implicit_ssl", false)}, patience);
            problem = banner ? std::nullopt : std::optional(banner.error().why);
            break;
        }
        hasEnded = waitForEnd(*process, step);
    }
    if (hasEnded)
        problem = wordsOf(command);
    (void)endGroup(*process, patience);
    QFile::remove(command.output);
    return problem;
}

QString trialFile(const VsftpdTrial &trial)
{
    return QDir(trial.scratchFolder).filePath(u"vsftpd-trial.conf"_s);
}

} // namespace

void endStrayTrials(const VsftpdTrial &trial)
{
    for (const ProcessId &process : findRunningWith(trialFile(trial)))
        (void)endGroup(process, patience);
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

    std::optional<QString> problem;
    for (int attempt = 0; attempt < mostPorts; ++attempt) {
        problem = tryOnce(trial, file, conf, address);
        // Someone may have taken the spare port in between.
        if (!problem || !problem->contains(u"could not bind"_s))
            break;
    }
    QFile::remove(file);
    if (problem)
        return refused(trial, *problem);
    return {};
}

} // namespace ferry::agent
