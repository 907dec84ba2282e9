#pragma once

#include "app/proxy/admin/AdminService.h"
#include "app/proxy/loop/EventLoop.h"

#include <memory>
#include <string>

namespace ferry::proxy {

class AdminServer;
struct AdminReply;

/// One connection to the control socket: a JSON object a line each way.
class AdminClient final : public Retirable, private EventHandler, private LogFollower {
public:
    static constexpr std::size_t maxRequest = 64 * 1024 * 1024;
    /// A follower that has not read so much loses lines, and is told how many.
    static constexpr std::size_t maxFollowQueue = 1024 * 1024;

    [[nodiscard]] static std::unique_ptr<AdminClient> create(
        EventLoop &loop, AdminService &service, AdminServer &server, Fd fd);
    ~AdminClient() override;

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }

private:
    AdminClient(EventLoop &loop, AdminService &service, AdminServer &server, Fd fd);
    void onEvents(std::uint32_t events) override;
    void onLogLine(std::string_view json) override;
    [[nodiscard]] bool read();
    [[nodiscard]] bool takeRequests();
    void onRequest(std::string_view line);
    void reply(std::string_view id, Result<AdminReply> result);
    [[nodiscard]] ssize_t sendSome();
    void flush();
    void close();

    EventLoop &m_loop;
    AdminService &m_service;
    AdminServer &m_server;
    Fd m_fd;
    std::string m_in;
    std::size_t m_scanned = 0; ///< of m_in, without a line end
    std::string m_out;
    std::size_t m_sent = 0; ///< of m_out
    Fd m_descriptor;        ///< goes with the first byte of m_out
    std::uint64_t m_lostLines = 0;
    bool m_isFollowing = false;
    bool m_isWaitingToWrite = false;
    bool m_isClosed = false;
};

} // namespace ferry::proxy
