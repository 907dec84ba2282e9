#include "app/proxy/filters/auth_tls/Terminate.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterTerminate : public QObject {
    Q_OBJECT

    static FakeContext contextFor(UpstreamTls upstream)
    {
        FakeContext context;
        context.theRule.filter.authTls = {AuthTls::Terminate, upstream};
        return context;
    }

private Q_SLOTS:
    void authSecuresTheClientAndWhereTheRuleSaysSoTheServer()
    {
        for (const UpstreamTls upstream : {UpstreamTls::Same, UpstreamTls::Clear, UpstreamTls::Required}) {
            FakeContext context = contextFor(upstream);
            const auto filter = makeTerminate(context.theRule);
            const std::string verdict = onCommand(*filter, context, "auth ssl");
            QCOMPARE(verdict,
                std::string("secure 234 AUTH SSL accepted, begin the handshake.")
                    + (upstream == UpstreamTls::Same ? ", server TLS" : "") + ", client TLS, client C");
        }
    }

    void anImplicitServerIsNotAskedAgain()
    {
        FakeContext context = contextFor(UpstreamTls::Same);
        context.state.isServerSecure = true;
        const auto filter = makeTerminate(context.theRule);
        QVERIFY(onCommand(*filter, context, "AUTH TLS").find("server TLS") == std::string::npos);
    }

    void protectionGoesToTheServerOnlyWhereItIsTheSame()
    {
        for (const UpstreamTls upstream : {UpstreamTls::Same, UpstreamTls::Clear, UpstreamTls::Required}) {
            FakeContext context = contextFor(upstream);
            context.state.isClientSecure = true;
            const auto filter = makeTerminate(context.theRule);
            QVERIFY(onCommand(*filter, context, "PROT P").starts_with("answer 503"));
            QCOMPARE(onCommand(*filter, context, "PBSZ 0"), "secure 200 PBSZ=0");
            QCOMPARE(onCommand(*filter, context, "PROT P"),
                std::string("secure 200 Data connections are encrypted.")
                    + (upstream == UpstreamTls::Same ? ", server P" : "") + ", client P");
        }
    }

    void theGreetingWaitsOnlyWhereTlsIsRequired()
    {
        FakeContext context = contextFor(UpstreamTls::Required);
        QVERIFY(securityAtGreeting(context.theRule).secureServer);
        QVERIFY(securityAtGreeting(context.theRule).serverData == Protection::Private);
        context.theRule.serverTls = ServerTls::Implicit;
        QVERIFY(!securityAtGreeting(context.theRule).secureServer);
        QVERIFY(securityAtGreeting(context.theRule).serverData == Protection::Private);
        context = contextFor(UpstreamTls::Same);
        QVERIFY(!securityAtGreeting(context.theRule).secureServer && !securityAtGreeting(context.theRule).serverData);
    }
};

QTEST_APPLESS_MAIN(TestFilterTerminate)
#include "tst_filter_terminate.moc"
