// The control socket: any bytes in any pieces are answered line by line with JSON, and nothing runs that they do not
// ask for.
#include "app/proxy/admin/AdminServer.h"
#include "app/proxy/config/JsonReader.h"
#include "app/proxy/takeover/Link.h"
#include "tests/fuzz/proxy/Rounds.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

using namespace ferry::proxy;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

class Service final : public AdminService {
public:
    [[nodiscard]] Result<> configure(Configuration configuration) override
    {
        m_generation = configuration.generation;
        return {};
    }
    [[nodiscard]] Status status() const override { return {.generation = m_generation, .sessions = 1, .rules = {}}; }
    [[nodiscard]] std::vector<SessionSnapshot> sessions() const override { return {SessionSnapshot{}}; }
    [[nodiscard]] MetricsReport metrics() const override
    {
        MetricsReport report;
        report.rules.push_back({.id = "a", .metrics = {}});
        return report;
    }
    [[nodiscard]] std::optional<TranscriptSnapshot> transcript(std::uint64_t id) const override
    {
        return id == 1 ? std::optional(TranscriptSnapshot{.lines = {{}}}) : std::nullopt;
    }
    [[nodiscard]] bool killSession(std::uint64_t id) override { return id == 1; }
    [[nodiscard]] bool drain(const std::optional<std::string> &rule, bool) override { return !rule || *rule == "a"; }
    [[nodiscard]] LogBook &logBook() override { return m_log; }
    [[nodiscard]] Result<Handover> handOver(const std::string &control) override
    {
        if (control.empty())
            return failure("No path.");
        // The link's other end is gone when the answer arrives.
        Result<Link::Pair> link = Link::open();
        require(link.has_value());
        return Handover{R"({"rules":[]})", link->there.release()};
    }
    void quit() override {}

private:
    std::string m_generation;
    LogBook m_log;
};

/// A place for the socket, removed at the end.
class Folder {
public:
    Folder() { require(::mkdtemp(m_path.data()) != nullptr); }
    ~Folder() { ::rmdir(m_path.c_str()); }
    Folder(const Folder &) = delete;
    Folder &operator=(const Folder &) = delete;
    [[nodiscard]] std::string socket() const { return m_path + "/control"; }

private:
    std::string m_path = "/tmp/ferrygate-fuzz-XXXXXX";
};

Fd connectTo(const std::string &path)
{
    Fd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.data(), path.size());
    require(::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
    return fd;
}

std::size_t countLines(std::string_view text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static const Folder folder;
    static const std::unique_ptr<EventLoop> loop = std::move(*EventLoop::create());
    static Service service;
    static const std::unique_ptr<AdminServer> server =
        std::move(*AdminServer::create(*loop, static_cast<AdminService &>(service), folder.socket()));
    static Rounds rounds(*loop);

    const Fd fd = connectTo(folder.socket());
    rounds.run(1);
    const std::string_view input(reinterpret_cast<const char *>(data), size);
    const std::size_t half = size / 2;
    std::string heard;
    for (const std::string_view piece : {input.substr(0, half), input.substr(half)}) {
        [[maybe_unused]] const ssize_t sent = ::send(fd.get(), piece.data(), piece.size(), MSG_NOSIGNAL);
        rounds.run(2);
        std::array<char, 4096> buffer{};
        for (ssize_t count = 0; (count = ::recv(fd.get(), buffer.data(), buffer.size(), 0)) > 0;)
            heard.append(buffer.data(), static_cast<std::size_t>(count));
    }
    require(countLines(heard) == countLines(input));
    for (std::size_t begin = 0, end = 0; (end = heard.find('\n', begin)) != std::string::npos; begin = end + 1)
        require(JsonDocument::parse(std::string_view(heard).substr(begin, end - begin)).has_value());
    return 0;
}
