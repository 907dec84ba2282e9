#pragma once

#include "models/base/Address.h"
#include "models/base/Result.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace ferry::e2e {

/// A bare ferrygate-proxy with one rule in front of an FTP server, without an agent.
class GatewayFixture {
public:
    struct Rule {
        Address server;
        quint16 serverPort = 0;
        QString serverTls = QStringLiteral("explicit");
        QStringList relayPorts;
        QJsonObject filter;  ///< as in ferrygate-proxy's configuration
        QJsonObject serverMore; ///< further members of its "server"
        QJsonObject more;    ///< further members of the rule
        QStringList environment; ///< of the process, "NAME=value"
    };

    [[nodiscard]] static Result<std::unique_ptr<GatewayFixture>> start(const Rule &rule);
    ~GatewayFixture();

    [[nodiscard]] const Address &address() const { return m_address; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Everything that it has logged by now.
    [[nodiscard]] QByteArray log() const;

private:
    QTemporaryDir m_directory;
    Address m_address = Address::fromTrusted(u"127.0.0.2");
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace ferry::e2e
