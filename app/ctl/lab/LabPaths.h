#pragma once

#include "app/backend/lab/LabLocation.h"

#include <QDir>

namespace ferry::ctl {

/// Every path of a lab, from its directory.
struct LabPaths {
    explicit LabPaths(const QString &directory) : root(QDir(directory).absolutePath()) {}

    [[nodiscard]] QString path(const QString &name) const { return QDir(root).filePath(name); }
    [[nodiscard]] QString node(const QString &node, const QString &name) const { return path(node + u'/' + name); }

    [[nodiscard]] QString state() const { return path(QStringLiteral("lab.json")); }
    [[nodiscard]] QString ruleSet() const { return backend::LabLocation::at(root).ruleSetFile; }
    [[nodiscard]] QString identity() const { return backend::LabLocation::at(root).identityDirectory; }
    [[nodiscard]] QString files() const { return path(QStringLiteral("files-1/site")); }
    [[nodiscard]] QString vsftpdConf() const { return path(QStringLiteral("files-1/vsftpd.conf")); }
    [[nodiscard]] QString vsftpdLog() const { return path(QStringLiteral("files-1/vsftpd.log")); }
    [[nodiscard]] QString proxySocket() const { return path(QStringLiteral("gw-1/proxy.sock")); }

    QString root;
};

} // namespace ferry::ctl
