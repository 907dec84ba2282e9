#include "app/proxy/admin/AdminMethods.h"

#include "app/proxy/config/ConfigReader.h"
#include "app/proxy/config/JsonReader.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <limits>

namespace ferry::proxy {
namespace {

using Params = simdjson::dom::element;

void appendKey(std::string &out, std::string_view key)
{
    out += out.empty() || out.back() == '{' || out.back() == '[' ? "\"" : ",\"";
    out += key;
    out += "\":";
}

void append(std::string &out, std::string_view key, std::string_view value)
{
    appendKey(out, key);
    appendJsonString(out, value);
}

void append(std::string &out, std::string_view key, std::uint64_t value)
{
    appendKey(out, key);
    out += std::to_string(value);
}

std::string generationJson(std::string_view generation)
{
    std::string json = "{";
    append(json, "generation", generation);
    return json + "}";
}

Result<AdminReply> configure(AdminService &service, Params params)
{
    Result<Configuration> configuration = readConfiguration(params);
    if (!configuration)
        return failure(configuration.error());
    const std::string generation = configuration->generation;
    if (const Result<> applied = service.configure(std::move(*configuration)); !applied)
        return failure(applied.error());
    return AdminReply{generationJson(generation)};
}

Result<AdminReply> check(AdminService &, Params params)
{
    const Result<Configuration> configuration = readConfiguration(params);
    if (!configuration)
        return failure(configuration.error());
    return AdminReply{generationJson(configuration->generation)};
}

Result<AdminReply> status(AdminService &service, Params)
{
    const Status status = service.status();
    std::string json = "{";
    append(json, "pid", static_cast<std::uint64_t>(::getpid()));
    append(json, "version", FERRYGATE_VERSION);
    append(json, "generation", status.generation);
    append(json, "sessions", status.sessions);
    appendKey(json, "rules");
    json += '[';
    for (const RuleStatus &rule : status.rules) {
        json += json.back() == '[' ? "{" : ",{";
        append(json, "id", rule.id);
        append(json, "sessions", rule.sessions);
        append(json, "hits", rule.hits);
        appendKey(json, "draining");
        json += rule.isDraining ? "true" : "false";
        json += '}';
    }
    json += ']';
    append(json, "lastSession", status.lastSession);
    appendKey(json, "predecessors");
    json += '[';
    for (const Message::Process &process : status.predecessors) {
        json += json.back() == '[' ? "{" : ",{";
        append(json, "pid", static_cast<std::uint64_t>(process.pid));
        append(json, "control", process.control);
        json += '}';
    }
    return AdminReply{json + "]}"};
}

Result<AdminReply> metrics(AdminService &service, Params)
{
    return AdminReply{metricsJson(service.metrics())};
}

Result<AdminReply> sessions(AdminService &service, Params)
{
    std::string json = "[";
    for (const SessionSnapshot &session : service.sessions()) {
        json += json.back() == '[' ? "{" : ",{";
        append(json, "id", session.id);
        append(json, "rule", session.rule);
        append(json, "client", session.client.address.toString());
        append(json, "clientPort", session.client.port);
        append(json, "user", session.user);
        append(json, "since", isoTime(session.since));
        appendKey(json, "opaque");
        json += session.isOpaque ? "true" : "false";
        append(json, "transfer", session.transfer);
        append(json, "bytesUp", session.bytesUp);
        append(json, "bytesDown", session.bytesDown);
        json += '}';
    }
    return AdminReply{json + "]"};
}

Result<AdminReply> log(AdminService &service, Params params)
{
    JsonProblems problems;
    ObjectReader reader(params, "", problems);
    const auto tail = reader.number("tail", 0, static_cast<std::int64_t>(LogBook::capacity), 0);
    AdminReply reply{"[", reader.flag("follow", false)};
    reader.finish();
    if (const std::optional<Error> &problem = problems.first())
        return failure(*problem);
    for (const std::string_view line : service.logBook().tail(static_cast<std::size_t>(tail))) {
        if (reply.result.size() > 1)
            reply.result += ',';
        reply.result += line;
    }
    reply.result += ']';
    return reply;
}

// The one parameter of the methods about one session.
Result<std::uint64_t> sessionOf(Params params)
{
    JsonProblems problems;
    ObjectReader reader(params, "", problems);
    const auto id = reader.number("session", 1, std::numeric_limits<std::int64_t>::max());
    reader.finish();
    if (const std::optional<Error> &problem = problems.first())
        return failure(*problem);
    return static_cast<std::uint64_t>(id);
}

tl::unexpected<Error> noSuchSession(std::uint64_t id)
{
    return failure("There is no session " + std::to_string(id) + ".", "/session");
}

void appendLine(std::string &json, const TranscriptSnapshot &transcript, const Recording::Line &line)
{
    constexpr std::array<std::string_view, 3> ways{"up", "down", "note"};
    json += json.back() == '[' ? "{" : ",{";
    append(json, "time", isoTime(transcript.since + line.time));
    append(json, "way", ways[static_cast<std::size_t>(line.way)]);
    if (line.client)
        append(json, "client", *line.client);
    if (line.server)
        append(json, "server", *line.server);
    json += '}';
}

Result<AdminReply> transcript(AdminService &service, Params params)
{
    const Result<std::uint64_t> id = sessionOf(params);
    if (!id)
        return failure(id.error());
    const std::optional<TranscriptSnapshot> transcript = service.transcript(*id);
    if (!transcript)
        return noSuchSession(*id);
    constexpr std::array<std::string_view, 3> readings{"inspected", "opaque", "relayed"};
    std::string json = "{";
    append(json, "session", transcript->id);
    append(json, "rule", transcript->rule);
    append(json, "client", transcript->client.address.toString());
    append(json, "reading", readings[static_cast<std::size_t>(transcript->reading)]);
    append(json, "lost", transcript->lost);
    appendKey(json, "lines");
    json += '[';
    for (const Recording::Line &line : transcript->lines)
        appendLine(json, *transcript, line);
    return AdminReply{json + "]}"};
}

Result<AdminReply> kill(AdminService &service, Params params)
{
    const Result<std::uint64_t> id = sessionOf(params);
    if (!id)
        return failure(id.error());
    if (!service.killSession(*id))
        return noSuchSession(*id);
    return AdminReply{"{}"};
}

Result<AdminReply> drain(AdminService &service, Params params)
{
    JsonProblems problems;
    ObjectReader reader(params, "", problems);
    const std::optional<std::string> rule = reader.has("rule") ? std::optional(reader.text("rule")) : std::nullopt;
    const bool isDraining = reader.flag("draining", true);
    reader.finish();
    if (const std::optional<Error> &problem = problems.first())
        return failure(*problem);
    if (!service.drain(rule, isDraining))
        return failure("There is no rule \"" + rule->substr(0, 64) + "\".", "/rule");
    return AdminReply{"{}"};
}

Result<AdminReply> handover(AdminService &service, Params params)
{
    JsonProblems problems;
    ObjectReader reader(params, "", problems);
    // Which conversation is meant; there has been one so far.
    [[maybe_unused]] const auto version = reader.number("version", 1, 1);
    const std::string control = reader.text("control");
    reader.finish();
    if (const std::optional<Error> &problem = problems.first())
        return failure(*problem);
    Result<Handover> handover = service.handOver(control);
    if (!handover)
        return failure(handover.error());
    std::string json = "{";
    append(json, "pid", static_cast<std::uint64_t>(::getpid()));
    append(json, "version", FERRYGATE_VERSION);
    if (!handover->configuration.empty()) {
        appendKey(json, "configuration");
        json += handover->configuration;
    }
    return AdminReply{.result = json + '}', .descriptor = std::move(handover->link)};
}

Result<AdminReply> quit(AdminService &service, Params)
{
    service.quit();
    return AdminReply{"{}"};
}

struct Method {
    std::string_view name;
    Result<AdminReply> (*call)(AdminService &, Params);
};

constexpr std::array<Method, 11> methods{{
    {"configure", configure},
    {"check", check},
    {"status", status},
    {"metrics", metrics},
    {"sessions", sessions},
    {"log", log},
    {"transcript", transcript},
    {"kill", kill},
    {"drain", drain},
    {"handover", handover},
    {"quit", quit},
}};

} // namespace

Result<AdminReply> callMethod(AdminService &service, std::string_view method, simdjson::dom::element params)
{
    const auto at =
        std::find_if(methods.begin(), methods.end(), [&](const Method &known) { return known.name == method; });
    if (at == methods.end())
        return failure("There is no method \"" + std::string(method.substr(0, 64)) + "\".");
    return at->call(service, params);
}

} // namespace ferry::proxy
