#include "app/proxy/admin/AdminSocket.h"

#include "app/proxy/net/Sockets.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cstring>

namespace ferry::proxy {
namespace {

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
        return failure("Another ferrygate-proxy uses " + path
            + ": stop it first, take over from it (--takeover), or choose another path for --control.");
    ::unlink(path.c_str());
    return {};
}

} // namespace

Result<Fd> listenOnAdminSocket(const std::string &path)
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
    return fd;
}

std::string pathBeside(const std::string &control, pid_t process)
{
    return control + '.' + std::to_string(process);
}

tl::expected<Fd, int> connectToAdminSocket(const std::string &path)
{
    sockaddr_un address{};
    Fd fd = unixSocket();
    if (!makeAddress(path, address) || !fd)
        return tl::unexpected(fd ? ENAMETOOLONG : errno);
    if (::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return tl::unexpected(errno);
    return fd;
}

bool isOfOwnUserOrRoot(int socket)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0
        && (peer.uid == 0 || peer.uid == ::geteuid());
}

FileId socketFileId(const std::string &path)
{
    struct stat info{};
    if (::lstat(path.c_str(), &info) != 0 || !S_ISSOCK(info.st_mode))
        return {};
    return {info.st_dev, info.st_ino};
}

void removeSocketFile(const std::string &path)
{
    if (socketFileId(path) != FileId())
        ::unlink(path.c_str());
}

} // namespace ferry::proxy
