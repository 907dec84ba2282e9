#pragma once

#include <QTest>

#include <unistd.h>

namespace ferry::test {

/// True where the machine is set up by "./dev setup" before the tests, as CI is (.ci/run): what is missing there is a
/// defect of the setup, and a skipped test would hide it.
[[nodiscard]] inline bool isSetUp()
{
    return qEnvironmentVariable("CI") == QLatin1String("true");
}

/// True in the builds of the presets asan ("address") and tsan ("thread").
[[nodiscard]] inline bool isUnder(QByteArrayView sanitizer)
{
    return QByteArrayView(FERRYGATE_SANITIZE).contains(sanitizer);
}

} // namespace ferry::test

/// Leaves a test function unless `present`, which "./dev setup" provides: failed in CI, skipped elsewhere. ctest then
/// shows the whole test as "Skipped" (ferrygate_test in cmake/FerrygateTargets.cmake).
#define FERRY_NEEDS(present, what)                                                                                     \
    do {                                                                                                               \
        if (!(present)) {                                                                                              \
            if (ferry::test::isSetUp())                                                                                \
                QFAIL(what " ./dev setup provides it.");                                                               \
            QSKIP(what " ./dev setup provides it.");                                                                   \
        }                                                                                                              \
    } while (false)

/// The same for tests that only root can run; `why` says what needs it.
#define FERRY_NEEDS_ROOT(why)                                                                                          \
    do {                                                                                                               \
        if (::geteuid() != 0) {                                                                                        \
            if (ferry::test::isSetUp())                                                                                \
                QFAIL(why " Run the tests as root.");                                                                  \
            QSKIP(why " Run the tests as root.");                                                                      \
        }                                                                                                              \
    } while (false)

/// For what a sanitizer makes impossible to see ("address", "thread"): says so in the output and leaves the test
/// function, which counts as passed, because nothing is missing that a person could provide.
#define FERRY_NOT_UNDER(sanitizer, why)                                                                                \
    do {                                                                                                               \
        if (ferry::test::isUnder(sanitizer)) {                                                                         \
            qInfo("Left out under the " sanitizer " sanitizer: " why);                                                 \
            return;                                                                                                    \
        }                                                                                                              \
    } while (false)
