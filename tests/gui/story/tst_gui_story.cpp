#include "app/ctl/story/FtpClient.h"
#include "models/tables/LogModel.h"
#include "models/tables/RulesModel.h"
#include "models/wire/ResultCode.h"
#include "tests/e2e/support/LabFixture.h"
#include "tests/gui/story/ConsoleDriver.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCryptographicHash>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;
using ui::Act;

namespace {

const QString partner = u"partner-upload"_s;
constexpr int patience = 30'000;

QByteArray sha256(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

/// The story of the issue through the console's own widgets: filter on, filter off, quick fixes, Apply, transfers,
/// the wizard, pass, plain FTP, restart. The steps build on one another; after a failed one the rest is skipped.
class TestGuiStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::applyTheme(*qApp, ui::Scheme::Light);
        auto lab = e2e::LabFixture::up();
        QVERIFY2(lab, lab ? "" : qPrintable(lab.error().text()));
        m_lab = std::move(*lab);
        auto clients = ctl::FtpClient::findAll();
        QVERIFY2(clients, clients ? "" : qPrintable(clients.error().text()));
        m_clients = std::move(*clients);
        QVERIFY(m_own.isValid());
        m_driver = std::make_unique<ConsoleDriver>(m_lab->paths().ruleSet(), m_lab->paths().identity(), m_own.path());
        QVERIFY(m_driver->waitForNodes());
        QVERIFY(m_driver->console().window().findChild<QWidget *>(u"firstRunHint"_s)->isVisible());
    }
    void init()
    {
        if (m_broken)
            QSKIP("an earlier step of the story failed");
    }
    void cleanup() { m_broken = m_broken || QTest::currentTestFailed(); }
    void cleanupTestCase()
    {
        m_driver.reset();
        m_lab.reset();
    }

