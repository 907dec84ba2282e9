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

constexpr std::size_t isoTimeLength = 24;

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

std::string &LogBook::nextLine()
{
    const std::size_t index = m_serial % capacity;
    if (index >= m_ring.size())
        m_ring.emplace_back();
    ++m_serial;
    m_ring[index].clear();
    return m_ring[index];
}

void LogBook::write(const LogEntry &entry)
{
    std::string &line = nextLine();
    appendJson(line, entry, m_serial, m_gateway, std::chrono::system_clock::now());
    if (m_file) {
        m_pending += line;
        m_pending += '\n';
    }
    for (LogFollower *follower : m_followers)
        follower->onLogLine(line);
}

void LogBook::adopt(std::string_view json, Adopted adopted)
{
    // As appendJson() begins a line; one that begins otherwise has neither, and tells of lines that were left out.
    constexpr std::string_view serial = R"({"serial":)";
    constexpr std::string_view time = R"(,"time":")";
    const std::size_t at = json.find(time);
    if (!json.starts_with(serial) || at == std::string_view::npos || json.size() < at + time.size() + isoTimeLength)
        return;
    std::string &line = nextLine();
    line += serial;
    line += std::to_string(m_serial);
    line += time;
    json.remove_prefix(at + time.size());
    line += adopted == Adopted::Kept ? json.substr(0, isoTimeLength) : isoTime(std::chrono::system_clock::now());
    line += json.substr(isoTimeLength);
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
