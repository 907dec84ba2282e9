#pragma once

#include "app/proxy/filters/Filter.h"

#include <string>
#include <vector>

/// A session that only remembers what a filter did to it.
class FakeContext final : public ferry::proxy::FilterContext {
public:
    ferry::proxy::Rule theRule;
    ferry::proxy::Endpoint theClient{*ferry::proxy::IpAddress::parse("203.0.113.10"), 40000};
    ferry::proxy::IpAddress reached = *ferry::proxy::IpAddress::parse("203.0.113.1");
    ferry::proxy::IpAddress upstream = *ferry::proxy::IpAddress::parse("198.51.100.1");
    tl::expected<std::uint16_t, int> passivePort = std::uint16_t(50001);
    std::vector<std::uint16_t> openedPassive;
    std::vector<std::uint16_t> openedActive;
    std::string user;
    bool hasLoggedIn = false;
    int lines = 0;
    ferry::proxy::SecurityState state;
    ferry::proxy::DataCut cut = ferry::proxy::DataCut::None;
    bool isSending = false;

    const ferry::proxy::Rule &rule() const override { return theRule; }
    const ferry::proxy::Endpoint &client() const override { return theClient; }
    ferry::proxy::IpAddress reachedAddress() const override { return reached; }
    ferry::proxy::IpAddress upstreamAddress() const override { return upstream; }
    tl::expected<std::uint16_t, int> openPassive(std::uint16_t serverPort) override
    {
        openedPassive.push_back(serverPort);
        return passivePort;
    }
    tl::expected<ferry::proxy::Endpoint, int> openActive(std::uint16_t clientPort) override
    {
        openedActive.push_back(clientPort);
        return ferry::proxy::Endpoint{upstream, 50002};
    }
    const ferry::proxy::SecurityState &security() const override { return state; }
    ferry::proxy::DataCut dataCut() const override { return cut; }
    bool isClientSending() const override { return isSending; }
    bool isLoggedIn() const override { return hasLoggedIn; }
    void setUser(std::string_view name) override { user = name; }
    void setLoggedIn(bool is) override { hasLoggedIn = is; }
    void log(const ferry::proxy::LogEntry &) override { ++lines; }

    FakeContext() { theRule.server = {*ferry::proxy::IpAddress::parse("198.51.100.20"), 21}; }
};

/// "pass", "replace TEXT", "answer TEXT", "opaque" or "secure TEXT" with what changes: server, server P, client ...
inline std::string shown(const ferry::proxy::Verdict &verdict)
{
    using Action = ferry::proxy::Verdict::Action;
    switch (verdict.action) {
    case Action::Pass:
        return "pass";
    case Action::Replace:
        return "replace " + verdict.text;
    case Action::Answer:
        return "answer " + verdict.text;
    case Action::Opaque:
        return "opaque";
    case Action::Secure:
        break;
    }
    const auto level = [](ferry::proxy::Protection protection) {
        return protection == ferry::proxy::Protection::Private ? " P" : " C";
    };
    std::string text = "secure " + verdict.text;
    if (verdict.change.secureServer)
        text += ", server TLS";
    if (verdict.change.serverData)
        text += std::string(", server") + level(*verdict.change.serverData);
    if (verdict.change.secureClient)
        text += ", client TLS";
    if (verdict.change.clientData)
        text += std::string(", client") + level(*verdict.change.clientData);
    return text;
}

inline std::string onCommand(ferry::proxy::Filter &filter, ferry::proxy::FilterContext &context, std::string_view line)
{
    return shown(filter.onCommand(context, *ferry::proxy::parseCommand(line)));
}

/// The verdict on a one-line reply to `line`; an empty line stands for the greeting.
inline std::string onReply(
    ferry::proxy::Filter &filter, ferry::proxy::FilterContext &context, std::string_view line, std::string_view reply)
{
    const ferry::proxy::Command command = ferry::proxy::parseCommand(line).value_or(ferry::proxy::Command());
    const ferry::proxy::ReplyLine parsed = *ferry::proxy::ReplyReader().next(reply);
    const std::string verdict = shown(filter.onReply(context, command, parsed));
    filter.onAnswered(context, command, parsed);
    return verdict;
}
