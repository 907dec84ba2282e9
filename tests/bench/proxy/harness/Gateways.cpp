#include "tests/bench/proxy/harness/Gateways.h"

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

#include <fstream>

namespace ferry::bench {
namespace {

const std::string buildFolder = FERRYGATE_BUILD_DIR;
const std::string packages = buildFolder + "/bench-packages";

std::string range(const Places &places)
{
    return std::to_string(places.ports.firstData) + "-" + std::to_string(places.ports.lastData);
}

std::string write(const Places &places, const std::string &name, const std::vector<std::string> &lines)
{
    std::string path = places.folder + "/" + name;
    std::ofstream file(path);
    for (const std::string &line : lines)
        file << line << '\n';
    return path;
}

Gateway run(const Places &places, const std::string &name, const std::string &address,
    const std::vector<std::string> &command, std::vector<std::pair<std::string, std::string>> variables = {})
{
    Gateway gateway{.name = name, .control = {*proxy::IpAddress::parse(address), places.ports.control}};
    const std::string output = places.folder + "/" + address + ".out";
    variables.emplace_back("LD_LIBRARY_PATH", packages + "/usr/lib/" FERRYGATE_LIBRARY_FOLDER);
    gateway.program = Program::start(command, variables, output);
    if (!gateway.program.awaitListening(gateway.control)) {
        std::ifstream said(output);
        gateway.failure = command[0] + " does not run:\n" + std::string(std::istreambuf_iterator<char>(said), {});
    }
    return gateway;
}

/// openssl.cnf, "SSL Configuration": config(5).
std::vector<std::pair<std::string, std::string>> environmentFor(const Places &places, NewestTls newest)
{
    if (newest == NewestTls::Any)
        return {};
    return {{"OPENSSL_CONF",
        write(places, "tls12.cnf",
            {"openssl_conf = all", "[all]", "ssl_conf = ssl", "[ssl]", "system_default = limits", "[limits]",
                "MaxProtocol = TLSv1.2"})}};
}

} // namespace

std::string ferrygateRule(const Places &places, const std::string &address, Filter filter, int idleSeconds)
{
    const std::string control = std::to_string(places.ports.control);
    const std::string server = places.server.toString();
    const bool isOn = filter != Filter::Off;
    const bool ends = filter == Filter::Terminate || filter == Filter::TerminateToClear;
    const proxy::CertificateFiles &files = places.certificate;
    return R"({"id":")" + address + R"(","name":"Bench","listen":{"address":")" + address + R"(","port":)" + control
        + R"(},"server":{"address":")" + server + R"(","port":)" + control + R"(,"tls":")"
        + (filter == Filter::Terminate ? "explicit" : "none") + R"("},"from":[],)"
        + (ends ? R"("certificate":{"chain":")" + files.chain + R"(","key":")" + files.key + R"("},)" : std::string())
        + (isOn ? R"("dataPorts":[")" : R"("relayPorts":[")") + range(places) + R"("],"externalAddress":")" + address
        + R"(","log":true,"filter":{"enabled":)" + (isOn ? "true" : "false") + R"(,"authTls":")"
        + (ends ? "terminate" : "pass") + R"(","upstreamTls":")"
        + (filter == Filter::TerminateToClear ? "clear" : "same") + R"(","idleSeconds":)" + std::to_string(idleSeconds)
        + "}}";
}

std::string ferrygateConfiguration(
    const std::string &address, const std::vector<std::string> &rules, const std::string &generation)
{
    std::string text = R"({"format":"ferrygate-proxy","version":1,"generation":")" + generation
        + R"(","gateway":"bench","sourceAddress":")" + address + R"(","rules":[)";
    for (std::size_t i = 0; i < rules.size(); ++i)
        text += (i > 0 ? "," : "") + rules[i];
    return text + "]}";
}

