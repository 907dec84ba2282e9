#include "models/wire/Frame.h"
#include "models/wire/RpcPeer.h"
#include "tests/wire/LinkedDevice.h"

#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

#include <memory>

using namespace ferry;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using ferry::test::LinkedDevice;

namespace {

/// A peer, and the bare other end of its connection.
struct Fixture {
    ManualClock clock;
    LinkedDevice near;
    LinkedDevice far;
    std::unique_ptr<RpcPeer> peer;
    QList<RpcReply> replies;
    QObject context;

    Fixture()
    {
        LinkedDevice::link(near, far);
        peer = std::make_unique<RpcPeer>(&near, clock, 64 * 1024);
    }
    void ask(std::chrono::milliseconds timeout = 10s)
    {
        peer->request(u"node.status", {}, timeout, &context, [this](const RpcReply &reply) { replies << reply; });
    }
    void feed(const QByteArray &bytes) { far.write(bytes); }
    void feedMessage(const QByteArray &payload) { feed(framed(payload)); }
};

} // namespace

class WireRpcTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesSurviveAnyCut_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 5, 7, 1000})
            QTest::addRow("%d bytes a piece", piece) << piece;
    }

    void framesSurviveAnyCut()
    {
        QFETCH(int, piece);
        const QByteArray stream = framed("first") + framed(QByteArray(300, 'x')) + framed("3");
        FrameReader reader(1000);
        QByteArrayList frames;
        for (qint64 at = 0; at < stream.size();) {
            const qint64 size = std::min({reader.wanted(), qint64(piece), stream.size() - at});
            const auto frame = reader.append(QByteArrayView(stream).sliced(at, size));
            QVERIFY(frame.has_value());
            if (*frame)
                frames << **frame;
            at += size;
        }
        QCOMPARE(frames, (QByteArrayList{"first", QByteArray(300, 'x'), "3"}));
        QVERIFY(!reader.isInsideFrame());
    }

    void lengthsAboveTheCapAreRefusedBeforeTheBody_data()
    {
        QTest::addColumn<quint32>("length");
        QTest::newRow("one too many") << quint32(1001);
        QTest::newRow("all ones") << quint32(0xFFFFFFFF);
        QTest::newRow("HTTP") << quint32(0x47455420);
        QTest::newRow("empty") << quint32(0);
    }

    void lengthsAboveTheCapAreRefusedBeforeTheBody()
    {
        QFETCH(quint32, length);
        char header[4];
        qToBigEndian(length, header);
        FrameReader reader(1000);
        const auto frame = reader.append(QByteArrayView(header, 4));
        QVERIFY(!frame);
        QCOMPARE(frame.error().code, ErrorCode::Protocol);
    }

    void bothSidesCanAsk()
    {
        ManualClock clock;
        LinkedDevice a;
        LinkedDevice b;
        LinkedDevice::link(a, b);
        RpcPeer left(&a, clock, 1000);
        RpcPeer right(&b, clock, 1000);
        for (RpcPeer *peer : {&left, &right}) {
            connect(
                peer, &RpcPeer::requestReceived, peer, [peer](qint64 id, const QString &method, const QJsonObject &) {
                    peer->respond(id, QJsonValue(method));
                });
        }
        QStringList answers;
        left.request(u"from-left", {}, 1s, this, [&](const RpcReply &reply) { answers << reply->toString(); });
        right.request(u"from-right", {}, 1s, this, [&](const RpcReply &reply) { answers << reply->toString(); });
        QTRY_COMPARE(answers.size(), 2);
        answers.sort();
        QCOMPARE(answers, (QStringList{u"from-left"_s, u"from-right"_s}));
    }

    void aSilentPeerIsAnsweredForInTime()
    {
        Fixture f;
        f.ask(10s);
        f.clock.advance(9999ms);
        f.peer->expireOverdue();
        QCOMPARE(f.replies.size(), 0);
        f.clock.advance(1ms);
        f.peer->expireOverdue();
        QCOMPARE(f.replies.size(), 1);
        QCOMPARE(f.replies[0].error().error.code, ErrorCode::TimedOut);
        // The late reply is dropped, and the connection goes on.
        f.feedMessage(encode(RpcResponse{1, QJsonValue(1)}));
        f.ask();
        f.feedMessage(encode(RpcResponse{2, QJsonValue(2)}));
        QTRY_COMPARE(f.replies.size(), 2);
        QCOMPARE(f.replies[1]->toInt(), 2);
    }

    void eachRequestIsAnsweredOnce()
    {
        Fixture f;
        f.ask();
        f.feedMessage(encode(RpcResponse{1, QJsonValue(1)}));
        f.feedMessage(encode(RpcResponse{1, QJsonValue(2)}));
        QTRY_COMPARE(f.replies.size(), 1);
        f.peer.reset();
        QCoreApplication::processEvents();
        QCOMPARE(f.replies.size(), 1);
    }

    void aHangUpAnswersWhatIsOpen()
    {
        Fixture f;
        QSignalSpy closed(f.peer.get(), &RpcPeer::closed);
        f.ask();
        f.ask();
        f.feed(framed("{}").left(3));
        f.far.hangUp();
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(f.replies.size(), 2);
        QCOMPARE(f.replies[0].error().error.code, ErrorCode::Unreachable);
        QVERIFY(closed[0][0].value<Error>().why.contains(u"middle"_s));
        // Afterwards too, and not from inside request().
        f.ask();
        QCOMPARE(f.replies.size(), 2);
        QTRY_COMPARE(f.replies.size(), 3);
    }

    void brokenStreamsEndTheConnection_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("oversized") << QByteArray("\x00\x01\x00\x01", 4);
        QTest::newRow("garbage") << framed("garbage");
        QTest::newRow("a reply nobody asked for") << framed(encode(RpcResponse{99, QJsonValue(1)}));
        const QByteArray request = framed(encode(RpcRequest{5, u"a"_s, {}}));
        QTest::newRow("one id twice") << request + request;
    }

    void brokenStreamsEndTheConnection()
    {
        QFETCH(QByteArray, bytes);
        Fixture f;
        QSignalSpy closed(f.peer.get(), &RpcPeer::closed);
        f.ask();
        f.feed(bytes);
        QTRY_COMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::Protocol);
        QCOMPARE(f.replies.size(), 1);
        QVERIFY(f.peer->isClosed());
    }

    void silenceInsideAFrameEndsTheConnection()
    {
        Fixture f;
        QSignalSpy closed(f.peer.get(), &RpcPeer::closed);
        f.feed(framed("{\"jsonrpc\"").left(9));
        QTRY_COMPARE(f.near.bytesAvailable(), 0);
        f.clock.advance(RpcPeer::frameTimeout);
        f.peer->expireOverdue();
        QCOMPARE(closed.size(), 1);
        QCOMPARE(closed[0][0].value<Error>().code, ErrorCode::TimedOut);
    }

    void theCapGrowsAfterHello()
    {
        Fixture f;
        QSignalSpy closed(f.peer.get(), &RpcPeer::closed);
        QSignalSpy received(f.peer.get(), &RpcPeer::notificationReceived);
        f.peer->setFrameCap(1024 * 1024);
        f.feedMessage(encode(RpcNotification{u"n"_s, {{u"x"_s, QString(100'000, u'x')}}}));
        QTRY_COMPARE(received.size(), 1);
        QCOMPARE(closed.size(), 0);
    }

    void requestsAreAnsweredOnceToTheOtherSide()
    {
        Fixture f;
        QSignalSpy received(f.peer.get(), &RpcPeer::requestReceived);
        f.feedMessage(encode(RpcRequest{5, u"a"_s, {}}));
        QTRY_COMPARE(received.size(), 1);
        QVERIFY(f.peer->respond(5, QJsonValue(1)));
        QVERIFY(!f.peer->respond(5, QJsonValue(1)));
        QVERIFY(!f.peer->respond(6, QJsonValue(1)));
    }

    void aFloodOfRequestsIsRefused()
    {
        Fixture f;
        QSignalSpy received(f.peer.get(), &RpcPeer::requestReceived);
        for (int id = 1; id <= RpcPeer::mostOpenRequests + 1; ++id)
            f.feedMessage(encode(RpcRequest{id, u"a"_s, {}}));
        QTRY_COMPARE(f.near.bytesAvailable(), 0);
        QCOMPARE(received.size(), RpcPeer::mostOpenRequests);
        QVERIFY(!f.peer->isClosed());
    }

    void notificationsToASlowReaderAreDropped()
    {
        Fixture f;
        QVERIFY(f.peer->notify(u"log.entry", {}));
        f.near.stalledBytes = RpcPeer::notificationBacklog + 1;
        QVERIFY(!f.peer->notify(u"log.entry", {}));
    }

    void aDeadContextIsNotCalled()
    {
        Fixture f;
        int calls = 0;
        auto context = std::make_unique<QObject>();
        f.peer->request(u"a", {}, 1s, context.get(), [&](const RpcReply &) { ++calls; });
        context.reset();
        f.peer.reset();
        QCOMPARE(calls, 0);
    }
};

QTEST_GUILESS_MAIN(WireRpcTest)
#include "tst_wire_rpc.moc"
