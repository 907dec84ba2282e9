#include "models/checks/PassivePortNeed.h"

#include <QTest>

using namespace ferry;
using namespace Qt::Literals::StringLiterals;

class PassivePortNeedTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsTransfersAndRest_data()
    {
        QTest::addColumn<int>("atOnce");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("ports");
        QTest::newRow("one long transfer") << 1 << 600 << 5;
        QTest::newRow("four of a minute: five each") << 4 << 60 << 20;
        QTest::newRow("four of ten seconds: more than start in four minutes") << 4 << 10 << 97;
        QTest::newRow("one listing a second") << 1 << 1 << 241;
    }
    void countsTransfersAndRest()
    {
        QFETCH(int, atOnce);
        QFETCH(int, seconds);
        QTEST(passivePortsNeeded({atOnce, seconds}), "ports");
    }

    void sustainedTransfersTurnsTheNeedRound()
    {
        for (const int seconds : {1, 10, 59, 60, 600}) {
            for (int ports = 1; ports < 400; ++ports) {
                const int atOnce = sustainedTransfers(ports, seconds);
                QVERIFY(atOnce == 0 || passivePortsNeeded({atOnce, seconds}) <= ports);
                QVERIFY(passivePortsNeeded({atOnce + 1, seconds}) > ports);
            }
        }
    }

    void suggestionStaysAwayFromOtherRangesAndListeners()
    {
        RuleSet ruleSet;
        QCOMPARE(suggestedPassiveRange(ruleSet, {}, 4), PortRange::fromTrusted(5000, 5003));

        FtpService files;
        files.id = ServiceId::fromTrusted(u"files-1"_s);
        files.passivePorts = PortRange::fromTrusted(5000, 5003);
        ruleSet.ftpServices.append(files);
        QCOMPARE(suggestedPassiveRange(ruleSet, files.id, 4), PortRange::fromTrusted(5000, 5003));
        QCOMPARE(suggestedPassiveRange(ruleSet, {}, 4), PortRange::fromTrusted(5004, 5007));

        PublishingRule rule;
        rule.id = RuleId::fromTrusted(u"mirror"_s);
        rule.listener.port = 5005;
        ruleSet.rules.append(rule);
        QCOMPARE(suggestedPassiveRange(ruleSet, {}, 4), PortRange::fromTrusted(5006, 5009));
    }

    void suggestionEndsBelowTheEphemeralPorts()
    {
        QVERIFY(!suggestedPassiveRange({}, {}, 30'000));
        QVERIFY(!suggestedPassiveRange({}, {}, 0));
    }
};

QTEST_GUILESS_MAIN(PassivePortNeedTest)
#include "tst_passiveportneed.moc"
