#pragma once

#include "app/agent/services/FtpServiceDriver.h"

namespace ferry::agent {

/// FTP server software whose one native file holds the passive range and nothing else; ships with the interface for
/// tests.
class FakeServiceDriver final : public FtpServiceDriver {
public:
    FakeServiceDriver(ServiceId id, QString path) : m_id(std::move(id)), m_path(std::move(path)) {}

    [[nodiscard]] Result<ServiceConfig> observe() const override;
    [[nodiscard]] Result<QList<NativeFile>> nativeFiles() const override;
    [[nodiscard]] Result<QList<NativeFile>> prepare(const ServiceConfig &wanted) const override;
    [[nodiscard]] Result<> check(const QList<NativeFile> &files) const override;
    [[nodiscard]] QList<Endpoint> endpoints(const QList<NativeFile> &files) const override;

    std::optional<Error> checkRefusal;

private:
    ServiceId m_id;
    QString m_path;
};

} // namespace ferry::agent
