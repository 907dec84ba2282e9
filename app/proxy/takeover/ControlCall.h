#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/net/Fd.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace ferry::proxy {

/// A connection to the control socket of another proxy, for the moments in which waiting for an answer is all there is
/// to do.
class ControlCall {
public:
    static constexpr std::chrono::seconds mostPatience{20};

    /// Fails where nobody listens, or somebody of another user does.
    [[nodiscard]] static Result<ControlCall> connect(const std::string &path);

    /// The whole line that answers the request. An error answer is a failure with its message.
    [[nodiscard]] Result<std::string> ask(
        std::string_view method, std::string_view params = "{}", std::chrono::milliseconds patience = mostPatience);
    /// What came beside the answers so far.
    [[nodiscard]] std::vector<Fd> takeDescriptors() { return std::exchange(m_descriptors, {}); }

    // Afterwards, without waiting:
    [[nodiscard]] int fd() const { return m_fd.get(); }
    /// Reads what is there. False at the end.
    [[nodiscard]] bool fill();
    [[nodiscard]] std::optional<std::string> takeLine();

private:
    explicit ControlCall(Fd fd) : m_fd(std::move(fd)) {}

    Fd m_fd;
    std::string m_in;
    std::size_t m_scanned = 0; ///< of m_in, without a line end
    std::vector<Fd> m_descriptors;
};

/// Waits until `fd` can be read, or the time is over. False for the latter.
[[nodiscard]] bool awaitReadable(int fd, std::chrono::milliseconds patience);

} // namespace ferry::proxy
