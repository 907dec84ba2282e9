#include "app/agent/services/pure_ftpd/PureFtpdFiles.h"

#include "app/agent/services/pure_ftpd/PureFtpdConf.h"
#include "app/agent/services/pure_ftpd/PureFtpdFolder.h"

#include <QFileInfo>

namespace ferry::agent {

Result<std::unique_ptr<PureFtpdFiles>> PureFtpdFiles::read(const QString &path, const QList<NativeFile> &files)
{
    if (QFileInfo(path).isDir())
        return PureFtpdFolder::read(path, files);
    return PureFtpdConf::read(path, files);
}

bool isPureFtpdYes(const QByteArray &value)
{
    const QByteArray word = value.toLower();
    return word == "yes" || word == "on" || word == "true" || word == "1";
}

} // namespace ferry::agent
