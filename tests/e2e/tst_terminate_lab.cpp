#include "tests/e2e/support/LabFixture.h"

#include "models/edits/Document.h"
#include "models/edits/FilterEdits.h"

#include <QFile>
#include <QTest>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

/// A rule that ends TLS at the gateway, applied as an administrator does it, and tested from the outside.
class TestTerminateLab : public QObject {
    Q_OBJECT

    std::unique_ptr<LabFixture> m_lab;

    RuleSet terminating(const QString &certificate) const
    {
        RuleSet ruleSet = m_lab->ruleSet();
        Gateway gateway = ruleSet.gateways.at(0);
        gateway.certificate = certificate;
        ruleSet.gateways.replace(0, gateway);
        for (qsizetype row = 0; row < ruleSet.rules.size(); ++row) {
            PublishingRule rule = ruleSet.rules.at(row);
            rule.filter.enabled = true;
            rule.filter.authTls = AuthTls::Terminate;
            rule.filter.upstreamTls = UpstreamTls::Required;
            ruleSet.rules.replace(row, rule);
        }
        return ruleSet;
    }

    static backend::ApplyOptions verified()
    {
        backend::ApplyOptions options;
        options.why = u"inspect what is encrypted"_s;
        options.verify = true;
        options.confirmWhenVerified = true;
        return options;
    }

    QByteArray log() const
    {
        QFile file(m_lab->paths().node(u"gw-1"_s, u"proxy.log"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        m_lab = std::move(*lab);
    }
    void cleanupTestCase() { m_lab.reset(); }

    void aCertificateThatTheNodeDoesNotHaveIsRefusedBeforeAnythingChanges()
    {
        const auto bench = m_lab->workbench();
        const backend::Plan plan = bench->plan(terminating(u"unheard-of"_s), backend::Planner::Depth::Words);
        QVERIFY(plan.hasChanges());
        const auto applied = bench->apply(plan, verified());
        QVERIFY(applied);
        QCOMPARE(applied->phase, ApplyPhase::Failed);
        QVERIFY(applied->error);
        QVERIFY2(applied->error->text().contains(u"unheard-of"_s), qPrintable(applied->error->text()));
    }

    void theRuleRunsAndTransfersArriveFromTheOutside()
    {
        const auto bench = m_lab->workbench();
        const backend::Plan plan = bench->plan(terminating(u"public"_s), backend::Planner::Depth::Words);
        QVERIFY(plan.hasChanges());
        const auto applied = bench->apply(plan, verified());
        QVERIFY(applied);
        QVERIFY2(applied->phase == ApplyPhase::Confirmed,
            qPrintable(applied->error ? applied->error->text() : u"not confirmed"_s));
        // The proxy writes its lines in batches, so they may come after the result.
        QTRY_VERIFY(log().contains("The connection to the client is encrypted"));
        QTRY_VERIFY(log().contains("The connection to the server is encrypted"));
        QTRY_VERIFY(log().contains("\"command\":\"RETR"));
    }
};

QTEST_GUILESS_MAIN(TestTerminateLab)
#include "tst_terminate_lab.moc"
