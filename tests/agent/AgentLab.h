#pragma once

#include "app/pki/Authority.h"
#include "models/wire/Hello.h"
#include "models/wire/NodeStatus.h"
#include "models/wire/RpcPeer.h"

#include <QProcess>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>

#include <memory>

namespace ferry::test {

/// Where ./dev unpacks the distribution's vsftpd; empty if it has not.
[[nodiscard]] QString vsftpdProgram();
[[nodiscard]] QString vsftpdLibraries();
/// The folder with everything that was unpacked.
[[nodiscard]] QString vsftpdPackage();
/// The same for ProFTPD and Pure-FTPd.
[[nodiscard]] QString proftpdProgram();
[[nodiscard]] QString pureFtpdProgram();
/// The same for HAProxy, which needs the libraries in `unpackedLibraries`.
[[nodiscard]] QString haproxyProgram();
[[nodiscard]] QString unpackedLibraries();
/// The lines that let vsftpd run as whoever runs the test, with its port on 127.0.0.3.
[[nodiscard]] QByteArray vsftpdConf(const QString &root, quint16 port);

/// A port at `address` for this test alone (tests/support/Ports.h).
[[nodiscard]] quint16 freePort(const QString &address);

/// A connection to an agent, blocking for tests.
class AgentConnection {
public:
    AgentConnection(quint16 port, const pki::Identity &client, const QByteArray &authorityPem);

    [[nodiscard]] bool isOpen() const;
    /// The reply, or why not; waits at most a minute.
    [[nodiscard]] RpcReply ask(QStringView method, const QJsonObject &params = {});
    [[nodiscard]] RpcReply hello();
    /// Waits until the other side has closed.
    [[nodiscard]] bool waitForEnd();
    [[nodiscard]] QSslSocket &socket() { return *m_socket; }
    [[nodiscard]] RpcPeer &peer() { return *m_peer; }

private:
    SystemClock m_clock;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<RpcPeer> m_peer;
};

/// The real ferrygate-agent in a folder of its own, managing a real gateway engine and, if asked, a real vsftpd.
class AgentLab {
public:
    enum class Manages { Gateway, GatewayAndVsftpd };

    /// vsftpd runs as the agent's child, or as the systemd unit of that name, which the test installs.
    /// Of the engines the first is in charge, and an Apply may choose the others.
    explicit AgentLab(Manages manages, const QString &unit = {}, const QList<Engine> &engines = {Engine::Builtin});
    /// It manages a gateway and the FTP service of that entry of agent.json.
    explicit AgentLab(const QJsonObject &service);
    ~AgentLab();

    /// Starts the agent, with FERRYGATE_CRASH_AT set if `crashAt` is not empty. Gives false if it does not listen.
    [[nodiscard]] bool start(const QString &crashAt = {});
    /// Ends it by SIGKILL.
    void kill();
    /// Waits until it has ended; gives true if by a signal.
    [[nodiscard]] bool waitForCrash();
    [[nodiscard]] QString output() { return QString::fromUtf8(m_agent.readAll()); }

    [[nodiscard]] std::unique_ptr<AgentConnection> connectAs(Role role);
    [[nodiscard]] NodeStatus status();
    [[nodiscard]] QByteArray auditLog() const;

    /// A configuration for this node: one relay rule, and the service with `passivePorts`.
    [[nodiscard]] NodeConfig config(const PortRange &passivePorts) const;
    [[nodiscard]] PrepareRequest prepareRequest(
        const QString &transaction, const QString &base, const PortRange &ports) const;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] quint16 metricsPort() const { return m_metricsPort; }
    [[nodiscard]] const pki::Identity &authority() const { return m_authority; }
    [[nodiscard]] pki::Identity identity(Role role) const;
    [[nodiscard]] quint16 vsftpdPort() const { return m_vsftpdPort; }
    [[nodiscard]] qint64 agentPid() const { return m_agent.processId(); }

private:
    void writeConfig();
    [[nodiscard]] QJsonObject gatewayEntry() const;
    [[nodiscard]] QJsonObject engineEntry(Engine engine) const;
    [[nodiscard]] QJsonObject serviceControl() const;
    void endStrays() const;

    QTemporaryDir m_folder;
    Manages m_manages;
    QString m_unit;        ///< empty: a child
    QJsonObject m_service; ///< empty: vsftpd, or none
    QList<Engine> m_engines;
    pki::Identity m_authority;
    quint16 m_vsftpdPort = 0;
    quint16 m_rulePort = 0;
    quint16 m_port = 0;
    quint16 m_metricsPort = 0;
    QProcess m_agent;
};

} // namespace ferry::test
