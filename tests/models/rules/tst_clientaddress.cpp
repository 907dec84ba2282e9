#include "models/rules/Gateway.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestClientAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadAndWrittenTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("as written") << u"10.0.0.0/8 = 10.0.0.1"_s << u"10.0.0.0/8 = 10.0.0.1"_s;
        QTest::newRow("without blanks") << u"10.0.0.0/8=10.0.0.1"_s << u"10.0.0.0/8 = 10.0.0.1"_s;
        QTest::newRow("one client") << u" 10.0.0.7 = 10.0.0.1 "_s << u"10.0.0.7 = 10.0.0.1"_s;
        // Clients that come by IPv6 and still ask with PASV.
        QTest::newRow("IPv6 network") << u"2001:db8::/32 = 192.0.2.1"_s << u"2001:db8::/32 = 192.0.2.1"_s;
    }

    void isReadAndWrittenTheSame()
    {
        QFETCH(QString, text);
        const Result<ClientAddress> address = ClientAddress::parse(text);
        QVERIFY2(address, qPrintable(address ? QString() : address.error().text()));
        QTEST(address->toString(), "written");
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("empty") << u""_s << u"There is no \"=\""_s;
        QTest::newRow("network alone") << u"10.0.0.0/8"_s << u"There is no \"=\""_s;
        QTest::newRow("no network") << u"= 10.0.0.1"_s << u"no network in front"_s;
        QTest::newRow("bits behind the prefix") << u"10.0.0.1/8 = 10.0.0.1"_s << u"10.0.0.0/8"_s;
        QTest::newRow("no address") << u"10.0.0.0/8 ="_s << u"address"_s;
        QTest::newRow("IPv6 address") << u"10.0.0.0/8 = 2001:db8::1"_s << u"227 replies carry IPv4"_s;
    }

    void whatIsWrongIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const Result<ClientAddress> address = ClientAddress::parse(text);
        QVERIFY(!address);
        QVERIFY2(address.error().text().contains(part), qPrintable(address.error().text()));
    }
};

QTEST_APPLESS_MAIN(TestClientAddress)
#include "tst_clientaddress.moc"
