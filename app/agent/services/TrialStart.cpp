#include "app/agent/services/TrialStart.h"

#include "app/agent/files/Durable.h"
#include "app/agent/process/Sockets.h"

#include <QCoreApplication>
#include <QFile>

namespace ferry::agent {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds patience{10'000};
constexpr milliseconds step{20};
constexpr int mostPorts = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("TrialStart", text);
}

QString wordsOf(const Command &command)
{
    const auto bytes = readFile(command.output);
    return bytes && *bytes ? QString::fromUtf8((*bytes)->left(1000)).simplified() : QString();
}

std::optional<QString> tryOnce(const TrialStart &trial)
{
    const quint16 port = freePort(trial.address);
    if (port == 0)
        return tr("%1 is not an address of this machine.").arg(trial.address.toString());
    const Result<Command> command = trial.commandFor(port);
    if (!command)
        return command.error().text();
    const Result<ProcessId> process = spawn(*command);
    if (!process)
        return process.error().text();

    const auto until = std::chrono::steady_clock::now() + patience;
    std::optional<QString> problem = tr("It opened no port within %1 s.").arg(patience.count() / 1000);
    bool hasEnded = false;
    while (!hasEnded && std::chrono::steady_clock::now() < until) {
        if (!listenersOn(port).isEmpty()) {
            const Result<QString> banner = readBanner({trial.address, port, trial.speaksTlsAtOnce}, patience);
            problem = banner ? std::nullopt : std::optional(banner.error().why);
            break;
        }
        hasEnded = waitForEnd(*process, step);
    }
    if (hasEnded)
        problem = wordsOf(*command);
    (void)endGroup(*process, patience);
    QFile::remove(command->output);
    return problem;
}

} // namespace

std::optional<QString> tryStart(const TrialStart &trial)
{
    std::optional<QString> problem;
    for (int attempt = 0; attempt < mostPorts; ++attempt) {
        problem = tryOnce(trial);
        if (!problem || !problem->contains(trial.portTaken))
            break;
    }
    return problem;
}

void endStrayTrials(const QString &file)
{
    for (const ProcessId &process : findRunningWith(file))
        (void)endGroup(process, patience);
}

} // namespace ferry::agent
