#include "tests/bench/proxy/harness/Bench.h"

#include "app/proxy/net/Sockets.h"
#include "tests/bench/proxy/harness/Blobs.h"
#include "tests/bench/proxy/harness/Certificate.h"

#include <stdlib.h>
#include <sys/resource.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <random>

namespace ferry::bench {
namespace {

// Below the ephemeral ports (ip_local_port_range), which outgoing connections take.
constexpr int lowestPort = 20000;
constexpr int highestPort = 32000;

proxy::IpAddress loopback(int last)
{
    return *proxy::IpAddress::parse("127.0.0." + std::to_string(last));
}

bool areFree(int first, int count)
{
    for (int port = first; port < first + count; ++port) {
        for (int last = 2; last <= 7; ++last) {
            if (!proxy::listenOn({loopback(last), static_cast<std::uint16_t>(port)}, 1))
                return false;
        }
    }
    return true;
}

std::optional<Ports> freePorts(int dataPorts)
{
    std::random_device random;
    std::uniform_int_distribution<int> place(lowestPort, highestPort - dataPorts - 1);
    for (int tries = 0; tries < 100; ++tries) {
        const int first = place(random);
        if (areFree(first, dataPorts + 1)) {
            return Ports{static_cast<std::uint16_t>(first), static_cast<std::uint16_t>(first + 1),
                static_cast<std::uint16_t>(first + dataPorts)};
        }
    }
    return std::nullopt;
}

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

void serve(const Payload &payload, const Places &places, const proxy::Endpoint &blobAddress, std::uint64_t blobBytes)
{
    auto loop = proxy::EventLoop::create();
    if (!loop)
        return;
    StubServer stub(**loop, payload, places.server, places.ports);
    std::unique_ptr<BlobServer> blobs;
    if (blobBytes > 0) {
        auto acceptor = proxy::TlsAcceptor::load(places.certificate);
        if (!acceptor)
            return;
        stub.setAcceptor(*acceptor);
        blobs = std::make_unique<BlobServer>(**loop, payload, *acceptor, blobBytes);
        if (!blobs->start(blobAddress))
            return;
    }
    if (stub.start())
        (*loop)->run([] {});
}

} // namespace

Bench::Bench(int dataPorts, std::uint64_t blobBytes)
{
    ::signal(SIGPIPE, SIG_IGN);
    raiseDescriptorLimit();
    const std::optional<Ports> ports = freePorts(dataPorts);
    std::string folder = (std::filesystem::temp_directory_path() / "ferrygate-bench-XXXXXX").string();
    if (!ports || !::mkdtemp(folder.data())) {
        m_failure = ports ? "no folder could be made: " + folder : "there are not enough free ports";
        return;
    }
    m_places = {folder, *ports, loopback(3), {}};
    if (blobBytes > 0) {
        m_places.certificate = makeCertificate(folder);
        auto context = proxy::TlsDialer::makeContext({});
        if (m_places.certificate.isEmpty() || !context) {
            m_failure = "no certificate could be made";
            return;
        }
        m_dialer = std::make_shared<proxy::TlsDialer>(std::move(*context), proxy::ServerTrust(), std::string());
    }
    m_stub = Program::fork([this, blobBytes] { serve(m_payload, m_places, blobs(), blobBytes); });
    auto loop = proxy::EventLoop::create();
    if (!m_stub.awaitListening(stub()) || !loop)
        m_failure = "the stub server does not listen";
    else
        m_loop = std::move(*loop);
}

proxy::Endpoint Bench::blobs() const
{
    return {loopback(7), m_places.ports.control};
}

Bench::~Bench()
{
    m_stub.end();
    std::error_code error;
    if (!m_places.folder.empty())
        std::filesystem::remove_all(m_places.folder, error);
}

} // namespace ferry::bench
