#include "tests/proxy/harness/ProxyTest.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// One line as text: "up USER ann", where the legs differ "down 227 a | 227 b", "-" for a leg without it.
QString text(const QJsonValue &line)
{
    const QString client = line[u"client"].toString(u"-"_s);
    const QString server = line[u"server"].toString(u"-"_s);
    return line[u"way"].toString() + u' ' + (client == server ? client : client + u" | "_s + server);
}

} // namespace

/// What the gateway keeps of a session's lines, on both legs.
class TestProxyTranscript : public ProxyTest {
    Q_OBJECT

private Q_SLOTS:
    void bothLegsAreShownSideBySide()
    {
        publish({{u"enabled"_s, true}, {u"commands"_s, QJsonObject{{u"preset"_s, u"read-only"_s}}}});
        Wire client = login();
        QVERIFY(client.command("STOR f").startsWith("550"));
        QVERIFY(client.command("AUTH TLS").startsWith("550"));
        const QString passive = QString::fromLatin1(client.command("PASV"));
        QVERIFY(client.command("EPSV 1").startsWith("229"));
        const QJsonObject transcript = ofSession(1);
        QCOMPARE(transcript.value(u"reading").toString(), u"inspected"_s);
        QCOMPARE(transcript.value(u"rule").toString(), u"rule-1"_s);
        const QStringList lines = linesOf(transcript);
        QCOMPARE(lines.mid(0, 9),
            (QStringList{u"down 220 stub ready"_s, u"up USER ann"_s, u"down 331 password please"_s, u"up PASS ****"_s,
                u"down 230 in"_s, u"up STOR f | -"_s, u"down 550 STOR is not allowed here. | -"_s, u"up AUTH TLS | -"_s,
                u"down 550 Access is denied. | -"_s}));
        QCOMPARE(lines.at(9), u"up PASV"_s);
        QVERIFY2(lines.at(10).startsWith(u"down "_s + passive + u" | 227 "_s), qPrintable(lines.at(10)));
        QCOMPARE(lines.at(11), u"up EPSV 1 | EPSV"_s);
        QVERIFY2(lines.at(12).startsWith(u"down 229 Entering Extended Passive Mode"_s), qPrintable(lines.at(12)));
        QVERIFY(lines.at(12).contains(u" | 229 "_s));
        QVERIFY(!transcript.value(u"lines")[0][u"time"].toString().isEmpty());
    }

