#pragma once

#include "app/agent/services/FtpServiceDriver.h"

namespace ferry::agent {

/// The FTP service of IIS, by its applicationHost.config: the passive range of the server node, and of each site with
/// an FTP binding the external address, address, port and whether data may be encrypted. Certificates are left alone.
/// IIS runs on Windows only and cannot be asked here: a check reads the file back and no more.
class IisDriver final : public FtpServiceDriver {
public:
    IisDriver(ServiceId id, QString configPath) : m_id(std::move(id)), m_configPath(std::move(configPath)) {}

    [[nodiscard]] Result<ServiceConfig> observe() const override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const ServiceConfig &wanted) const override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) const override;
    [[nodiscard]] QList<Endpoint> endpoints(const QList<NativeFile> &files) const override;

private:
    [[nodiscard]] Result<QByteArray> read() const;

    ServiceId m_id;
    QString m_configPath;
};

} // namespace ferry::agent
