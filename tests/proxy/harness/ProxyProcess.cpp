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

} // namespace

ProxyProcess::~ProxyProcess()
{
    m_socket.abort();
    ferry::test::endProgram(m_process);
}

bool ProxyProcess::start(const QStringList &more)
{
    const QString socketPath = path(QStringLiteral("control.sock"));
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // It goes with the test, also where the test is killed.
    m_process.setChildProcessModifier([inner = m_process.childProcessModifier()] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (inner)
            inner();
    });
    m_process.start(QStringLiteral(FERRYGATE_BUILD_DIR "/bin/ferrygate-proxy"),
        QStringList{QStringLiteral("--control"), socketPath} + more);
    if (!m_process.waitForStarted(deadline))
        return false;
    // There is nothing to be told by the program; the socket is there when it is ready.
    const QDeadlineTimer end(deadline);
    while (!end.hasExpired() && m_process.state() == QProcess::Running) {
        m_socket.abort();
        m_socket.connectToServer(socketPath);
        if (m_socket.waitForConnected(100))
            return call(QStringLiteral("status")).contains(u"result");
        m_process.waitForFinished(10);
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
