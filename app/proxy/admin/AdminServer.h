#pragma once

#include "app/proxy/admin/AdminClient.h"
#include "app/proxy/admin/AdminService.h"
#include "app/proxy/loop/EventLoop.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace ferry::proxy {

/// The control socket: a Unix stream socket that only its own user and root may use.
class AdminServer final : private EventHandler {
public:
    /// Listens on `path`. A socket file that a dead proxy has left behind is replaced; a live one is an error.
    [[nodiscard]] static Result<std::unique_ptr<AdminServer>> create(
        EventLoop &loop, AdminService &service, const std::string &path);
    virtual ~AdminServer();
    AdminServer(const AdminServer &) = delete;
    AdminServer &operator=(const AdminServer &) = delete;

    /// Ends the client's life at the end of this round.
    void retire(AdminClient &client);

private:
    AdminServer(EventLoop &loop, AdminService &service, Fd fd, std::string path);
    void onEvents(std::uint32_t events) override;

    EventLoop &m_loop;
    AdminService &m_service;
    Fd m_fd;
    std::string m_path;
    std::unordered_map<AdminClient *, std::unique_ptr<AdminClient>> m_clients;
};

} // namespace ferry::proxy
