#include "tests/e2e/matrix/rows/ClientRun.h"

#include "app/ctl/cli/Await.h"

#include <QFileInfo>

#include <csignal>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 90s;
constexpr std::chrono::milliseconds lookEvery = 2ms;

} // namespace

Result<std::unique_ptr<ClientRun>> ClientRun::start(
    const Client &client, const Visit &visit, const QString &site, std::function<void()> ended)
{
    std::unique_ptr<ClientRun> run(new ClientRun(Errand(visit.directory, site, visit.remote)));
    if (const Result<void> prepared = run->m_errand.prepare(); !prepared)
        return failure(prepared.error());
    run->m_invocation = client.invocation(visit);
    const Invocation &invocation = run->m_invocation;
    // No settings of the person who runs the test.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, visit.directory);
    run->m_process.setProcessEnvironment(environment);
    run->m_process.setWorkingDirectory(visit.directory);
    run->m_process.setProcessChannelMode(QProcess::MergedChannels);
    run->m_process.start(invocation.program, invocation.arguments);
    if (!run->m_process.waitForStarted()) {
        return failure(
            ErrorCode::Io, invocation.program, client.name() + u" did not start."_s, run->m_process.errorString());
    }
    QObject::connect(&run->m_process, &QProcess::finished, &run->m_process, std::move(ended));
    run->m_process.write(invocation.input);
    run->m_process.closeWriteChannel();
    if (!invocation.interruptedBy.isEmpty())
        run->interruptOnce(visit.directory + u'/' + invocation.interruptedBy);
    return run;
}

ClientRun::~ClientRun()
{
    m_process.disconnect();
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
    m_errand.clear();
}

void ClientRun::interruptOnce(const QString &file)
{
    QObject::connect(&m_look, &QTimer::timeout, &m_process, [this, file] {
        if (QFileInfo(file).size() == 0)
            return;
        m_look.stop();
        if (isRunning())
            ::kill(static_cast<pid_t>(m_process.processId()), SIGINT);
    });
    m_look.start(lookEvery);
}

QMap<Operation, QString> ClientRun::await()
{
    const bool hasEnded = ctl::awaitTrue([this] { return !isRunning(); }, patience);
    if (!hasEnded) {
        m_process.kill();
        m_process.waitForFinished();
    }
    m_story = m_process.readAll() + (hasEnded ? "" : "\nIt did not end.\n");
    return m_errand.judge(m_story, m_invocation.printed, m_invocation.mlsdShownBy);
}

} // namespace ferry::matrix
