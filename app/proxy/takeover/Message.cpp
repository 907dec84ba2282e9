#include "app/proxy/takeover/Message.h"

#include "app/proxy/config/JsonReader.h"
#include "app/proxy/log/LogEntry.h"

#include <array>
#include <limits>

namespace ferry::proxy {
namespace {

constexpr std::array<std::string_view, 13> names{"listeners", "passed", "predecessors", "earlier", "resign", "resigned",
    "settle", "settled", "refused", "connection", "unknown", "reopenLog", "leaving"};

std::string endpointJson(const Endpoint &endpoint)
{
    return R"({"address":")" + endpoint.address.toString() + R"(","port":)" + std::to_string(endpoint.port) + '}';
}

Endpoint readEndpoint(ObjectReader &reader)
{
    const std::optional<IpAddress> address = IpAddress::parse(reader.text("address"));
    if (!address)
        reader.problem("address", "An IPv4 or IPv6 address is expected here.");
    return {address.value_or(IpAddress()), static_cast<std::uint16_t>(reader.number("port", 0, 65535))};
}

void appendText(std::string &json, std::string_view key, std::string_view text)
{
    json += ",\"";
    json += key;
    json += "\":";
    appendJsonString(json, text);
}

void appendParts(std::string &json, const Message &message)
{
    json += ",\"listeners\":[";
    for (const Message::Listening &one : message.listeners) {
        json += json.back() == '[' ? "{\"at\":" : ",{\"at\":";
        json += endpointJson(one.at) + R"(,"kept":)" + (one.isKept ? "true}" : "false}");
    }
    json += "],\"processes\":[";
    for (const Message::Process &one : message.processes) {
        json += json.back() == '[' ? "{\"pid\":" : ",{\"pid\":";
        json += std::to_string(one.pid);
        appendText(json, "control", one.control);
        json += '}';
    }
    json += ']';
}

} // namespace

std::string Message::toJson() const
{
    std::string json = R"({"say":")";
    json += names[static_cast<std::size_t>(kind)];
    json += '"';
    if (kind == Kind::Listeners)
        json += ",\"from\":" + std::to_string(from);
    if (kind == Kind::Passed || kind == Kind::Earlier)
        appendParts(json, *this);
    if (kind == Kind::Resign) {
        appendText(json, "control", control);
        json += ",\"deadline\":" + std::to_string(deadline.count());
    }
    if (kind == Kind::Refused)
        appendText(json, "text", text);
    if (kind == Kind::Connection || kind == Kind::Unknown)
        json += ",\"listener\":" + endpointJson(listener) + ",\"client\":" + endpointJson(client);
    return json + '}';
}

Result<Message> Message::parse(std::string_view json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    if (!document)
        return failure(document.error());
    JsonProblems problems;
    Message message;
    ObjectReader reader(document->root(), "", problems);
    message.kind = static_cast<Kind>(reader.choice("say",
        {names[0], names[1], names[2], names[3], names[4], names[5], names[6], names[7], names[8], names[9], names[10],
            names[11], names[12]},
        static_cast<std::size_t>(Kind::Refused)));
    message.from = static_cast<std::uint64_t>(reader.number("from", 0, std::numeric_limits<std::int32_t>::max(), 0));
    if (reader.has("listeners")) {
        reader.objects("listeners", [&](ObjectReader &one) {
            Listening &listening = message.listeners.emplace_back();
            one.object("at", [&](ObjectReader &at) { listening.at = readEndpoint(at); });
            listening.isKept = one.flag("kept", false);
        });
    }
    if (reader.has("processes")) {
        reader.objects("processes", [&](ObjectReader &one) {
            const auto pid = one.number("pid", 1, std::numeric_limits<std::int32_t>::max());
            message.processes.push_back({pid, one.text("control")});
        });
    }
    message.control = reader.text("control", "");
    message.deadline = std::chrono::seconds(reader.number("deadline", 0, std::numeric_limits<std::int32_t>::max(), 0));
    message.text = reader.text("text", "");
    reader.optionalObject("listener", [&](ObjectReader &at) { message.listener = readEndpoint(at); });
    reader.optionalObject("client", [&](ObjectReader &at) { message.client = readEndpoint(at); });
    reader.finish();
    if (const std::optional<Error> &problem = problems.first())
        return failure(*problem);
    return message;
}

} // namespace ferry::proxy
