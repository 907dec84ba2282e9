#include "tests/bench/proxy/harness/AdminWire.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <cstdlib>
#include <string_view>

namespace ferry::bench {

AdminWire::AdminWire(const std::string &path) : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    if (::connect(m_fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        m_fd.reset();
}

std::string AdminWire::ask(const std::string &request)
{
    if (::send(m_fd.get(), request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        return {};
    std::string reply;
    std::array<char, 4096> buffer;
    while (reply.find('\n') == std::string::npos) {
        const ssize_t count = ::recv(m_fd.get(), buffer.data(), buffer.size(), 0);
        if (count <= 0)
            return {};
        reply.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return reply;
}

bool AdminWire::configure(const std::string &configuration)
{
    const std::string reply = ask(R"({"id":1,"method":"configure","params":)" + configuration + "}\n");
    return reply.find(R"("result")") != std::string::npos;
}

pid_t AdminWire::pid()
{
    constexpr std::string_view key = R"("pid":)";
    const std::string reply = ask(R"({"id":1,"method":"status"})"
                                  "\n");
    const std::size_t at = reply.find(key);
    return at == std::string::npos ? 0 : std::atoi(reply.c_str() + at + key.size());
}

} // namespace ferry::bench
