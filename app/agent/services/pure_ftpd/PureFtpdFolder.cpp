#include "app/agent/services/pure_ftpd/PureFtpdFolder.h"

#include "app/agent/files/Durable.h"
#include "app/agent/services/pure_ftpd/PureFtpdOptions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArrayList ownKeys{"PassivePortRange", "ForcePassiveIP", "Bind", "TLS"};

/// Where the value stands: the first line that is neither blank nor a comment, without the blanks around it.
struct Place {
    qsizetype begin = -1;
    qsizetype end = -1;
};

Place placeOf(const QByteArray &bytes)
{
    for (qsizetype start = 0; start < bytes.size();) {
        const qsizetype lineFeed = bytes.indexOf('\n', start);
        const qsizetype end = lineFeed < 0 ? bytes.size() : lineFeed;
        const QByteArray line = bytes.mid(start, end - start);
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith('#')) {
            const qsizetype begin = start + line.indexOf(text);
            return {begin, begin + text.size()};
        }
        start = end + 1;
    }
    return {};
}

QByteArray valueIn(const QByteArray &bytes)
{
    const Place place = placeOf(bytes);
    return place.begin < 0 ? QByteArray() : bytes.mid(place.begin, place.end - place.begin);
}

} // namespace

Result<std::unique_ptr<PureFtpdFiles>> PureFtpdFolder::read(const QString &path, const QList<NativeFile> &files)
{
    auto folder = std::make_unique<PureFtpdFolder>();
    folder->m_path = path;
    // The wrapper takes no other names: not ours for staged files either.
    static const QRegularExpression settingName(u"\\A[A-Za-z][A-Za-z0-9]+\\z"_s);
    for (const QString &name : QDir(path).entryList(QDir::Files)) {
        if (!settingName.match(name).hasMatch())
            continue;
        const auto bytes = readFile(QDir(path).filePath(name));
        if (!bytes)
            return failure(bytes.error());
        if (*bytes)
            folder->m_files[name.toLatin1()] = **bytes;
    }
    for (const NativeFile &file : files) {
        const QByteArray name = QFileInfo(file.path).fileName().toLatin1();
        if (file.bytes)
            folder->m_files[name] = *file.bytes;
        else
            folder->m_files.remove(name);
    }
    return std::unique_ptr<PureFtpdFiles>(std::move(folder));
}

QString PureFtpdFolder::pathOf(const QByteArray &key) const
{
    return QDir(m_path).filePath(QString::fromLatin1(key));
}

QByteArrayList PureFtpdFolder::values(const QByteArray &key) const
{
    const QByteArray value = valueIn(m_files.value(key));
    return value.isEmpty() ? QByteArrayList() : QByteArrayList{value};
}

Result<> PureFtpdFolder::set(const QByteArray &key, qsizetype, const QByteArray &value)
{
    QByteArray &bytes = m_files[key];
    const Place place = placeOf(bytes);
    if (place.begin >= 0) {
        bytes.replace(place.begin, place.end - place.begin, value);
        return {};
    }
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        bytes += '\n';
    bytes += value + '\n';
    return {};
}

QList<NativeFile> PureFtpdFolder::nativeFiles() const
{
    QList<NativeFile> files;
    for (const QByteArray &key : ownKeys) {
        const bool isThere = m_files.contains(key);
        files << NativeFile{pathOf(key), isThere ? std::optional(m_files.value(key)) : std::nullopt};
    }
    return files;
}

Result<PureFtpdFiles::Launch> PureFtpdFolder::launch(
    const QByteArray &bind, const QString &, const QString &pidFile) const
{
    const Result<QStringList> authentication = this->authentication();
    if (!authentication)
        return failure(authentication.error());
    Launch launch{*authentication, {}};
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
        const QByteArray value = it.key() == "Bind" ? bind : valueIn(it.value());
        if (value.isEmpty() || it.key() == "Daemonize")
            continue;
        const Result<QStringList> option = pureFtpdOption(pathOf(it.key()), it.key(), value);
        if (!option)
            return failure(option.error());
        // So that nothing is logged to the wrong place before it is read: pure-ftpd(8).
        launch.arguments = it.key() == "SyslogFacility" ? *option + launch.arguments : launch.arguments + *option;
    }
    if (values("Bind").isEmpty())
        launch.arguments << u"-S"_s << QString::fromLatin1(bind);
    launch.arguments << u"-g"_s << pidFile;
    return launch;
}

Result<QStringList> PureFtpdFolder::authentication() const
{
    // Links beside the folder say which methods are tried, in the order of their names.
    QDir links(QFileInfo(m_path).dir().filePath(u"auth"_s));
    QStringList options;
    for (const QFileInfo &link : links.entryInfoList(QDir::Files, QDir::Name)) {
        if (!link.isSymLink() || !link.exists())
            continue;
        const QByteArray key = QFileInfo(link.symLinkTarget()).fileName().toLatin1();
        const auto bytes = readFile(link.symLinkTarget());
        const QByteArray value = bytes && *bytes ? valueIn(**bytes) : QByteArray();
        if (value.isEmpty() || !isPureFtpdAuthentication(key))
            continue;
        const Result<QStringList> option = pureFtpdOption(link.symLinkTarget(), key, value);
        if (!option)
            return failure(option.error());
        options << *option;
    }
    return options;
}

QString PureFtpdFolder::translated(const QString &words, const QString &) const
{
    return words;
}

} // namespace ferry::agent
