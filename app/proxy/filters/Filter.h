#pragma once

#include "app/proxy/config/Configuration.h"
#include "app/proxy/control/Command.h"
#include "app/proxy/control/Reply.h"
#include "app/proxy/log/LogEntry.h"
#include "app/proxy/tls/Protection.h"

#include <memory>
#include <span>
#include <string>

namespace ferry::proxy {

/// What a filter says about a command or a reply line.
struct Verdict {
    enum class Action : std::uint8_t {
        Pass,    ///< no opinion: the next filter is asked, and at last it goes on as it is
        Replace, ///< goes on as `text`; a reply line with an empty one is dropped
        Answer,  ///< a command: the gateway answers `text`, the server never sees it; a reply: goes on as `text`, as
                 ///< the gateway's own
        Opaque,  ///< a reply: goes on as it is, and from there on the session is not read any more
        Secure,  ///< a command: the legs are protected as `change` says; the gateway answers `text` when that is done
    };
    Action action = Action::Pass;
    std::string text; ///< without CR LF
    SecurityChange change; ///< for Secure
    /// For Answer: the log line's action, code and reason.
    LogAction logAction = LogAction::DeniedConnection;
    std::uint32_t resultCode = 0;
    std::string reason;

    [[nodiscard]] static Verdict pass() { return {}; }
    [[nodiscard]] static Verdict replace(std::string text)
    {
        return {.action = Action::Replace, .text = std::move(text)};
    }
    [[nodiscard]] static Verdict opaque() { return {.action = Action::Opaque}; }
    [[nodiscard]] static Verdict answer(std::string text, std::uint32_t resultCode, std::string reason,
        LogAction logAction = LogAction::DeniedConnection)
    {
        return {.action = Action::Answer,
            .text = std::move(text),
            .logAction = logAction,
            .resultCode = resultCode,
            .reason = std::move(reason)};
    }
    [[nodiscard]] static Verdict secure(const SecurityChange &change, std::string text)
    {
        return {.action = Action::Secure, .text = std::move(text), .change = change};
    }
};

/// What a filter may know and do; one for each inspected session.
class FilterContext {
public:
    [[nodiscard]] virtual const Rule &rule() const = 0;
    [[nodiscard]] virtual const Endpoint &client() const = 0;
    /// The gateway's address that the client reached, and the one from which the server was called.
    [[nodiscard]] virtual IpAddress reachedAddress() const = 0;
    [[nodiscard]] virtual IpAddress upstreamAddress() const = 0;
    /// Opens a data port of the gateway for this client, behind which lies `serverPort` of the published server.
    /// The error is an errno; EADDRINUSE if all are taken.
    [[nodiscard]] virtual tl::expected<std::uint16_t, int> openPassive(std::uint16_t serverPort) = 0;
    /// Opens a port for the published server, behind which lies `clientPort` of this client.
    [[nodiscard]] virtual tl::expected<Endpoint, int> openActive(std::uint16_t clientPort) = 0;
    [[nodiscard]] virtual const SecurityState &security() const = 0;
    /// Of the latest data connection.
    [[nodiscard]] virtual DataCut dataCut() const = 0;
    /// The client's end of a protected data connection has not been passed on to the server.
    [[nodiscard]] virtual bool isClientSending() const = 0;
    [[nodiscard]] virtual bool isLoggedIn() const = 0;
    virtual void setUser(std::string_view user) = 0;
    virtual void setLoggedIn(bool isLoggedIn) = 0;
    /// Adds a line to the log; rule, session and client are filled in.
    virtual void log(const LogEntry &entry) = 0;

protected:
    ~FilterContext() = default;
};

/// One aspect of the FTP application filter, for one session. A filter knows nothing of the others.
class Filter {
public:
    virtual ~Filter() = default;

    /// Its place in filterNames(), by which its refusals are counted.
    [[nodiscard]] std::size_t place() const { return m_place; }
    void setPlace(std::size_t place) { m_place = static_cast<std::uint8_t>(place); }

    [[nodiscard]] virtual Verdict onCommand(FilterContext &, const Command &) { return Verdict::pass(); }
    /// One line of the server's reply to `command`; the greeting answers a command without a verb.
    [[nodiscard]] virtual Verdict onReply(FilterContext &, const Command &, const ReplyLine &)
    {
        return Verdict::pass();
    }
    /// The last line of the server's reply, after all verdicts.
    virtual void onAnswered(FilterContext &, const Command &, const ReplyLine &) {}

private:
    std::uint8_t m_place = 0;
};

/// The filters' names, which are those of their folders; the first one stands for the line reader in front of them.
[[nodiscard]] std::span<const std::string_view> filterNames();

/// Makes the filters of one session in the order in which they are asked. A filter that has nothing to do under the
/// rule's settings is left out.
[[nodiscard]] std::vector<std::unique_ptr<Filter>> makeFilters(const Rule &rule);

} // namespace ferry::proxy
