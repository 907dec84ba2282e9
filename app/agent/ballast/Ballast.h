#pragma once

#include "app/agent/config/AgentConfig.h"
#include "models/wire/NodeStatus.h"

namespace ferry::agent {

/// A file that keeps room on a volume, so that a full disk can be relieved by giving that room back. Its blocks are
/// really taken (fallocate(2)); whatever its size, it is a valid one, so that a crash leaves nothing to be repaired.
class Ballast {
public:
    explicit Ballast(BallastEntry entry);

    /// Fails with Io where the folder cannot be asked.
    [[nodiscard]] Result<VolumeStatus> volume() const;
    /// Makes the file `bytes` large, or removes it for 0. Refuses to make the volume low by it, and to touch a file
    /// that is not the agent's own. On failure the file is as it was.
    [[nodiscard]] Result<VolumeStatus> resize(qint64 bytes);

private:
    /// Gives the file its size from 0 on; on failure it has `before` again.
    [[nodiscard]] Result<> reserve(int fd, qint64 bytes, qint64 before);
    [[nodiscard]] Result<> remove();

    BallastEntry m_entry;
    QString m_folder;
};

} // namespace ferry::agent