    void credentialsAreNeverKept_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"PASS topsecret", "pass topsecret", "PaSs topsecret", "PASS  topsecret",
                 "ACCT topsecret", " PASS topsecret", "PASS\ttopsecret", "PAS topsecret", "PASSWORD topsecret",
                 "PSAS topsecret", "SITE PSWD topsecret newsecret", "site chpass topsecret", "ADAT dG9wc2VjcmV0secret",
                 "MIC dG9wc2VjcmV0secret", "topsecret"})
            QTest::newRow(line) << QByteArray(line);
        QTest::newRow("too long") << "PASS " + QByteArray(5000, 'x') + "topsecret";
        QTest::newRow("pipelined") << QByteArray("NOOP\r\nPASS topsecret\r\nACCT topsecret");
        QTest::newRow("Telnet in between") << QByteArray("PA\xff\xf1SS topsecret");
        QTest::newRow("NUL in between") << QByteArray("PASS\0 topsecret", 15);
    }

    void credentialsAreNeverKept()
    {
        QFETCH(QByteArray, line);
        // A server that quotes what it does not understand, as IIS does.
        m_server->setScript([](StubServer::Session &, const QByteArray &command) -> std::optional<QByteArray> {
            if (!command.toLower().contains("secret"))
                return std::nullopt;
            return "500 '" + command + "': command not understood\r\n";
        });
        for (const QString &preset : {u"full"_s, u"read-only"_s}) {
            publish({{u"enabled"_s, true}, {u"commands"_s, QJsonObject{{u"preset"_s, preset}}}});
            Wire client = connect();
            QVERIFY(client.reply().startsWith("220"));
            QVERIFY(client.send(line + "\r\nNOOP\r\n"));
            while (!client.reply().startsWith("200")) {}
            while (client.hasMore(50))
                (void)client.reply();
            const QJsonArray sessions = m_proxy->sessions();
            const QByteArray kept = QJsonDocument(ofSession(sessions.last()[u"id"].toInteger())).toJson();
            QVERIFY2(!kept.toLower().contains("secret"), kept.constData());
            QVERIFY(kept.contains("220 stub ready"));
            QVERIFY(!QJsonDocument(m_proxy->log()).toJson().toLower().contains("secret"));
        }
    }

    void theOldestLinesMakeRoom()
    {
        publish({{u"enabled"_s, true}});
        Wire client = login();
        for (int i = 0; i < 600; ++i)
            QVERIFY(client.command("CWD " + QByteArray::number(i)).startsWith("2"));
        QVERIFY(client.command("CWD " + QByteArray(3000, 'y')).startsWith("2"));
        const QJsonObject transcript = ofSession(1);
        const QStringList lines = linesOf(transcript);
        QVERIFY(transcript.value(u"lost").toInt() > 100);
        QCOMPARE(transcript.value(u"lost").toInt() + lines.size(), 5 + 2 * 601);
        qsizetype bytes = 0;
        for (const QString &line : lines)
            bytes += line.size();
        QVERIFY(bytes < 9000);
        QVERIFY(lines.contains(u"up CWD 599"_s));
        QCOMPARE(lines.at(lines.size() - 2), u"up CWD "_s + QString(508, u'y'));
    }

    void whatPassesUnreadIsSaidToBe()
    {
        m_server->setScript([](StubServer::Session &, const QByteArray &command) -> std::optional<QByteArray> {
            return command == "AUTH TLS" ? std::optional<QByteArray>("234 go on\r\n") : std::nullopt;
        });
        publish({{u"enabled"_s, true}, {u"authTls"_s, u"pass"_s}});
        Wire client = connect();
        QVERIFY(client.reply().startsWith("220"));
        QVERIFY(client.command("AUTH TLS").startsWith("234"));
        QVERIFY(client.command("secret handshake").startsWith("2"));
        const QJsonObject transcript = ofSession(1);
        QCOMPARE(transcript.value(u"reading").toString(), u"opaque"_s);
        QCOMPARE(linesOf(transcript),
            (QStringList{u"down 220 stub ready"_s, u"up AUTH TLS"_s, u"down 234 go on"_s,
                u"note The session is encrypted from here on, and is relayed unread."_s}));
    }

    void withoutTheFilterNothingIsRead()
    {
        publish({{u"enabled"_s, false}});
        Wire client = login();
        QVERIFY(client.isOpen());
        const QJsonObject transcript = ofSession(1);
        QCOMPARE(transcript.value(u"reading").toString(), u"relayed"_s);
        QVERIFY(linesOf(transcript).isEmpty());
    }

    void aSessionThatIsNotThereIsSaid()
    {
        const QJsonObject reply = m_proxy->call(u"transcript"_s, QJsonObject{{u"session"_s, 9}});
        QCOMPARE(reply.value(u"error")[u"pointer"].toString(), u"/session"_s);
        QVERIFY(m_proxy->call(u"transcript"_s, QJsonObject()).contains(u"error"));
    }

private:
    [[nodiscard]] Wire login() const
    {
        Wire client = connect();
        if (!client.reply().startsWith("220") || !client.command("USER ann").startsWith("331")
            || !client.command("PASS topsecret").startsWith("230"))
            client.close();
        return client;
    }

    [[nodiscard]] QJsonObject ofSession(qint64 id) const
    {
        return m_proxy->call(u"transcript"_s, QJsonObject{{u"session"_s, id}}).value(u"result").toObject();
    }

    [[nodiscard]] static QStringList linesOf(const QJsonObject &transcript)
    {
        QStringList lines;
        for (const QJsonValue &line : transcript.value(u"lines").toArray())
            lines << text(line);
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestProxyTranscript)
#include "tst_proxy_transcript.moc"
