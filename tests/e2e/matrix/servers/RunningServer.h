#pragma once

#include "tests/e2e/matrix/servers/Server.h"

#include <QProcess>
#include <QTemporaryDir>

namespace ferry::matrix {

/// A server that listens on loopback for as long as the object lives.
class RunningServer {
public:
    /// As that row needs it. `certificate` and `key` are PEM files.
    [[nodiscard]] static Result<std::unique_ptr<RunningServer>> start(
        const Server &server, const Combination &combination, const QString &certificate, const QString &key);
    ~RunningServer();

    [[nodiscard]] const Place &place() const { return m_place; }

private:
    explicit RunningServer(Place place) : m_place(std::move(place)) {}

    std::unique_ptr<QTemporaryDir> m_directory;
    Place m_place;
    QProcess m_process;
};

} // namespace ferry::matrix
