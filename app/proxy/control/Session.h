#pragma once

#include "app/proxy/control/Inspection.h"
#include "app/proxy/data/DataChannel.h"
#include "app/proxy/filters/limits/Deadlines.h"

#include <chrono>
#include <string>
#include <vector>

namespace ferry::proxy {

/// What the list of sessions shows.
struct SessionSnapshot {
    std::uint64_t id = 0;
    std::string_view rule;
    Endpoint client;
    std::string_view user;
    std::chrono::system_clock::time_point since;
    bool isOpaque = false;
    std::string transfer;
    std::uint64_t bytesUp = 0;
    std::uint64_t bytesDown = 0;
};

/// How much of a session the gateway reads: every line; nothing more, since TLS passes through; nothing at all.
enum class Reading : std::uint8_t { Inspected, Opaque, Relayed };

/// What was kept of a session's lines; the texts live until the loop goes on.
struct TranscriptSnapshot {
    std::uint64_t id = 0;
    std::string_view rule;
    Endpoint client;
    std::chrono::system_clock::time_point since; ///< from which the lines' times count
    Reading reading = Reading::Inspected;
    std::uint32_t lost = 0;
    std::vector<Recording::Line> lines;
};

/// One published control connection: calls the server, then relays or inspects, until one of both sides, a limit or
/// the gateway ends it.
class Session final : public Retirable,
                      public DataChannelOwner,
                      private Timer,
                      private StreamOwner,
                      private ConnectorOwner,
                      private RelayObserver,
                      private InspectionOwner {
public:
    Session(Services &services, SessionIdentity identity);
    ~Session() override;

    /// May end the session.
    void start(Fd client);
    /// Ends it as the gateway's own decision.
    void kill(std::string_view text);

    [[nodiscard]] const SessionIdentity &identity() const { return m_identity; }
    [[nodiscard]] const Rule &rule() const override { return m_identity.rule->rule(); }
    [[nodiscard]] SessionSnapshot snapshot() const;
    [[nodiscard]] TranscriptSnapshot transcript() const;
    /// Of the control connection as it is read or relayed now.
    [[nodiscard]] Traffic controlTraffic() const;

    /// Begins a data connection that came in through a relay port.
    void relayData(Fd client, std::uint16_t port);

private:
    // Timer
    void onTimeout() override;
    // StreamOwner, while the server is being called
    void onStreamReady(Stream &stream) override;
    // ConnectorOwner
    void onConnected(std::unique_ptr<Stream> stream) override;
    void onConnectFailed(int error) override;
    // RelayObserver
    void onRelayEnded(Relay &relay, RelayEnd end) override;
    // InspectionOwner
    [[nodiscard]] const Endpoint &client() const override { return m_identity.client; }
    void log(const LogEntry &entry) override;
    void record(
        Recording::Way way, std::optional<std::string_view> client, std::optional<std::string_view> server) override;
    [[nodiscard]] RuleMetrics &metrics() const override { return m_identity.rule->counters().metrics; }
    [[nodiscard]] tl::expected<std::uint16_t, int> openPassive(
        const IpAddress &reached, std::uint16_t serverPort) override;
    [[nodiscard]] tl::expected<Endpoint, int> openActive(
        const IpAddress &towardsServer, std::uint16_t clientPort) override;
    void onTransferAnswered() override;
    [[nodiscard]] bool isServerSending() const override;
    [[nodiscard]] bool isClientSending() const override;
    void onOpaque(std::unique_ptr<Stream> client, std::unique_ptr<Stream> server) override;
    void onInspectionEnded(Originator originator, std::uint32_t code, std::string_view text) override;
    // DataChannelOwner
    void onChannelEnded(DataChannel &channel, DataCut cut) override;
    void onServerFinished() override;
    [[nodiscard]] std::optional<DataTls> dataTls() const override;
    [[nodiscard]] std::string transferCommand() const override;

    void relay(std::unique_ptr<Stream> client, std::unique_ptr<Stream> server);
    [[nodiscard]] SessionTimes times() const;
    void end(Originator originator, std::uint32_t code, std::string_view text);
    void closeWaitingChannels();
    [[nodiscard]] bool addWaiting(const DataChannel::Plan &plan, DataPorts::Opened port, const IpAddress &caller);

    Services &m_services;
    SessionIdentity m_identity;
    TimePoint m_begin;
    std::chrono::system_clock::time_point m_since;
    std::unique_ptr<Stream> m_client; ///< until the server is connected
    std::unique_ptr<Connector> m_connector;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<Inspection> m_inspection;
    std::vector<DataChannel *> m_channels;
    DataChannel *m_latest = nullptr; ///< of them, what the last PASV or PORT has opened
    TimePoint m_dataEnded;           ///< when the last of them did
    std::uint64_t m_bytesUp = 0; ///< of what has ended
    std::uint64_t m_bytesDown = 0;
    Recording m_recording;
    std::string m_user; ///< kept when the session becomes opaque
};

} // namespace ferry::proxy
