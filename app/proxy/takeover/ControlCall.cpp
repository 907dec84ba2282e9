#include "app/proxy/takeover/ControlCall.h"

#include "app/proxy/admin/AdminSocket.h"
#include "app/proxy/config/JsonReader.h"
#include "app/proxy/net/Sockets.h"
#include "app/proxy/takeover/Descriptors.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>

namespace ferry::proxy {
namespace {

constexpr const char *closed = "The running ferrygate-proxy closed the connection.";

using Steady = std::chrono::steady_clock;

std::chrono::milliseconds left(Steady::time_point deadline)
{
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(deadline - Steady::now()), {});
}

std::optional<std::string> errorOf(const std::string &line)
{
    const Result<JsonDocument> answer = JsonDocument::parse(line);
    if (!answer)
        return "It answered something that is not JSON.";
    std::string_view message;
    if (answer->root().at_pointer("/error/message").get(message) == simdjson::SUCCESS)
        return std::string(message);
    return std::nullopt;
}

} // namespace

bool awaitReadable(int fd, std::chrono::milliseconds patience)
{
    const Steady::time_point deadline = Steady::now() + patience;
    pollfd one{fd, POLLIN, 0};
    int ready = 0;
    do {
        ready = ::poll(&one, 1, static_cast<int>(left(deadline).count()));
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

Result<ControlCall> ControlCall::connect(const std::string &path)
{
    tl::expected<Fd, int> fd = connectToAdminSocket(path);
    if (!fd)
        return failure("No ferrygate-proxy could be reached at " + path + ": " + errorText(fd.error()) + ".");
    if (!isOfOwnUserOrRoot(fd->get()))
        return failure("Another user's program listens at " + path + ".");
    return ControlCall(std::move(*fd));
}

Result<std::string> ControlCall::ask(
    std::string_view method, std::string_view params, std::chrono::milliseconds patience)
{
    const std::string request =
        R"({"id":1,"method":")" + std::string(method) + R"(","params":)" + std::string(params) + "}\n";
    // The requests are short, the other side reads at once: there is always room.
    if (::send(m_fd.get(), request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        return failure(closed);
    const Steady::time_point deadline = Steady::now() + patience;
    for (;;) {
        if (std::optional<std::string> line = takeLine()) {
            if (const std::optional<std::string> error = errorOf(*line))
                return failure("The running ferrygate-proxy refused: " + *error);
            return std::move(*line);
        }
        if (!awaitReadable(m_fd.get(), left(deadline)))
            return failure("The running ferrygate-proxy did not answer.");
        if (!fill())
            return failure(closed);
    }
}

bool ControlCall::fill()
{
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = receiveWithDescriptors(m_fd.get(), buffer, m_descriptors);
        if (count < 0)
            return errno == EAGAIN;
        if (count == 0)
            return false;
        m_in.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

std::optional<std::string> ControlCall::takeLine()
{
    const std::size_t end = m_in.find('\n', m_scanned);
    if (end == std::string::npos) {
        m_scanned = m_in.size();
        return std::nullopt;
    }
    std::string line = m_in.substr(0, end);
    m_in.erase(0, end + 1);
    m_scanned = 0;
    return line;
}

} // namespace ferry::proxy
