#include "models/base/Endpoint.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestEndpoint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAndWrites_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        const auto row = [](const char *text, const QString &host, int port) { QTest::newRow(text) << host << port; };
        row("127.0.0.2:7521", u"127.0.0.2"_s, 7521);
        row("gw-1.example:1", u"gw-1.example"_s, 1);
        row("GW_1:65535", u"GW_1"_s, 65535);
        row("[2001:db8::1]:7521", u"2001:db8::1"_s, 7521);
    }
    void readsAndWrites()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        const QString text = QString::fromLatin1(QTest::currentDataTag());
        const auto endpoint = Endpoint::parse(text);
        QVERIFY(endpoint.has_value());
        QCOMPARE(endpoint->host, host);
        QCOMPARE(int(endpoint->port), port);
        QCOMPARE(endpoint->toString(), text);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s, u":"_s, u"gw-1"_s, u"gw-1:"_s, u":7521"_s, u"gw-1:0"_s, u"gw-1:65536"_s,
                 u"gw-1:021"_s, u"gw-1:+21"_s, u"gw-1: 21"_s, u"gw 1:21"_s, u"gw/1:21"_s, u"::1:21"_s, u"[::1]"_s,
                 u"[::1]21"_s, u"[127.0.0.1]:21"_s, u"[]:21"_s, u"gw-1:21\n"_s, QString(254, u'a') + u":21"_s})
            QTest::newRow(qPrintable(text.left(20))) << text;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!Endpoint::parse(text));
    }
};

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
