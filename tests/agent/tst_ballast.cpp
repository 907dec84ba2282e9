#include "app/agent/ballast/Ballast.h"
#include "tests/support/Prerequisite.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace ferry;
using namespace ferry::agent;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 volumeSize = 32 * mebibyte;
constexpr qint64 low = 4 * mebibyte;

/// Mounts of this process are seen by nobody else (mount_namespaces(7)); an ordinary user becomes root of a user
/// namespace for it.
bool leaveMounts()
{
    const uid_t user = ::geteuid();
    if (::unshare(user == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER) != 0)
        return false;
    if (user != 0) {
        std::FILE *map = std::fopen("/proc/self/uid_map", "w");
        if (map == nullptr)
            return false;
        std::fprintf(map, "0 %u 1", user);
        if (std::fclose(map) != 0)
            return false;
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

/// A file system of its own.
class Volume {
public:
    Volume()
    {
        const QByteArray options = "mode=0700,size=" + QByteArray::number(volumeSize);
        m_isMounted =
            ::mount("tmpfs", QFile::encodeName(m_folder.path()).constData(), "tmpfs", 0, options.constData()) == 0;
    }
    ~Volume()
    {
        if (m_isMounted)
            ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
    }
    Volume(const Volume &) = delete;
    Volume &operator=(const Volume &) = delete;

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// What the kernel says is free.
    [[nodiscard]] qint64 available() const
    {
        struct statvfs volume{};
        (void)::statvfs(QFile::encodeName(m_folder.path()).constData(), &volume);
        return static_cast<qint64>(volume.f_bavail * volume.f_frsize);
    }
    /// Writes until nothing more fits.
    [[nodiscard]] qint64 fill() const
    {
        QFile file(path(u"upload"_s));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return -1;
        const QByteArray block(64 * 1024, 'x');
        while (file.write(block) > 0) {}
        return file.size();
    }

private:
    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

bool hasOwnMounts = false;

} // namespace

/// Room that is really kept, and really given back.
class BallastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const bool isPossible = hasOwnMounts && Volume().isMounted();
        if (!isPossible && !test::isSetUp())
            QSKIP("This machine allows no file system of the test's own (mount_namespaces(7)).");
        QVERIFY(isPossible);
    }

    void aFullDiskIsRelieved()
    {
        const Volume volume;
        Ballast ballast({volume.path(u"ballast"_s), low});
        const Result<VolumeStatus> kept = ballast.resize(16 * mebibyte);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().text()));
        QCOMPARE(kept->ballast, 16 * mebibyte);
        QCOMPARE(kept->size, volumeSize);
        QCOMPARE(kept->available, volume.available());
        QVERIFY(volume.available() <= 16 * mebibyte);
        QVERIFY(!kept->isLow());

        const qint64 stored = volume.fill();
        QVERIFY(stored > 8 * mebibyte);
        QVERIFY(volume.available() < 64 * 1024);
        QVERIFY(ballast.volume()->isLow());

        const Result<VolumeStatus> released = ballast.resize(0);
        QVERIFY(released);
        QCOMPARE(released->ballast, 0);
        QVERIFY(!QFileInfo::exists(volume.path(u"ballast"_s)));
        QVERIFY(volume.fill() >= stored + 16 * mebibyte);
        QVERIFY(ballast.resize(0)); // once more is as good
    }

    void itGrowsAndShrinks()
    {
        const Volume volume;
        Ballast ballast({volume.path(u"ballast"_s), low});
        for (const qint64 size : {qint64(4096), 8 * mebibyte, 2 * mebibyte + 1, 20 * mebibyte}) {
            const Result<VolumeStatus> kept = ballast.resize(size);
            QVERIFY2(kept, kept ? "" : qPrintable(kept.error().text()));
            QCOMPARE(kept->ballast, size);
            QVERIFY(volume.available() <= volumeSize - size);
            QVERIFY(volume.available() >= volumeSize - size - mebibyte);
        }
        struct stat file{};
        QCOMPARE(::lstat(QFile::encodeName(volume.path(u"ballast"_s)).constData(), &file), 0);
        QCOMPARE(file.st_mode & 07777, mode_t(0600));
    }

    void itDoesNotMakeTheVolumeLow_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("more than fits") << volumeSize + 1;
        QTest::newRow("more than may go") << volumeSize - low + 1;
        QTest::newRow("below 0") << qint64(-1);
        QTest::newRow("very much") << std::numeric_limits<qint64>::max();
    }

    void itDoesNotMakeTheVolumeLow()
    {
        QFETCH(qint64, bytes);
        const Volume volume;
        Ballast ballast({volume.path(u"ballast"_s), low});
        QVERIFY(ballast.resize(mebibyte));
        const Result<VolumeStatus> refused = ballast.resize(bytes);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(!refused.error().remedy.isEmpty());
        QCOMPARE(ballast.volume()->ballast, mebibyte);
    }

    void onALowVolumeItMayStillShrink()
    {
        const Volume volume;
        Ballast ballast({volume.path(u"ballast"_s), low});
        QVERIFY(ballast.resize(16 * mebibyte));
        QVERIFY(volume.fill() > 0);
        QVERIFY(!ballast.resize(17 * mebibyte));
        const Result<VolumeStatus> smaller = ballast.resize(12 * mebibyte);
        QVERIFY2(smaller, smaller ? "" : qPrintable(smaller.error().text()));
        QCOMPARE(smaller->ballast, 12 * mebibyte);
    }

    void filesOfOthersAreLeftAlone_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a symbolic link") << u"symlink"_s;
        QTest::newRow("a second name") << u"hard link"_s;
        QTest::newRow("a folder") << u"folder"_s;
    }

    void filesOfOthersAreLeftAlone()
    {
        QFETCH(QString, kind);
        const Volume volume;
        const QString path = volume.path(u"ballast"_s);
        const QByteArray data("precious");
        QFile other(volume.path(u"other"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QCOMPARE(other.write(data), data.size());
        other.close();
        const QByteArray from = QFile::encodeName(other.fileName());
        const QByteArray to = QFile::encodeName(path);
        if (kind == u"symlink")
            QCOMPARE(::symlink(from.constData(), to.constData()), 0);
        else if (kind == u"hard link")
            QCOMPARE(::link(from.constData(), to.constData()), 0);
        else
            QCOMPARE(::mkdir(to.constData(), 0700), 0);
        Ballast ballast({path, low});
        for (const qint64 bytes : {mebibyte, qint64(0)}) {
            const Result<VolumeStatus> refused = ballast.resize(bytes);
            QVERIFY(!refused);
            QCOMPARE(refused.error().subject, path);
        }
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), data);
    }

    void aTwentiethIsLowUnlessSaid()
    {
        const Volume volume;
        QCOMPARE(Ballast({volume.path(u"ballast"_s), {}}).volume()->lowBelow, volumeSize / 20);
    }

    void aMissingFolderIsSaid()
    {
        const Volume volume;
        const Result<VolumeStatus> missing = Ballast({volume.path(u"none/ballast"_s), {}}).volume();
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::Io);
    }
};

int main(int argc, char **argv)
{
    hasOwnMounts = leaveMounts();
    QCoreApplication application(argc, argv);
    BallastTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ballast.moc"
