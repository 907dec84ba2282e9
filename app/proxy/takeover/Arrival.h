#pragma once

#include "app/proxy/net/IpAddress.h"
#include "app/proxy/takeover/ControlCall.h"
#include "app/proxy/takeover/Link.h"
#include "app/proxy/takeover/Message.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ferry::proxy {

/// The new process' part of a takeover, up to the moment in which it begins to accept. Each step waits for the answer
/// of the running process. Until settle() has succeeded the running process goes on as if nothing had happened when
/// this one ends, for whatever reason.
class Arrival {
public:
    struct Offer {
        std::int64_t pid = 0;
        std::string version;
        std::string configuration; ///< as JSON; empty: none
    };
    struct Listening {
        Message::Listening place;
        Fd socket;
    };
    struct Earlier {
        Message::Process process;
        Link link;
    };

    /// `own` is the path of the control socket that this process listens on already.
    [[nodiscard]] static Result<Arrival> begin(const std::string &control, const std::string &own);

    [[nodiscard]] const Offer &offer() const { return m_offer; }
    [[nodiscard]] Result<std::vector<Listening>> listeners();
    [[nodiscard]] Result<std::vector<Earlier>> predecessors();
    /// The running process stops accepting, and puts the control socket `own` in the place of its own.
    [[nodiscard]] Result<> resign(const std::string &own, std::chrono::seconds deadline);
    /// What must not change any more when it was asked for: behind resign().
    struct State {
        std::uint64_t lastSession = 0;
        std::vector<std::string> draining; ///< ids of rules
    };
    [[nodiscard]] Result<State> state();
    [[nodiscard]] Result<> settle();
    [[nodiscard]] Link takeLink() { return std::move(m_link); }

private:
    Arrival(ControlCall call, Link link, Offer offer)
        : m_call(std::move(call)), m_link(std::move(link)), m_offer(std::move(offer))
    {
    }
    [[nodiscard]] Result<std::pair<Message, std::vector<Fd>>> say(const Message &message, Message::Kind wanted);

    ControlCall m_call;
    Link m_link;
    Offer m_offer;
};

} // namespace ferry::proxy
