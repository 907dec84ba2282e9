#include "tests/e2e/support/LabFixture.h"
#include "tests/gui/story/ConsoleDriver.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using namespace ferry;
using namespace ferry::test;

namespace {

const ServiceId files = ServiceId::fromTrusted(u"files-1"_s);
constexpr qint64 room = 4096 * 1024;

/// What the file really takes on the disk.
qint64 blocksOf(const QString &path)
{
    struct stat found{};
    return ::stat(path.toUtf8().constData(), &found) == 0 ? found.st_blocks * 512 : 0;
}

} // namespace

/// Ballast with the console's own widgets, on the real volume of a real agent.
class TestGuiVolume : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::applyTheme(*qApp, ui::Scheme::Light);
        auto lab = e2e::LabFixture::up();
        QVERIFY2(lab, lab ? "" : qPrintable(lab.error().text()));
        m_lab = std::move(*lab);
        m_driver = std::make_unique<ConsoleDriver>(m_lab->paths().ruleSet(), m_lab->paths().identity(), m_own.path());
        QVERIFY(m_driver->waitForNodes());
    }
    void cleanupTestCase()
    {
        m_driver.reset();
        m_lab.reset();
    }

    void roomIsKeptAndGivenBack()
    {
        m_driver->console().window().showSubject({ObjectKind::FtpService, files.text()});
        QVERIFY(m_driver->press("serviceVolume"));
        QDialog *dialog = m_driver->dialog("volumeDialog");
        QVERIFY(dialog);
        auto *size = dialog->findChild<QLineEdit *>(u"volumeBallast"_s);
        auto *giveBack = dialog->findChild<QAbstractButton *>(u"volumeGiveBack"_s);
        QCOMPARE(size->text(), u"0"_s);
        QVERIFY(!giveBack->isVisible());
        size->selectAll();
        QTest::keyClicks(size, u"4M"_s);
        QVERIFY(m_driver->press("primaryButton", dialog));
        QTRY_VERIFY_WITH_TIMEOUT(giveBack->isVisible(), 30'000);
        const QString path = m_lab->paths().node(u"files-1"_s, u"ballast"_s);
        QVERIFY(blocksOf(path) >= room);
        QVERIFY(m_driver->press("volumeGiveBack", dialog));
        QTRY_VERIFY_WITH_TIMEOUT(!giveBack->isVisible(), 30'000);
        QCOMPARE(blocksOf(path), 0);
        QCOMPARE(size->text(), u"0"_s);
        dialog->reject();
    }

private:
    QTemporaryDir m_own;
    std::unique_ptr<e2e::LabFixture> m_lab;
    std::unique_ptr<ConsoleDriver> m_driver;
};

QTEST_MAIN(TestGuiVolume)
#include "tst_gui_volume.moc"
