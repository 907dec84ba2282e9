#include "tests/e2e/support/LabFixture.h"
#include "tests/e2e/support/Programs.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace ferry;
using namespace ferry::e2e;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Outcome {
    int exitCode = -1;
    QString out;
    QJsonObject json;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

/// Somebody edits vsftpd.conf on the FTP server by hand: "ferryctl drift" shows it, undoes it, or takes it over.
class TestDrift : public QObject {
    Q_OBJECT

    std::unique_ptr<LabFixture> m_lab;
    QString m_conf;
    QByteArray m_written;

    Outcome ferryctl(const QStringList &arguments) const
    {
        QProcess process;
        process.start(programDirectory() + u"/ferryctl"_s,
            QStringList{u"drift"_s, u"--identity"_s, m_lab->paths().identity()} + arguments
                + QStringList{m_lab->paths().ruleSet()});
        Outcome outcome;
        if (!process.waitForFinished(60'000))
            return outcome;
        outcome.exitCode = process.exitCode();
        const QByteArray out = process.readAllStandardOutput();
        outcome.out = QString::fromUtf8(out);
        outcome.json = QJsonDocument::fromJson(out).object();
        return outcome;
    }

    static QJsonArray filesIn(const Outcome &outcome)
    {
        QJsonArray files;
        for (const QJsonValue &node : outcome.json[u"nodes"].toArray()) {
            for (const QJsonValue &file : node[u"files"].toArray())
                files.append(file);
        }
        return files;
    }

    QString applied() const
    {
        const auto bench = m_lab->workbench();
        const backend::Plan plan = bench->plan(m_lab->ruleSet(), backend::Planner::Depth::Words);
        backend::ApplyOptions options;
        options.verify = false;
        options.confirmWhenVerified = true;
        if (!plan.hasChanges())
            return plan.problems().join(u' ');
        const Result<ApplyProgress> progress = bench->apply(plan, options);
        return progress && progress->phase == ApplyPhase::Confirmed ? QString() : u"not applied"_s;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto lab = LabFixture::up();
        QVERIFY2(lab, qPrintable(lab ? QString() : lab.error().text()));
        m_lab = std::move(*lab);
        m_conf = m_lab->ruleSet().ftpServices.at(0).configPath;
        QCOMPARE(applied(), QString());
        m_written = contentOf(m_conf);
        QVERIFY(!m_written.isEmpty());
    }
    void cleanupTestCase() { m_lab.reset(); }

    void withoutEditsThereIsNothing()
    {
        const Outcome outcome = ferryctl({u"--json"_s});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.json[u"outcome"], QJsonValue(u"none"_s));
        QCOMPARE(outcome.json[u"nodes"].toArray().size(), 2);
    }

    void anEditIsShownAndUndone()
    {
        QVERIFY(write(m_conf, m_written + "pasv_promiscuous=YES\n"));
        const Outcome shown = ferryctl({});
        QCOMPARE(shown.exitCode, 2);
        QVERIFY2(shown.out.contains(u"+pasv_promiscuous=YES"_s), qPrintable(shown.out));
        QVERIFY(contentOf(m_conf) != m_written);

        // Nobody says yes.
        QCOMPARE(ferryctl({u"--revert"_s}).exitCode, 1);
        QVERIFY(contentOf(m_conf) != m_written);

        const Outcome reverted = ferryctl({u"--revert"_s, u"--yes"_s, u"--json"_s});
        QCOMPARE(reverted.exitCode, 0);
        QCOMPARE(reverted.json[u"outcome"], QJsonValue(u"reverted"_s));
        QCOMPARE(filesIn(reverted).size(), 1);
        QCOMPARE(contentOf(m_conf), m_written);
        QCOMPARE(ferryctl({}).exitCode, 0);
    }

    void aFileThatWasRemovedComesBack()
    {
        QVERIFY(QFile::remove(m_conf));
        const Outcome shown = ferryctl({});
        QCOMPARE(shown.exitCode, 2);
        QVERIFY2(shown.out.contains(m_conf), qPrintable(shown.out));
        const Outcome reverted = ferryctl({u"--revert"_s, u"--yes"_s, u"--json"_s});
        QCOMPARE(reverted.exitCode, 0);
        QCOMPARE(reverted.json[u"outcome"], QJsonValue(u"reverted"_s));
        QCOMPARE(contentOf(m_conf), m_written);
        QCOMPARE(ferryctl({}).exitCode, 0);
    }

    void anEditWithoutASettingIsTakenAsItIs()
    {
        QVERIFY(write(m_conf, m_written + "# Ask Ada before you change this.\n"));
        const QByteArray ruleSet = contentOf(m_lab->paths().ruleSet());
        const Outcome adopted = ferryctl({u"--adopt"_s, u"--yes"_s, u"--json"_s});
        QCOMPARE(adopted.exitCode, 0);
        QCOMPARE(adopted.json[u"outcome"], QJsonValue(u"adopted"_s));
        QVERIFY(contentOf(m_conf).endsWith("Ask Ada before you change this.\n"));
        QCOMPARE(contentOf(m_lab->paths().ruleSet()), ruleSet);
        QCOMPARE(ferryctl({}).exitCode, 0);
        m_written = contentOf(m_conf);
    }

    void aSettingGoesIntoTheRuleSet()
    {
        QVERIFY(!m_written.contains("\npasv_max_port="));
        QVERIFY(write(m_conf, m_written + "pasv_min_port=40100\npasv_max_port=40109\n"));
        const Outcome adopted = ferryctl({u"--adopt"_s, u"--yes"_s});
        QCOMPARE(adopted.exitCode, 0);
        QCOMPARE(m_lab->ruleSet().ftpServices.at(0).passivePorts, PortRange::fromTrusted(40100, 40109));
        QCOMPARE(applied(), QString());
        QCOMPARE(ferryctl({}).exitCode, 0);
    }

    void oppositesAreRefused() { QCOMPARE(ferryctl({u"--adopt"_s, u"--revert"_s}).exitCode, 1); }
};

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
