#include "app/agent/audit/AuditLog.h"
#include "app/agent/config/AgentConfig.h"
#include "app/agent/files/Durable.h"
#include "app/agent/files/StagedFile.h"
#include "app/agent/journal/Journal.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

using namespace ferry;
using namespace ferry::agent;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// While it lives no file can grow beyond `bytes`, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

const QByteArray journalText = "{\"format\":\"ferrygate-journal\",\"version\":1,\"generation\":\"\"}";

const QByteArray goodConfig = R"({"format":"ferrygate-agent","version":1,"node":"gw-1",
    "listen":{"address":"127.0.0.2","port":7521},"stateDirectory":"state",
    "tls":{"certificate":"a.pem","key":"a.key","ca":"ca.pem"},
    "gateways":[{"id":"gw-1","engine":"builtin","program":"proxy","controlSocket":"sock"}],
    "services":[{"id":"files-1","software":"vsftpd","configPath":"/etc/vsftpd.conf",
        "control":{"kind":"systemd","unit":"vsftpd.service"}}]})";

} // namespace

/// What the agent keeps on disk: its configuration, journal, audit log, and files on their way into place.
class AgentStateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void configurationIsRead()
    {
        QVERIFY(writeDurably(path(u"agent.json"_s), goodConfig));
        const auto config = readAgentConfig(path(u"agent.json"_s));
        QVERIFY2(config.has_value(), config ? "" : qPrintable(config.error().text()));
        QCOMPARE(config->stateDirectory, path(u"state"_s));
        QCOMPARE(config->gateways[0].program, path(u"proxy"_s));
        QCOMPARE(config->services[0].configPath, u"/etc/vsftpd.conf"_s);
        QCOMPARE(config->services[0].control.unit, u"vsftpd.service"_s);
    }

    void configurationErrorsNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("named");
        QTest::newRow("not JSON") << QByteArray("\"version\"") << QByteArray("version") << u"line 1, column"_s;
        QTest::newRow("another format") << QByteArray("ferrygate-agent") << QByteArray("ferrygate-proxy")
                                        << u"ferrygate-agent"_s;
        QTest::newRow("version") << QByteArray("\"version\":1") << QByteArray("\"version\":2") << u"version 1"_s;
        QTest::newRow("unknown field") << QByteArray("\"node\"") << QByteArray("\"x\":1,\"node\"") << u"/x"_s;
        QTest::newRow("field twice") << QByteArray("\"node\"") << QByteArray("\"node\":\"a\",\"node\"") << u"/node"_s;
        QTest::newRow("port") << QByteArray("7521") << QByteArray("75210") << u"/listen/port"_s;
        QTest::newRow("address") << QByteArray("127.0.0.2") << QByteArray("localhost") << u"/listen/address"_s;
        QTest::newRow("engine") << QByteArray("builtin") << QByteArray("magic") << u"/gateways/0/engine"_s;
        QTest::newRow("id") << QByteArray("\"files-1\"") << QByteArray("\"../x\"") << u"/services/0/id"_s;
        QTest::newRow("unit") << QByteArray("vsftpd.service") << QByteArray("vsftpd") << u"/services/0/control"_s;
        QTest::newRow("control kind") << QByteArray("systemd") << QByteArray("upstart")
                                      << u"/services/0/control/kind"_s;
        QTest::newRow("empty node") << QByteArray("\"node\":\"gw-1\"") << QByteArray("\"node\":\"\"") << u"/node"_s;
        QTest::newRow("no key") << QByteArray("\"key\":\"a.key\",") << QByteArray() << u"/tls"_s;
    }

    void configurationErrorsNameTheirPlace()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, named);
        QByteArray text = goodConfig;
        text.replace(from, to);
        QVERIFY(writeDurably(path(u"agent.json"_s), text));
        const auto config = readAgentConfig(path(u"agent.json"_s));
        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::InvalidInput);
        QVERIFY2(config.error().why.contains(named), qPrintable(config.error().why));
    }

    void aStagedFileGoesInAndBack_data()
    {
        QTest::addColumn<bool>("existed");
        QTest::newRow("over an old one") << true;
        QTest::newRow("where there was none") << false;
    }

    void aStagedFileGoesInAndBack()
    {
        QFETCH(bool, existed);
        const QString file = path(u"a.conf"_s);
        if (existed)
            QVERIFY(writeDurably(file, "old"));
        const auto staged = stage(file, "new", u"t1"_s);
        QVERIFY(staged.has_value());
        QCOMPARE(contentOf(file), existed ? "old" : "");
        QVERIFY(place(*staged));
        QCOMPARE(contentOf(file), "new");
        QVERIFY(restore(*staged));
        QCOMPARE(contentOf(file), existed ? "old" : "");
        QCOMPARE(QFileInfo::exists(file), existed);
        // Again, as after a crash: nothing more happens.
        QVERIFY(restore(*staged));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
            existed ? QStringList{u"a.conf"_s} : QStringList());
    }

    void aRestoreBetweenLinkAndRenameKeepsTheOldFile()
    {
        const QString file = path(u"a.conf"_s);
        QVERIFY(writeDurably(file, "old"));
        const auto staged = stage(file, "new", u"t1"_s);
        QVERIFY(::link(qPrintable(file), qPrintable(staged->oldPath())) == 0);
        QVERIFY(restore(*staged));
        QCOMPARE(contentOf(file), "old");
        QVERIFY(!QFileInfo::exists(staged->oldPath()));
    }

    void aFullDiskLeavesTheOldFile()
    {
        const QString file = path(u"a.conf"_s);
        QVERIFY(writeDurably(file, "old"));
        {
            const FullDisk full(1000);
            const Result<> written = writeDurably(file, QByteArray(5000, 'x'));
            QVERIFY(!written);
            QCOMPARE(written.error().code, ErrorCode::Io);
            QVERIFY(!written.error().why.isEmpty());
            QVERIFY(!stage(file, QByteArray(5000, 'x'), u"t1"_s));
        }
        QCOMPARE(contentOf(file), "old");
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a.conf"_s});
    }

    void theJournalComesBack()
    {
        JournalState state;
        state.generation = u"abc"_s;
        state.last = ApplyRecord{u"t0"_s, u"abc"_s, u"ada"_s, u"192.0.2.1"_s, QDateTime::fromSecsSinceEpoch(5, Qt::UTC),
            {}, {u"x"_s}, u"confirmed"_s};
        state.open = OpenTransaction{Phase::Committed, {u"t1"_s, u"def"_s, u"eva"_s, {}, {}, {}, {}, {}},
            std::chrono::seconds(60), {u"boot"_s, std::chrono::milliseconds(12345)},
            {{u"files-1"_s, {{u"/etc/vsftpd.conf"_s, u"/etc/vsftpd.conf"_s, u"t1"_s, true}}}}, {}};
        {
            Journal journal = Journal::open(m_folder->path()).value();
            QVERIFY(journal.replace(state));
        }
        const Journal journal = Journal::open(m_folder->path()).value();
        QCOMPARE(journal.state(), state);
        QCOMPARE(runningGeneration(journal.state()), u"def"_s);
    }

    void aDamagedJournalIsNotGuessedAt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\x00\xff garbage");
        QTest::newRow("truncated") << journalText.left(40);
        QTest::newRow("of the future") << QByteArray(journalText).replace("1", "2");
    }

    void aDamagedJournalIsNotGuessedAt()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(writeDurably(path(u"journal.json"_s), bytes));
        const auto journal = Journal::open(m_folder->path());
        QVERIFY(!journal);
        QCOMPARE(journal.error().code, ErrorCode::InvalidInput);
    }

    void theAuditLogIsAChain()
    {
        const QString file = path(u"audit.log"_s);
        const ManualClock clock;
        for (int run = 0; run < 2; ++run) {
            const auto log = AuditLog::open(file, clock).value();
            for (int i = 0; i < 3; ++i) {
                AuditEntry entry;
                entry.event = u"event"_s;
                entry.text = u"Line %1 with \"quotes\"\nand a line end."_s.arg(i);
                log->write(entry);
            }
            QCOMPARE(log->tail(2)->size(), 2);
            QCOMPARE(log->tail(2)->last().serial, quint64(3 * run + 3));
        }
        const QByteArray bytes = contentOf(file);
        QCOMPARE(verifyAuditLog(bytes), Result<qint64>(6));
        QByteArray changed = bytes;
        changed.replace("Line 1", "Line 7");
        QVERIFY(!verifyAuditLog(changed));
        QByteArrayList lines = bytes.split('\n');
        lines.removeAt(2);
        QCOMPARE(verifyAuditLog(lines.join('\n')).error().subject, u"3"_s);
        lines.swapItemsAt(0, 1);
        QVERIFY(!verifyAuditLog(lines.join('\n')));
    }

    void aLineThatACrashCutShortIsClosedAndNoted()
    {
        const QString file = path(u"audit.log"_s);
        const ManualClock clock;
        {
            const auto log = AuditLog::open(file, clock).value();
            log->write({});
            log->write({});
        }
        QFile cut(file);
        QVERIFY(cut.resize(cut.size() - 20));
        {
            const auto log = AuditLog::open(file, clock).value();
            log->write({});
            QCOMPARE(log->tail(10)->size(), 3);
        }
        QVERIFY(verifyAuditLog(contentOf(file)).has_value());
    }

    void anAuditLogOnAFullDiskStaysWhole()
    {
        const QString file = path(u"audit.log"_s);
        const ManualClock clock;
        const auto log = AuditLog::open(file, clock).value();
        log->write({});
        const QByteArray before = contentOf(file);
        {
            const FullDisk full(static_cast<rlim_t>(before.size()) + 10);
            log->write({});
        }
        QCOMPARE(contentOf(file), before);
        log->write({});
        QCOMPARE(verifyAuditLog(contentOf(file)), Result<qint64>(2));
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(AgentStateTest)
#include "tst_agent_state.moc"
