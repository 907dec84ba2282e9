#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/net/Fd.h"

#include <sys/types.h>

#include <string>

namespace ferry::proxy {

/// The file system's part of the control socket.

/// A non-blocking socket that listens on `path`, for its own user only. A socket file that a dead proxy has left behind
/// is replaced; a live one is an error.
[[nodiscard]] Result<Fd> listenOnAdminSocket(const std::string &path);
/// Where a process can be reached while another one is at `control`: before it takes over, and after it was replaced.
[[nodiscard]] std::string pathBeside(const std::string &control, pid_t process);
/// The error is the errno.
[[nodiscard]] tl::expected<Fd, int> connectToAdminSocket(const std::string &path);
/// Who is at the other end (SO_PEERCRED)?
[[nodiscard]] bool isOfOwnUserOrRoot(int socket);

/// Tells a file from another one that was given its name.
struct FileId {
    dev_t device = 0;
    ino_t inode = 0;

    bool operator==(const FileId &) const = default;
};
/// Of the socket at `path`; all zero if there is none.
[[nodiscard]] FileId socketFileId(const std::string &path);
void removeSocketFile(const std::string &path);

} // namespace ferry::proxy
