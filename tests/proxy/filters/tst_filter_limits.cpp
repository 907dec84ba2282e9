#include "app/proxy/filters/limits/Admission.h"
#include "app/proxy/filters/limits/Deadlines.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

class TestFilterLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDoorClosesAtTheLimit()
    {
        LimitsSettings limits;
        QVERIFY(!refuseSession(limits, 100'000, 100'000));
        limits.sessions = 2;
        QVERIFY(!refuseSession(limits, 1, 1));
        QVERIFY(refuseSession(limits, 2, 0)->reply.starts_with("421 "));
        limits.sessionsPerClient = 1;
        QVERIFY(refuseSession(limits, 1, 1)->reply.starts_with("421 "));
        QVERIFY(!refuseSession(limits, 1, 0));
    }

    void theLoginLimitEndsWithTheLogin()
    {
        using std::chrono::seconds;
        const LimitsSettings limits{.idle = seconds(900), .login = seconds(120)};
        const TimePoint start{};
        const SessionTimes waiting{start, start + seconds(100), true};
        QVERIFY(nextDeadline(limits, waiting).at == start + seconds(120));
        QVERIFY(nextDeadline(limits, waiting).reply.starts_with("421 Login"));
        const SessionTimes in{start, start + seconds(100), false};
        QVERIFY(nextDeadline(limits, in).at == start + seconds(1000));
        QVERIFY(nextDeadline(limits, in).reply.starts_with("421 Idle"));
    }
};

QTEST_APPLESS_MAIN(TestFilterLimits)
#include "tst_filter_limits.moc"
