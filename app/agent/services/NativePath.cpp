#include "app/agent/services/NativePath.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ferry::agent {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("NativePath", text);
}

} // namespace

Result<> mayEditIncluded(const QString &configPath, const QString &path)
{
    const QString folder = QFileInfo(configPath).canonicalPath() + u'/';
    if (path == configPath || QFileInfo(path).canonicalFilePath().startsWith(folder))
        return {};
    return failure(ErrorCode::Unsupported, path, tr("\"%1\" was not edited.").arg(path),
        tr("It is outside %1, and the agent edits no file elsewhere.").arg(folder),
        tr("Set it there by hand, or move the file below %1.").arg(folder));
}

} // namespace ferry::agent
