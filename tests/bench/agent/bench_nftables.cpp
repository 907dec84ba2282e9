// What an Apply costs with the kernel as the gateway, beside nft(8) with the same rules in another network.
#include "app/agent/engines/nftables/NftScript.h"
#include "app/agent/engines/nftables/NftablesEngine.h"
#include "app/agent/files/Durable.h"
#include "tests/bench/proxy/harness/Arguments.h"
#include "tests/bench/proxy/harness/Report.h"
#include "tests/support/netns/RoutedLab.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <chrono>
#include <cstdio>

using namespace ferry;
using namespace ferry::agent;
using namespace ferry::test;
using namespace Qt::Literals::StringLiterals;
using ferry::bench::median;
using ferry::bench::ratio;
using ferry::bench::Series;

namespace {

const GatewayId gatewayId = GatewayId::fromTrusted(u"gw-1"_s);
constexpr quint16 listenPort = 2121;

template <class Work>
double millisecondsFor(Work work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

PublishedRule ruleNumber(int number, const QString &server, quint16 serverPort)
{
    PublishedRule rule;
    rule.id = RuleId::fromTrusted(u"rule-%1"_s.arg(number));
    // The first is the one that clients use.
    rule.listenAddress = number == 0 ? Address::fromTrusted(u"203.0.113.1"_s)
                                     : Address::fromTrusted(QHostAddress(0x0a000000u + quint32(number)).toString());
    rule.listenPort = number == 0 ? listenPort : 21;
    rule.serverAddress = Address::fromTrusted(server);
    rule.serverPort = serverPort;
    rule.externalAddress = rule.listenAddress;
    return rule;
}

/// Blocking TCP sockets; a connection that is refused or lost is a failure of the benchmark.
proxy::Fd tcpSocket()
{
    return proxy::Fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

sockaddr_in endpoint(const QString &address, quint16 port)
{
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    ::inet_pton(AF_INET, address.toLatin1().constData(), &name.sin_addr);
    return name;
}

/// The same publishing by the engine on the gateway, and by nft(8) on a host that nobody calls.
class NftablesBench {
public:
    explicit NftablesBench(std::unique_ptr<RoutedLab> lab) : m_lab(std::move(lab)) {}

    [[nodiscard]] bool listen();
    void publish(int mappings);
    void changeOne();
    /// Median time until a connection through the gateway stands, of `count`.
    double connectTime(int count);

    /// In milliseconds, by the engine.
    double applyOurs();
    /// In milliseconds, by "nft -f" of the same script.
    double applyByNft() { return nft({u"-f"_s, peerScript()}); }
    /// In milliseconds, by "nft add element".
    double addByNft();

    [[nodiscard]] const QString &problem() const { return m_problem; }
    int largest = 0; ///< number of mappings of which the parts of an Apply are kept
    Series prepared{"of ours: prepare", {}};
    Series checked{"of ours: check", {}};
    Series committed{"of ours: write and commit", {}};

private:
    [[nodiscard]] QString script() const { return m_folder.filePath(u"gw-1.nft"_s); }
    [[nodiscard]] QString peerScript() const { return m_folder.filePath(u"peer.nft"_s); }
    double nft(const QStringList &arguments);
    void note(const Result<> &result)
    {
        if (!result && m_problem.isEmpty())
            m_problem = result.error().text();
    }

    std::unique_ptr<RoutedLab> m_lab;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    NftablesEngine m_engine{{gatewayId, script(), script() + u".listing"_s, std::nullopt}, m_clock};
    GatewayConfig m_config;
    proxy::Fd m_ear;
    quint16 m_serverPort = 0;
    int m_generation = 0;
    int m_added = 0;
    QString m_problem;
};

bool NftablesBench::listen()
{
    return m_lab->server().run([&] {
        m_ear = tcpSocket();
        sockaddr_in name = endpoint(m_lab->server().v4(), 0);
        socklen_t length = sizeof name;
        auto *const plain = reinterpret_cast<sockaddr *>(&name);
        if (::bind(m_ear.get(), plain, length) != 0 || ::listen(m_ear.get(), SOMAXCONN) != 0
            || ::getsockname(m_ear.get(), plain, &length) != 0)
            return false;
        m_serverPort = ntohs(name.sin_port);
        return true;
    });
}

void NftablesBench::publish(int mappings)
{
    m_config = {};
    m_config.id = gatewayId;
    m_config.engine = Engine::Nftables;
    for (int i = 0; i < mappings; ++i)
        m_config.rules << ruleNumber(i, m_lab->server().v4(), m_serverPort);
    note(writeDurably(peerScript(), renderNftScript(m_config, u"0"_s, std::nullopt)));
}

void NftablesBench::changeOne()
{
    PublishedRule &rule = m_config.rules[m_config.rules.size() / 2];
    rule.serverPort = rule.serverPort == 22 ? 23 : 22;
}

double NftablesBench::connectTime(int count)
{
    const sockaddr_in to = endpoint(m_lab->gateway().v4(), listenPort);
    std::vector<double> times;
    m_lab->client().run([&] {
        for (int i = 0; i < count; ++i) {
            const proxy::Fd client = tcpSocket();
            int result = 0;
            times.push_back(millisecondsFor(
                [&] { result = ::connect(client.get(), reinterpret_cast<const sockaddr *>(&to), sizeof to); }));
            if (result != 0) {
                m_problem = u"A connection through the gateway was not made."_s;
                return;
            }
            const proxy::Fd server(::accept4(m_ear.get(), nullptr, nullptr, SOCK_CLOEXEC));
            // Reset rather than closed, so that ports are free at once.
            const linger now{1, 0};
            ::setsockopt(client.get(), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        }
    });
    return median(times);
}

double NftablesBench::applyOurs()
{
    return m_lab->gateway().run([&] {
        Result<QList<NativeFile>> files = failure(Error());
        const double first =
            millisecondsFor([&] { files = m_engine.prepare(m_config, QString::number(++m_generation, 16)); });
        if (!files) {
            note(failure(files.error()));
            return 0.0;
        }
        const double second = millisecondsFor([&] { note(m_engine.check(*files)); });
        const double third = millisecondsFor([&] {
            note(writeDurably(script(), files->first().bytes.value_or(QByteArray())));
            // As the agent calls it at an Apply.
            note(m_engine.commitAnew());
        });
        if (m_config.rules.size() == largest) {
            prepared.add(first);
            checked.add(second);
            committed.add(third);
        }
        return first + second + third;
    });
}

double NftablesBench::addByNft()
{
    const QString element = u"{ 172.16.0.%1 . 21 comment \"more\" : %2 . 21 }"_s;
    return nft({u"add"_s, u"element"_s, u"inet"_s, nftTable(gatewayId), u"control4"_s,
        element.arg(++m_added % 250).arg(m_lab->server().v4())});
}

double NftablesBench::nft(const QStringList &arguments)
{
    QProcess process;
    const double took = millisecondsFor([&] {
        m_lab->stranger().run(
            [&] { process.start(QStandardPaths::findExecutable(u"nft"_s, {u"/usr/sbin"_s, u"/sbin"_s}), arguments); });
        process.waitForFinished(600'000);
    });
    if (process.exitCode() != 0)
        m_problem = QString::fromUtf8(process.readAllStandardError().left(300));
    return took;
}

} // namespace

int main(int argc, char **argv)
{
    const bench::Arguments arguments(
        argc, argv, {{"rounds", 10}, {"small", 1'000}, {"middle", 10'000}, {"large", 100'000}, {"connections", 500}});
    bench::Report report("nft-apply");
    const Result<> isApart = NetworkLab::leaveMachine();
    const QCoreApplication application(argc, argv);
    Result<std::unique_ptr<RoutedLab>> lab =
        isApart ? RoutedLab::create() : Result<std::unique_ptr<RoutedLab>>(failure(isApart.error()));
    if (!lab)
        return report.failed(lab.error().text().toStdString());
    NftablesBench bench(std::move(*lab));
    if (!bench.listen())
        return report.failed("The server did not listen.");

    struct Size {
        int mappings;
        Series ours;
        Series nft;
        Series connect;
    };
    bench.largest = arguments.count("large");
    std::vector<Size> sizes;
    for (const char *name : {"small", "middle", "large"}) {
        const std::string words = std::to_string(arguments.count(name)) + " mappings, ";
        sizes.push_back({arguments.count(name), {words + "ours", {}}, {words + "nft -f", {}}, {words + "connect", {}}});
    }
    Series change{"one change at the last, ours", {}};
    Series add{"nft add element there", {}};

    for (int round = 0; round < arguments.count("rounds") && bench.problem().isEmpty(); ++round) {
        for (Size &size : sizes) {
            bench.publish(size.mappings);
            const bool isFirst = round % 2 == 0;
            if (isFirst)
                size.ours.add(bench.applyOurs());
            size.nft.add(bench.applyByNft());
            if (!isFirst)
                size.ours.add(bench.applyOurs());
            size.connect.add(bench.connectTime(arguments.count("connections")));
        }
        bench.changeOne();
        change.add(bench.applyOurs());
        add.add(bench.addByNft());
    }
    if (!bench.problem().isEmpty())
        return report.failed(bench.problem().toStdString());

    std::vector<const Series *> rows;
    for (const Size &size : sizes)
        rows.insert(rows.end(), {&size.ours, &size.nft, &size.connect});
    rows.insert(rows.end(), {&change, &add, &bench.prepared, &bench.checked, &bench.committed});
    report.table("milliseconds", rows);
    for (const Size &size : sizes)
        report.atMost("ours/nft-f-" + std::to_string(size.mappings), ratio(size.ours, size.nft), 1);
    report.atMost("last/middle", ratio(sizes[2].ours, sizes[1].ours), 12);
    report.atMost("one-change/nft-add-element", ratio(change, add), 1);
    report.atMost("connect-last/first", ratio(sizes[2].connect, sizes[0].connect), 1.1);
    return report.finish();
}
