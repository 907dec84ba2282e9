#include "FullSample.h"

#include "models/store/RuleSetFile.h"
#include "models/store/RuleSetWriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace ferry;
using namespace ferry::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

#ifdef Q_OS_UNIX
/// While it lives no file of this process can grow beyond `bytes`: what a full disk is to a writer, without one.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN); // setrlimit(2): then write(2) fails with EFBIG
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
};
#endif

RuleSet largeSet()
{
    RuleSet set = fullSample();
    for (int i = 0; i < 2000; ++i) {
        PublishingRule rule = set.rules.at(0);
        rule.id = RuleId::fromTrusted(u"rule-%1"_s.arg(i));
        set.rules.append(rule);
    }
    return set;
}

} // namespace

class TestRuleSetFile : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString path() const { return m_folder.filePath(u"rules.ferrygate.json"_s); }
    [[nodiscard]] QStringList folder() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_folder.isValid());
        for (const QString &name : folder())
            QFile::remove(m_folder.filePath(name));
    }

    void loadsWhatWasSaved()
    {
        const auto saved = saveRuleSet(path(), fullSample());
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().text()));
        FileStamp stamp;
        const auto loaded = loadRuleSet(path(), &stamp);
        QVERIFY(loaded.has_value());
        QCOMPARE(*loaded, fullSample());
        QCOMPARE(stamp, *saved);
        QCOMPARE(stamp, *fileStamp(path()));
        QCOMPARE(folder(), QStringList{u"rules.ferrygate.json"_s});
    }

    void missingFileIsNotFound()
    {
        const auto loaded = loadRuleSet(path());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().size(), 1);
        QCOMPARE(loaded.error().first().error.code, ErrorCode::NotFound);
        QCOMPARE(loaded.error().first().line, 0);
        QCOMPARE(loaded.error().first().error.subject, path());
    }

    void folderIsNoRuleSet()
    {
        const auto loaded = loadRuleSet(m_folder.path());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().first().error.why, u"It is a folder."_s);
    }

    // A sparse file of 200 MB: it would take no disk, and must take no memory.
    void fileBeyondTheCapIsNotRead()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(200'000'000));
        const auto loaded = loadRuleSet(path());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().first().error.why, u"The file is larger than 128 MiB."_s);
    }

    void damagedFileIsRefusedWithItsPlaces()
    {
        put(path(),
            ruleSetText(fullSample()).replace("\"pure-ftpd\"", "\"pureftpd\"").replace("\"port\": 990", "\"port\": 0"));
        const auto loaded = loadRuleSet(path());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().size(), 2);
        QCOMPARE(loaded.error().first().pointer, u"/ftpServices/0/sites/1/port"_s);
        QCOMPARE(loaded.error().first().line, 29);
        QCOMPARE(loaded.error().first().column, 19);
    }

    void savesNothingThatCouldNotBeLoaded()
    {
        put(path(), "old");
        RuleSet set = fullSample();
        PublishingRule rule = set.rules.at(0);
        rule.protocol = ProtocolId::fromTrusted(u"gone"_s);
        set.rules.replace(0, rule);
        const auto saved = saveRuleSet(path(), set);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
        QCOMPARE(saved.error().what, u"The rule set was not saved."_s);
        QCOMPARE(saved.error().why, u"/rules/0/protocol: There is no protocol definition \"gone\"."_s);
        QCOMPARE(contentOf(path()), QByteArray("old"));
    }

    void othersChangesAreNotOverwritten()
    {
        const auto mine = saveRuleSet(path(), fullSample());
        QVERIFY(mine.has_value());
        put(path(), ruleSetText({}));
        const auto saved = saveRuleSet(path(), fullSample(), *mine);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Conflict);
        QCOMPARE(contentOf(path()), ruleSetText({}));
        // Knowing of it, one may.
        QVERIFY(saveRuleSet(path(), fullSample(), *fileStamp(path())).has_value());
        QCOMPARE(contentOf(path()), ruleSetText(fullSample()));
    }

    void removedFileIsWrittenAgain()
    {
        const auto mine = saveRuleSet(path(), fullSample());
        QVERIFY(QFile::remove(path()));
        QVERIFY(saveRuleSet(path(), fullSample(), *mine).has_value());
    }

    void missingFolderIsToldWithItsReason()
    {
        const auto saved = saveRuleSet(m_folder.filePath(u"no/such/rules.json"_s), fullSample());
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Io);
        QVERIFY2(saved.error().why.startsWith(u"The file cannot be written: "_s), qPrintable(saved.error().why));
    }

#ifdef Q_OS_UNIX
    void fullDiskLeavesTheOldFile()
    {
        QVERIFY(saveRuleSet(path(), fullSample()).has_value());
        const QByteArray before = contentOf(path());
        const auto saved = [&] {
            const FileSizeLimit limit(64 * 1024);
            return saveRuleSet(path(), largeSet());
        }();
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Io);
        QCOMPARE(saved.error().why, u"The file cannot be written: File too large."_s);
        QVERIFY(saved.error().remedy.contains(u"unharmed"_s));
        QCOMPARE(contentOf(path()), before);
        QCOMPARE(folder(), QStringList{u"rules.ferrygate.json"_s});
        QVERIFY(saveRuleSet(path(), largeSet()).has_value());
    }

    void permissionsAreKept()
    {
        put(path(), "old");
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(saveRuleSet(path(), fullSample()).has_value());
        struct stat status{};
        QCOMPARE(stat(QFile::encodeName(path()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
    }

    // What a shell's <(...) gives has no size: it is read to its end, and no further than the cap.
    void pipesAreReadToTheirEnd()
    {
        int ends[2];
        QCOMPARE(pipe(ends), 0);
        const QByteArray text = ruleSetText({});
        QCOMPARE(write(ends[1], text.constData(), text.size()), text.size());
        close(ends[1]);
        const auto loaded = loadRuleSet(u"/dev/fd/%1"_s.arg(ends[0]));
        close(ends[0]);
        QVERIFY2(loaded, loaded ? "" : qPrintable(describe(loaded.error(), u"pipe"_s)));
    }

    void endlessDevicesAreReadToTheCap()
    {
        const auto loaded = loadRuleSet(u"/dev/zero"_s);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().first().error.why, u"The file is larger than 128 MiB."_s);
    }
#endif
};

QTEST_APPLESS_MAIN(TestRuleSetFile)
#include "tst_rulesetfile.moc"
