#pragma once

#include "app/proxy/log/LogEntry.h"
#include "app/proxy/net/Fd.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ferry::proxy {

/// Gets each new line of the log, as JSON without a line end. It must bound what it keeps.
class LogFollower {
public:
    virtual void onLogLine(std::string_view json) = 0;

protected:
    ~LogFollower() = default;
};

/// The structured log: the last lines in memory, all of them in a file where one is named, and live for followers.
class LogBook {
public:
    static constexpr std::size_t capacity = 10'000;

    LogBook() = default;
    LogBook(const LogBook &) = delete;
    LogBook &operator=(const LogBook &) = delete;
    ~LogBook();

    /// Appends to the file `path` from now on. Fails if it cannot be opened.
    [[nodiscard]] Result<> openFile(std::string path);
    /// Opens the file anew, after somebody has moved it away. On failure the old one stays in use.
    void reopenFile();
    /// Hands what has gathered to the file. Lines that the disk does not take are dropped, and counted in a line.
    void flush();
    /// What has gathered for the file.
    [[nodiscard]] std::size_t pendingBytes() const { return m_pending.size(); }

    /// Name of the gateway in every line.
    void setGateway(std::string gateway) { m_gateway = std::move(gateway); }
    void write(const LogEntry &entry);
    /// Takes a line that another process has written, to the log file too: for the ring and the followers. Lines of its
    /// past keep their time and come before any of this process; of those that it writes now the time becomes that of
    /// this moment, so that times never run backwards.
    enum class Adopted : std::uint8_t { Kept, Live };
    void adopt(std::string_view json, Adopted adopted);

    void follow(LogFollower &follower) { m_followers.push_back(&follower); }
    void unfollow(LogFollower &follower);

    /// The last `count` lines, oldest first; the views live until the next write().
    [[nodiscard]] std::vector<std::string_view> tail(std::size_t count) const;

private:
    /// The place of the next line in the ring.
    [[nodiscard]] std::string &nextLine();

    std::vector<std::string> m_ring; ///< grows to its capacity, then the slots are reused
    std::uint64_t m_serial = 0;
    std::string m_gateway;
    std::vector<LogFollower *> m_followers;
    std::string m_path;
    Fd m_file;
    std::string m_pending;
    std::uint64_t m_lost = 0;
};

} // namespace ferry::proxy
