#pragma once

#include "app/proxy/Result.h"
#include "app/proxy/config/Configuration.h"
#include "app/proxy/control/Session.h"
#include "app/proxy/log/LogBook.h"
#include "app/proxy/metrics/MetricsReport.h"
#include "app/proxy/takeover/Message.h"

#include <optional>
#include <string>
#include <vector>

namespace ferry::proxy {

struct RuleStatus {
    std::string_view id;
    std::uint32_t sessions = 0;
    std::uint64_t hits = 0;
    bool isDraining = false;
};

struct Status {
    std::string_view generation;
    std::size_t sessions = 0;
    std::vector<RuleStatus> rules;
    std::uint64_t lastSession = 0; ///< number of the youngest
    std::vector<Message::Process> predecessors; ///< processes whose sessions go on there
};

/// What a process that takes over gets to begin with.
struct Handover {
    std::string_view configuration; ///< the JSON that is running; empty: none
    Fd link;                        ///< on which everything else is handed over
};

/// What the control socket can ask the proxy to do.
class AdminService {
public:
    [[nodiscard]] virtual Result<> configure(Configuration configuration) = 0;
    [[nodiscard]] virtual Status status() const = 0;
    [[nodiscard]] virtual MetricsReport metrics() const = 0;
    [[nodiscard]] virtual std::vector<SessionSnapshot> sessions() const = 0;
    /// Nothing if there is no session with this id.
    [[nodiscard]] virtual std::optional<TranscriptSnapshot> transcript(std::uint64_t id) const = 0;
    /// Ends one session as the gateway's own decision. False if there is none with this id.
    [[nodiscard]] virtual bool killSession(std::uint64_t id) = 0;
    /// Lets a rule take no new sessions, or take them again; those that are open go on. Without a name: every rule.
    /// False if there is no such rule.
    [[nodiscard]] virtual bool drain(const std::optional<std::string> &rule, bool isDraining) = 0;
    [[nodiscard]] virtual LogBook &logBook() = 0;
    /// Another process, with its control socket at `control`, wants to take over.
    [[nodiscard]] virtual Result<Handover> handOver(const std::string &control) = 0;
    virtual void quit() = 0;

protected:
    ~AdminService() = default;
};

} // namespace ferry::proxy
