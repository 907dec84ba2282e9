#pragma once

#include "app/proxy/admin/AdminClient.h"
#include "app/proxy/admin/AdminService.h"
#include "app/proxy/admin/AdminSocket.h"
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

    /// Where it can be reached.
    [[nodiscard]] const std::string &path() const { return m_path; }
    /// Puts the socket of another process, now at `successor`, in the place of this one's, in one step, so that the
    /// path leads to a live process at each moment. This one can be reached at the path with its process id added.
    [[nodiscard]] Result<> giveWay(const std::string &successor);
    /// Undoes that.
    void takeBack();
    /// The other process has put this socket there.
    void wasMovedTo(std::string path) { m_path = std::move(path); }
    /// Ends the connections on which the log is followed, so that those who do begin anew, with the other process.
    void closeFollowers();

    /// Ends the client's life at the end of this round.
    void retire(AdminClient &client);

private:
    AdminServer(EventLoop &loop, AdminService &service, Fd fd, std::string path);
    void onEvents(std::uint32_t events) override;

    EventLoop &m_loop;
    AdminService &m_service;
    Fd m_fd;
    FileId m_file;
    std::string m_path;
    std::string m_home; ///< where it was before it gave way
    std::unordered_map<AdminClient *, std::unique_ptr<AdminClient>> m_clients;
};

} // namespace ferry::proxy
