#include "app/proxy/takeover/Arrival.h"

#include "app/proxy/config/JsonReader.h"
#include "app/proxy/log/LogEntry.h"
#include "app/proxy/net/Sockets.h"

namespace ferry::proxy {
namespace {

using Kind = Message::Kind;

tl::unexpected<Error> strange()
{
    return failure("The running ferrygate-proxy answered what this one does not understand: stop it and start anew.");
}

// Read leniently: another version may have more to say.
Result<Arrival::Offer> readOffer(const std::string &line)
{
    const Result<JsonDocument> answer = JsonDocument::parse(line);
    if (!answer)
        return strange();
    Arrival::Offer offer;
    std::string_view version;
    if (answer->root().at_pointer("/result/pid").get(offer.pid) != simdjson::SUCCESS
        || answer->root().at_pointer("/result/version").get(version) != simdjson::SUCCESS)
        return strange();
    offer.version = version;
    simdjson::dom::element configuration;
    if (answer->root().at_pointer("/result/configuration").get(configuration) == simdjson::SUCCESS)
        offer.configuration = simdjson::minify(configuration);
    return offer;
}

} // namespace

Result<Arrival> Arrival::begin(const std::string &control, const std::string &own)
{
    Result<ControlCall> call = ControlCall::connect(control);
    if (!call)
        return failure(call.error());
    std::string params = R"({"version":1,"control":)";
    appendJsonString(params, own);
    const Result<std::string> answer = call->ask("handover", params + '}');
    if (!answer)
        return failure(answer.error());
    Result<Offer> offer = readOffer(*answer);
    if (!offer)
        return failure(offer.error());
    std::vector<Fd> descriptors = call->takeDescriptors();
    if (descriptors.size() != 1)
        return strange();
    return Arrival(std::move(*call), Link(std::move(descriptors.front())), std::move(*offer));
}

Result<std::pair<Message, std::vector<Fd>>> Arrival::say(const Message &message, Kind wanted)
{
    if (const int error = m_link.send(message.toJson()); error != 0)
        return failure("The running ferrygate-proxy does not hand over any more: " + errorText(error) + ".");
    if (!awaitReadable(m_link.fd(), ControlCall::mostPatience))
        return failure("The running ferrygate-proxy did not answer.");
    tl::expected<LinkMessage, int> received = m_link.receive();
    if (!received) {
        return failure(received.error() == EPIPE
                ? "The running ferrygate-proxy does not hand over any more: it has ended or was configured anew."
                : "The running ferrygate-proxy's answer was not received: " + errorText(received.error()) + ".");
    }
    Result<Message> answer = Message::parse(received->text);
    if (!answer)
        return strange();
    if (answer->kind == Kind::Refused)
        return failure("The running ferrygate-proxy refused: " + answer->text);
    if (answer->kind != wanted)
        return strange();
    return std::pair(std::move(*answer), std::move(received->descriptors));
}

Result<std::vector<Arrival::Listening>> Arrival::listeners()
{
    std::vector<Listening> all;
    for (;;) {
        auto answer = say({.kind = Kind::Listeners, .from = all.size()}, Kind::Passed);
        if (!answer)
            return failure(answer.error());
        auto &[message, sockets] = *answer;
        if (message.listeners.size() != sockets.size())
            return strange();
        for (std::size_t i = 0; i < sockets.size(); ++i)
            all.push_back({message.listeners[i], std::move(sockets[i])});
        if (sockets.size() < Link::mostDescriptors)
            return all;
    }
}

Result<std::vector<Arrival::Earlier>> Arrival::predecessors()
{
    auto answer = say({.kind = Kind::Predecessors}, Kind::Earlier);
    if (!answer)
        return failure(answer.error());
    auto &[message, links] = *answer;
    if (message.processes.size() != links.size())
        return strange();
    std::vector<Earlier> all;
    for (std::size_t i = 0; i < links.size(); ++i)
        all.push_back({std::move(message.processes[i]), Link(std::move(links[i]))});
    return all;
}

Result<> Arrival::resign(const std::string &own, std::chrono::seconds deadline)
{
    const auto answer = say({.kind = Kind::Resign, .control = own, .deadline = deadline}, Kind::Resigned);
    return answer ? Result<>() : failure(answer.error());
}

Result<Arrival::State> Arrival::state()
{
    const Result<std::string> answer = m_call.ask("status");
    if (!answer)
        return failure(answer.error());
    const Result<JsonDocument> document = JsonDocument::parse(*answer);
    State state;
    simdjson::dom::array rules;
    if (!document || document->root().at_pointer("/result/lastSession").get(state.lastSession) != simdjson::SUCCESS
        || document->root().at_pointer("/result/rules").get(rules) != simdjson::SUCCESS)
        return strange();
    for (const simdjson::dom::element rule : rules) {
        bool isDraining = false;
        std::string_view id;
        if (rule["draining"].get(isDraining) == simdjson::SUCCESS && isDraining
            && rule["id"].get(id) == simdjson::SUCCESS)
            state.draining.emplace_back(id);
    }
    return state;
}

Result<> Arrival::settle()
{
    const auto answer = say({.kind = Kind::Settle}, Kind::Settled);
    return answer ? Result<>() : failure(answer.error());
}

} // namespace ferry::proxy
