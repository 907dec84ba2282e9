#include "app/agent/engines/builtin/ProxyLogSource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;

namespace {

LogEntry line(quint64 serial, const QDateTime &time, const QString &text)
{
    LogEntry entry;
    entry.serial = serial;
    entry.time = time;
    entry.gateway = GatewayId::fromTrusted(u"gw-1"_s);
    entry.text = text;
    return entry;
}

} // namespace

/// What the agent tells of a proxy's log, when the proxy goes and comes back.
class TestAgentLogSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_directory.isValid());
        QVERIFY(m_server.listen(m_directory.filePath(u"control"_s)));
    }

    void linesOfATimeWithoutAConnectionAreToldOnce()
    {
        agent::ProxyLogSource source(m_server.fullServerName());
        QStringList told;
        connect(&source, &agent::LogSource::entryWritten, this, [&](const LogEntry &e) { told << e.text; });
        const QDateTime now = QDateTime::currentDateTimeUtc();

        const auto first =
            answer({line(7, now.addSecs(-60), u"before the agent"_s), line(8, now.addSecs(1), u"one"_s)});
        QVERIFY(first);
        follow(*first, line(9, now.addSecs(1), u"two"_s));
        QTRY_COMPARE(told, (QStringList{u"one"_s, u"two"_s}));

        first->disconnectFromServer();
        const auto second = answer({line(8, now.addSecs(1), u"one"_s), line(9, now.addSecs(1), u"two"_s),
            line(10, now.addSecs(2), u"missed"_s)});
        QVERIFY(second);
        QTRY_COMPARE(told, (QStringList{u"one"_s, u"two"_s, u"missed"_s}));

        // A new process counts from one.
        second->disconnectFromServer();
        const auto third = answer({line(1, now.addSecs(3), u"anew"_s)});
        QVERIFY(third);
        follow(*third, line(2, now.addSecs(3), u"and on"_s));
        QTRY_COMPARE(told, (QStringList{u"one"_s, u"two"_s, u"missed"_s, u"anew"_s, u"and on"_s}));
    }

private:
    /// Takes the next connection and answers its request with `tail`. Null if none comes.
    std::unique_ptr<QLocalSocket> answer(const QList<LogEntry> &tail)
    {
        if (!QTest::qWaitFor([&] { return m_server.hasPendingConnections(); }))
            return nullptr;
        std::unique_ptr<QLocalSocket> socket(m_server.nextPendingConnection());
        if (!QTest::qWaitFor([&] { return socket->canReadLine(); }))
            return nullptr;
        const QJsonObject request = QJsonDocument::fromJson(socket->readLine()).object();
        if (request[u"method"] != u"log"_s || !request[u"params"][u"follow"].toBool())
            return nullptr;
        QJsonArray lines;
        for (const LogEntry &entry : tail)
            lines << toJson(entry);
        send(*socket, {{u"id"_s, request[u"id"]}, {u"result"_s, lines}});
        return socket;
    }

    static void follow(QLocalSocket &socket, const LogEntry &entry) { send(socket, {{u"log"_s, toJson(entry)}}); }

    static void send(QLocalSocket &socket, const QJsonObject &json)
    {
        socket.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
        socket.flush();
    }

    QTemporaryDir m_directory;
    QLocalServer m_server;
};

QTEST_GUILESS_MAIN(TestAgentLogSource)
#include "tst_agent_logsource.moc"
