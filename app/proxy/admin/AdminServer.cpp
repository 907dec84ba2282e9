#include "app/proxy/admin/AdminServer.h"

#include "app/proxy/net/Sockets.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <cstdio>
#include <vector>

namespace ferry::proxy {
namespace {

// More than agents and operators ever need, few enough to bound the memory of their lines.
constexpr std::size_t maxClients = 32;

} // namespace

Result<std::unique_ptr<AdminServer>> AdminServer::create(
    EventLoop &loop, AdminService &service, const std::string &path)
{
    Result<Fd> fd = listenOnAdminSocket(path);
    if (!fd)
        return failure(fd.error());
    const int number = fd->get();
    std::unique_ptr<AdminServer> server(new AdminServer(loop, service, std::move(*fd), path));
    if (!loop.watch(number, EPOLLIN, *server))
        return failure("The control socket could not be watched: " + errorText(errno) + ".");
    return server;
}

AdminServer::AdminServer(EventLoop &loop, AdminService &service, Fd fd, std::string path)
    : m_loop(loop), m_service(service), m_fd(std::move(fd)), m_file(socketFileId(path)), m_path(std::move(path))
{
}

AdminServer::~AdminServer()
{
    m_loop.forget(m_fd.get());
    // Another process may have its own there by now.
    if (socketFileId(m_path) == m_file)
        removeSocketFile(m_path);
}

Result<> AdminServer::giveWay(const std::string &successor)
{
    const std::string aside = pathBeside(m_path, ::getpid());
    if (socketFileId(successor) == FileId())
        return failure("There is no socket at " + successor + ".");
    if (socketFileId(m_path) != m_file)
        return failure("The control socket is not at " + m_path + " any more: stop this process and start anew.");
    removeSocketFile(aside);
    if (::link(m_path.c_str(), aside.c_str()) != 0)
        return failure("The control socket could not be moved to " + aside + ": " + errorText(errno) + ".");
    if (std::rename(successor.c_str(), m_path.c_str()) != 0) {
        const int error = errno;
        removeSocketFile(aside);
        return failure("The control socket could not be replaced: " + errorText(error) + ".");
    }
    m_home = std::exchange(m_path, aside);
    return {};
}

void AdminServer::takeBack()
{
    if (!m_home.empty() && std::rename(m_path.c_str(), m_home.c_str()) == 0)
        m_path = std::exchange(m_home, {});
}

void AdminServer::closeFollowers()
{
    std::vector<AdminClient *> followers;
    for (const auto &[client, owned] : m_clients) {
        if (client->isFollowing())
            followers.push_back(client);
    }
    for (AdminClient *client : followers)
        retire(*client);
}

void AdminServer::onEvents(std::uint32_t)
{
    Fd fd(::accept4(m_fd.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!fd || !isOfOwnUserOrRoot(fd.get()) || m_clients.size() >= maxClients)
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
