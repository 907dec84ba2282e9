#include "tests/agent/systemd/SystemdHost.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;

/// Boots a real systemd and runs systemd_inside in it.
class TestSystemd : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void servicesAreControlledThroughARealSystemd()
    {
        const auto host = SystemdHost::boot();
        if (!host)
            QSKIP(qPrintable(host.error().why));
        QCOMPARE(
            (*host)->run({QCoreApplication::applicationDirPath() + u"/systemd_inside"_s}, std::chrono::minutes(3)), 0);
    }
};

QTEST_GUILESS_MAIN(TestSystemd)
#include "tst_systemd.moc"
