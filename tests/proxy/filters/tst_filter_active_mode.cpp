#include "app/proxy/filters/active_mode/ActiveMode.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterActiveMode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void activeModeIsOffUnlessTheRuleSaysSo()
    {
        FakeContext context;
        const auto filter = makeActiveMode(context.theRule);
        for (const char *line :
            {"PORT 203,0,113,10,10,10", "EPRT |1|203.0.113.10|4000|", "LPRT 4,4,203,0,113,10,2,10,10"})
            QVERIFY2(onCommand(*filter, context, line).starts_with("answer 502"), line);
        QVERIFY(context.openedActive.empty());
    }

    void onlyTheClientItselfCanBeCalled()
    {
        FakeContext context;
        context.theRule.filter.dataModes.active = true;
        const auto filter = makeActiveMode(context.theRule);
        for (const char *line : {"PORT 203,0,113,11,10,10", "PORT 203,0,113,10,3,255", "EPRT |1|198.51.100.20|4000|",
                 "EPRT |1|203.0.113.10|22|"})
            QVERIFY2(onCommand(*filter, context, line).starts_with("answer 504"), line);
        for (const char *line : {"PORT", "PORT 1,2,3", "EPRT x", "EPRT |2|203.0.113.10|4000|"})
            QVERIFY2(onCommand(*filter, context, line).starts_with("answer 501"), line);
        QVERIFY(context.openedActive.empty());
        QCOMPARE(onCommand(*filter, context, "PORT 203,0,113,10,4,0"), "replace PORT 198,51,100,1,195,82");
        QCOMPARE(onCommand(*filter, context, "EPRT |1|203.0.113.10|4000|"), "replace PORT 198,51,100,1,195,82");
        QVERIFY((context.openedActive == std::vector<std::uint16_t>{1024, 4000}));
    }

    void aServerOnIPv6IsToldWithEprt()
    {
        FakeContext context;
        context.theRule.filter.dataModes.active = true;
        context.upstream = *IpAddress::parse("2001:db8::1");
        const auto filter = makeActiveMode(context.theRule);
        QCOMPARE(onCommand(*filter, context, "PORT 203,0,113,10,4,0"), "replace EPRT |2|2001:db8::1|50002|");
    }
};

QTEST_APPLESS_MAIN(TestFilterActiveMode)
#include "tst_filter_active_mode.moc"
