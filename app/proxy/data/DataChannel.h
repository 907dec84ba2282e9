#pragma once

#include "app/proxy/Services.h"
#include "app/proxy/control/SessionIdentity.h"
#include "app/proxy/data/DataListener.h"
#include "app/proxy/data/Relay.h"
#include "app/proxy/filters/limits/Deadlines.h"
#include "app/proxy/tls/TlsRelay.h"
#include "app/proxy/upstream/Connector.h"

#include <optional>

namespace ferry::proxy {

class DataChannel;

/// The TLS that one data connection is to speak, on each leg; null for a leg in clear.
struct DataTls {
    std::unique_ptr<TlsSession> client;
    std::unique_ptr<TlsSession> server;

    [[nodiscard]] bool isNeeded() const { return client || server; }
};

/// The session to which a data channel belongs. A transfer that runs may outlive it (RFC 959 5.4: QUIT while a
/// transfer is in progress).
class DataChannelOwner {
public:
    virtual void onChannelEnded(DataChannel &channel, DataCut cut) = 0;
    /// The server has sent all of its data, on a connection that it protects.
    virtual void onServerFinished() = 0;
    /// As the session has negotiated it; nothing if there is no memory for it.
    [[nodiscard]] virtual std::optional<DataTls> dataTls() const = 0;
    /// The command that moves data now, masked; for the log.
    [[nodiscard]] virtual std::string transferCommand() const = 0;

protected:
    ~DataChannelOwner() = default;
};

/// One data connection, client - gateway - server. It begins with the side that calls the gateway, which then calls
/// the other side, always at an address that the rule or the control connection gives, never at one that a peer wrote.
class DataChannel final : public Retirable,
                          private Timer,
                          private DataListenerOwner,
                          private ConnectorOwner,
                          private StreamOwner,
                          private RelayObserver,
                          private TlsRelayObserver {
public:
    /// Which side calls the gateway.
    enum class Caller : std::uint8_t { Client, Server };
    /// How long a port waits for its connection. That is not the limit for stalled data connections: there is none yet,
    /// and one of few ports is held for nothing. vsftpd.conf(5) has the same minute for it (accept_timeout), beside
    /// its data_connection_timeout.
    static constexpr std::chrono::seconds waitPatience{60};

    struct Plan {
        Caller caller = Caller::Client;
        Endpoint target; ///< whom the gateway calls
        IpAddress source; ///< from which address
        std::uint16_t port = 0; ///< of the gateway, for the log
    };

    DataChannel(Services &services, SessionIdentity identity, DataChannelOwner *owner, const Plan &plan);
    ~DataChannel() override;

    /// Waits on a port for the caller. False if the kernel refuses to watch it.
    [[nodiscard]] bool wait(DataPorts::Opened port, const IpAddress &caller);
    /// Goes on with a caller that a relay port has accepted. May end the channel.
    void begin(Fd accepted);

    /// The server has begun to answer the command that moves the data: TLS with it may begin. Servers are right to want
    /// it in that order (RFC 4217 section 12.6), pyftpdlib closes a connection on which it comes sooner.
    void serverAnswered();
    /// Another channel is for the next transfer: how this one ends does not matter to the session any more.
    void setPast() { m_isPast = true; }
    /// The session has ended: a channel that still waits goes with it.
    void ownerGone();
    /// Resets both sides; the owner is not told.
    void kill();

    [[nodiscard]] const RuleCounters &counters() const { return m_identity.rule->counters(); }
    [[nodiscard]] RuleMetrics &metrics() const { return m_identity.rule->counters().metrics; }
    [[nodiscard]] bool isWaiting() const { return m_listener != nullptr; }
    /// The server may still send on a connection that it protects, so that its end will tell whether all has come.
    [[nodiscard]] bool isServerSending() const
    {
        return m_tlsRelay && m_isServerSecure && m_tlsRelay->isServerSending();
    }
    /// The server cannot know yet whether all has come, because its leg or the client's is protected.
    [[nodiscard]] bool isClientSending() const { return m_tlsRelay && m_tlsRelay->isClientSending(); }
    [[nodiscard]] std::uint64_t bytesUp() const;
    [[nodiscard]] std::uint64_t bytesDown() const;
    [[nodiscard]] std::optional<TimePoint> lastActivity() const;

private:
    void onTimeout() override;
    [[nodiscard]] bool admitsDataPeer(const IpAddress &peer) const override;
    void onDataPeerDenied(const IpAddress &peer) override;
    void onDataAccepted(Accepted accepted) override;
    void onConnected(std::unique_ptr<Stream> stream) override;
    void onConnectFailed(int error) override;
    void onStreamReady(Stream &stream) override;
    void onRelayEnded(Relay &relay, RelayEnd end) override;
    [[nodiscard]] std::optional<std::string> objectionToServer(const TlsSession &server) override;
    void onServerFinished() override;
    void onHandshakeEnded(bool isServer, HandshakeOutcome outcome) override;
    void onTlsRelayEnded(TlsRelay &relay, const TlsRelayEnd &end) override;
    [[nodiscard]] bool isRelaying() const { return m_relay || m_tlsRelay; }
    [[nodiscard]] DataDeadline deadline() const;
    void abort();
    void finish(DataCut cut = DataCut::None);
    void log(LogAction action, Originator originator, std::uint32_t code, std::uint64_t bytes, std::string_view text);

    Services &m_services;
    SessionIdentity m_identity;
    DataChannelOwner *m_owner;
    Plan m_plan;
    IpAddress m_callerAddress;
    PortLease m_lease;
    std::string m_command; ///< what was being transferred when the connection began
    std::unique_ptr<DataListener> m_listener;
    std::unique_ptr<Stream> m_caller;
    std::unique_ptr<Connector> m_connector;
    DataTls m_tls; ///< until both sides are connected
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<TlsRelay> m_tlsRelay; ///< instead, where a leg is protected
    bool m_isServerSecure = false;
    bool m_awaitsAnswer = false; ///< of the server, to the command that moves the data
    bool m_isPast = false; ///< its transfer was an earlier one
};

} // namespace ferry::proxy
