#pragma once

#include "app/agent/process/BannerProbe.h"
#include "models/plan/NodeConfig.h"

#include <QList>

namespace ferry::agent {

/// A native file as a driver wants it to be. Nothing in `bytes`: the file is to go.
struct NativeFile {
    QString path;
    std::optional<QByteArray> bytes;

    bool operator==(const NativeFile &) const = default;
};

/// Knows one kind of FTP server software: reads and renders its native configuration. It writes nothing and restarts
/// nothing; the transaction does. A driver is made for one service of agent.json and touches its configPath only.
class FtpServiceDriver {
public:
    virtual ~FtpServiceDriver() = default;

    /// The settings that the native files hold now.
    [[nodiscard]] virtual Result<ServiceConfig> observe() const = 0;
    /// The native files as they are now.
    [[nodiscard]] virtual Result<QList<NativeFile>> nativeFiles() const = 0;
    /// The native files with `wanted` set in them, and every other byte as it is. Fails with Unsupported where the
    /// software cannot do it.
    [[nodiscard]] virtual Result<QList<NativeFile>> prepare(const ServiceConfig &wanted) const = 0;
    /// Asks the software itself whether it would run with `files`, without touching the running service.
    [[nodiscard]] virtual Result<> check(const QList<NativeFile> &files) const = 0;
    /// Called once when the agent starts: ends what a check left behind when the agent was killed during it.
    virtual void recover() const {}
    /// Where a server with `files` answers.
    [[nodiscard]] virtual QList<Endpoint> endpoints(const QList<NativeFile> &files) const = 0;
};

} // namespace ferry::agent
