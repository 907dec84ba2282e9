#pragma once

#include "app/proxy/net/Fd.h"
#include "app/proxy/net/IpAddress.h"

#include <sys/types.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace ferry::bench {

/// A process that a benchmark has started and ends by its id.
class Program {
public:
    Program() = default;
    Program(Program &&other) noexcept;
    Program &operator=(Program &&other) noexcept;
    ~Program();

    /// Runs a program with `variables` added to the environment; what it prints goes to the file `output`.
    [[nodiscard]] static Program start(const std::vector<std::string> &command,
        const std::vector<std::pair<std::string, std::string>> &variables, const std::string &output);
    /// Runs `work` in a copy of this process.
    [[nodiscard]] static Program fork(const std::function<void()> &work);

    /// Waits until a connection to `endpoint` is taken. False if the program ends before.
    [[nodiscard]] bool awaitListening(const proxy::Endpoint &endpoint) const;
    [[nodiscard]] pid_t pid() const { return m_pid; }
    /// SIGTERM, and SIGKILL where that does not help.
    void end();

private:
    pid_t m_pid = 0;
    proxy::Fd m_handle; ///< pidfd_open(2)
};

} // namespace ferry::bench