Gateway startFerrygate(const Places &places, const std::string &address, Filter filter, NewestTls newest)
{
    const std::string configuration = write(
        places, address + ".json", {ferrygateConfiguration(address, {ferrygateRule(places, address, filter)}, "1")});
    return run(places,
        filter == Filter::Off        ? "ferrygate, filter off"
            : filter == Filter::Pass ? "ferrygate, inspecting"
                                     : "ferrygate, ending TLS",
        address,
        {buildFolder + "/bin/ferrygate-proxy", "--control", places.folder + "/" + address + ".sock", "--config",
            configuration, "--log", places.folder + "/" + address + ".log"},
        environmentFor(places, newest));
}

Program startTakeover(const Places &places, const std::string &address)
{
    return Program::start({buildFolder + "/bin/ferrygate-proxy", "--control", places.folder + "/" + address + ".sock",
                              "--log", places.folder + "/" + address + ".log", "--takeover"},
        {}, places.folder + "/" + address + ".out");
}

Gateway startHaproxy(const Places &places, const std::string &address, Splice splice)
{
    const std::string control = ":" + std::to_string(places.ports.control);
    const std::string server = places.server.toString();
    const bool isAuto = splice == Splice::Auto;
    const std::string configuration = write(places, address + ".cfg",
        {
            "global",
            "  nbthread 1",
            "  maxconn 6000",
            "defaults",
            "  mode tcp",
            isAuto ? "  option splice-auto" : "  option splice-request\n  option splice-response",
            "  timeout connect 10s",
            "  timeout client 1h",
            "  timeout server 1h",
            "  source " + address,
            "listen control",
            "  bind " + address + control,
            "  server stub " + server + control,
            "listen data",
            "  bind " + address + ":" + range(places),
            "  server stub " + server,
        });
    return run(places, isAuto ? "HAProxy, splice-auto" : "HAProxy, always splicing", address,
        {packages + "/usr/sbin/haproxy", "-db", "-f", configuration});
}

Gateway startHaproxyTls(const Places &places, const std::string &address, const proxy::Endpoint &blobs)
{
    const std::string configuration = write(places, address + ".cfg",
        {
            "global",
            "  nbthread 1",
            "  maxconn 2000",
            "defaults",
            "  mode tcp",
            "  option splice-auto",
            "  timeout connect 10s",
            "  timeout client 1h",
            "  timeout server 1h",
            "  source " + address,
            "listen blobs",
            "  bind " + address + ":" + std::to_string(places.ports.control) + " ssl crt " + places.folder
                + "/both.pem",
            "  server stub " + blobs.toString() + " ssl verify none",
        });
    return run(
        places, "HAProxy, TLS on both sides", address, {packages + "/usr/sbin/haproxy", "-db", "-f", configuration});
}

Gateway startModProxy(const Places &places, const std::string &address)
{
    const std::string control = std::to_string(places.ports.control);
    const std::string state = places.folder + "/" + address;
    const passwd *user = ::getpwuid(::geteuid());
    const group *own = ::getgrgid(::getegid());
    const std::string configuration = write(places, address + ".conf",
        {
            "ServerName bench",
            "ServerType standalone",
            "DefaultAddress " + address,
            "SocketBindTight on",
            "Port " + control,
            "UseIPv6 off",
            std::string("User ") + (user ? user->pw_name : "nobody"),
            std::string("Group ") + (own ? own->gr_name : "nogroup"),
            "UseReverseDNS off",
            "WtmpLog off",
            "RequireValidShell off",
            "DelayEngine off",
            "MaxInstances none",
            "PidFile " + state + ".pid",
            "ScoreboardFile " + state + ".score",
            "PassivePorts " + std::to_string(places.ports.firstData) + " " + std::to_string(places.ports.lastData),
            "ModulePath " + packages + "/usr/lib/proftpd",
            "LoadModule mod_tls.c",
            "LoadModule mod_proxy.c",
            "ProxyEngine on",
            "ProxyRole reverse",
            "ProxyReverseServers ftp://" + places.server.toString() + ":" + control,
            "ProxyTables " + state + ".tables",
            "ProxyTLSEngine off",
        });
    return run(places, "mod_proxy", address, {packages + "/usr/sbin/proftpd", "-n", "-q", "-c", configuration});
}

} // namespace ferry::bench
