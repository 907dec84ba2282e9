#include "app/proxy/loop/TimerQueue.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <random>

using namespace ferry::proxy;

class TestProxyTimers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timersFireInTheOrderOfTheirDeadlines()
    {
        // Armed, moved, disarmed and destroyed at random: what is left fires once, sorted, and nothing too early.
        std::mt19937 random(4711);
        TimerQueue queue;
        const TimePoint start{};
        std::vector<int> fired;
        std::vector<std::unique_ptr<CallbackTimer>> timers;
        std::vector<int> deadlines;
        for (int i = 0; i < 500; ++i) {
            timers.push_back(std::make_unique<CallbackTimer>(
                [&fired, &deadlines, i] { fired.push_back(deadlines[static_cast<std::size_t>(i)]); }));
            deadlines.push_back(static_cast<int>(random() % 1000));
            queue.arm(*timers.back(), start + std::chrono::milliseconds(deadlines.back()));
        }
        std::vector<int> expected;
        for (std::size_t i = 0; i < timers.size(); ++i) {
            switch (random() % 4) {
            case 0:
                queue.disarm(*timers[i]);
                continue;
            case 1:
                timers[i].reset();
                continue;
            case 2:
                deadlines[i] = static_cast<int>(random() % 1000);
                queue.arm(*timers[i], start + std::chrono::milliseconds(deadlines[i]));
                break;
            default:
                break;
            }
            expected.push_back(deadlines[i]);
        }
        std::sort(expected.begin(), expected.end());
        for (int now = 0; now <= 1000; now += 10) {
            queue.fire(start + std::chrono::milliseconds(now));
            QVERIFY(fired.empty() || fired.back() <= now);
        }
        QCOMPARE(fired, expected);
        QVERIFY(!queue.next());
    }

    void aTimerMayArmItselfAgain()
    {
        TimerQueue queue;
        int count = 0;
        CallbackTimer *self = nullptr;
        CallbackTimer timer([&] {
            if (++count < 3)
                queue.arm(*self, TimePoint{} + std::chrono::seconds(count));
        });
        self = &timer;
        queue.arm(timer, TimePoint{});
        queue.fire(TimePoint{} + std::chrono::seconds(10));
        QCOMPARE(count, 3);
        QVERIFY(!timer.isArmed());
    }
};

QTEST_APPLESS_MAIN(TestProxyTimers)
#include "tst_proxy_timers.moc"