    void a_withTheFilterOnClientsGet550AndTheLogNamesTheGateway()
    {
        QVERIFY(!m_driver->findings().filter(u"550"_s).isEmpty());
        for (const auto &client : m_clients) {
            const ctl::ClientRun run = client->run(task());
            QVERIFY2(!run.succeeded() && run.log.contains(u"550 "_s), qPrintable(run.log));
        }
        m_driver->trigger(Act::ShowLog);
        const auto *log = m_driver->console().window().findChild<QTableView *>(u"logTable"_s)->model();
        const auto told = [log] {
            for (int row = 0; row < log->rowCount(); ++row) {
                const QModelIndex line = log->index(row, LogModel::ResultColumn);
                if (line.data(LogModel::ResultCodeRole).toUInt() == resultcode::connectionKilled
                    && line.data(LogModel::OriginatorRole).toInt() == static_cast<int>(Originator::Gateway)
                    && line.data().toString().contains(u"0x80074E24"_s))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(told(), patience);
    }

    void b_withTheFilterSwitchedOffLoginWorksAndListFailsAsPredicted()
    {
        QVERIFY(m_driver->goToRule(partner, RulesModel::FilterColumn));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(!rule().filter.enabled);
        QVERIFY(!m_driver->findings().filter(u"LIST"_s).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(
            m_driver->console().window().findChild<QWidget *>(u"unappliedBar"_s)->isVisible(), patience);
        QVERIFY(m_driver->reviewAndApply(u"AUTH TLS has to get through"_s, false));
        for (const auto &client : m_clients) {
            const ctl::ClientRun run = client->run(task());
            QVERIFY2(!run.succeeded() && run.log.contains(u"230 "_s), qPrintable(run.log));
        }
    }

    void c_theQuickFixesGiveRangeAddressAndProtocolDefinition()
    {
        QVERIFY(m_driver->takeEveryQuickFix());
        const FtpService *service = publishedService(m_driver->ruleSet(), rule());
        QVERIFY(service->passivePorts.has_value());
        QCOMPARE(service->sites.first().externalAddress.forGateway(rule().gateways.first()), m_lab->network().gateway);
        const ProtocolDefinition *protocol = m_driver->ruleSet().protocols.find(rule().protocol);
        QVERIFY(!protocol->builtIn && relayPorts(*protocol).contains(*service->passivePorts));
    }

    void d_theyAreAppliedTestedAndKept()
    {
        QVERIFY(m_driver->reviewAndApply(u"Fixed passive range"_s, true));
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_driver->console().window().findChild<QWidget *>(u"unappliedBar"_s)->isVisible(), patience);
        m_driver->trigger(Act::ShowHistory);
        const auto *history = m_driver->console().window().findChild<QTableView *>(u"historyTable"_s)->model();
        QTRY_VERIFY_WITH_TIMEOUT(history->rowCount() >= 2, patience);
    }

    void e_bothClientsListFetchAndStoreTwentyMegabytes() { transferEverything(); }

    void theWizardPublishesItAnew()
    {
        QVERIFY(m_driver->goToRule(partner, RulesModel::NameColumn));
        m_driver->trigger(Act::Remove);
        QVERIFY(m_driver->ruleSet().rules.find(RuleId::fromTrusted(partner)) == nullptr);
        QVERIFY(m_driver->press("toolPublish"));
        QDialog *wizard = m_driver->dialog("publishWizard");
        QVERIFY(wizard != nullptr);
        constexpr int lastStep = 6;
        for (int step = 0; step < lastStep; ++step) {
            if (auto *port = wizard->findChild<QWidget *>(u"listenPort"_s); port != nullptr && port->isVisible())
                port->setProperty("value", m_lab->network().controlPort);
            if (auto *off = wizard->findChild<QAbstractButton *>(u"filterEnabled"_s);
                off != nullptr && off->isVisible() && off->isChecked())
                off->click();
            QVERIFY(m_driver->press("primaryButton", wizard));
        }
        auto *name = wizard->findChild<QLineEdit *>(u"publishName"_s);
        QVERIFY(name != nullptr && name->isVisible());
        name->selectAll();
        QTest::keyClicks(name, u"Partner by wizard"_s);
        QVERIFY(m_driver->press("primaryButton", wizard)); // Publish and apply…
        QVERIFY(m_driver->dialog("reviewDialog") != nullptr);
        QVERIFY(m_driver->reviewAndApply(u"Published anew"_s, true));
        transferEverything();
    }

    void f_withTheFilterOnAndPassItStillWorks()
    {
        const QString id = m_driver->ruleSet().rules.at(m_driver->ruleSet().rules.size() - 1).id.text();
        QVERIFY(m_driver->goToRule(id, RulesModel::FilterColumn));
        m_driver->trigger(Act::EditFilter);
        QDialog *dialog = m_driver->dialog("filterDialog");
        QVERIFY(dialog != nullptr);
        if (auto *enabled = dialog->findChild<QAbstractButton *>(u"filterEnabled"_s); !enabled->isChecked())
            enabled->click();
        QVERIFY(m_driver->press("authTlsPass", dialog));
        QVERIFY(m_driver->press("primaryButton", dialog));
        QVERIFY(m_driver->reviewAndApply(u"Filter on again, AUTH TLS passes"_s, true));
        transferEverything();
    }

    void g_plainFtpThroughTheFilterNeedsNoFixedRange()
    {
        for (const auto &client : m_clients) {
            ctl::FtpTask plain = task();
            plain.tls = false;
            plain.port = m_lab->network().mirrorPort;
            const ctl::ClientRun run = client->run(plain);
            QVERIFY2(run.succeeded() && run.out.contains(u"welcome.txt"_s), qPrintable(run.log));
        }
    }

    void theServiceIsRestartedInOneClickAndTheResultIsTold()
    {
        // Idle sessions of the last clients are gone first, so that nobody is cut off.
        QTRY_COMPARE_WITH_TIMEOUT(serviceSessions(), 0, patience);
        auto *menu = m_driver->console().window().findChild<QMenu *>(u"restartMenu"_s);
        menu->popup({});
        menu->findChild<QAction *>(u"restart-files-1"_s)->trigger();
        menu->close();
        auto *notice = m_driver->console().window().findChild<ui::MessageStrip *>(u"notice"_s);
        QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible() && notice->kind() == ui::MessageStrip::Kind::Good, patience);
        QVERIFY2(notice->text().contains(u"220"_s), qPrintable(notice->text()));
    }

    void undoReachesBackToTheBeginning()
    {
        while (m_driver->console().document().canUndo())
            m_driver->trigger(Act::Undo);
        QVERIFY(rule().filter.enabled);
        QCOMPARE(rule().filter.authTls, AuthTls::Deny);
        QVERIFY(!m_driver->console().document().isModified());
    }

private:
    [[nodiscard]] const PublishingRule &rule() const
    {
        return *m_driver->ruleSet().rules.find(RuleId::fromTrusted(partner));
    }

    [[nodiscard]] int serviceSessions() const
    {
        const FtpService &service = m_driver->ruleSet().ftpServices.at(0);
        const ServiceStatus *status = serviceStatus(m_driver->console().live().statuses(), service);
        return status ? status->sessions : -1;
    }

    [[nodiscard]] ctl::FtpTask task() const
    {
        ctl::FtpTask task;
        task.address = m_lab->network().gateway;
        task.port = m_lab->network().controlPort;
        task.authority = m_lab->paths().identity() + u"/ca.pem"_s;
        task.home = m_lab->paths().path(u"clients"_s);
        QDir().mkpath(task.home);
        return task;
    }

    void transferEverything()
    {
        const QString original = m_lab->paths().files() + u"/pub/big.bin"_s;
        const QByteArray expected = sha256(original);
        for (const auto &client : m_clients) {
            for (const bool epsv : {false, true}) {
                ctl::FtpTask one = task();
                one.epsv = epsv;
                const ctl::ClientRun listing = client->run(one);
                QVERIFY2(listing.succeeded() && listing.out.contains(u"welcome.txt"_s), qPrintable(listing.log));
                one.kind = ctl::FtpTask::Kind::Download;
                one.remote = u"pub/big.bin"_s;
                one.local = m_own.filePath(u"%1-%2.bin"_s.arg(client->name()).arg(epsv));
                const ctl::ClientRun down = client->run(one);
                QVERIFY2(down.succeeded() && sha256(one.local) == expected, qPrintable(down.log));
                one.kind = ctl::FtpTask::Kind::Upload;
                one.remote = u"upload"_s;
                const QString stored = m_lab->paths().files() + u"/upload/"_s + QFileInfo(one.local).fileName();
                QFile::remove(stored);
                const ctl::ClientRun up = client->run(one);
                QVERIFY2(up.succeeded() && sha256(stored) == expected, qPrintable(up.log));
            }
        }
    }

    std::unique_ptr<e2e::LabFixture> m_lab;
    std::vector<std::unique_ptr<ctl::FtpClient>> m_clients;
    QTemporaryDir m_own;
    std::unique_ptr<ConsoleDriver> m_driver;
    bool m_broken = false;
};

QTEST_MAIN(TestGuiStory)
#include "tst_gui_story.moc"
