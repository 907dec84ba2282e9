#include "tests/agent/systemd/Inside.h"

#include "tests/agent/AgentLab.h"

#include <QDir>
#include <QFileInfo>

namespace ferry::test {

using namespace Qt::Literals::StringLiterals;

bool systemctl(const QStringList &arguments)
{
    return QProcess::execute(u"systemctl"_s, arguments) == 0;
}

bool install(const QString &unit, const QByteArray &lines)
{
    return writeFile(u"/run/systemd/system/"_s + unit, lines) && systemctl({u"daemon-reload"_s});
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
        && file.flush();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool installPackages()
{
    const QDir unpacked(vsftpdPackage());
    // A slash and a dot behind the name: /lib is a link on a merged /usr.
    for (const QString &folder : {u"usr"_s, u"etc"_s, u"var"_s, u"lib"_s}) {
        const QString from = unpacked.filePath(folder);
        if (QFileInfo::exists(from) && QProcess::execute(u"cp"_s, {u"-a"_s, from + u"/."_s, u'/' + folder + u'/'}) != 0)
            return false;
    }
    return QProcess::execute(u"ldconfig"_s) == 0;
}

} // namespace ferry::test
