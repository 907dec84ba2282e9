#include "app/proxy/filters/limits/Admission.h"
#include "app/proxy/filters/limits/ClientCounts.h"
#include "app/proxy/filters/limits/Deadlines.h"
#include "tests/proxy/filters/FakeContext.h"

#include <QTest>

using namespace ferry::proxy;

namespace {

IpAddress address(std::string_view text)
{
    return *IpAddress::parse(text);
}

} // namespace

class TestFilterLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDoorClosesAtTheLimit()
    {
        LimitsSettings limits;
        QVERIFY(!refuseSession(limits, {100'000, 100'000, 100'000}));
        limits.sessions = 2;
        QVERIFY(!refuseSession(limits, {1, 1, 1}));
        QCOMPARE(refuseSession(limits, {2, 0, 0})->reply, "421 Too many sessions, try again later.\r\n");
        limits.sessionsPerClient = 1;
        QCOMPARE(
            refuseSession(limits, {1, 1, 1})->reply, "421 Too many sessions from your address, try again later.\r\n");
        QVERIFY(!refuseSession(limits, {1, 0, 1}));
        limits.sessionsPerNetwork = 1;
        const std::optional<Refusal> refusal = refuseSession(limits, {1, 0, 1});
        QCOMPARE(refusal->reply, "421 Too many sessions from your network, try again later.\r\n");
        QCOMPARE(refusal->limit, Limit::SessionsPerNetwork);
        QVERIFY(!refuseSession(limits, {1, 0, 0}));
    }

    void networksAreAsLargeAsTheRuleSays()
    {
        ClientCounts counts;
        counts.countNetworks(NetworkSize{22, 52});
        for (const char *client : {"198.51.100.1", "198.51.103.255", "198.51.103.255", "2001:db8:0:1000::1"})
            counts.add(address(client));
        QCOMPARE(counts.networks(), 2U);
        QCOMPARE(counts.ofNetwork(address("198.51.101.7")), 3U);
        QCOMPARE(counts.ofNetwork(address("198.51.104.1")), 0U);
        QCOMPARE(counts.ofNetwork(address("198.51.99.255")), 0U);
        QCOMPARE(counts.ofNetwork(address("2001:db8:0:1fff:ffff::")), 1U);
        QCOMPARE(counts.ofNetwork(address("2001:db8:0:2000::")), 0U);
        QCOMPARE(counts.ofClient(address("198.51.103.255")), 2U);
        QCOMPARE(counts.ofClient(address("198.51.103.254")), 0U);
        // A whole address is a network too.
        counts.countNetworks(NetworkSize{32, 128});
        QCOMPARE(counts.networks(), 3U);
        QCOMPARE(counts.ofNetwork(address("198.51.103.255")), 2U);
        QCOMPARE(counts.ofNetwork(address("2001:db8:0:1000::1")), 1U);
    }

    void changesOfTheLimitCountWhatIsOpen()
    {
        const IpAddress first = address("127.0.1.1");
        const IpAddress second = address("127.0.1.2");
        const IpAddress far = address("127.0.2.1");
        ClientCounts counts;
        counts.add(first);
        counts.add(second);
        counts.add(far);
        QCOMPARE(counts.networks(), 0U);
        QCOMPARE(counts.ofNetwork(first), 0U);
        counts.countNetworks(NetworkSize{24, 64});
        QCOMPARE(counts.ofNetwork(first), 2U);
        counts.add(first);
        QCOMPARE(counts.ofNetwork(second), 3U);
        counts.countNetworks(NetworkSize{16, 64});
        QCOMPARE(counts.ofNetwork(far), 4U);
        counts.remove(far);
        counts.countNetworks(NetworkSize{24, 64});
        QCOMPARE(counts.ofNetwork(first), 3U);
        QCOMPARE(counts.ofNetwork(far), 0U);
        counts.countNetworks({});
        QCOMPARE(counts.networks(), 0U);
        counts.remove(first);
        counts.countNetworks(NetworkSize{24, 64});
        QCOMPARE(counts.ofNetwork(first), 2U);
        counts.remove(first);
        counts.remove(second);
        QCOMPARE(counts.networks(), 0U);
        QCOMPARE(counts.ofClient(first), 0U);
    }

    void stalledDataEndsBeforeItsIdleSession()
    {
        using std::chrono::seconds;
        const TimePoint last{seconds(50)};
        const LimitsSettings limits{.idle = seconds(900), .data = seconds(300)};
        QVERIFY(dataDeadline(limits, true, last).at == last + seconds(300));
        QVERIFY(dataDeadline(limits, true, last).limit == Limit::Data);
        // Nobody knows what is a transfer where nothing is read.
        QVERIFY(dataDeadline(limits, false, last).at == last + seconds(900));
        QVERIFY(!dataDeadline(limits, false, last).limit);
        const LimitsSettings hasty{.idle = seconds(60), .data = seconds(300)};
        QVERIFY(dataDeadline(hasty, true, last).at == last + seconds(60));
        QVERIFY(!dataDeadline(hasty, true, last).limit);
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
