#include "app/agent/files/Durable.h"

#include "app/agent/faults/CrashPoint.h"
#include "app/agent/files/Descriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ferry::agent {
namespace {

constexpr qint64 mostBytes = 64 * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("AgentFiles", text);
}

tl::unexpected<Error> notWritten(const QString &path)
{
    return failure(fileError(path, tr("\"%1\" was not written.").arg(path)));
}

} // namespace

bool writeAll(int fd, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t written = ::write(fd, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

Error fileError(const QString &path, const QString &what)
{
    const int number = errno;
    const QString remedy = number == ENOSPC || number == EDQUOT
        ? tr("Make room on the volume, then try again.")
        : tr("Look at the path and its permissions, then try again.");
    return {ErrorCode::Io, path, what, QString::fromLocal8Bit(std::strerror(number)) + u'.', remedy};
}

Result<> syncFolder(const QString &path)
{
    const Descriptor folder(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot sync a folder and say EINVAL; their renames are as durable as they get.
    if (!folder.isOpen() || (::fsync(folder.get()) != 0 && errno != EINVAL))
        return notWritten(path);
    return {};
}

Result<> writeNewFile(const QString &path, const QByteArray &bytes, const QString &like)
{
    const QByteArray name = QFile::encodeName(path);
    const Descriptor file(::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!file.isOpen())
        return notWritten(path);
    const auto fail = [&] {
        const tl::unexpected<Error> error = notWritten(path);
        ::unlink(name.constData());
        return error;
    };
    struct stat original{};
    if (::stat(QFile::encodeName(like).constData(), &original) == 0) {
        // Only root may give a file away; the agent's own files need no change.
        if ((original.st_uid != ::geteuid() || original.st_gid != ::getegid())
            && ::fchown(file.get(), original.st_uid, original.st_gid) != 0)
            return fail();
        if (::fchmod(file.get(), original.st_mode & 07777) != 0)
            return fail();
    }
    if (!writeAll(file.get(), bytes))
        return fail();
    crashPoint(CrashPoint::FileWritten);
    if (::fsync(file.get()) != 0)
        return fail();
    crashPoint(CrashPoint::FileSynced);
    return {};
}

Result<> writeDurably(const QString &path, const QByteArray &bytes)
{
    const QString temporary = path + QStringLiteral(".new");
    ::unlink(QFile::encodeName(temporary).constData());
    if (const Result<> written = writeNewFile(temporary, bytes, QString()); !written)
        return failure(Error{written.error().code, path, tr("\"%1\" was not written.").arg(path), written.error().why,
            written.error().remedy});
    if (::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0) {
        const tl::unexpected<Error> error = notWritten(path);
        ::unlink(QFile::encodeName(temporary).constData());
        return error;
    }
    crashPoint(CrashPoint::FileRenamed);
    return syncFolder(QFileInfo(path).path());
}

Result<std::optional<QByteArray>> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (!file.exists())
            return std::nullopt;
        return failure(ErrorCode::Io, path, tr("\"%1\" was not read.").arg(path), file.errorString() + u'.',
            tr("Look at its permissions, then try again."));
    }
    if (file.size() > mostBytes) {
        return failure(ErrorCode::Io, path, tr("\"%1\" was not read.").arg(path), tr("It is larger than 64 MiB."),
            tr("Name the right file."));
    }
    return file.readAll();
}

Result<> makePrivateFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat found{};
    if (::stat(name.constData(), &found) == 0) {
        if (!S_ISDIR(found.st_mode))
            errno = ENOTDIR;
        else if ((found.st_mode & 077) == 0 || ::chmod(name.constData(), 0700) == 0)
            return {};
        return failure(fileError(path, tr("The folder \"%1\" cannot be used.").arg(path)));
    }
    if (!QDir().mkpath(QFileInfo(path).path()) || ::mkdir(name.constData(), 0700) != 0)
        return failure(fileError(path, tr("The folder \"%1\" was not made.").arg(path)));
    return syncFolder(QFileInfo(path).path());
}

} // namespace ferry::agent
