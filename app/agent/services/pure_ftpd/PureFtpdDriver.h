#pragma once

#include "app/agent/process/Process.h"
#include "app/agent/services/pure_ftpd/PureFtpdFiles.h"

namespace ferry::agent {

struct PureFtpdBind;

/// Pure-FTPd, by pure-ftpd.conf or by Debian's folder with a file a setting, whichever configPath is: one site. Sets
/// PassivePortRange, ForcePassiveIP and, where they say otherwise than the site, Bind and TLS. TLS is never switched
/// off. There is no checker, so that a trial start is the check.
class PureFtpdDriver final : public FtpServiceDriver {
public:
    /// `command` is the server itself, also where the service is started by pure-ftpd-wrapper.
    PureFtpdDriver(ServiceId id, QString configPath, Command command, QString scratchFolder)
        : m_id(std::move(id))
        , m_configPath(std::move(configPath))
        , m_command(std::move(command))
        , m_scratchFolder(std::move(scratchFolder))
    {
    }

    [[nodiscard]] Result<ServiceConfig> observe() const override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const ServiceConfig &wanted) const override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) const override;
    void recover() const override;
    [[nodiscard]] QList<Endpoint> endpoints(const QList<NativeFile> &files) const override;

private:
    [[nodiscard]] Result<> checkPort(const PureFtpdBind &bind) const;
    [[nodiscard]] QString trialFile(const QString &name) const;

    ServiceId m_id;
    QString m_configPath;
    Command m_command;
    QString m_scratchFolder;
};

} // namespace ferry::agent
