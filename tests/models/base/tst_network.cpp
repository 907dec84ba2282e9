#include "models/base/Address.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class TestNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAndWrites_data()
    {
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *text, const QString &canonical) { QTest::newRow(text) << canonical; };
        row("198.51.100.0/24", u"198.51.100.0/24"_s);
        row("0.0.0.0/0", u"0.0.0.0/0"_s);
        row("::/0", u"::/0"_s);
        row("198.51.100.7", u"198.51.100.7"_s);
        row("198.51.100.7/32", u"198.51.100.7"_s);
        row("2001:DB8::/32", u"2001:db8::/32"_s);
        row("2001:db8::1/128", u"2001:db8::1"_s);
    }
    void readsAndWrites()
    {
        QFETCH(QString, canonical);
        const auto network = Network::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(network.has_value());
        QCOMPARE(network->toString(), canonical);
        QCOMPARE(Network::parse(canonical), network);
    }

    void refusesWithTheWayOut_data()
    {
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char *text, const QString &remedy) { QTest::newRow(text) << remedy; };
        row("198.51.100.1/24", u"Write 198.51.100.0/24 for the network, or the address alone."_s);
        row("2001:db8::1/64", u"Write 2001:db8::/64 for the network, or the address alone."_s);
        for (const char *text : {"198.51.100.0/33", "198.51.100.0/", "198.51.100.0/-1", "198.51.100.0/ 24",
                 "198.51.100.0/024", "198.51.100.0/24/8", "2001:db8::/129", "198.51.100.0/255.255.255.0"})
            row(text, u"Write a network such as 198.51.100.0/24."_s);
        row("example.org/24", u"Write an address such as 203.0.113.1 or 2001:db8::1."_s);
        row("", u"Write an address such as 203.0.113.1 or 2001:db8::1."_s);
    }
    void refusesWithTheWayOut()
    {
        const auto network = Network::parse(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!network);
        QTEST(network.error().remedy, "remedy");
    }

    void contains_data()
    {
        QTest::addColumn<QString>("inner");
        QTest::addColumn<bool>("isInside");
        const auto row = [](const char *outer, const QString &inner, bool isInside) {
            QTest::addRow("%s has %s", outer, qPrintable(inner)) << inner << isInside;
        };
        row("198.51.100.0/24", u"198.51.100.255"_s, true);
        row("198.51.100.0/24", u"198.51.101.0"_s, false);
        row("198.51.100.0/25", u"198.51.100.128"_s, false);
        row("198.51.100.0/24", u"198.51.100.128/25"_s, true);
        row("198.51.100.128/25", u"198.51.100.0/24"_s, false);
        row("0.0.0.0/0", u"203.0.113.1"_s, true);
        row("0.0.0.0/0", u"::1"_s, false);
        row("::/0", u"203.0.113.1"_s, false);
        row("2001:db8::/33", u"2001:db8:7fff::/48"_s, true);
        row("2001:db8::/33", u"2001:db8:8000::/48"_s, false);
    }
    void contains()
    {
        QFETCH(QString, inner);
        QFETCH(bool, isInside);
        const Network outer = Network::fromTrusted(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
        const Network network = Network::fromTrusted(inner);
        QCOMPARE(outer.contains(network), isInside);
        if (network.prefix() == network.base().bitCount())
            QCOMPARE(outer.contains(network.base()), isInside);
        QVERIFY(outer.contains(outer));
    }
};

QTEST_APPLESS_MAIN(TestNetwork)
#include "tst_network.moc"
