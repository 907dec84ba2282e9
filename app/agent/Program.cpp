#include "app/agent/Program.h"

#include "app/agent/enrol/Enroller.h"
#include "app/agent/faults/CrashPoint.h"
#include "app/agent/node/Agent.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <cstdio>

#include <sys/signalfd.h>
#include <unistd.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

enum ExitCode { Ended = 0, Failed = 1, WrongUsage = 2 };

QString tr(const char *text)
{
    return QCoreApplication::translate("AgentProgram", text);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "ferrygate-agent: %s\n", qPrintable(error.text()));
    return Failed;
}

int usage(const QString &why)
{
    std::fprintf(stderr, "ferrygate-agent: %s\n", qPrintable(why));
    return WrongUsage;
}

// Blocked before any thread exists, so that all of them leave the signals to the descriptor: signalfd(2).
int openSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // A peer that went away and a limit on file sizes are errors of one write, not the agent's end.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

int run(const AgentConfig &config, Agent::Children children)
{
    const int signals = openSignals();
    const SystemClock clock;
    const Result<std::unique_ptr<Agent>> agent = Agent::start(config, clock);
    if (!agent)
        return fail(agent.error());
    QSocketNotifier notifier(signals, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    (*agent)->stop(children);
    ::close(signals);
    return code;
}

int listCrashPoints()
{
    if (!hasCrashPoints)
        return usage(tr("This build has no crash points; they are in debug builds only."));
    for (const QStringView name : crashPointNames)
        std::puts(qPrintable(name.toString()));
    return Ended;
}

} // namespace

int runProgram(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Ferrygate's agent on a gateway or FTP server host."));
    parser.addPositionalArgument(u"enroll"_s, tr("Get this agent's certificate with a token."), u"[enroll TOKEN]"_s);
    const QCommandLineOption config(u"config"_s, tr("What the agent manages (agent.json)."), tr("file"));
    const QCommandLineOption crashPoints(u"list-crash-points"_s, tr("Print where tests can end the agent."));
    const QCommandLineOption endChildren(
        u"end-children"_s, tr("When told to end, also end the gateway engines and FTP services it supervises."));
    parser.addOptions({config, endChildren, crashPoints});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return Ended;
    }
    if (parser.isSet(version)) {
        std::printf("ferrygate-agent %s\n", qPrintable(QCoreApplication::applicationVersion()));
        return Ended;
    }
    if (parser.isSet(crashPoints))
        return listCrashPoints();

    const QStringList words = parser.positionalArguments();
    const bool isEnrolment = words.size() == 2 && words.first() == u"enroll"_s;
    if (!words.isEmpty() && !isEnrolment)
        return usage(tr("\"%1\" is not understood. See --help.").arg(words.join(u' ')));
    if (!parser.isSet(config))
        return usage(tr("Name the configuration with --config FILE."));
    const Result<AgentConfig> agentConfig = readAgentConfig(parser.value(config));
    if (!agentConfig)
        return fail(agentConfig.error());
    if (!isEnrolment)
        return run(*agentConfig, parser.isSet(endChildren) ? Agent::Children::End : Agent::Children::LeaveRunning);
    const Result<QString> enrolled = enrol(words.at(1), *agentConfig);
    if (!enrolled)
        return fail(enrolled.error());
    std::puts(qPrintable(*enrolled));
    return Ended;
}

} // namespace ferry::agent
