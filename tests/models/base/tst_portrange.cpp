#include "models/base/PortRange.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestPortRange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAndWrites_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("low");
        QTest::addColumn<int>("high");
        QTest::addColumn<QString>("display");
        const auto row = [](const QString &text, int low, int high, const QString &display) {
            QTest::newRow(qPrintable(text)) << text << low << high << display;
        };
        row(u"21"_s, 21, 21, u"21"_s);
        row(u"1"_s, 1, 1, u"1"_s);
        row(u"65535"_s, 65535, 65535, u"65535"_s);
        row(u"5000-5003"_s, 5000, 5003, u"5000\u20135003"_s);
        row(u"5000\u20135003"_s, 5000, 5003, u"5000\u20135003"_s);
        row(u" 5000 - 5003 "_s, 5000, 5003, u"5000\u20135003"_s);
        row(u"7-7"_s, 7, 7, u"7"_s);
        row(u"1-65535"_s, 1, 65535, u"1\u201365535"_s);
    }
    void readsAndWrites()
    {
        QFETCH(QString, text);
        QFETCH(int, low);
        QFETCH(int, high);
        const auto range = PortRange::parse(text);
        QVERIFY(range.has_value());
        QCOMPARE(int(range->low()), low);
        QCOMPARE(int(range->high()), high);
        QCOMPARE(range->size(), high - low + 1);
        QTEST(range->toDisplay(), "display");
        QCOMPARE(PortRange::parse(range->toString()), range);
    }

    void refusesWithItsReason_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const QString &text, const QString &why) {
            QTest::newRow(qPrintable(text)) << text << why;
        };
        row(u"0"_s, u"0 is not a TCP port."_s);
        row(u"65536"_s, u"65536 is not a TCP port."_s);
        row(u"0-21"_s, u"0 is not a TCP port."_s);
        row(u"21-65536"_s, u"65536 is not a TCP port."_s);
        row(u"5003-5000"_s, u"5003-5000 ends before it starts."_s);
        for (const QString &text : {u"5000-"_s, u"-5000"_s, u"5000-5001-5002"_s, u"ftp"_s, u"5000,5001"_s, u"50 00"_s,
                 u"+21"_s, u"21.0"_s, u"0x15"_s, u"99999999999"_s, u""_s, u"-"_s, u"\u0662\u0661"_s})
            row(text, u"\"%1\" is not a port or a range of ports."_s.arg(text));
    }
    void refusesWithItsReason()
    {
        QFETCH(QString, text);
        const auto range = PortRange::parse(text);
        QVERIFY(!range);
        QCOMPARE(range.error().code, ErrorCode::InvalidInput);
        QTEST(range.error().why, "why");
        QVERIFY(!range.error().remedy.isEmpty());
    }

    void knowsWhatItHolds()
    {
        const PortRange range = PortRange::fromTrusted(5000, 5003);
        QVERIFY(range.contains(5000));
        QVERIFY(range.contains(5003));
        QVERIFY(!range.contains(4999));
        QVERIFY(!range.contains(5004));
        QVERIFY(range.contains(PortRange::fromTrusted(5001, 5003)));
        QVERIFY(!range.contains(PortRange::fromTrusted(5001, 5004)));
        QVERIFY(range.overlaps(PortRange::fromTrusted(5003, 6000)));
        QVERIFY(range.overlaps(PortRange::fromTrusted(1, 65535)));
        QVERIFY(!range.overlaps(PortRange::fromTrusted(5004, 6000)));
        QVERIFY(!range.overlaps(PortRange::fromTrusted(1, 4999)));
    }
};

QTEST_APPLESS_MAIN(TestPortRange)
#include "tst_portrange.moc"
