#include "app/backend/probe/Transcript.h"

#include <QTest>

using namespace ferry;
using namespace ferry::backend;
using namespace Qt::Literals::StringLiterals;

class TestTranscript : public QObject {
    Q_OBJECT

    static Transcript made(const QStringList &lines)
    {
        Transcript transcript;
        int at = 0;
        for (const QString &line : lines) {
            const auto from = line.startsWith(u'>') ? TranscriptLine::From::Client : TranscriptLine::From::Server;
            transcript.append({from, line.mid(2), std::chrono::milliseconds(at += 10)});
        }
        return transcript;
    }

private Q_SLOTS:
    void repliesBelongToTheirCommand()
    {
        const Transcript transcript = made({u"< 220-Welcome"_s, u"< 220 ready"_s, u"> AUTH TLS"_s,
            u"< 550 Access is denied."_s, u"> AUTH SSL"_s, u"< 500 Unknown."_s});
        QCOMPARE(transcript.greeting(), u"220 ready"_s);
        QCOMPARE(transcript.replyTo(u"AUTH"), u"500 Unknown."_s);
        QCOMPARE(transcript.lastReply(), u"500 Unknown."_s);
        QVERIFY(!transcript.sent(u"PASV"));
        QVERIFY(transcript.replyTo(u"PASV").isEmpty());
    }
    void theFinalReplyFollowsTheMark()
    {
        const Transcript whole = made({u"> LIST"_s, u"< 150 Here it comes."_s, u"< 226 Done."_s});
        QCOMPARE(whole.replyTo(u"LIST"), u"226 Done."_s);
        QCOMPARE(whole.timeOf(u"LIST").count(), 20);
        QCOMPARE(made({u"> LIST"_s, u"< 150 Here it comes."_s}).replyTo(u"LIST"), u"150 Here it comes."_s);
    }
    void aVerbIsAWholeWord()
    {
        QVERIFY(!made({u"> PASSIVE x"_s}).sent(u"PASS"));
        QVERIFY(made({u"> LIST"_s}).sent(u"LIST"));
    }
    void passwordsAreMasked() { QCOMPARE(made({u"> PASS secret"_s}).lines().first().text, u"PASS ****"_s); }
    void endpoints_data()
    {
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::newRow("227") << u"227 Entering Passive Mode (127,0,0,3,19,136)."_s << u"127.0.0.3"_s << 5000;
        QTest::newRow("227 without brackets") << u"227 Passive 10,1,2,3,4,5"_s << u"10.1.2.3"_s << 1029;
        QTest::newRow("227 with 256") << u"227 Entering Passive Mode (256,0,0,3,19,136)."_s << QString() << 0;
        QTest::newRow("227 with a short list") << u"227 Entering Passive Mode (127,0,0,3,19)."_s << QString() << 0;
        QTest::newRow("another code") << u"200 ok (127,0,0,3,19,136)."_s << QString() << 0;
        QTest::newRow("229") << u"229 Entering Extended Passive Mode (|||5001|)"_s << QString() << 5001;
        QTest::newRow("229 with another sign") << u"229 ok (!!!6446!)"_s << QString() << 6446;
        QTest::newRow("229 port 0") << u"229 ok (|||0|)"_s << QString() << 0;
        QTest::newRow("229 port 65536") << u"229 ok (|||65536|)"_s << QString() << 0;
    }
    void endpoints()
    {
        QFETCH(QString, reply);
        QFETCH(QString, address);
        QFETCH(int, port);
        const auto endpoint = reply.startsWith("229"_L1) ? endpointOf229(reply) : endpointOf227(reply);
        QCOMPARE(endpoint.has_value(), port != 0);
        if (!endpoint)
            return;
        QCOMPARE(endpoint->address ? endpoint->address->toString() : QString(), address);
        QCOMPARE(int(endpoint->port), port);
    }
};

QTEST_GUILESS_MAIN(TestTranscript)
#include "tst_transcript.moc"
