#include "app/proxy/admin/AdminServer.h"

#include "app/proxy/net/Sockets.h"

#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cstring>

namespace ferry::proxy {
namespace {

// More than agents and operators ever need, few enough to bound the memory of their lines.
constexpr std::size_t maxClients = 32;

Fd unixSocket()
{
    return Fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
}

bool makeAddress(const std::string &path, sockaddr_un &address)
{
    address = {};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.data(), path.size());
    return true;
}

// Takes the file of a dead proxy out of the way.
Result<> clearPath(const std::string &path, const sockaddr_un &address)
{
    struct stat info{};
    if (::lstat(path.c_str(), &info) != 0)
        return {};
    if (!S_ISSOCK(info.st_mode))
        return failure(path + " exists and is not a socket: choose another path for --control.");
    const Fd probe = unixSocket();
    if (!probe)
        return failure("The control socket " + path + " could not be looked at: " + errorText(errno) + ".");
    if (::connect(probe.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        || errno != ECONNREFUSED)
        return failure(
            "Another ferrygate-proxy uses " + path + ": stop it first, or choose another path for --control.");
    ::unlink(path.c_str());
    return {};
}

bool isAllowedPeer(int fd)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && (peer.uid == 0 || peer.uid == ::geteuid());
}

} // namespace

Result<std::unique_ptr<AdminServer>> AdminServer::create(
    EventLoop &loop, AdminService &service, const std::string &path)
{
    sockaddr_un address{};
    if (!makeAddress(path, address))
        return failure("\"" + path + "\" cannot be the path of a socket: it is empty or too long.");
    if (const Result<> cleared = clearPath(path, address); !cleared)
        return failure(cleared.error());
    Fd fd = unixSocket();
    // Nobody can connect before listen(), so that the mode is right for the first one.
    if (!fd || ::bind(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::chmod(path.c_str(), S_IRUSR | S_IWUSR) != 0 || ::listen(fd.get(), 16) != 0) {
        return failure("The control socket " + path + " could not be made: " + errorText(errno) + ".");
    }
    const int number = fd.get();
    std::unique_ptr<AdminServer> server(new AdminServer(loop, service, std::move(fd), path));
    if (!loop.watch(number, EPOLLIN, *server))
        return failure("The control socket could not be watched: " + errorText(errno) + ".");
    return server;
}

AdminServer::AdminServer(EventLoop &loop, AdminService &service, Fd fd, std::string path)
    : m_loop(loop), m_service(service), m_fd(std::move(fd)), m_path(std::move(path))
{
}

AdminServer::~AdminServer()
{
    m_loop.forget(m_fd.get());
    ::unlink(m_path.c_str());
}

void AdminServer::onEvents(std::uint32_t)
{
    Fd fd(::accept4(m_fd.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!fd || !isAllowedPeer(fd.get()) || m_clients.size() >= maxClients)
        return;
    if (std::unique_ptr<AdminClient> client = AdminClient::create(m_loop, m_service, *this, std::move(fd))) {
        AdminClient &added = *client;
        m_clients.emplace(&added, std::move(client));
    }
}

void AdminServer::retire(AdminClient &client)
{
    const auto at = m_clients.find(&client);
    if (at == m_clients.end())
        return;
    m_loop.retire(std::move(at->second));
    m_clients.erase(at);
}

} // namespace ferry::proxy
