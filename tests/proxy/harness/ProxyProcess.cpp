#include "tests/proxy/harness/ProxyProcess.h"

#include "tests/support/Programs.h"

#include <QDeadlineTimer>
#include <QJsonDocument>

#include <sys/prctl.h>

#include <csignal>

namespace {

constexpr int deadline = 10'000;

QJsonObject readLine(QLocalSocket &socket)
{
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(deadline))
            return {};
    }
    return QJsonDocument::fromJson(socket.readLine()).object();
}

const QString program = QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy");

// It goes with the test, also where the test is killed.
void prepare(QProcess &process)
{
    process.setChildProcessModifier([inner = process.childProcessModifier()] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (inner)
            inner();
    });
}

} // namespace

ProxyProcess::~ProxyProcess()
{
    m_socket.abort();
    ferry::test::endProgram(*m_process);
    for (const std::unique_ptr<QProcess> &former : m_former)
        ferry::test::endProgram(*former);
}

bool ProxyProcess::start(const QStringList &more)
{
    prepare(*m_process);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process->start(program, QStringList{QStringLiteral("--control"), control()} + more);
    return m_process->waitForStarted(deadline) && connectTo(*m_process);
}

std::unique_ptr<QProcess> ProxyProcess::startTakeover(const QStringList &more) const
{
    auto process = std::make_unique<QProcess>();
    prepare(*process);
    process->start(program, QStringList{QStringLiteral("--control"), control(), QStringLiteral("--takeover")} + more);
    return process->waitForStarted(deadline) ? std::move(process) : nullptr;
}

bool ProxyProcess::takeOver(const QStringList &more)
{
    std::unique_ptr<QProcess> process = startTakeover(more);
    if (!process)
        return false;
    const bool isServing = connectTo(*process);
    if (isServing)
        m_former.push_back(std::exchange(m_process, std::move(process)));
    else
        qWarning("%s", process->readAllStandardError().constData());
    return isServing;
}

bool ProxyProcess::connectTo(QProcess &process)
{
    // There is nothing to be told by the program; the socket is there when it is ready.
    const QDeadlineTimer end(deadline);
    while (!end.hasExpired() && process.state() == QProcess::Running) {
        m_socket.abort();
        m_socket.connectToServer(control());
        if (m_socket.waitForConnected(100)
            && call(QStringLiteral("status")).value(u"result").toObject().value(u"pid").toInteger()
                == process.processId())
            return true;
        process.waitForFinished(10);
    }
    return false;
}

QJsonObject ProxyProcess::call(const QString &method, const QJsonValue &params)
{
    QJsonObject request{{QStringLiteral("id"), 7}, {QStringLiteral("method"), method}};
    if (!params.isUndefined())
        request.insert(QStringLiteral("params"), params);
    m_socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    return readLine(m_socket);
}

QJsonObject ProxyProcess::configure(const QJsonArray &rules)
{
    return call(QStringLiteral("configure"),
        QJsonObject{{QStringLiteral("format"), QStringLiteral("ferrygate-proxy")}, {QStringLiteral("version"), 1},
            {QStringLiteral("generation"), QStringLiteral("g%1").arg(++m_generation)},
            {QStringLiteral("gateway"), QStringLiteral("gw-1")}, {QStringLiteral("rules"), rules}});
}

QJsonArray ProxyProcess::log()
{
    return call(QStringLiteral("log"), QJsonObject{{QStringLiteral("tail"), 10000}}).value(u"result").toArray();
}

QJsonObject ProxyProcess::awaitLog(const std::function<bool(const QJsonObject &)> &fits)
{
    const QDeadlineTimer end(deadline);
    while (!end.hasExpired()) {
        for (const QJsonValue &entry : log()) {
            if (fits(entry.toObject()))
                return entry.toObject();
        }
    }
    return {};
}

QJsonObject ProxyProcess::awaitLogText(const QString &part)
{
    return awaitLog([&](const QJsonObject &entry) { return entry.value(u"text").toString().contains(part); });
}

bool ProxyProcess::awaitSessions(int count)
{
    const QDeadlineTimer end(deadline);
    while (!end.hasExpired()) {
        if (sessions().size() == count)
            return true;
    }
    return false;
}

QJsonObject makeRule(int port, int serverPort, const QJsonObject &filter, const QJsonObject &more)
{
    QJsonObject rule{
        {QStringLiteral("id"), QStringLiteral("rule-1")},
        {QStringLiteral("listen"),
            QJsonObject{{QStringLiteral("address"), QStringLiteral("127.0.0.2")}, {QStringLiteral("port"), port}}},
        {QStringLiteral("server"),
            QJsonObject{
                {QStringLiteral("address"), QStringLiteral("127.0.0.3")}, {QStringLiteral("port"), serverPort}}},
        {QStringLiteral("filter"), filter},
    };
    for (auto at = more.begin(); at != more.end(); ++at)
        rule.insert(at.key(), at.value());
    return rule;
}
