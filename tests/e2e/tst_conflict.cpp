#include "tests/e2e/support/LabFixture.h"

#include "models/edits/Document.h"
#include "models/edits/FilterEdits.h"

#include <QSignalSpy>
#include <QTest>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

namespace {

RuleSet withFilter(const RuleSet &ruleSet, AuthTls handling)
{
    Document document;
    document.load(ruleSet);
    const Result<void> done = document.perform(setAuthTls(RuleId::fromTrusted(u"partner-upload"_s), handling));
    Q_UNUSED(done)
    return document.ruleSet();
}

backend::ApplyOptions options(const QString &why)
{
    backend::ApplyOptions options;
    options.why = why;
    options.verify = false;
    options.confirmWhenVerified = true;
    return options;
}

} // namespace

/// Two consoles that start from the same revision: one wins, the other learns who, when, why and what.
class TestConflict : public QObject {
    Q_OBJECT

    std::unique_ptr<LabFixture> m_lab;

    static void verifyConflict(const ApplyProgress &progress, const QString &why)
    {
        QCOMPARE(progress.phase, ApplyPhase::Failed);
        QVERIFY(progress.error);
        QCOMPARE(progress.error->code, ErrorCode::Conflict);
        QVERIFY(progress.conflict);
        QCOMPARE(progress.conflict->who, u"Lab administrator"_s);
        QCOMPARE(progress.conflict->why, why);
        QVERIFY(!progress.conflict->what.isEmpty());
        QVERIFY(progress.conflict->when.isValid());
        QVERIFY(qAbs(progress.conflict->when.secsTo(QDateTime::currentDateTimeUtc())) < 300);
    }

private Q_SLOTS:
    void init()
    {
        auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        m_lab = std::move(*lab);
    }
    void cleanup() { m_lab.reset(); }

    void theSecondOneIsToldAboutTheFirst()
    {
        const auto first = m_lab->workbench();
        const auto second = m_lab->workbench();
        const RuleSet ruleSet = withFilter(m_lab->ruleSet(), AuthTls::Pass);
        const backend::Plan mine = first->plan(ruleSet, backend::Planner::Depth::Words);
        const backend::Plan theirs = second->plan(ruleSet, backend::Planner::Depth::Words);
        QVERIFY(mine.hasChanges() && theirs.hasChanges());

        const auto won = first->apply(mine, options(u"first"_s));
        QVERIFY2(
            won && won->phase == ApplyPhase::Confirmed, qPrintable(won && won->error ? won->error->text() : QString()));
        const auto lost = second->apply(theirs, options(u"second"_s));
        QVERIFY(lost);
        verifyConflict(*lost, u"first"_s);
    }

    void atTheSameMomentExactlyOneWins()
    {
        const auto first = m_lab->workbench();
        const auto second = m_lab->workbench();
        const RuleSet ruleSet = withFilter(m_lab->ruleSet(), AuthTls::Pass);
        const backend::Plan mine = first->plan(ruleSet, backend::Planner::Depth::Words);
        const backend::Plan theirs = second->plan(ruleSet, backend::Planner::Depth::Words);
        QVERIFY(first->deployer.apply(mine, options(u"first"_s)));
        QVERIFY(second->deployer.apply(theirs, options(u"second"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(!first->deployer.isBusy() && !second->deployer.isBusy(), 60000);
        const bool hasFirstWon = first->deployer.progress().phase == ApplyPhase::Confirmed;
        const ApplyProgress &winner = (hasFirstWon ? first : second)->deployer.progress();
        const ApplyProgress &loser = (hasFirstWon ? second : first)->deployer.progress();
        QCOMPARE(winner.phase, ApplyPhase::Confirmed);
        verifyConflict(loser, hasFirstWon ? u"first"_s : u"second"_s);

        const backend::Plan after = first->plan(ruleSet, backend::Planner::Depth::Words);
        QVERIFY(after.isComplete() && !after.hasChanges());
    }
};

QTEST_GUILESS_MAIN(TestConflict)
#include "tst_conflict.moc"
