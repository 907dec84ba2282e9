#pragma once

#include <QByteArray>
#include <QProcess>

namespace ferry::e2e {

/// curl as a client at 127.0.0.1, which insists on TLS and believes what 227 says.
class Curl {
public:
    /// `authority`: PEM file of who signed the server's certificate.
    Curl(const QString &authority, const QStringList &arguments);
    ~Curl();

    /// Waits until it has ended.
    [[nodiscard]] bool succeeds();
    /// Waits until a first part of the file is here.
    [[nodiscard]] bool hasBegun();
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] const QByteArray &output() const { return m_output; }
    [[nodiscard]] QByteArray words() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace ferry::e2e
