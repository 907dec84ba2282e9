#include "app/agent/ballast/Ballast.h"

#include "app/agent/files/Descriptor.h"
#include "app/agent/files/Durable.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

// Where agent.json does not say what is low: this part of the volume.
constexpr qint64 lowPart = 20;
// st_blocks counts in these, whatever the blocks of the file system (stat(2)).
constexpr qint64 countedBlock = 512;

QString tr(const char *text)
{
    return QCoreApplication::translate("Ballast", text);
}

QString inWords(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes);
}

/// What is at the path. Nothing: nothing is.
Result<std::optional<struct stat>> lookAt(const QString &path)
{
    struct stat found{};
    if (::lstat(QFile::encodeName(path).constData(), &found) == 0)
        return found;
    if (errno == ENOENT)
        return std::nullopt;
    return failure(fileError(path, tr("The ballast file was not found out about.")));
}

qint64 bytesOf(const std::optional<struct stat> &file)
{
    return file && S_ISREG(file->st_mode)
        ? std::min<qint64>(file->st_size, static_cast<qint64>(file->st_blocks) * countedBlock)
        : 0;
}

Result<> checkOwn(const QString &path, const std::optional<struct stat> &file)
{
    if (!file || (S_ISREG(file->st_mode) && file->st_uid == ::geteuid() && file->st_nlink == 1))
        return {};
    return failure(ErrorCode::Refused, path, tr("The ballast was not changed."),
        tr("\"%1\" is not a plain file of the agent's own, so it was left alone.").arg(path),
        tr("Move it away, or name another path under \"ballast\" in agent.json."));
}

} // namespace

Ballast::Ballast(BallastEntry entry) : m_entry(std::move(entry)), m_folder(QFileInfo(m_entry.path).path()) {}

Result<VolumeStatus> Ballast::volume() const
{
    struct statvfs volume{};
    if (::statvfs(QFile::encodeName(m_folder).constData(), &volume) != 0)
        return failure(fileError(m_folder, tr("The volume's free space is not known.")));
    const Result<std::optional<struct stat>> file = lookAt(m_entry.path);
    if (!file)
        return failure(file.error());
    const auto unit = static_cast<qint64>(volume.f_frsize);
    VolumeStatus status;
    status.folder = m_folder;
    status.size = static_cast<qint64>(volume.f_blocks) * unit;
    status.available = static_cast<qint64>(volume.f_bavail) * unit;
    status.lowBelow = m_entry.lowBelow.value_or(status.size / lowPart);
    status.ballast = bytesOf(*file);
    return status;
}

Result<VolumeStatus> Ballast::resize(qint64 bytes)
{
    const Result<VolumeStatus> before = volume();
    if (!before)
        return failure(before.error());
    const Result<std::optional<struct stat>> file = lookAt(m_entry.path);
    if (!file)
        return failure(file.error());
    if (const Result<> own = checkOwn(m_entry.path, *file); !own)
        return failure(own.error());
    const qint64 most = std::max<qint64>(before->available + before->ballast - before->lowBelow, before->ballast);
    if (bytes < 0 || bytes > most) {
        return failure(ErrorCode::Refused, m_entry.path, tr("The ballast was not changed."),
            bytes < 0 ? tr("Its size is below 0.")
                      : tr("With %1 less than %2 of the volume would stay free, which is low.")
                            .arg(inWords(bytes), inWords(before->lowBelow)),
            tr("Choose at most %1.").arg(inWords(most)));
    }
    const Result<> changed = [&]() -> Result<> {
        if (bytes == 0)
            return remove();
        const Descriptor fd(::open(QFile::encodeName(m_entry.path).constData(),
            O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (!fd.isOpen())
            return failure(fileError(m_entry.path, tr("The ballast was not changed.")));
        return reserve(fd.get(), bytes, *file ? (*file)->st_size : 0);
    }();
    if (!changed)
        return failure(changed.error());
    return volume();
}

Result<> Ballast::reserve(int fd, qint64 bytes, qint64 before)
{
    int result = 0;
    do {
        result = ::fallocate(fd, 0, 0, bytes);
    } while (result != 0 && errno == EINTR);
    if (result == 0 && ::ftruncate(fd, bytes) == 0 && ::fsync(fd) == 0)
        return syncFolder(m_folder);
    Error error = errno == EOPNOTSUPP ? Error{ErrorCode::Unsupported, m_entry.path, tr("The ballast was not changed."),
                                            tr("The file system cannot reserve room for a file (fallocate)."),
                                            tr("Name a path on another file system under \"ballast\" in agent.json.")}
                                      : fileError(m_entry.path, tr("The ballast was not changed."));
    if (before > 0)
        (void)::ftruncate(fd, before);
    else
        (void)remove();
    return failure(std::move(error));
}

Result<> Ballast::remove()
{
    if (::unlink(QFile::encodeName(m_entry.path).constData()) != 0 && errno != ENOENT)
        return failure(fileError(m_entry.path, tr("The ballast was not released.")));
    return syncFolder(m_folder);
}

} // namespace ferry::agent
