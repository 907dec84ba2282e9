#include "models/rules/Gateway.h"
#include "models/rules/Table.h"

#include <QRandomGenerator>
#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

namespace {

Gateway gateway(const QString &id)
{
    Gateway made;
    made.id = GatewayId::fromTrusted(id);
    made.name = id.toUpper();
    return made;
}

QString order(const Table<Gateway> &table)
{
    QString ids;
    for (const Gateway &object : table)
        ids += object.id.text();
    return ids;
}

/// What every table has to keep: each id leads to its row, and no other id is known.
void verifyIndex(const Table<Gateway> &table)
{
    for (qsizetype row = 0; row < table.size(); ++row) {
        QCOMPARE(table.rowOf(table.at(row).id), row);
        QCOMPARE(table.find(table.at(row).id), &table.at(row));
    }
}

Table<Gateway> abcd()
{
    return Table<Gateway>({gateway(u"a"_s), gateway(u"b"_s), gateway(u"c"_s), gateway(u"d"_s)});
}

} // namespace

class TestTable : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsById()
    {
        const Table<Gateway> table = abcd();
        QCOMPARE(table.find(GatewayId::fromTrusted(u"c"_s))->name, u"C"_s);
        QVERIFY(table.find(GatewayId::fromTrusted(u"x"_s)) == nullptr);
        QCOMPARE(table.rowOf(GatewayId::fromTrusted(u"x"_s)), -1);
        QVERIFY(!table.contains(GatewayId()));
    }

    void movesBothWays()
    {
        Table<Gateway> table = abcd();
        table.move(0, 2);
        QCOMPARE(order(table), u"bcad"_s);
        verifyIndex(table);
        table.move(3, 0);
        QCOMPARE(order(table), u"dbca"_s);
        verifyIndex(table);
        table.move(1, 1);
        QCOMPARE(order(table), u"dbca"_s);
    }

    void replacementMayCarryANewId()
    {
        Table<Gateway> table = abcd();
        table.replace(1, gateway(u"x"_s));
        QCOMPARE(order(table), u"axcd"_s);
        QVERIFY(!table.contains(GatewayId::fromTrusted(u"b"_s)));
        verifyIndex(table);
    }

    void copiesAreIndependent()
    {
        Table<Gateway> table = abcd();
        const Table<Gateway> copy = table;
        table.removeAt(0);
        QCOMPARE(order(copy), u"abcd"_s);
        verifyIndex(copy);
        QVERIFY(!(table == copy));
    }

    void aChangeLeavesTheOtherObjectsShared()
    {
        Table<Gateway> table = abcd();
        const Table<Gateway> copy = table;
        QVERIFY(table.isSharedWith(copy));
        table.replace(1, gateway(u"x"_s));
        QVERIFY(!table.isSharedWith(copy));
        QCOMPARE(&table.at(0), &copy.at(0));
        QVERIFY(&table.at(1) != &copy.at(1));
        QVERIFY(table.isSame(2, copy, 2));
        QVERIFY(!table.isSame(1, copy, 1));
    }

    void pickedObjectsComeInTheOrderAskedFor()
    {
        const Table<Gateway> table = abcd();
        const Table<Gateway> picked = table.picked({3, 0, 2});
        QCOMPARE(order(picked), u"dac"_s);
        verifyIndex(picked);
        QCOMPARE(&picked.at(0), &table.at(3));
        const Table<Gateway> filtered = table.filtered([](const Gateway &each) { return each.name != u"B"_s; });
        QCOMPARE(order(filtered), u"acd"_s);
        verifyIndex(filtered);
        QCOMPARE(filtered.rowOf(GatewayId::fromTrusted(u"b"_s)), -1);
    }

    void indexStaysRightUnderAnyChange()
    {
        QRandomGenerator random(7);
        Table<Gateway> table;
        QList<Gateway> expected;
        for (int step = 0; step < 3000; ++step) {
            const auto below = [&](qsizetype bound) { return static_cast<qsizetype>(random.bounded(quint32(bound))); };
            const auto fresh = [&] { return gateway(u"n%1"_s.arg(step)); };
            // A copy that lives on makes the next change detach.
            const Table<Gateway> copy = below(3) ? Table<Gateway>() : table;
            switch (expected.isEmpty() ? 0 : below(4)) {
            case 0: {
                const qsizetype row = below(expected.size() + 1);
                table.insert(row, fresh());
                expected.insert(row, fresh());
                break;
            }
            case 1: {
                const qsizetype row = below(expected.size());
                table.removeAt(row);
                expected.removeAt(row);
                break;
            }
            case 2: {
                const qsizetype from = below(expected.size());
                const qsizetype to = below(expected.size());
                table.move(from, to);
                expected.move(from, to);
                break;
            }
            default: {
                const qsizetype row = below(expected.size());
                table.replace(row, fresh());
                expected[row] = fresh();
            }
            }
            QCOMPARE(table.objects(), expected);
            if (step % 100 == 0)
                verifyIndex(table);
        }
        verifyIndex(table);
    }
};

QTEST_APPLESS_MAIN(TestTable)
#include "tst_table.moc"
