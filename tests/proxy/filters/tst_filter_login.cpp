#include "app/proxy/filters/login/Login.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterLogin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSessionLearnsWhoLoggedIn()
    {
        FakeContext context;
        const auto filter = makeLogin(context.theRule);
        QCOMPARE(onCommand(*filter, context, "USER ann"), "pass");
        QCOMPARE(context.user, "ann");
        onReply(*filter, context, "USER ann", "331 password");
        onReply(*filter, context, "PASS x", "530 no");
        onReply(*filter, context, "NOOP", "230 odd");
        QVERIFY(!context.hasLoggedIn);
        onReply(*filter, context, "PASS x", "230 in");
        QVERIFY(context.hasLoggedIn);
        onReply(*filter, context, "REIN", "220 again");
        QVERIFY(!context.hasLoggedIn);
    }
};

QTEST_APPLESS_MAIN(TestFilterLogin)
#include "tst_filter_login.moc"
