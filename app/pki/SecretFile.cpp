#include "app/pki/SecretFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace ferry::pki {
namespace {

constexpr qint64 mostBytes = 1024 * 1024;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString tr(const char *text)
{
    return QCoreApplication::translate("Pki", text);
}

} // namespace

Result<> writeSecretFile(const QString &path, const QByteArray &bytes)
{
    // QSaveFile makes its temporary file with mode 0600 and syncs it; an existing file would give it its own mode.
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten) {
        return failure(ErrorCode::Io, path, tr("\"%1\" was not written.").arg(path), file.errorString() + u'.',
            tr("Make room, or look at the folder's permissions, and try again."));
    }
    return {};
}

Result<QByteArray> readSecretFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorCode::Io, path, tr("\"%1\" was not read.").arg(path), file.errorString() + u'.',
            tr("Name an existing file that you may read."));
    }
#ifdef Q_OS_UNIX
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.permissions() & others) {
        return failure(ErrorCode::Denied, path, tr("\"%1\" was not read.").arg(path),
            tr("Others than its owner may read or change it."), tr("Give it mode 0600."));
    }
#endif
    return file.read(mostBytes);
}

} // namespace ferry::pki
