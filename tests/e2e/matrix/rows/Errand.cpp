#include "tests/e2e/matrix/rows/Errand.h"

#include "tests/e2e/matrix/servers/Server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>

namespace ferry::matrix {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype seedBytes = 96 * 1024;
constexpr qsizetype tailBytes = 3000;
constexpr qsizetype partialBytes = 40'000;
// No more than a hole in the file system. The servers send it at transferRate (Server.h): it takes four seconds.
constexpr qint64 endlessBytes = 4 * qint64(transferRate);

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    QRandomGenerator::global()->fillRange(
        reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / qsizetype(sizeof(quint32)));
    return bytes;
}

// Where the file has other bytes, the client has not continued but begun anew.
QByteArray partialContent()
{
    return QByteArray(partialBytes, 'p');
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return failure(ErrorCode::Io, path, u"The row was not prepared."_s, file.errorString());
    // Whoever the server acts as may write there.
    file.setPermissions(QFile::Permissions(0x6666));
    return {};
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Empty where the file has that content.
QString compare(const QString &path, const QByteArray &wanted)
{
    if (!QFile::exists(path))
        return QDir(path).dirName() + u" is not there"_s;
    const QByteArray found = read(path);
    if (sha256(found) == sha256(wanted))
        return {};
    return u"%1 has another SHA-256 (%2 bytes of %3)"_s.arg(QDir(path).dirName()).arg(found.size()).arg(wanted.size());
}

} // namespace

Errand::Errand(const QString &local, const QString &site, const QString &remote)
    : m_local(local), m_remote(site + u'/' + remote), m_seed(randomBytes(seedBytes)), m_tail(randomBytes(tailBytes))
{
}

Result<void> Errand::prepareSite(const QString &site)
{
    const QString path = site + u"/endless.bin"_s;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(endlessBytes))
        return failure(ErrorCode::Io, path, u"The site was not prepared."_s, file.errorString());
    return {};
}

Result<void> Errand::prepare() const
{
    if (!QDir().mkpath(m_local) || !QDir().mkpath(m_remote))
        return failure(ErrorCode::Io, m_remote, u"The row was not prepared."_s, u"There is no folder."_s);
    QFile::setPermissions(m_remote, QFile::Permissions(0x7777));
    const QList<std::pair<QString, QByteArray>> files{
        {localPath(u"seed.bin"_s), m_seed},
        {localPath(u"tail.bin"_s), m_tail},
        {localPath(u"partial.bin"_s), partialContent()},
        {remotePath(u"seed.bin"_s), m_seed},
        {remotePath(u"listed.bin"_s), m_tail},
        {remotePath(u"journal.bin"_s), m_seed},
        {remotePath(u"old.bin"_s), m_seed},
        {remotePath(u"doomed.bin"_s), m_tail},
    };
    for (const auto &[path, bytes] : files) {
        if (Result<void> written = write(path, bytes); !written)
            return written;
    }
    return {};
}

QMap<Operation, QString> Errand::judge(
    const QByteArray &story, const QStringList &printed, const QByteArray &mlsdShownBy) const
{
    QMap<Operation, QString> judgement;
    for (const QString &file : printed) {
        if (const Result<void> written = write(localPath(file), story); !written)
            return judgement;
    }
    for (const Operation operation : allOperations)
        judgement.insert(operation, judge(operation, mlsdShownBy));
    return judgement;
}

QString Errand::judge(Operation operation, const QByteArray &mlsdShownBy) const
{
    switch (operation) {
    case Operation::List:
        return read(localPath(u"list.txt"_s)).contains("listed.bin") ? QString() : u"listed.bin is not in list.txt"_s;
    case Operation::Upload:
        return compare(remotePath(u"up.bin"_s), m_seed);
    case Operation::Download:
        return compare(localPath(u"down.bin"_s), m_seed);
    case Operation::Resume:
        return compare(localPath(u"partial.bin"_s), partialContent() + m_seed.sliced(partialBytes));
    case Operation::Append:
        return compare(remotePath(u"journal.bin"_s), m_seed + m_tail);
    case Operation::Rename:
        return QFile::exists(remotePath(u"old.bin"_s)) ? u"old.bin is still there"_s
                                                       : compare(remotePath(u"new.bin"_s), m_seed);
    case Operation::Delete:
        return QFile::exists(remotePath(u"doomed.bin"_s)) ? u"doomed.bin is still there"_s : QString();
    case Operation::Mlsd: {
        // RFC 3659 section 7.5.1: no other listing has such facts.
        const QByteArray listing = read(localPath(u"mlsd.txt"_s));
        const bool isMlsd =
            mlsdShownBy.isEmpty() ? listing.toLower().contains("type=file;") : listing.contains(mlsdShownBy);
        return isMlsd && listing.contains("listed.bin") ? QString() : u"mlsd.txt does not show MLSD"_s;
    }
    case Operation::Abort: {
        const qint64 size = QFile(localPath(u"part.bin"_s)).size();
        if (size == 0 || size >= endlessBytes)
            return u"part.bin has %1 bytes"_s.arg(size);
        return compare(localPath(u"after.bin"_s), m_seed);
    }
    }
    return {};
}

void Errand::clear() const
{
    QDir(m_local).removeRecursively();
    QDir(m_remote).removeRecursively();
}

} // namespace ferry::matrix
