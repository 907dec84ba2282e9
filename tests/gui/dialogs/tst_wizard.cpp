#include "models/edits/Document.h"
#include "models/edits/FilterEdits.h"
#include "tests/gui/SampleRuleSet.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FieldEdit.h"
#include "ui/wizard/PublishWizard.h"
#include "ui/wizard/StepRail.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace ferry;
using namespace ferry::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Finding> nothingFound(const RuleSet &, const Change &)
{
    return {};
}

} // namespace

class WizardTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { m_document.load(sampleRuleSet()); }

    void walkByKeyboardPublishesAndOneUndoTakesItBack()
    {
        PublishWizard wizard(m_document, nothingFound);
        QSignalSpy published(&wizard, &PublishWizard::published);
        QSignalSpy review(&wizard, &PublishWizard::reviewRequested);
        wizard.show();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        for (const PublishStep step : publishSteps) {
            QCOMPARE(wizard.step(), step);
            QVERIFY(wizard.focusWidget());
            if (step == PublishStep::Summary)
                QTest::keyClicks(wizard.focusWidget(), u"Staff"_s);
            // As a person would who accepts what is there.
            QTest::keyClick(wizard.focusWidget(), Qt::Key_Return);
        }
        QCOMPARE(wizard.result(), int(QDialog::Accepted));
        QCOMPARE(published.size(), 1);
        QCOMPARE(review.size(), 1);

        const RuleSet &after = m_document.ruleSet();
        QCOMPARE(after.rules.size(), 3);
        const PublishingRule rule = after.rules.at(2);
        QCOMPARE(rule.name, u"Staff"_s);
        QCOMPARE(rule.listener.address, Address::fromTrusted(u"203.0.113.1"));
        QVERIFY(rule.filter.enabled);
        QCOMPARE(rule.filter.authTls, AuthTls::Pass);
        QCOMPARE(relayPorts(*after.protocols.find(rule.protocol)), QList{PortRange::fromTrusted(5100, 5119)});
        QCOMPARE(publishedSite(after, rule)->externalAddress.everywhere, Address::fromTrusted(u"203.0.113.1"));
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
        QVERIFY(!m_document.canUndo());
    }

    void goesBackWithoutLosingAnything()
    {
        PublishWizard wizard(m_document, nothingFound);
        wizard.show();
        wizard.primaryButton()->click();
        wizard.findChild<QRadioButton *>(u"tlsNone"_s)->click();
        wizard.primaryButton()->click();
        wizard.findChild<QPushButton *>(u"backButton"_s)->click();
        QCOMPARE(wizard.step(), PublishStep::Protocol);
        QVERIFY(wizard.findChild<QRadioButton *>(u"tlsNone"_s)->isChecked());
        wizard.findChild<StepButton *>(u"step-1"_s)->click();
        QCOMPARE(wizard.step(), PublishStep::Server);
        wizard.findChild<StepButton *>(u"step-3"_s)->click();
        QCOMPARE(wizard.step(), PublishStep::Listener);
        QCOMPARE(wizard.draft().tls, TlsMode::None);
        QVERIFY(!wizard.findChild<StepButton *>(u"step-5"_s)->isEnabled());
    }

    void bareAddressNeedsAnAddressFirst()
    {
        PublishWizard wizard(m_document, nothingFound);
        wizard.show();
        wizard.findChild<QRadioButton *>(u"sourceAddress"_s)->click();
        QVERIFY(!wizard.primaryButton()->isEnabled());
        QVERIFY(wizard.problem());
        QVERIFY(!wizard.problem()->remedy.isEmpty());
        QTest::keyClicks(wizard.findChild<FieldEdit *>(u"serverAddress"_s)->lineEdit(), u"198.51.100.77"_s);
        QVERIFY(wizard.primaryButton()->isEnabled());
        while (wizard.step() != PublishStep::Summary)
            wizard.primaryButton()->click();
        wizard.findChild<QPushButton *>(u"publishButton"_s)->click();
        const PublishingRule rule = m_document.ruleSet().rules.at(2);
        QCOMPARE(std::get<BareServer>(rule.server), (BareServer{Address::fromTrusted(u"198.51.100.77"), 21}));
        QCOMPARE(rule.name, u"FTPS on 198.51.100.77"_s);
    }

    void newServiceComesWithItsRule()
    {
        PublishWizard wizard(m_document, nothingFound);
        wizard.show();
        wizard.findChild<QRadioButton *>(u"sourceNew"_s)->click();
        QTest::keyClicks(wizard.findChild<QLineEdit *>(u"newServiceName"_s), u"files-2"_s);
        QTest::keyClicks(wizard.findChild<QLineEdit *>(u"newServiceAgent"_s), u"198.51.100.40:7521"_s);
        QTest::keyClicks(wizard.findChild<FieldEdit *>(u"serverAddress"_s)->lineEdit(), u"198.51.100.40"_s);
        while (wizard.step() != PublishStep::Summary)
            wizard.primaryButton()->click();
        wizard.findChild<QPushButton *>(u"publishButton"_s)->click();
        const RuleSet &after = m_document.ruleSet();
        QCOMPARE(after.ftpServices.size(), 3);
        const FtpService service = after.ftpServices.at(2);
        QCOMPARE(service.name, u"files-2"_s);
        QCOMPARE(service.configPath, u"/etc/vsftpd.conf"_s);
        QVERIFY(service.passivePorts);
        QCOMPARE(service.sites.first().tls, TlsMode::Explicit);
        m_document.undo();
        QCOMPARE(m_document.ruleSet(), sampleRuleSet());
    }

    void quickFixChangesTheDraftAndTheFindings()
    {
        // Finds fault with a new rule until its filter is off.
        const auto checker = [](const RuleSet &ruleSet, const Change &) {
            QList<Finding> findings;
            for (const PublishingRule &rule : ruleSet.rules) {
                if (ruleSet.rules.rowOf(rule.id) < 2 || !rule.filter.enabled)
                    continue;
                Finding finding;
                finding.code = u"FG900"_s;
                finding.severity = Severity::Error;
                finding.subjectId = rule.id.text();
                finding.title = u"Too strict"_s;
                finding.fixes << QuickFix{
                    u"Switch the filter off"_s, [id = rule.id](const RuleSet &) { return switchFilter(id, false); }};
                findings << finding;
            }
            return findings;
        };
        PublishWizard wizard(m_document, checker);
        wizard.show();
        while (wizard.step() != PublishStep::Check)
            wizard.primaryButton()->click();
        auto *page = wizard.findChild<CheckPage *>();
        QCOMPARE(page->findings().size(), 1);
        QPushButton *fix = nullptr;
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text() == u"Switch the filter off"_s)
                fix = button;
        }
        QVERIFY(fix);
        fix->click();
        QVERIFY(page->findings().isEmpty());
        QVERIFY(!wizard.draft().filter.enabled);
        QVERIFY(!m_document.canUndo());
    }

    void escapeChangesNothing()
    {
        PublishWizard wizard(m_document, nothingFound);
        wizard.show();
        wizard.primaryButton()->click();
        QTest::keyClick(&wizard, Qt::Key_Escape);
        QVERIFY(wizard.isHidden());
        QVERIFY(!m_document.canUndo());
    }

private:
    Document m_document;
};

QTEST_MAIN(WizardTest)
#include "tst_wizard.moc"
