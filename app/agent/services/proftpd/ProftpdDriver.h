#pragma once

#include "app/agent/services/FtpServiceDriver.h"
#include "app/agent/services/proftpd/ProftpdChecker.h"

namespace ferry::agent {

/// ProFTPD: proftpd.conf with what it includes, a site for the main server and for each <VirtualHost>. Sets
/// PassivePorts, MasqueradeAddress, TLSMasqueradeAddress where it stands, and, where they say otherwise than the site,
/// Port, DefaultAddress, TLSEngine and TLSOptions UseImplicitSSL. TLS is never switched off.
class ProftpdDriver final : public FtpServiceDriver {
public:
    ProftpdDriver(ServiceId id, QString configPath, ProftpdChecker checker)
        : m_id(std::move(id)), m_configPath(std::move(configPath)), m_checker(std::move(checker))
    {
    }

    [[nodiscard]] Result<ServiceConfig> observe() const override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const ServiceConfig &wanted) const override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) const override;
    [[nodiscard]] QList<Endpoint> endpoints(const QList<NativeFile> &files) const override;

private:
    [[nodiscard]] Result<ProftpdConfiguration> read(const QList<NativeFile> &files = {}) const;
    [[nodiscard]] Address addressFor(const QString &name) const;

    ServiceId m_id;
    QString m_configPath;
    ProftpdChecker m_checker;
    // Asked once; the driver lives in one thread.
    mutable std::optional<ProftpdBuild> m_build;
    mutable QMap<QString, Address> m_resolved;
};

} // namespace ferry::agent
