// An inspected control channel, with all its filters, between any client and any server. The input is a conversation:
// its first byte chooses the rule, then each piece up to the next record separator (0x1e) is sent by the side that its
// first byte names, "c" or "s"; "d" is the end of a data connection.
#include "app/proxy/control/DataAddress.h"
#include "app/proxy/control/Farewell.h"
#include "app/proxy/control/Inspection.h"
#include "app/proxy/control/SessionTable.h"
#include "app/proxy/data/ChannelTable.h"
#include "tests/fuzz/proxy/Rounds.h"

#include <sys/socket.h>

#include <cstdlib>

using namespace ferry::proxy;

namespace {

constexpr char separator = '\x1e';
constexpr std::uint32_t lineBytes = 128;
constexpr std::uint16_t openedPort = 50'000;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

Rule makeRule(unsigned char choice)
{
    Rule rule;
    rule.id = "fuzz";
    rule.listen = {*IpAddress::parse("203.0.113.1"), 21};
    rule.server = {*IpAddress::parse("198.51.100.20"), 21};
    rule.filter.enabled = true;
    rule.filter.limits.lineBytes = lineBytes;
    rule.filter.authTls.handling = (choice & 1) != 0 ? AuthTls::Pass : AuthTls::Deny;
    rule.filter.commandPolicy.preset = static_cast<CommandPreset>(choice >> 1 & 3);
    rule.filter.commandPolicy.deny = {"DELE", "SITE EXEC"};
    rule.filter.dataModes.active = (choice & 8) != 0;
    rule.filter.dataModes.passive = (choice & 16) == 0;
    rule.filter.addressRewrite.enabled = (choice & 32) == 0;
    rule.filter.banner.text = (choice & 64) != 0 ? "hello" : "";
    return rule;
}

/// The other end of a control connection.
class Peer {
public:
    explicit Peer(EventLoop &loop) : m_loop(loop)
    {
        std::array<int, 2> fds{};
        require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, fds.data()) == 0);
        m_own = Fd(fds[0]);
        m_inner = Fd(fds[1]);
    }

    [[nodiscard]] Leg leg(StreamOwner &owner) { return Leg(Stream::create(m_loop, std::move(m_inner), owner)); }
    void say(std::string_view bytes)
    {
        [[maybe_unused]] const ssize_t count = ::send(m_own.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    /// Everything that has come.
    [[nodiscard]] std::string_view heard()
    {
        std::array<char, 4096> buffer{};
        for (ssize_t count = 0; (count = ::recv(m_own.get(), buffer.data(), buffer.size(), 0)) > 0;)
            m_heard.append(buffer.data(), static_cast<std::size_t>(count));
        return m_heard;
    }

private:
    EventLoop &m_loop;
    Fd m_own;
    Fd m_inner;
    std::string m_heard;
};

class Owner final : public InspectionOwner, public StreamOwner {
public:
    explicit Owner(const Rule &rule) : m_rule(rule) {}

    [[nodiscard]] const Rule &rule() const override { return m_rule; }
    [[nodiscard]] const Endpoint &client() const override { return m_client; }
    void log(const LogEntry &entry) override
    {
        require(entry.command.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);
        require(!(std::string(entry.command) + " ").starts_with("PASS ") || entry.command == "PASS ****");
    }
    [[nodiscard]] RuleMetrics &metrics() const override { return m_metrics; }
    void record(
        Recording::Way way, std::optional<std::string_view> client, std::optional<std::string_view> server) override
    {
        m_recording.add({{}, way, client, server});
        const std::vector<Recording::Line> lines = m_recording.lines();
        require(!lines.empty() && lines.back().way == way && lines.back().client.has_value() == client.has_value()
            && lines.back().server.has_value() == server.has_value());
    }
    [[nodiscard]] tl::expected<std::uint16_t, int> openPassive(const IpAddress &, std::uint16_t serverPort) override
    {
        require(serverPort != 0 && m_rule.filter.dataModes.passive);
        return openedPort;
    }
    [[nodiscard]] tl::expected<Endpoint, int> openActive(const IpAddress &, std::uint16_t clientPort) override
    {
        require(clientPort >= 1024 && m_rule.filter.dataModes.active);
        return Endpoint{*IpAddress::parse("192.0.2.7"), openedPort};
    }
    void onTransferAnswered() override {}
    [[nodiscard]] bool isServerSending() const override { return false; }
    [[nodiscard]] bool isClientSending() const override { return false; }
    void onOpaque(std::unique_ptr<Stream> client, std::unique_ptr<Stream> server) override
    {
        require(m_rule.filter.authTls.handling == AuthTls::Pass);
        m_kept[0] = std::move(client);
        m_kept[1] = std::move(server);
        isOver = true;
    }
    void onInspectionEnded(Originator, std::uint32_t, std::string_view text) override
    {
        require(!text.empty());
        isOver = true;
    }
    void onStreamReady(Stream &) override {}

    bool isOver = false;

private:
    const Rule &m_rule;
    Endpoint m_client{*IpAddress::parse("192.0.2.9"), 40'000};
    std::array<std::unique_ptr<Stream>, 2> m_kept;
    mutable RuleMetrics m_metrics;
    Recording m_recording;
};

/// The server hears whole commands that the rule allows, and nothing else.
void checkCommands(const Rule &rule, std::string_view heard)
{
    while (!heard.empty()) {
        const std::size_t end = heard.find("\r\n");
        require(end != std::string_view::npos && end <= lineBytes);
        const std::optional<Command> command = parseCommand(heard.substr(0, end));
        require(command.has_value());
        // PASV and EPSV, PORT and EPRT stand for each other, whichever the client has said.
        require(allows(rule.filter.commandPolicy, *command));
        require(command->verb != "AUTH" || rule.filter.authTls.handling == AuthTls::Pass);
        if (command->verb == "PORT")
            require(parsePortArgument(command->argument) == Endpoint{*IpAddress::parse("192.0.2.7"), openedPort});
        heard.remove_prefix(end + 2);
    }
}

/// The client hears whole lines.
void checkReplies(std::string_view heard)
{
    require(heard.empty() || heard.ends_with("\r\n"));
    require(heard.find('\0') == std::string_view::npos);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
    static LogBook log;
    static PipePool pipes;
    static DataPorts dataPorts;
    static ChannelTable channels(*loop);
    static SessionTable sessions(*loop);
    static FarewellTable farewells(*loop);
    static Services services{*loop, log, pipes, dataPorts, channels, sessions, farewells};
    static Rounds rounds(*loop);
    if (size == 0)
        return 0;
    const Rule rule = makeRule(data[0]);
    std::string_view script(reinterpret_cast<const char *>(data) + 1, size - 1);
    {
        Peer client(*loop);
        Peer server(*loop);
        Owner owner(rule);
        auto inspection = std::make_unique<Inspection>(
            services, static_cast<InspectionOwner &>(owner), client.leg(owner), server.leg(owner));
        inspection->start();
        while (!script.empty() && !owner.isOver) {
            const std::string_view piece = script.substr(0, script.find(separator));
            script.remove_prefix(std::min(piece.size() + 1, script.size()));
            if (piece.empty())
                continue;
            if (piece[0] == 'd')
                inspection->onDataEnded((piece.size() & 1) != 0 ? DataCut::None : DataCut::Both);
            else
                (piece[0] == 's' ? server : client).say(piece.substr(1));
            rounds.run(2);
            checkCommands(rule, server.heard());
            checkReplies(client.heard());
        }
    }
    // The farewell of a client that has gone.
    rounds.run(2);
    return 0;
}
