#include "models/base/Address.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestAddress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAndWritesCanonicalText_data()
    {
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *text, const QString &canonical) { QTest::newRow(text) << canonical; };
        row("0.0.0.0", u"0.0.0.0"_s);
        row("203.0.113.1", u"203.0.113.1"_s);
        row("255.255.255.255", u"255.255.255.255"_s);
        row("::", u"::"_s);
        row("::1", u"::1"_s);
        row("1::", u"1::"_s);
        row("2001:db8:0:0:0:0:0:1", u"2001:db8::1"_s);
        row("::192.0.2.1", u"::c000:201"_s);
        row("1:2:3:4:5:6:192.0.2.1", u"1:2:3:4:5:6:c000:201"_s);
        row("1:2::192.0.2.1", u"1:2::c000:201"_s);
        // RFC 5952 section 1 and 2: ways to write one address
        for (const char *text :
            {"2001:db8:0:0:1:0:0:1", "2001:0db8:0:0:1:0:0:1", "2001:db8::1:0:0:1", "2001:db8::0:1:0:0:1",
                "2001:0db8::1:0:0:1", "2001:db8:0:0:1::1", "2001:db8:0000:0:1::1", "2001:DB8:0:0:1::1"})
            row(text, u"2001:db8::1:0:0:1"_s);
        row("2001:db8:aaaa:bbbb:cccc:dddd:eeee:001", u"2001:db8:aaaa:bbbb:cccc:dddd:eeee:1"_s);
        row("2001:db8:aaaa:bbbb:cccc:dddd:eeee:AAAA", u"2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa"_s);
        row("2001:db8:aaaa:bbbb:cccc:dddd::1", u"2001:db8:aaaa:bbbb:cccc:dddd:0:1"_s);
        // section 4.2.2: one group of zeros is not shortened
        row("2001:db8::1:1:1:1:1", u"2001:db8:0:1:1:1:1:1"_s);
        // section 4.2.3: the longest run, the first of equals
        row("2001:0:0:1:0:0:0:1", u"2001:0:0:1::1"_s);
        row("2001:db8:0:0:1:0:0:0", u"2001:db8:0:0:1::"_s);
        // section 5
        row("::ffff:c000:201", u"::ffff:192.0.2.1"_s);
        row("::FFFF:192.0.2.1", u"::ffff:192.0.2.1"_s);
        row("1:2:3:4:5:6:7::", u"1:2:3:4:5:6:7:0"_s);
        row("::2:3:4:5:6:7:8", u"0:2:3:4:5:6:7:8"_s);
    }
    void readsAndWritesCanonicalText()
    {
        QFETCH(QString, canonical);
        const auto address = Address::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(address.has_value());
        QCOMPARE(address->toString(), canonical);
        QCOMPARE(Address::parse(canonical), address);
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.04", "1.2.3.4 ", " 1.2.3.4", "1.2.3.",
                 "1..2.3", "0x1.2.3.4", "1.2.3.+4", "1.2.3.-4", "1.2.3.1000", "example.org", "127.1", ":", ":::", "1",
                 "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "1::2::3",
                 ":1::", "1::2:", "12345::", "g::", "0x1::", " 1::", "+1::", "1::-2", "fe80::1%eth0", "[::1]",
                 "1.2.3.4::", "1.2.3.4::1", "::1.2.3.4:5", "::1.2.3.256", "1:2:3:4:5:6:7:1.2.3.4", "::ffff:1.2.3"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("empty") << QString();
        QTest::newRow("NUL") << u"1.2.3.4\0"_s;
        QTest::newRow("digits of another script") << u"1.2.3.\u0664"_s;
    }
    void refusesWhatIsNone()
    {
        QFETCH(QString, text);
        const auto address = Address::parse(text);
        QVERIFY2(!address, address ? qPrintable(address->toString()) : "");
        QCOMPARE(address.error().code, ErrorCode::InvalidInput);
        QCOMPARE(address.error().subject, text);
    }

    void knowsWhatIsSpecial_data()
    {
        QTest::addColumn<bool>("isUnspecified");
        QTest::addColumn<bool>("isLoopback");
        QTest::addColumn<bool>("isPrivate");
        const auto row = [](const char *text, bool unspecified, bool loopback, bool isPrivate) {
            QTest::newRow(text) << unspecified << loopback << isPrivate;
        };
        row("0.0.0.0", true, false, false);
        row("::", true, false, false);
        row("127.0.0.3", false, true, false);
        row("128.0.0.1", false, false, false);
        row("::1", false, true, false);
        row("::2", false, false, false);
        row("9.255.255.255", false, false, false);
        row("10.0.0.0", false, false, true);
        row("10.255.255.255", false, false, true);
        row("172.15.255.255", false, false, false);
        row("172.16.0.0", false, false, true);
        row("172.31.255.255", false, false, true);
        row("172.32.0.0", false, false, false);
        row("192.168.1.1", false, false, true);
        row("192.169.0.0", false, false, false);
        row("100.64.0.1", false, false, true);
        row("100.128.0.0", false, false, false);
        row("169.254.1.1", false, false, true);
        row("fc00::1", false, false, true);
        row("fdff::1", false, false, true);
        row("fe00::1", false, false, false);
        row("fe80::1", false, false, true);
        row("febf::1", false, false, true);
        row("fec0::1", false, false, false);
        row("203.0.113.1", false, false, false);
        row("2001:db8::1", false, false, false);
    }
    void knowsWhatIsSpecial()
    {
        const Address address = Address::fromTrusted(QString::fromLatin1(QTest::currentDataTag()));
        QTEST(address.isUnspecified(), "isUnspecified");
        QTEST(address.isLoopback(), "isLoopback");
        QTEST(address.isPrivate(), "isPrivate");
    }

    void familiesAreDifferent()
    {
        QVERIFY(Address::fromTrusted(u"0.0.0.0") != Address::fromTrusted(u"::"));
        QCOMPARE(Address::fromTrusted(u"192.0.2.1").bitCount(), 32);
        QCOMPARE(Address::fromTrusted(u"::1").bitCount(), 128);
    }

    void masksToThePrefix_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("prefix");
        QTest::addColumn<QString>("start");
        QTest::newRow("0") << u"203.0.113.255"_s << 0 << u"0.0.0.0"_s;
        QTest::newRow("8") << u"203.0.113.255"_s << 8 << u"203.0.0.0"_s;
        QTest::newRow("25") << u"203.0.113.255"_s << 25 << u"203.0.113.128"_s;
        QTest::newRow("31") << u"203.0.113.255"_s << 31 << u"203.0.113.254"_s;
        QTest::newRow("32") << u"203.0.113.255"_s << 32 << u"203.0.113.255"_s;
        QTest::newRow("v6 33") << u"2001:db8:ffff::1"_s << 33 << u"2001:db8:8000::"_s;
        QTest::newRow("v6 127") << u"2001:db8::1"_s << 127 << u"2001:db8::"_s;
    }
    void masksToThePrefix()
    {
        QFETCH(QString, address);
        QFETCH(int, prefix);
        QTEST(Address::fromTrusted(address).masked(prefix).toString(), "start");
    }
};

QTEST_APPLESS_MAIN(TestAddress)
#include "tst_address.moc"
