#include "app/proxy/config/ConfigReader.h"

#include "app/proxy/config/ConfigChecks.h"
#include "app/proxy/config/JsonReader.h"
#include "app/proxy/config/TlsMaterial.h"

#include <algorithm>

namespace ferry::proxy {
namespace {

// The range of RFC 6335 section 6, used where a rule names no data ports.
constexpr PortRange dynamicPorts{49152, 65535};

bool isId(std::string_view text)
{
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), isPart) && text[0] != '.'
        && text[0] != '_' && text[0] != '-' && text.find("..") == std::string_view::npos;
}

std::string readId(ObjectReader &object, std::string_view key)
{
    std::string id = object.text(key);
    if (!isId(id)) {
        object.problem(key,
            "An id is 1 to 64 characters of a-z, 0-9, \".\", \"_\" and \"-\", starts with a letter or "
            "digit, and holds no \"..\".");
    }
    return id;
}

IpAddress readAddress(ObjectReader &object, std::string_view key)
{
    const std::string text = object.text(key);
    const std::optional<IpAddress> address = IpAddress::parse(text);
    if (!address)
        object.problem(key, "\"" + text.substr(0, 64) + "\" is not an IPv4 or IPv6 address.");
    return address.value_or(IpAddress());
}

Endpoint readEndpoint(ObjectReader &object)
{
    Endpoint endpoint;
    endpoint.address = readAddress(object, "address");
    endpoint.port = static_cast<std::uint16_t>(object.number("port", 1, 65535));
    return endpoint;
}

void readClientAddress(ObjectReader &object, Rule &rule)
{
    const Result<Network> clients = Network::parse(object.text("clients"));
    const IpAddress address = readAddress(object, "address");
    if (!address.isIPv4())
        object.problem("address", "227 replies carry IPv4 addresses only.");
    if (clients)
        rule.clientAddresses.push_back({*clients, address});
    else
        object.problem("clients", clients.error().message);
}

PortSet readPorts(ObjectReader &rule, std::string_view key)
{
    PortSet ports;
    rule.texts(key, [&](std::string_view text) -> Result<> {
        const Result<PortRange> range = PortRange::parse(text);
        if (!range)
            return failure(range.error());
        ports.add(*range);
        return {};
    });
    return ports;
}

void readFilter(ObjectReader &reader, Rule &rule)
{
    FilterSettings &filter = rule.filter;
    filter.enabled = reader.flag("enabled", false);
    filter.authTls = readAuthTls(reader);
    filter.commandPolicy = readCommandPolicy(reader);
    filter.dataModes = readDataModes(reader);
    filter.addressRewrite = readAddressRewrite(reader);
    filter.dataPeers = readDataPeers(reader);
    filter.limits = readLimits(reader);
    filter.banner = readBanner(reader);
}

std::string readPath(ObjectReader &object, std::string_view key)
{
    std::string path = object.text(key);
    if (path.empty() || path[0] != '/' || path.find('\0') != std::string::npos)
        object.problem(key, "An absolute path is expected here.");
    return path;
}

CertificateFiles readCertificate(ObjectReader &reader)
{
    CertificateFiles files;
    reader.optionalObject("certificate", [&](ObjectReader &certificate) {
        files.chain = readPath(certificate, "chain");
        files.key = readPath(certificate, "key");
    });
    return files;
}

// As "openssl x509 -fingerprint -sha256" prints it, or without colons and in small letters.
std::optional<std::string> parseFingerprint(std::string_view text)
{
    std::string digits;
    for (const char c : text) {
        if (c == ':')
            continue;
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!(lower >= '0' && lower <= '9') && !(lower >= 'a' && lower <= 'f'))
            return std::nullopt;
        digits += lower;
    }
    return digits.size() == 64 ? std::optional(digits) : std::nullopt;
}

ServerTrust readServerTrust(ObjectReader &server)
{
    ServerTrust trust;
    server.texts("pins", [&](std::string_view text) -> Result<> {
        std::optional<std::string> pin = parseFingerprint(text);
        if (!pin)
            return failure("A pin is the SHA-256 of a certificate: 64 hexadecimal digits.");
        trust.pins.push_back(std::move(*pin));
        return {};
    });
    if (server.has("authority"))
        trust.authority = readPath(server, "authority");
    trust.name = server.text("certificateName", "");
    if (trust.name.size() > 253 || trust.name.find('\0') != std::string::npos)
        server.problem("certificateName", "A name has at most 253 characters.");
    return trust;
}

Rule readRule(ObjectReader &reader, const IpAddress &source)
{
    Rule rule;
    rule.source = source;
    rule.id = readId(reader, "id");
    rule.name = reader.text("name", "");
    reader.object("listen", [&](ObjectReader &listen) { rule.listen = readEndpoint(listen); });
    reader.object("server", [&](ObjectReader &server) {
        rule.server = readEndpoint(server);
        rule.serverTls = static_cast<ServerTls>(server.choice("tls", {"none", "explicit", "implicit"}, 0));
        if (rule.server.address.isUnspecified())
            server.problem("address", "The published server needs an address that can be connected to.");
        rule.serverTrust = readServerTrust(server);
    });
    reader.texts("from", [&](std::string_view text) -> Result<> {
        const Result<Network> network = Network::parse(text);
        if (!network)
            return failure(network.error());
        rule.from.push_back(*network);
        return {};
    });
    rule.relayPorts = readPorts(reader, "relayPorts");
    rule.dataPorts = readPorts(reader, "dataPorts");
    if (rule.dataPorts.isEmpty())
        rule.dataPorts.add(dynamicPorts);
    if (reader.has("externalAddress"))
        rule.externalAddress = readAddress(reader, "externalAddress");
    if (reader.has("clientAddresses"))
        reader.objects("clientAddresses", [&](ObjectReader &address) { readClientAddress(address, rule); });
    rule.log = reader.flag("log", true);
    rule.certificate = readCertificate(reader);
    reader.optionalObject("filter", [&](ObjectReader &filter) { readFilter(filter, rule); });
    return rule;
}

} // namespace

bool Rule::admits(const IpAddress &client) const
{
    return from.empty()
        || std::any_of(from.begin(), from.end(), [&](const Network &network) { return network.contains(client); });
}

Result<Configuration> readConfiguration(simdjson::dom::element root)
{
    JsonProblems problems;
    Configuration configuration;
    {
        ObjectReader reader(root, "", problems);
        if (reader.text("format") != "ferrygate-proxy")
            reader.problem("format", "The format must be \"ferrygate-proxy\".");
        [[maybe_unused]] const auto version = reader.number("version", 1, 1);
        configuration.generation = reader.text("generation");
        configuration.gateway = readId(reader, "gateway");
        configuration.certificate = readCertificate(reader);
        const IpAddress source = reader.has("sourceAddress") ? readAddress(reader, "sourceAddress") : IpAddress();
        configuration.handsOver = reader.flag("handsOver", false);
        reader.objects("rules", [&](ObjectReader &rule) { configuration.rules.push_back(readRule(rule, source)); });
        reader.finish();
    }
    if (!problems.first())
        checkConfiguration(configuration, problems);
    if (!problems.first())
        loadTlsMaterial(configuration, problems);
    if (const std::optional<Error> &problem = problems.first())
        return failure(*problem);
    configuration.text = simdjson::minify(root);
    return configuration;
}

Result<Configuration> readConfiguration(std::string_view json)
{
    Result<JsonDocument> document = JsonDocument::parse(json);
    if (!document)
        return failure(document.error());
    return readConfiguration(document->root());
}

} // namespace ferry::proxy
