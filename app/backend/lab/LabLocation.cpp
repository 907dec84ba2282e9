#include "app/backend/lab/LabLocation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace ferry::backend {

using namespace Qt::Literals::StringLiterals;

LabLocation LabLocation::at(const QString &directory)
{
    const QDir dir(QDir(directory).absolutePath());
    return {dir.path(), dir.filePath(u"story.ferrygate.json"_s), dir.filePath(u"identity"_s)};
}

QString LabLocation::defaultDirectory()
{
    const QDir build(QDir::cleanPath(QCoreApplication::applicationDirPath() + u"/.."_s));
    if (QFileInfo::exists(build.filePath(u"CMakeCache.txt"_s)) && QFileInfo(build.path()).isWritable())
        return build.filePath(u"lab"_s);
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(runtime.isEmpty() ? QDir::tempPath() : runtime).filePath(u"ferrygate-lab"_s);
}

Result<LabLocation> LabLocation::find(const QString &directory)
{
    LabLocation location = at(directory);
    if (QFileInfo::exists(location.ruleSetFile) && QFileInfo::exists(location.identityDirectory))
        return location;
    return failure(ErrorCode::NotFound, directory,
        QCoreApplication::translate("LabLocation", "The lab was not opened."),
        QCoreApplication::translate("LabLocation", "There is none in this directory."),
        QCoreApplication::translate("LabLocation", "Bring it up with \"ferryctl lab up\"."));
}

} // namespace ferry::backend
