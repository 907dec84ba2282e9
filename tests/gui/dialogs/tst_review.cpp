#include "models/edits/Document.h"
#include "tests/gui/SampleRuleSet.h"
#include "ui/dialogs/ConnectionTestDialog.h"
#include "ui/dialogs/Countdown.h"
#include "ui/dialogs/DifferenceView.h"
#include "ui/dialogs/RestartDialog.h"
#include "ui/dialogs/ReviewDialog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/window/Intents.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace ferry;
using namespace ferry::ui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RuleId partner = RuleId::fromTrusted(u"partner-upload"_s);
const ServiceId files = ServiceId::fromTrusted(u"files-1"_s);

QList<NodePlan> plans()
{
    NodePlan gateway{u"203.0.113.1:7521"_s, u"gw-1"_s, {}, {}, {}, {}, {}, {}};
    gateway.changes << PlannedChange{PlannedChange::What::Change, u"Partner upload"_s, u"Filter off"_s};
    NodePlan server{u"198.51.100.20:7521"_s, u"files-1"_s, {}, {}, {}, {}, {}, {}};
    server.changes << PlannedChange{PlannedChange::What::Change, u"files-1"_s, u"Passive range 5000–5003"_s};
    server.native << NativeChange{u"/etc/vsftpd.conf"_s, u"pasv_min_port=0\n"_s, u"pasv_min_port=5000\n"_s};
    server.restarts << RestartImpact{files, 4};
    NodePlan idle{u"192.0.2.1:7521"_s, u"gw-2"_s, {}, {}, {}, {}, {}, {}};
    return {gateway, server, idle};
}

ApplyProgress progress(ApplyPhase phase)
{
    ApplyProgress value;
    value.phase = phase;
    value.steps = {{u"gw-1"_s, u"Prepare gw-1"_s, {}, StepState::Done}};
    return value;
}

} // namespace

class ReviewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init()
    {
        m_document.load(sampleRuleSet());
        m_dialog = std::make_unique<ReviewDialog>(m_document, m_intents, m_clock);
    }
    void cleanup() { m_dialog.reset(); }

    void asksForThePlanWhenShown()
    {
        QSignalSpy asked(&m_intents, &Intents::planRequested);
        m_dialog->show();
        QCOMPARE(asked.size(), 1);
        QVERIFY(!m_dialog->primaryButton()->isEnabled());
        m_dialog->hide();
        m_dialog->show();
        QCOMPARE(asked.size(), 1);
    }

    void namesTheNodesAndTheCost()
    {
        m_dialog->show();
        m_dialog->setPlans(plans());
        QVERIFY(m_dialog->primaryButton()->text().contains(u'2'));
        const QString impact = strip(u"impactStrip"_s)->text();
        QVERIFY2(impact.contains(u"vsftpd on files-1"_s) && impact.contains(u'4'), qPrintable(impact));
        QVERIFY(m_dialog->findChild<DifferenceView *>()->toPlainText().contains(u"+ pasv_min_port=5000"_s));
    }

    void appliesWithTheReason()
    {
        QSignalSpy applied(&m_intents, &Intents::applyRequested);
        m_dialog->setReasonRequired(true);
        m_dialog->show();
        m_dialog->setPlans(plans());
        QVERIFY(!m_dialog->primaryButton()->isEnabled());
        QTest::keyClicks(m_dialog->findChild<QLineEdit *>(u"applyReason"_s), u"partner moves to FTPS"_s);
        QVERIFY(m_dialog->primaryButton()->isEnabled());
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QCOMPARE(applied.size(), 1);
        QCOMPARE(applied.first().first().toString(), u"partner moves to FTPS"_s);
    }

    void aMissingNodeStopsEverything()
    {
        QList<NodePlan> some = plans();
        some[1].problem = u"It did not answer in 5 s."_s;
        m_dialog->show();
        m_dialog->setPlans(some);
        QVERIFY(!m_dialog->primaryButton()->isEnabled());
        QVERIFY(strip(u"problemStrip"_s)->text().contains(u"It did not answer in 5 s."_s));
    }

    void nothingToApplyIsSaid()
    {
        m_dialog->show();
        m_dialog->setPlans({plans().last()});
        QVERIFY(m_dialog->findChild<QLabel *>(u"dialogExplanation"_s)->text().contains(u"Nothing to apply"_s));
        m_dialog->primaryButton()->click();
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void cannotBeLeftWhileNodesAreChanged()
    {
        m_dialog->show();
        m_dialog->setPlans(plans());
        m_dialog->setProgress(progress(ApplyPhase::Committing));
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(m_dialog->primaryButton()->isHidden());
        QVERIFY(!strip(u"outcomeStrip"_s)->isHidden());
    }

    void countsDownAndKeeps()
    {
        QSignalSpy kept(&m_intents, &Intents::confirmRequested);
        m_dialog->show();
        m_dialog->setPlans(plans());
        ApplyProgress value = progress(ApplyPhase::Unconfirmed);
        value.confirmLeft = 47s;
        m_dialog->setProgress(value);
        const auto *words = m_dialog->findChild<QLabel *>(u"countdownWords"_s);
        QCOMPARE(words->text(), u"Goes back by itself in 47 s"_s);
        m_clock.advance(46s);
        m_dialog->findChild<Countdown *>()->refresh();
        QCOMPARE(words->text(), u"Goes back by itself in 1 s"_s);
        m_dialog->primaryButton()->click();
        QCOMPARE(kept.size(), 1);
        m_dialog->setProgress(progress(ApplyPhase::Confirmed));
        QVERIFY(m_dialog->findChild<QPushButton *>(u"revertButton"_s)->isHidden());
        m_dialog->primaryButton()->click();
        QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    }

    void revertsOnRequest()
    {
        QSignalSpy reverted(&m_intents, &Intents::rollbackRequested);
        m_dialog->show();
        m_dialog->setPlans(plans());
        m_dialog->setProgress(progress(ApplyPhase::Unconfirmed));
        m_dialog->findChild<QPushButton *>(u"revertButton"_s)->click();
        QCOMPARE(reverted.size(), 1);
        m_dialog->setProgress(progress(ApplyPhase::RolledBack));
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(m_dialog->isHidden());
    }

    void conflictSaysWhoWhenWhyAndWhat()
    {
        QSignalSpy planned(&m_intents, &Intents::planRequested);
        m_dialog->setPlans(plans());
        m_dialog->show();
        ApplyProgress value = progress(ApplyPhase::Failed);
        value.error =
            Error{ErrorCode::Conflict, u"gw-1"_s, u"Not applied."_s, u"gw-1 was changed."_s, u"Review again."_s};
        m_clock.setWallClock(QDateTime({2026, 3, 2}, {9, 53}, Qt::UTC));
        value.conflict = ApplyRecord{{}, {}, u"maria"_s, u"192.0.2.77"_s, QDateTime({2026, 3, 2}, {9, 41}, Qt::UTC),
            u"night shift"_s, {u"Public mirror: filter off"_s}, {}};
        m_dialog->setProgress(value);
        QVERIFY(text(u"conflictWho"_s).contains(u"maria"_s));
        QVERIFY(text(u"conflictWho"_s).contains(u"192.0.2.77"_s));
        QCOMPARE(text(u"conflictWhen"_s), u"12 min ago"_s);
        QCOMPARE(text(u"conflictWhy"_s), u"night shift"_s);
        QCOMPARE(text(u"conflictWhat"_s), u"Public mirror: filter off"_s);
        m_dialog->primaryButton()->click();
        QCOMPARE(planned.size(), 1);
        QCOMPARE(m_dialog->phase(), ApplyPhase::Planning);
    }

    void failedTestOffersItsCureAndTestsAgain()
    {
        ConnectionTestDialog dialog(m_document, m_intents, partner);
        QSignalSpy asked(&m_intents, &Intents::testRequested);
        QSignalSpy review(&dialog, &ConnectionTestDialog::reviewRequested);
        dialog.show();
        QCOMPARE(asked.size(), 1);
        QVERIFY(!dialog.primaryButton()->isEnabled());

        ProbeReport report{partner, u"203.0.113.1:21"_s,
            {{u"AUTH TLS"_s, u"550"_s, StepState::Failed, 3ms, u"The gateway refused it."_s, u"FG101"_s}}};
        dialog.setReport(report);
        QVERIFY(dialog.primaryButton()->isEnabled());
        dialog.primaryButton()->click();
        QCOMPARE(asked.size(), 2);

        Finding finding;
        finding.code = u"FG101"_s;
        finding.fixes << QuickFix{
            u"Pass AUTH TLS"_s, [](const RuleSet &) { return std::make_unique<RenamePartner>(); }};
        dialog.setFindings({finding});
        dialog.setReport(report);
        dialog.primaryButton()->click();
        QCOMPARE(review.size(), 1);
        QCOMPARE(m_document.ruleSet().revision, 99);
    }

    void restartIsToldTruthfully()
    {
        RestartDialog dialog(m_document, m_intents, files, 4);
        QSignalSpy asked(&m_intents, &Intents::restartRequested);
        dialog.show();
        QVERIFY(dialog.findChild<MessageStrip *>(u"restartStrip"_s)->text().contains(u'4'));
        dialog.primaryButton()->click();
        QCOMPARE(asked.size(), 1);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        RestartReport report{files, false, 1, 2, 0, {}, 0, 5s, true, u"It ended at once."_s};
        dialog.setReport(report);
        const QString words = dialog.findChild<MessageStrip *>(u"restartStrip"_s)->text();
        QVERIFY(words.contains(u"was not restarted"_s) && words.contains(u"worked last"_s));
        dialog.primaryButton()->click();
        QCOMPARE(asked.size(), 2);
        report = {files, true, 1, 2, 21, u"220 ready"_s, 0, 420ms, false, {}};
        dialog.setReport(report);
        dialog.primaryButton()->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(asked.size(), 2);
    }

private:
    /// A cure that is easy to see: the edits themselves are tested with the models.
    class RenamePartner final : public Edit {
    public:
        QString name() const override { return u"cure"_s; }
        Result<Change> apply(RuleSet &ruleSet) override
        {
            ruleSet.revision = 99;
            return Change{true, {}};
        }
        Change undo(RuleSet &) override { return {true, {}}; }
    };

    MessageStrip *strip(const QString &name) const { return m_dialog->findChild<MessageStrip *>(name); }
    QString text(const QString &name) const
    {
        const auto *label = m_dialog->findChild<QLabel *>(name);
        return label ? label->text() : QString();
    }

    Document m_document;
    Intents m_intents;
    ManualClock m_clock;
    std::unique_ptr<ReviewDialog> m_dialog;
};

QTEST_MAIN(ReviewTest)
#include "tst_review.moc"
