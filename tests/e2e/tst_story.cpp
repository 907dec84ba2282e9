#include "tests/e2e/support/Programs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

/// The story of a published FTPS server, told by the program itself with real curl and lftp.
class TestStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theWholeStoryHolds()
    {
        const QTemporaryDir directory;
        QProcess ferryctl;
        ferryctl.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        ferryctl.start(programDirectory() + u"/ferryctl"_s,
            {u"lab"_s, u"story"_s, u"--json"_s, u"--dir"_s, directory.filePath(u"lab"_s), u"--packages"_s,
                packageDirectory()});
        QVERIFY(ferryctl.waitForFinished(550'000));
        const QByteArray output = ferryctl.readAllStandardOutput();
        const QJsonObject story = QJsonDocument::fromJson(output).object();
        QStringList ids;
        for (const QJsonValue step : story[u"steps"_s].toArray()) {
            ids.append(step[u"id"_s].toString());
            for (const QJsonValue check : step[u"checks"_s].toArray()) {
                QVERIFY2(check[u"held"_s].toBool(),
                    qPrintable(
                        u"(%1) %2: %3"_s.arg(ids.last(), check[u"text"_s].toString(), check[u"detail"_s].toString())));
            }
        }
        QVERIFY2(ferryctl.exitCode() == 0, output.constData());
        QCOMPARE(ids, (QStringList{u"0"_s, u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s}));
        QVERIFY(!QDir(directory.filePath(u"lab"_s)).exists());
    }
};

QTEST_GUILESS_MAIN(TestStory)
#include "tst_story.moc"
