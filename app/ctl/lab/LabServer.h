#pragma once

#include "app/ctl/lab/LabPaths.h"
#include "app/pki/Certificate.h"
#include "models/base/Address.h"

#include <QMap>
#include <QStringList>

namespace ferry::ctl {

/// A program with everything it is started with.
struct Command {
    QString program;
    QStringList arguments;
    QMap<QString, QString> environment;  ///< on top of the caller's
};

/// The real FTPS server of the lab: vsftpd out of the distribution's package, unpacked and never installed, run by an
/// ordinary user.
class LabServer {
public:
    /// Fails with NotFound where `packages` holds no vsftpd, saying how to unpack it.
    [[nodiscard]] static Result<LabServer> find(const QString &packages);

    /// Files to fetch (20 MB of random bytes and small ones), a directory to upload to, a certificate, and a
    /// vsftpd.conf as an administrator might have left it: no passive range, no external address.
    [[nodiscard]] Result<void> install(
        const LabPaths &paths, const Address &address, quint16 port, const pki::Identity &certificate) const;

    [[nodiscard]] Command command(const LabPaths &paths) const;

    static constexpr qint64 bigFileBytes = 20'000'000;

private:
    QString m_packages;
};

} // namespace ferry::ctl
