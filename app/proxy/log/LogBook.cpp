#include "app/proxy/log/LogBook.h"

#include "app/proxy/net/Sockets.h"

#include <fcntl.h>

#include <algorithm>

namespace ferry::proxy {
namespace {

Fd openForAppend(const std::string &path)
{
    return Fd(::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640));
}

} // namespace

LogBook::~LogBook()
{
    flush();
}

Result<> LogBook::openFile(std::string path)
{
    Fd file = openForAppend(path);
    if (!file)
        return failure("The log file " + path + " could not be opened: " + errorText(errno) + ".");
    m_file = std::move(file);
    m_path = std::move(path);
    return {};
}

void LogBook::reopenFile()
{
    if (!m_file)
        return;
    flush();
    if (Fd file = openForAppend(m_path))
        m_file = std::move(file);
}

void LogBook::flush()
{
    if (m_pending.empty())
        return;
    std::string_view rest = m_pending;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_file.get(), rest.data(), rest.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            m_lost += static_cast<std::uint64_t>(std::count(rest.begin(), rest.end(), '\n'));
            break;
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    const bool isHealed = rest.empty() && m_lost > 0;
    m_pending.clear();
    if (isHealed) {
        const std::string text =
            std::to_string(std::exchange(m_lost, 0)) + " lines could not be written to the log file.";
        write({.text = text});
    }
}

void LogBook::write(const LogEntry &entry)
{
    const std::size_t index = m_serial % capacity;
    if (index >= m_ring.size())
        m_ring.emplace_back();
    std::string &line = m_ring[index];
    line.clear();
    ++m_serial;
    appendJson(line, entry, m_serial, m_gateway, std::chrono::system_clock::now());
    if (m_file) {
        m_pending += line;
        m_pending += '\n';
    }
    for (LogFollower *follower : m_followers)
        follower->onLogLine(line);
}

void LogBook::unfollow(LogFollower &follower)
{
    std::erase(m_followers, &follower);
}

std::vector<std::string_view> LogBook::tail(std::size_t count) const
{
    count = std::min(count, m_ring.size());
    std::vector<std::string_view> lines;
    lines.reserve(count);
    for (std::uint64_t serial = m_serial - count; serial < m_serial; ++serial)
        lines.push_back(m_ring[serial % capacity]);
    return lines;
}

} // namespace ferry::proxy
