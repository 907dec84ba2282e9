#include "app/proxy/filters/auth_tls/AuthTlsFilter.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterAuthTls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void denyAnswersEveryMechanismWithTheWordsOfIsa()
    {
        FakeContext context;
        const auto filter = makeAuthTlsFilter(context.theRule);
        for (const char *line :
            {"AUTH TLS", "auth tls", "AUTH SSL", "AUTH TLS-C", "AUTH TLS-P", "AUTH GSSAPI", "AUTH", "ADAT x"}) {
            const Verdict verdict = filter->onCommand(context, *parseCommand(line));
            QCOMPARE(shown(verdict), "answer 550 Access is denied.");
            QCOMPARE(verdict.resultCode, 0x80074E24U);
            QVERIFY(verdict.reason.find("server never saw it") != std::string::npos);
        }
        QCOMPARE(onCommand(*filter, context, "USER a"), "pass");
    }

    void passTurnsOpaqueOnlyWhenTheServerAgrees()
    {
        FakeContext context;
        context.theRule.filter.authTls.handling = AuthTls::Pass;
        const auto filter = makeAuthTlsFilter(context.theRule);
        QCOMPARE(onCommand(*filter, context, "AUTH TLS"), "pass");
        QCOMPARE(onReply(*filter, context, "AUTH TLS", "500 what"), "pass");
        QCOMPARE(onReply(*filter, context, "AUTH TLS", "431 later"), "pass");
        QCOMPARE(onReply(*filter, context, "NOOP", "234 odd"), "pass");
        QCOMPARE(onReply(*filter, context, "AUTH GSSAPI", "334 more"), "pass");
        QCOMPARE(onReply(*filter, context, "AUTH SSL", "334 old"), "opaque");
        QCOMPARE(onReply(*filter, context, "AUTH TLS", "234 go"), "opaque");
        QCOMPARE(onReply(*filter, context, "ADAT x", "235 go"), "opaque");
    }
};

QTEST_APPLESS_MAIN(TestFilterAuthTls)
#include "tst_filter_auth_tls.moc"
