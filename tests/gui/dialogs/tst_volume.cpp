#include "models/edits/Document.h"
#include "tests/gui/SampleRuleSet.h"
#include "ui/dialogs/VolumeDialog.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/MessageStrip.h"
#include "ui/window/Intents.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace ferry;
using namespace ferry::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const ServiceId files = ServiceId::fromTrusted(u"files-1"_s);
constexpr qint64 gib = 1024LL * 1024 * 1024;

VolumeStatus volume(qint64 available, qint64 ballast)
{
    return {u"/srv/ftp"_s, 100 * gib, available, 5 * gib, ballast};
}

} // namespace

class VolumeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, Scheme::Light);
        m_document.load(sampleRuleSet());
    }

    void roomIsKeptBySize()
    {
        VolumeDialog dialog(m_document, m_intents, files, volume(40 * gib, 0));
        dialog.QDialog::show();
        QSignalSpy asked(&m_intents, &Intents::ballastRequested);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        QVERIFY(!dialog.findChild<QPushButton *>(u"volumeGiveBack"_s)->isVisible());
        QVERIFY(!strip(dialog)->isVisible());
        type(dialog, u"2G"_s);
        QVERIFY(dialog.primaryButton()->isEnabled());
        dialog.primaryButton()->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][1].toLongLong(), 2 * gib);
        QVERIFY(!dialog.primaryButton()->isEnabled());

        dialog.setVolume(ServiceId::fromTrusted(u"other"_s), volume(1, 1));
        dialog.setVolume(files, volume(38 * gib, 2 * gib));
        QCOMPARE(field(dialog)->text(), u"2G"_s);
        QVERIFY(dialog.findChild<QPushButton *>(u"volumeGiveBack"_s)->isVisible());
    }

    void whatIsNoSizeIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("words") << u"a lot"_s;
        QTest::newRow("negative") << u"-1"_s;
        QTest::newRow("nothing") << QString();
    }
    void whatIsNoSizeIsRefused()
    {
        QFETCH(QString, text);
        VolumeDialog dialog(m_document, m_intents, files, volume(40 * gib, gib));
        type(dialog, text);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        QVERIFY(dialog.problem());
    }

    void aFullDiskIsRelievedWithOneClick()
    {
        VolumeDialog dialog(m_document, m_intents, files, volume(gib, 2 * gib));
        dialog.QDialog::show();
        QSignalSpy asked(&m_intents, &Intents::ballastRequested);
        QCOMPARE(strip(dialog)->kind(), MessageStrip::Kind::Warning);
        QVERIFY(strip(dialog)->text().contains(u"nearly full"_s));
        auto *giveBack = dialog.findChild<QPushButton *>(u"volumeGiveBack"_s);
        giveBack->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][1].toLongLong(), 0);
        QVERIFY(!giveBack->isEnabled());
        dialog.setError(files, Error{ErrorCode::Unreachable, {}, u"Not asked."_s, {}, {}});
        QVERIFY(giveBack->isEnabled());
        giveBack->click();
        dialog.setVolume(files, volume(3 * gib, 0));
        QVERIFY(!giveBack->isVisible());
        QCOMPARE(field(dialog)->text(), u"0"_s);
    }

    void withoutBallastInTheAgentItSaysWhatToDo()
    {
        VolumeDialog dialog(m_document, m_intents, files, std::nullopt);
        QVERIFY(!dialog.primaryButton()->isEnabled());
        QVERIFY(dialog.problem()->remedy.contains(u"agent.json"_s));
    }

private:
    static QLineEdit *field(const QDialog &dialog) { return dialog.findChild<QLineEdit *>(u"volumeBallast"_s); }
    static MessageStrip *strip(const QDialog &dialog) { return dialog.findChild<MessageStrip *>(u"volumeStrip"_s); }
    static void type(const QDialog &dialog, const QString &text)
    {
        field(dialog)->selectAll();
        QTest::keyClick(field(dialog), Qt::Key_Delete);
        QTest::keyClicks(field(dialog), text);
    }

    Document m_document;
    Intents m_intents;
};

QTEST_MAIN(VolumeTest)
#include "tst_volume.moc"
