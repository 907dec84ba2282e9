#pragma once

#include "app/ctl/lab/LabServer.h"
#include "app/ctl/lab/LabState.h"
#include "models/wire/NodeStatus.h"

#include <functional>

namespace ferry::ctl {

/// A whole installation on loopback, by an ordinary user: a real FTPS server, two agents, a proxy, keys, a rule set.
class Lab {
public:
    struct Options {
        QString directory;
        QString packages;   ///< unpacked distribution packages with the FTP server
        QString programs;   ///< where ferrygate-agent and ferrygate-proxy are
        bool isDefaultDirectory = false;
        /// For agents started from now on, on top of the caller's environment.
        QMap<QString, QString> agentEnvironment = {};
    };
    using Tell = std::function<void(const QString &)>;

    /// The lab of `ferryctl lab` in the given directory (empty: the usual one): programs beside ferryctl, packages in
    /// the build folder.
    [[nodiscard]] static Options usual(const QString &directory = {}, const QString &packages = {});

    explicit Lab(Options options) : m_options(std::move(options)), m_paths(m_options.directory) {}

    [[nodiscard]] const LabPaths &paths() const { return m_paths; }
    [[nodiscard]] Result<LabState> state() const { return LabState::load(m_paths); }

    /// Brings up what is not up, and gives only once both agents answer and the first configuration runs. Done again,
    /// it does nothing.
    [[nodiscard]] Result<LabState> up(const Tell &tell) const;
    /// Ends exactly the processes of this lab. The files stay, unless `removeFiles`.
    [[nodiscard]] Result<void> down(bool removeFiles) const;

    /// Whether the lab is up: both agents run as the processes that were written down.
    [[nodiscard]] static bool isUp(const LabState &state);

private:
    [[nodiscard]] Result<LabState> create(const Tell &tell) const;
    [[nodiscard]] Result<void> enrollNode(
        const pki::Identity &authority, const QString &node, const QList<Address> &addresses) const;
    [[nodiscard]] Result<void> writeAgentConfigs(const LabState &state, const LabServer &server) const;
    [[nodiscard]] Result<ProcessRef> startAgent(const LabState &state, const QString &node) const;
    [[nodiscard]] Result<void> waitForAgents(const LabState &state) const;
    [[nodiscard]] Result<void> applySample() const;
    /// Proxy and FTP server, as the agents have written them down.
    [[nodiscard]] QList<ProcessRef> supervised() const;

    Options m_options;
    LabPaths m_paths;
};

} // namespace ferry::ctl
