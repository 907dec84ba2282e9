#pragma once

#include "app/proxy/Services.h"
#include "app/proxy/control/LineReader.h"
#include "app/proxy/control/Negotiation.h"
#include "app/proxy/control/Reply.h"
#include "app/proxy/control/Transfer.h"
#include "app/proxy/data/DataChannel.h"
#include "app/proxy/filters/Filter.h"
#include "app/proxy/filters/transcript/Recording.h"
#include "app/proxy/log/ResultCode.h"
#include "app/proxy/metrics/RuleMetrics.h"
#include "app/proxy/tls/Leg.h"

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
    [[nodiscard]] virtual RuleMetrics &metrics() const = 0;
    /// Keeps a line for the transcript: what each leg had of it, masked.
    virtual void record(Recording::Way way, std::optional<std::string_view> client,
        std::optional<std::string_view> server = std::nullopt) = 0;
    [[nodiscard]] virtual tl::expected<std::uint16_t, int> openPassive(
        const IpAddress &reached, std::uint16_t serverPort) = 0;
    [[nodiscard]] virtual tl::expected<Endpoint, int> openActive(
        const IpAddress &towardsServer, std::uint16_t clientPort) = 0;
    /// The server has begun to answer a command that moves data, and has not refused it.
    virtual void onTransferAnswered() = 0;
    /// The server may still send on a protected data connection.
    [[nodiscard]] virtual bool isServerSending() const = 0;
    /// The client has not ended what it sends on a protected data connection.
    [[nodiscard]] virtual bool isClientSending() const = 0;
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
    Inspection(Services &services, InspectionOwner &owner, Leg client, Leg server);
    ~Inspection();
    Inspection(const Inspection &) = delete;
    Inspection &operator=(const Inspection &) = delete;

    /// May end the inspection.
    void start();
    /// Says `words` to the client and closes; the owner is not told.
    void dismiss(std::string_view words);

    /// What a data connection that begins now has to speak; nothing if there is no memory for it.
    [[nodiscard]] std::optional<DataTls> dataTls() const;
    void onDataEnded(DataCut cut);
    /// The server has sent all of its data.
    void onServerFinished();

    [[nodiscard]] const std::string &user() const { return m_user; }
    [[nodiscard]] bool isLoggedIn() const override { return m_isLoggedIn; }
    /// A transfer has begun, by the server's word, and has not ended by it.
    [[nodiscard]] bool isTransferring() const;
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

    /// A change of protection under way, in which the server has a say.
    struct Securing {
        SecurityChange change;
        Negotiation negotiation;
        std::string command;     ///< the client's, masked
        std::string answer;      ///< to it, once everything has worked
        bool isGreeting = false; ///< or else: before the client hears the server's greeting
        bool hasGreeting = false;
        std::string greeting; ///< the server's lines
    };
    /// What becomes of the channel as soon as everything said until then is out.
    enum class Turn : std::uint8_t {
        None,
        Opaque, ///< nobody reads it any more
        Secure, ///< TLS with the client begins, behind the 234
        Clear,  ///< TLS with the client ends, behind the answer to CCC
    };
    /// Longest reply line of a server; replies are not the rule's concern, only the gateway's memory is.
    static constexpr std::uint32_t maxReplyLine = 64 * 1024;

    // FilterContext
    [[nodiscard]] const Rule &rule() const override { return m_owner.rule(); }
    [[nodiscard]] const Endpoint &client() const override { return m_owner.client(); }
    [[nodiscard]] IpAddress reachedAddress() const override;
    [[nodiscard]] IpAddress upstreamAddress() const override;
    [[nodiscard]] tl::expected<std::uint16_t, int> openPassive(std::uint16_t serverPort) override;
    [[nodiscard]] tl::expected<Endpoint, int> openActive(std::uint16_t clientPort) override;
    [[nodiscard]] const SecurityState &security() const override { return m_security; }
    [[nodiscard]] DataCut dataCut() const override { return m_dataCut; }
    [[nodiscard]] bool isClientSending() const override { return m_owner.isClientSending(); }
    void setUser(std::string_view user) override;
    void setLoggedIn(bool isLoggedIn) override { m_isLoggedIn = isLoggedIn; }
    void log(const LogEntry &entry) override { m_owner.log(entry); }

    void onStreamReady(Stream &stream) override;
    void resume() override;
    void pump();
    [[nodiscard]] bool readClient();
    [[nodiscard]] bool readServer();
    [[nodiscard]] bool mayGather() const;
    void flush();
    [[nodiscard]] bool send(Leg &to, std::string &pending, Stream::Then then);
    void finishHalves();
    [[nodiscard]] bool hasTakenLeave() const;
    void lose(const Leg &leg);

    // Commands (InspectionCommands.cpp)
    void takeCommands(std::string_view &input);
    void onCommandLine(std::string_view line);
    void refuseLine(std::string_view reply, std::string_view reason);
    void answer(const Verdict &verdict, std::string_view maskedCommand);
    void countRefusal(const Verdict &verdict, std::size_t filter);
    [[nodiscard]] bool isHeldUp() const;

    // Replies (InspectionReplies.cpp)
    void takeReplies(std::string_view input);
    void onReplyLine(std::string_view line);
    void recordReply(const Command &command, const ReplyLine &reply, std::optional<std::string_view> changed);
    void onReplyComplete(std::size_t index, const Command &command, const ReplyLine &reply, bool isServers);
    [[nodiscard]] std::size_t answeredBy(const ReplyLine &reply) const;
    void beginOpaque();
    void finishOpaque();
    void noteTransfer(std::string_view line);
    [[nodiscard]] bool mustAwaitData(std::string_view line) const;

    // TLS (InspectionSecurity.cpp)
    void startSecurity();
    void secureClient();
    void secureServer();
    void shakeHands();
    void shakeHandsWithServer();
    void shakeHandsWithClient();
    void secure(const Verdict &verdict, std::string maskedCommand);
    void continueSecuring();
    void takeOwnReply(std::string_view line);
    void takeGreeting(const ReplyLine &reply);
    void finishSecuring();
    void giveUpSecuring(std::string_view serversReply);
    void turnSecure();
    void throwAwayClearText();
    /// True when it is done: the clear text may be here already.
    [[nodiscard]] bool turnClear();
    void logStatus(std::string_view text);
    void countHandshake(const Leg &leg, bool hasFailed);

    void end(Originator originator, std::uint32_t code, std::string_view text, std::string_view words = {});

    Services &m_services;
    InspectionOwner &m_owner;
    Leg m_client;
    Leg m_server;
    std::vector<std::unique_ptr<Filter>> m_filters;
    LineReader m_commandLines;
    LineReader m_replyLines;
    ReplyReader m_replies;
    std::string m_waiting;  ///< read from the client and not looked at yet
    std::string m_toClient;
    std::string m_toServer;
    std::string m_heldAnswer; ///< the gateway's reply to a command behind one that the server still works on
    std::string m_heldReplies; ///< the server's, behind a transfer whose data is not all there
    std::vector<Outstanding> m_outstanding;
    std::unique_ptr<Securing> m_securing;
    std::shared_ptr<TlsTickets> m_tickets; ///< of the server's leg
    SecurityState m_security;
    std::string m_user;
    TimePoint m_lastActivity;
    std::uint64_t m_bytesUp = 0;
    std::uint64_t m_bytesDown = 0;
    DataCut m_dataCut = DataCut::None; ///< of the latest data connection
    bool m_isLoggedIn = false;
    bool m_hasServerBufferSize = false; ///< PBSZ was agreed on with the server
    Turn m_turn = Turn::None;
    bool m_mustThrowAway = false;       ///< what the client has sent in clear
    bool m_hasClientEnded = false; ///< FIN from the client
    bool m_hasServerEnded = false;
    bool m_hasQuit = false; ///< the server has answered QUIT
    bool m_isServerShut = false; ///< the client's FIN was passed on
    bool m_isResuming = false;
    bool m_hasEnded = false;
};

} // namespace ferry::proxy
