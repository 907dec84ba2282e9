#pragma once

#include "app/proxy/Options.h"
#include "app/proxy/Services.h"
#include "app/proxy/admin/AdminServer.h"
#include "app/proxy/control/Farewell.h"
#include "app/proxy/control/SessionTable.h"
#include "app/proxy/data/ChannelTable.h"
#include "app/proxy/listen/RuleTable.h"
#include "app/proxy/loop/SignalWatch.h"
#include "app/proxy/takeover/Takeover.h"

#include <memory>

namespace ferry::proxy {

/// The program: one loop with its rules and sessions, the control socket and the log.
class Proxy final : private ListenerOwner, private AdminService, private TakeoverOwner {
public:
    [[nodiscard]] static Result<std::unique_ptr<Proxy>> create(const Options &options);
    ~Proxy();
    Proxy(const Proxy &) = delete;
    Proxy &operator=(const Proxy &) = delete;

    /// Runs until SIGTERM, SIGINT or the method `quit`, or until the last session has ended where another process has
    /// taken over.
    void run();

private:
    explicit Proxy(std::unique_ptr<EventLoop> loop);

    // ListenerOwner
    void onAccepted(Listener &listener, Accepted accepted) override;
    void onAcceptExhausted(Listener &listener) override;
    [[nodiscard]] bool acceptControl(const Listener &listener, Accepted &accepted);
    [[nodiscard]] bool acceptForSession(const Endpoint &listener, Accepted &accepted);
    /// Where a rule asks for no session; refuses the others.
    void acceptWithoutSession(const Listener &listener, Accepted &accepted);
    void onHangUp();
    void refuse(const Listener &listener, const Accepted &accepted);
    void deny(const Listener &listener, const Accepted &accepted, std::string_view text);
    // AdminService
    [[nodiscard]] Result<> configure(Configuration configuration) override;
    [[nodiscard]] Status status() const override;
    [[nodiscard]] MetricsReport metrics() const override;
    [[nodiscard]] std::vector<SessionSnapshot> sessions() const override { return m_sessions.snapshots(); }
    [[nodiscard]] std::optional<TranscriptSnapshot> transcript(std::uint64_t id) const override
    {
        return m_sessions.transcript(id);
    }
    [[nodiscard]] bool killSession(std::uint64_t id) override;
    [[nodiscard]] bool drain(const std::optional<std::string> &rule, bool isDraining) override;
    [[nodiscard]] LogBook &logBook() override { return m_log; }
    [[nodiscard]] Result<Handover> handOver(const std::string &control) override;
    void quit() override { m_loop->stop(); }

    // TakeoverOwner
    void onUnclaimed(const Endpoint &listener, Accepted accepted) override;
    [[nodiscard]] bool take(const Endpoint &listener, Accepted &accepted) override;
    void onOver(std::string_view why) override;

    std::unique_ptr<EventLoop> m_loop;
    LogBook m_log;
    PipePool m_pipes;
    DataPorts m_dataPorts;
    ChannelTable m_channels;
    SessionTable m_sessions;
    FarewellTable m_farewells;
    Services m_services;
    RuleTable m_rules;
    Takeover m_takeover;
    std::string m_lastWords = "The gateway was stopped.";
    CodeCounts m_denied; ///< where no rule was to blame
    std::uint64_t m_acceptsExhausted = 0;
    std::unique_ptr<SignalWatch> m_signals;
    std::unique_ptr<AdminServer> m_admin;
};

} // namespace ferry::proxy
