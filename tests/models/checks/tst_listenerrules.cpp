#include "models/checks/CheckIndex.h"
#include "models/checks/ListenerRules.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace ferry;

namespace {

/// Blocks in blocks, so that many cover others.
Network anyNetwork(QRandomGenerator &random)
{
    const bool isV6 = random.bounded(4) == 0;
    const int prefix = isV6 ? 32 + 16 * random.bounded(4) : 8 * (1 + random.bounded(4));
    const QString host = isV6
        ? QStringLiteral("2001:db8:%1:%2::1").arg(random.bounded(2)).arg(random.bounded(3))
        : QStringLiteral("10.%1.%2.%3").arg(random.bounded(2)).arg(random.bounded(3)).arg(random.bounded(3));
    const Address base = Address::fromTrusted(host).masked(prefix);
    return Network::fromTrusted(base.toString() + u'/' + QString::number(prefix));
}

} // namespace

class ListenerRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void missesNoRuleThatTakesAllClients()
    {
        QRandomGenerator random(3);
        ListenerRules listener;
        std::map<int, QList<Network>> expected;
        int wider = 0;
        for (int i = 0; i < 2000; ++i) {
            const int rule = random.bounded(60);
            if (const auto known = expected.find(rule); known != expected.end()) {
                listener.remove(rule, known->second);
                expected.erase(known);
            } else {
                QList<Network> from;
                for (int networks = random.bounded(4); networks > 0; --networks)
                    from << anyNetwork(random);
                listener.insert(rule, from);
                expected.emplace(rule, from);
            }
            QCOMPARE(listener.isEmpty(), expected.empty());

            QList<Network> asked;
            for (int networks = random.bounded(3); networks > 0; --networks)
                asked << anyNetwork(random);
            std::set<int> visited;
            listener.visitWider(asked, [&](int number) { visited.insert(number); });
            for (const auto &[number, from] : expected) {
                if (!covers(from, asked))
                    continue;
                QVERIFY(visited.contains(number));
                ++wider;
            }
            for (const int number : visited)
                QVERIFY(expected.contains(number));
        }
        QVERIFY(wider > 1000);
    }

    void looksOnlyAtThoseAround()
    {
        ListenerRules listener;
        for (int i = 0; i < 200; ++i)
            listener.insert(i, {Network::fromTrusted(QStringLiteral("198.51.%1.0/24").arg(i))});
        listener.insert(200, {Network::fromTrusted(u"198.51.0.0/16")});
        QList<int> visited;
        listener.visitWider({Network::fromTrusted(u"198.51.7.9")}, [&](int number) { visited << number; });
        QCOMPARE(visited, (QList<int>{200, 7}));
    }
};

QTEST_APPLESS_MAIN(ListenerRulesTest)
#include "tst_listenerrules.moc"
