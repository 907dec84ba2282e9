#include "tests/agent/systemd/SystemdHost.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;

/// Boots a real systemd and runs the tests of control/systemd in it.
class TestSystemd : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto host = SystemdHost::boot();
        if (!host)
            QSKIP(qPrintable(host.error().why));
        m_host = std::move(*host);
    }

    void servicesAreControlledThroughARealSystemd() { QCOMPARE(runInside(u"systemd_inside"_s), 0); }

    void theDistributionsFtpServersAreRestartedByTheirUnits() { QCOMPARE(runInside(u"servers_inside"_s), 0); }

private:
    int runInside(const QString &program) const
    {
        return m_host->run({QCoreApplication::applicationDirPath() + u'/' + program}, std::chrono::minutes(3));
    }

    std::unique_ptr<SystemdHost> m_host;
};

QTEST_GUILESS_MAIN(TestSystemd)
#include "tst_systemd.moc"
