#pragma once

#include "tests/agent/AgentLab.h"
#include "tests/support/netns/NetworkLab.h"

#include <QJsonObject>

namespace ferry::e2e {

/// A real ferrygate-agent in a folder of its own, on one host of a network lab.
class NodeAgent {
public:
    /// `manages`: the gateways and services of its agent.json.
    NodeAgent(const test::Host &host, const pki::Identity &authority, QJsonObject manages);
    ~NodeAgent();

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    [[nodiscard]] bool start(const QString &crashAt = {});
    void end();
    [[nodiscard]] bool waitForCrash();

    [[nodiscard]] RpcReply ask(QStringView method, const QJsonObject &params = {});
    [[nodiscard]] NodeStatus status();
    /// Prepare, commit and, if `isConfirmed`, confirm; what was refused first.
    [[nodiscard]] std::optional<Error> apply(const NodeConfig &config, bool isConfirmed = true,
        std::chrono::seconds confirmWithin = std::chrono::seconds(60));

private:
    const test::Host &m_host;
    const pki::Identity &m_authority;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    int m_number = 0;
};

} // namespace ferry::e2e
