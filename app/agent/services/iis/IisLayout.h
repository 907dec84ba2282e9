#pragma once

#include "app/agent/services/iis/XmlText.h"
#include "models/base/Address.h"

#include <QStringList>

#include <optional>

namespace ferry::agent {

/// Where applicationHost.config has what drivers look at; -1: nowhere.
struct IisLayout {
    int firewallSupport = -1;  ///< of system.ftpServer, at the root or in a <location> for the whole server
    int siteDefaults = -1;
    QList<int> sites;          ///< those with an FTP binding

    /// Fails with InvalidInput where it is another file, or says something twice, and with Unsupported where a section
    /// lies in a file of its own (configSource).
    [[nodiscard]] static Result<IisLayout> of(const XmlText &xml);
};

/// What a binding says: "192.0.2.10:21:", "[2001:db8::1]:990:", "*:21:ftp.example.com".
struct IisBinding {
    int element = -1;
    std::optional<Address> address; ///< nothing: all of them
    int port = 0; ///< 0: it says none
    QString host; ///< virtual host name

    [[nodiscard]] QString toString() const;
};

/// The first FTP binding of a site in IisLayout::sites.
[[nodiscard]] IisBinding ftpBinding(const XmlText &xml, int site);

/// The value of an attribute below the ftpServer of a site; from siteDefaults where the site does not say.
[[nodiscard]] QString siteValue(
    const XmlText &xml, const IisLayout &layout, int site, const QStringList &path, const QString &attribute);

} // namespace ferry::agent
