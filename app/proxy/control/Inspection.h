#pragma once

#include "app/proxy/Services.h"
#include "app/proxy/control/LineReader.h"
#include "app/proxy/control/Reply.h"
#include "app/proxy/filters/Filter.h"
#include "app/proxy/log/ResultCode.h"
#include "app/proxy/loop/Stream.h"

#include <memory>
#include <string>
#include <vector>

namespace ferry::proxy {

/// What an inspected control channel needs of its session.
class InspectionOwner {
public:
    [[nodiscard]] virtual const Rule &rule() const = 0;
    [[nodiscard]] virtual const Endpoint &client() const = 0;
    virtual void log(const LogEntry &entry) = 0;
    [[nodiscard]] virtual tl::expected<std::uint16_t, int> openPassive(
        const IpAddress &reached, std::uint16_t serverPort) = 0;
    [[nodiscard]] virtual tl::expected<Endpoint, int> openActive(
        const IpAddress &towardsServer, std::uint16_t clientPort) = 0;
    /// The server has agreed to encrypt: both streams go on unread. Everything read so far has been sent.
    virtual void onOpaque(std::unique_ptr<Stream> client, std::unique_ptr<Stream> server) = 0;
    virtual void onInspectionEnded(Originator originator, std::uint32_t code, std::string_view text) = 0;

protected:
    ~InspectionOwner() = default;
};

/// The control channel of one session while it is read: lines in, verdicts of the filters, lines out.
///
/// One command at a time is with the server; the next one waits until its reply is there, so that replies of the
/// gateway and of the server cannot change places. While a transfer runs (a 1yz reply, RFC 959 5.4), further commands
/// pass, because ABOR, STAT and QUIT have to. What waits is left in the kernel's buffer as far as possible.
class Inspection final : private FilterContext, private StreamOwner, private Resumable {
public:
    Inspection(
        Services &services, InspectionOwner &owner, std::unique_ptr<Stream> client, std::unique_ptr<Stream> server);
    ~Inspection();
    Inspection(const Inspection &) = delete;
    Inspection &operator=(const Inspection &) = delete;

    /// May end the inspection.
    void start();
    /// Says `words` to the client and closes; the owner is not told.
    void dismiss(std::string_view words);

    [[nodiscard]] const std::string &user() const { return m_user; }
    [[nodiscard]] bool isLoggedIn() const { return m_isLoggedIn; }
    /// The command that moves data now, masked; empty if there is none.
    [[nodiscard]] std::string currentCommand() const;
    [[nodiscard]] TimePoint lastActivity() const { return m_lastActivity; }
    [[nodiscard]] std::uint64_t bytesUp() const { return m_bytesUp; }
    [[nodiscard]] std::uint64_t bytesDown() const { return m_bytesDown; }

private:
    /// A command whose reply is not complete.
    struct Outstanding {
        std::string line; ///< masked; empty: the greeting
        bool isPreliminary = false; ///< a 1yz reply has come
        bool isExtra = false;       ///< sent while a transfer ran: it does not hold up others
    };

    // FilterContext
    [[nodiscard]] const Rule &rule() const override { return m_owner.rule(); }
    [[nodiscard]] const Endpoint &client() const override { return m_owner.client(); }
    [[nodiscard]] IpAddress reachedAddress() const override;
    [[nodiscard]] IpAddress upstreamAddress() const override;
    [[nodiscard]] tl::expected<std::uint16_t, int> openPassive(std::uint16_t serverPort) override;
    [[nodiscard]] tl::expected<Endpoint, int> openActive(std::uint16_t clientPort) override;
    void setUser(std::string_view user) override;
    void setLoggedIn(bool isLoggedIn) override { m_isLoggedIn = isLoggedIn; }
    void log(const LogEntry &entry) override { m_owner.log(entry); }

    void onStreamReady(Stream &stream) override;
    void resume() override;
    void pump();
    [[nodiscard]] bool readClient();
    [[nodiscard]] bool readServer();
    void flush();
    [[nodiscard]] bool send(Stream &to, std::string &pending);
    void finishHalves();

    // Commands (InspectionCommands.cpp)
    void takeCommands(std::string_view &input);
    void onCommandLine(std::string_view line);
    void refuseLine(std::string_view reply, std::string_view reason);
    void answer(const Verdict &verdict, std::string_view maskedCommand);
    [[nodiscard]] bool isHeldUp() const;

    // Replies (InspectionReplies.cpp)
    void takeReplies(std::string_view input);
    void onReplyLine(std::string_view line);
    void onReplyComplete(std::size_t index, const Command &command, const ReplyLine &reply, bool isServers);
    [[nodiscard]] std::size_t answeredBy(const ReplyLine &reply) const;
    void beginOpaque();
    void finishOpaque();

    void end(Originator originator, std::uint32_t code, std::string_view text, std::string_view words = {});

    Services &m_services;
    InspectionOwner &m_owner;
    std::unique_ptr<Stream> m_client;
    std::unique_ptr<Stream> m_server;
    std::vector<std::unique_ptr<Filter>> m_filters;
    LineReader m_commandLines;
    LineReader m_replyLines;
    ReplyReader m_replies;
    std::string m_waiting;  ///< read from the client and not looked at yet
    std::string m_toClient;
    std::string m_toServer;
    std::string m_heldAnswer; ///< the gateway's reply to a command behind one that the server still works on
    std::vector<Outstanding> m_outstanding;
    std::string m_user;
    TimePoint m_lastActivity;
    std::uint64_t m_bytesUp = 0;
    std::uint64_t m_bytesDown = 0;
    bool m_isLoggedIn = false;
    bool m_hasClientEnded = false; ///< FIN from the client
    bool m_hasServerEnded = false;
    bool m_isServerShut = false; ///< the client's FIN was passed on
    bool m_isTurningOpaque = false;
    bool m_isResuming = false;
    bool m_hasEnded = false;
};

} // namespace ferry::proxy
