#include "app/agent/files/StagedFile.h"

#include "app/agent/faults/CrashPoint.h"
#include "app/agent/files/Durable.h"
#include "models/wire/JsonDecoder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

#include <unistd.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AgentFiles", text);
}

QString beside(const StagedFile &file, const QString &suffix)
{
    const QFileInfo info(file.target);
    return u"%1/.%2.ferrygate-%3.%4"_s.arg(info.path(), info.fileName(), file.tag, suffix);
}

bool exists(const QString &path)
{
    return QFileInfo::exists(path);
}

bool rename(const QString &from, const QString &to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

bool removeIfThere(const QString &path)
{
    return ::unlink(QFile::encodeName(path).constData()) == 0 || errno == ENOENT;
}

Result<> keepOld(const StagedFile &file)
{
    const QByteArray target = QFile::encodeName(file.target);
    if (::link(target.constData(), QFile::encodeName(file.oldPath()).constData()) == 0 || errno == EEXIST)
        return {};
    // A file system without hard links: a copy serves as well.
    const auto bytes = readFile(file.target);
    if (!bytes)
        return failure(bytes.error());
    return writeNewFile(file.oldPath(), bytes->value_or(QByteArray()), file.target);
}

} // namespace

QString StagedFile::newPath() const
{
    return beside(*this, u"new"_s);
}

QString StagedFile::oldPath() const
{
    return beside(*this, u"old"_s);
}

Result<StagedFile> stage(const QString &path, const QByteArray &bytes, const QString &tag)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    StagedFile file{path, canonical.isEmpty() ? path : canonical, tag, info.exists()};
    if (const Result<> written = writeNewFile(file.newPath(), bytes, file.target); !written)
        return failure(written.error());
    if (const Result<> synced = syncFolder(QFileInfo(file.target).path()); !synced)
        return failure(synced.error());
    return file;
}

Result<> place(const StagedFile &file)
{
    const QString folder = QFileInfo(file.target).path();
    if (file.existed) {
        if (const Result<> kept = keepOld(file); !kept)
            return kept;
        if (const Result<> synced = syncFolder(folder); !synced)
            return synced;
        crashPoint(CrashPoint::FileLinked);
    }
    if (!rename(file.newPath(), file.target))
        return failure(fileError(file.path, tr("\"%1\" was not replaced.").arg(file.path)));
    crashPoint(CrashPoint::FilePlaced);
    return syncFolder(folder);
}

Result<> restore(const StagedFile &file)
{
    const auto fail = [&] { return failure(fileError(file.path, tr("\"%1\" was not put back.").arg(file.path))); };
    if (file.existed) {
        // Where both names are one file rename(2) does nothing, and the second name goes here below.
        if (exists(file.oldPath()) && !rename(file.oldPath(), file.target))
            return fail();
        if (!removeIfThere(file.oldPath()))
            return fail();
    } else if (!exists(file.newPath()) && !removeIfThere(file.target)) {
        return fail();
    }
    if (!removeIfThere(file.newPath()))
        return fail();
    return syncFolder(QFileInfo(file.target).path());
}

void finish(const StagedFile &file)
{
    removeIfThere(file.newPath());
    removeIfThere(file.oldPath());
}

QJsonObject toJson(const StagedFile &file)
{
    return {{u"path"_s, file.path}, {u"target"_s, file.target}, {u"tag"_s, file.tag}, {u"existed"_s, file.existed}};
}

void decode(const JsonNode &node, StagedFile &out)
{
    JsonFields(node)
        .required(u"path", out.path)
        .required(u"target", out.target)
        .required(u"tag", out.tag)
        .required(u"existed", out.existed);
}

} // namespace ferry::agent
