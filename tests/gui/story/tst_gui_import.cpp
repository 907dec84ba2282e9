#include "tests/e2e/support/LabFixture.h"
#include "tests/gui/story/ConsoleDriver.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;
using ui::Act;

namespace {

const ServiceId files = ServiceId::fromTrusted(u"files-1"_s);

} // namespace

/// Import from server with the console's own widgets, from the real agent of a real vsftpd.
class TestGuiImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::applyTheme(*qApp, ui::Scheme::Light);
        auto lab = e2e::LabFixture::up();
        QVERIFY2(lab, lab ? "" : qPrintable(lab.error().text()));
        m_lab = std::move(*lab);
        // Somebody has set this by hand.
        QFile conf(m_lab->paths().vsftpdConf());
        QVERIFY(conf.open(QIODevice::Append));
        conf.write("pasv_min_port=40000\npasv_max_port=40009\npasv_address=203.0.113.7\n");
        conf.close();
        m_driver = std::make_unique<ConsoleDriver>(m_lab->paths().ruleSet(), m_lab->paths().identity(), m_own.path());
        QVERIFY(m_driver->waitForNodes());
    }
    void cleanupTestCase()
    {
        m_driver.reset();
        m_lab.reset();
    }

    void whatTheServerHasIsShownAndTakenAsOneStep()
    {
        const RuleSet before = m_driver->ruleSet();
        QDialog *dialog = askServer();
        QVERIFY(dialog);
        const auto *items = dialog->findChild<QTreeWidget *>(u"serverImportItems"_s);
        QTRY_COMPARE_WITH_TIMEOUT(items->topLevelItemCount(), 2, 30'000);
        QCOMPARE(items->topLevelItem(0)->text(2), u"40000–40009"_s);
        QCOMPARE(items->topLevelItem(1)->text(2), u"203.0.113.7"_s);
        QCOMPARE(m_driver->ruleSet(), before);
        QVERIFY(m_driver->press("primaryButton", dialog));
        const FtpService &service = *m_driver->ruleSet().ftpServices.find(files);
        QCOMPARE(service.passivePorts, PortRange::fromTrusted(40000, 40009));
        QCOMPARE(service.sites.first().externalAddress.everywhere, Address::fromTrusted(u"203.0.113.7"));
        QVERIFY(m_driver->console().document().undoName().startsWith(u"import "_s));
        m_driver->trigger(Act::Undo);
        QCOMPARE(m_driver->ruleSet(), before);
        m_driver->trigger(Act::Redo);
    }

    void askedAgainThereIsNothingToTake()
    {
        QDialog *dialog = askServer();
        QVERIFY(dialog);
        const auto *strip = dialog->findChild<QWidget *>(u"serverImportStrip"_s);
        const auto isSaid = [strip] {
            const auto labels = strip->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [](const QLabel *label) { return label->text().contains(u"says what the server has"_s); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSaid(), 30'000);
        QVERIFY(!dialog->findChild<QAbstractButton *>(u"primaryButton"_s)->isEnabled());
        dialog->reject();
    }

    void anAgentThatCannotReadTheFileSaysSo()
    {
        const RuleSet before = m_driver->ruleSet();
        QVERIFY(QFile::rename(m_lab->paths().vsftpdConf(), m_own.filePath(u"away.conf"_s)));
        QDialog *dialog = askServer();
        QVERIFY(dialog);
        const auto *again = dialog->findChild<QAbstractButton *>(u"primaryButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(again->isEnabled(), 30'000);
        QCOMPARE(again->text(), u"&Ask again"_s);
        QVERIFY(QFile::rename(m_own.filePath(u"away.conf"_s), m_lab->paths().vsftpdConf()));
        QCOMPARE(m_driver->ruleSet(), before);
        dialog->reject();
    }

private:
    /// Opens the dialog from the page of FTP services, as a person does.
    [[nodiscard]] QDialog *askServer() const
    {
        m_driver->console().window().showSubject({ObjectKind::FtpService, files.text()});
        return m_driver->press("serviceImport") ? m_driver->dialog("serverImportDialog") : nullptr;
    }

    QTemporaryDir m_own;
    std::unique_ptr<e2e::LabFixture> m_lab;
    std::unique_ptr<ConsoleDriver> m_driver;
};

QTEST_MAIN(TestGuiImport)
#include "tst_gui_import.moc"
