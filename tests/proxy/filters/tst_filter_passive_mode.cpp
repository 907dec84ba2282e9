#include "app/proxy/filters/passive_mode/PassiveMode.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterPassiveMode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReplyNamesTheGatewayAndOpensTheServersPort()
    {
        FakeContext context;
        const auto filter = makePassiveMode(context.theRule);
        QCOMPARE(onCommand(*filter, context, "PASV"), "pass");
        QCOMPARE(onReply(*filter, context, "PASV", "227 Entering Passive Mode (198,51,100,20,19,136)"),
            "replace 227 Entering Passive Mode (203,0,113,1,195,81).");
        QCOMPARE(onReply(*filter, context, "EPSV", "229 Entering Extended Passive Mode (|||5001|)"),
            "replace 229 Entering Extended Passive Mode (|||50001|).");
        QVERIFY((context.openedPassive == std::vector<std::uint16_t>{5000, 5001}));
    }

    void theExternalAddressIsTheOneOfTheRule()
    {
        FakeContext context;
        context.theRule.externalAddress = IpAddress::parse("192.0.2.9");
        const auto filter = makePassiveMode(context.theRule);
        QCOMPARE(onReply(*filter, context, "PASV", "227 (10,0,0,1,19,136)"),
            "replace 227 Entering Passive Mode (192,0,2,9,195,81).");
        context.theRule.filter.addressRewrite.enabled = false;
        QCOMPARE(onReply(*filter, context, "PASV", "227 (10,0,0,1,19,136)"),
            "replace 227 Entering Passive Mode (10,0,0,1,195,81).");
    }

    void portsRunOutWithA425()
    {
        FakeContext context;
        context.theRule.dataPorts.add({50000, 50003});
        const auto filter = makePassiveMode(context.theRule);
        context.passivePort = tl::unexpected(EADDRINUSE);
        const Verdict verdict =
            filter->onReply(context, *parseCommand("PASV"), *ReplyReader().next("227 (10,0,0,1,19,136)"));
        QVERIFY(shown(verdict).starts_with("answer 425 Cannot open a data connection: all data ports are in use"));
        QVERIFY(verdict.reason.starts_with("All 4 data ports"));
        QCOMPARE(verdict.resultCode, 0xC0040011U);
    }

    void unreadableAndUnaskedAnnouncementsOpenNothing()
    {
        FakeContext context;
        const auto filter = makePassiveMode(context.theRule);
        QVERIFY(onReply(*filter, context, "PASV", "227 somewhere").starts_with("answer 425"));
        QVERIFY(onReply(*filter, context, "EPSV", "229 (|||0|)").starts_with("answer 425"));
        QVERIFY(onReply(*filter, context, "NOOP", "227 (10,0,0,1,19,136)").starts_with("answer 425"));
        QVERIFY(onReply(*filter, context, "LPSV", "228 (6,16,1)").starts_with("answer 425"));
        QVERIFY(context.openedPassive.empty());
    }

    void epsvAllClosesEveryOtherWay()
    {
        FakeContext context;
        const auto filter = makePassiveMode(context.theRule);
        QCOMPARE(onCommand(*filter, context, "EPSV ALL"), "pass");
        QCOMPARE(onReply(*filter, context, "EPSV ALL", "500 no"), "pass");
        QCOMPARE(onCommand(*filter, context, "PASV"), "pass");
        QCOMPARE(onReply(*filter, context, "epsv all", "200 ok"), "pass");
        for (const char *line : {"PASV", "PORT 203,0,113,10,10,10", "EPRT |1|203.0.113.10|4000|"})
            QVERIFY2(onCommand(*filter, context, line).starts_with("answer 503"), line);
        QCOMPARE(onCommand(*filter, context, "EPSV"), "pass");
    }

    void epsvOfAnotherFamilyIsRefused()
    {
        FakeContext context;
        const auto filter = makePassiveMode(context.theRule);
        QCOMPARE(onCommand(*filter, context, "EPSV 2"), "answer 522 Network protocol not supported, use (1).");
        QCOMPARE(onCommand(*filter, context, "EPSV 1"), "replace EPSV");
    }

    void anIPv6LegOnEitherSideWorks()
    {
        FakeContext context;
        context.theRule.server.address = *IpAddress::parse("2001:db8::20");
        const auto filter = makePassiveMode(context.theRule);
        QCOMPARE(onCommand(*filter, context, "PASV"), "replace EPSV");
        QCOMPARE(onReply(*filter, context, "PASV", "229 (|||5000|)"),
            "replace 227 Entering Passive Mode (203,0,113,1,195,81).");
        context.theClient.address = *IpAddress::parse("2001:db8::10");
        context.reached = *IpAddress::parse("2001:db8::1");
        QVERIFY(onReply(*filter, context, "PASV", "229 (|||5000|)").starts_with("answer 425"));
        QVERIFY(onReply(*filter, context, "EPSV", "229 (|||5000|)").starts_with("replace 229"));
    }

    void passiveModeCanBeSwitchedOff()
    {
        FakeContext context;
        context.theRule.filter.dataModes.passive = false;
        const auto filter = makePassiveMode(context.theRule);
        QVERIFY(onCommand(*filter, context, "PASV").starts_with("answer 502"));
        QVERIFY(onCommand(*filter, context, "EPSV").starts_with("answer 502"));
        QVERIFY(onCommand(*filter, context, "LPSV").starts_with("answer 502"));
        QVERIFY(onCommand(*filter, context, "P@SW").starts_with("answer 502"));
    }
};

QTEST_APPLESS_MAIN(TestFilterPassiveMode)
#include "tst_filter_passive_mode.moc"
