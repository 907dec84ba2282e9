#pragma once

#include "tests/support/netns/NetworkLab.h"

#include <QStringList>

namespace ferry::test {

/// Sees who asks a host for a TCP connection, whatever the host answers: every first SYN that reaches one of its
/// interfaces (packet(7)).
class SynCounter {
public:
    [[nodiscard]] static Result<SynCounter> create(const Host &host);

    /// What has come since the last call, in order, as "203.0.113.1 to 203.0.113.30:21". A SYN that was sent again
    /// counts once.
    [[nodiscard]] QStringList taken();

private:
    explicit SynCounter(proxy::Fd fd) : m_fd(std::move(fd)) {}

    proxy::Fd m_fd;
    QStringList m_known; ///< with the source's port and sequence number, by which repetitions are told
};

} // namespace ferry::test
