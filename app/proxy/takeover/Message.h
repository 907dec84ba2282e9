#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/net/IpAddress.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferry::proxy {

/// What the two processes of a takeover say to each other over their Link, as JSON objects. The order is that of the
/// conversation: a process of another version that does not understand one ends it, and the old process goes on.
struct Message {
    enum class Kind : std::uint8_t {
        Listeners,    ///< new: give me those from `from` on
        Passed,       ///< old: here they are, and their sockets with them
        Predecessors, ///< new: whom have you taken over from yourself?
        Earlier,      ///< old: from these, and the links to them
        Resign,       ///< new: I could begin; stop accepting, and put my socket `control` in the place of yours
        Resigned,     ///< old: done
        Settle,       ///< new: I live and go on; there is no way back from here
        Settled,      ///< old: done, these connections are yours
        Refused,      ///< old: no, because `text`
        Connection,   ///< new: is that one for a session of yours? The socket comes with it
        Unknown,      ///< old: no; the socket comes back
        ReopenLog,    ///< new: the log file was moved away
        Leaving,      ///< old: my last session has ended; new: then nothing more comes for you
    };
    /// A socket of the old process.
    struct Listening {
        Endpoint at;
        bool isKept = false; ///< a relay port, which open sessions may need whatever the configuration says
    };
    struct Process {
        std::int64_t pid = 0;
        std::string control; ///< path of its control socket
    };

    Kind kind = Kind::Refused;
    std::uint64_t from = 0;
    std::vector<Listening> listeners;
    std::vector<Process> processes;
    std::string control;
    std::chrono::seconds deadline{0}; ///< for the sessions of the old process
    std::string text;
    Endpoint listener; ///< where a connection was accepted
    Endpoint client;

    [[nodiscard]] std::string toJson() const;
    [[nodiscard]] static Result<Message> parse(std::string_view json);
};

} // namespace ferry::proxy
