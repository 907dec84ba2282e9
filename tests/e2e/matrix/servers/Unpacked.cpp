#include "tests/e2e/matrix/servers/Unpacked.h"

#include "tests/e2e/support/Programs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

namespace ferry::matrix {

using namespace Qt::Literals::StringLiterals;

QString unpacked(const QString &path)
{
    return e2e::packageDirectory() + u'/' + path;
}

QString missingUnpacked(const QString &path)
{
    return QFileInfo(unpacked(path)).isExecutable() ? QString() : path + u" is not unpacked."_s;
}

QMap<QString, QString> unpackedLibraries()
{
    QStringList libraries;
    for (const QString &base : {unpacked(u"usr/lib"_s), unpacked(u"lib"_s)}) {
        for (const QString &name : QDir(base).entryList({u"*-linux-gnu*"_s}, QDir::Dirs))
            libraries << base + u'/' + name;
    }
    return {{u"LD_LIBRARY_PATH"_s, libraries.join(u':')}};
}

Result<void> writeConfiguration(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.flush())
        return failure(ErrorCode::Io, path, u"The server was not started."_s, file.errorString());
    return {};
}

QString launchingUser()
{
    const passwd *entry = getpwuid(geteuid());
    return entry != nullptr ? QString::fromLocal8Bit(entry->pw_name) : QString::number(geteuid());
}

QString launchingGroup()
{
    const group *entry = getgrgid(getegid());
    return entry != nullptr ? QString::fromLocal8Bit(entry->gr_name) : QString::number(getegid());
}

} // namespace ferry::matrix
