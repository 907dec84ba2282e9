#pragma once

#include "models/base/Result.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace ferry::test {

/// A host of its own with a real systemd as its process 1 and a real system bus, in namespaces and on an overlay of
/// the machine's root: it sees the machine's programs and changes none of its files. Ends with the object.
class SystemdHost {
public:
    /// Boots it and waits until systemd says that it runs. Needs root. NotSupported where namespaces are not allowed.
    [[nodiscard]] static Result<std::unique_ptr<SystemdHost>> boot();
    ~SystemdHost();

    /// Runs a program inside, with this process' standard output. Gives its exit code; -1 if it crashed or outlived
    /// `timeout`.
    [[nodiscard]] int run(const QStringList &command, std::chrono::milliseconds timeout) const;

private:
    SystemdHost() = default;
    [[nodiscard]] QString waitUntilUp();

    QTemporaryDir m_folder;
    QProcess m_outer; ///< unshare, which is the parent of the host's process 1
    qint64 m_init = 0;
};

} // namespace ferry::test
