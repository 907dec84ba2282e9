#include "app/proxy/filters/banner/Banner.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterBanner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGreetingIsReplacedWhole()
    {
        FakeContext context;
        context.theRule.filter.banner.text = "Welcome";
        const auto filter = makeBanner(context.theRule);
        ReplyReader reader;
        const auto next = [&](std::string_view line) {
            return shown(filter->onReply(context, {}, *reader.next(line)));
        };
        QCOMPARE(next("220-vsFTPd 3.0.3"), "replace ");
        QCOMPARE(next("second"), "replace ");
        QCOMPARE(next("220 end"), "replace 220 Welcome");
        QCOMPARE(next("421 busy"), "pass");
    }

    void otherRepliesAndAnEmptyBannerAreLeftAlone()
    {
        FakeContext context;
        QVERIFY(!makeBanner(context.theRule));
        context.theRule.filter.banner.text = "Welcome";
        QCOMPARE(onReply(*makeBanner(context.theRule), context, "REIN", "220 ready"), "pass");
    }
};

QTEST_APPLESS_MAIN(TestFilterBanner)
#include "tst_filter_banner.moc"
