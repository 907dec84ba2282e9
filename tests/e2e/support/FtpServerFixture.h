#pragma once

#include "app/ctl/lab/LabServer.h"
#include "models/base/Address.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace ferry::e2e {

/// A real vsftpd with TLS on a loopback address and port of its own, for as long as the object lives.
class FtpServerFixture {
public:
    [[nodiscard]] static Result<std::unique_ptr<FtpServerFixture>> start();
    ~FtpServerFixture();

    [[nodiscard]] const Address &address() const { return m_address; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] const ctl::LabPaths &paths() const { return m_paths; }
    /// PEM file of the authority that signed the server's certificate.
    [[nodiscard]] QString authorityFile() const { return m_paths.path(QStringLiteral("ca.pem")); }
    /// Adds lines to vsftpd.conf and starts the server again.
    [[nodiscard]] Result<void> restartWith(const QByteArray &lines);

private:
    FtpServerFixture() : m_paths(m_directory.path()) {}
    [[nodiscard]] Result<void> launch();
    void end();

    QTemporaryDir m_directory;
    ctl::LabPaths m_paths;
    Address m_address = Address::fromTrusted(u"127.0.0.3");
    quint16 m_port = 0;
    ctl::Command m_command;
    QProcess m_process;
};

/// A port at that address for this test alone (tests/support/Ports.h).
[[nodiscard]] quint16 freePort(const Address &address);
/// Waits until something listens there.
[[nodiscard]] bool waitForListener(const Address &address, quint16 port);

} // namespace ferry::e2e
