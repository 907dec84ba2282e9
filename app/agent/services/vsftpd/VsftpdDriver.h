#pragma once

#include "app/agent/services/FtpServiceDriver.h"
#include "app/agent/services/vsftpd/VsftpdTrial.h"

namespace ferry::agent {

/// vsftpd: one file, one site. Sets pasv_min_port, pasv_max_port, pasv_address and, where they say otherwise than the
/// site, pasv_enable, listen_port, listen_address, ssl_enable and implicit_ssl. A key that already has the wanted
/// effect is not touched, and TLS is never switched off.
class VsftpdDriver final : public FtpServiceDriver {
public:
    VsftpdDriver(ServiceId id, VsftpdTrial trial) : m_id(std::move(id)), m_trial(std::move(trial)) {}

    [[nodiscard]] Result<ServiceConfig> observe() const override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const ServiceConfig &wanted) const override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) const override;
    void recover() const override { endStrayTrials(m_trial); }
    [[nodiscard]] QList<Endpoint> endpoints(const QList<NativeFile> &files) const override;

private:
    [[nodiscard]] Result<QByteArray> read() const;

    ServiceId m_id;
    VsftpdTrial m_trial;
};

} // namespace ferry::agent
