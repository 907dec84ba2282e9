#include "app/agent/services/proftpd/ProftpdSettings.h"

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ftpPort = 21;

// get_boolean(): pr_str_is_boolean().
bool isOn(const ProftpdConfiguration &configuration, int server, const QByteArray &key)
{
    const auto *directive = configuration.counting(server, key);
    const QByteArray word = directive ? directive->arguments.value(0).toLower() : QByteArray();
    return word == "on" || word == "yes" || word == "true" || word == "1";
}

std::optional<Address> addressIn(const QByteArray &word)
{
    const Result<Address> address = Address::parse(QString::fromUtf8(word));
    return address ? std::optional(*address) : std::nullopt;
}

int portOf(const ProftpdConfiguration &configuration, int server)
{
    const auto *directive = configuration.counting(server, "port");
    return directive ? directive->arguments.value(0).toInt() : ftpPort;
}

std::optional<PortRange> passivePortsOf(const ProftpdConfiguration &configuration, int server)
{
    const auto *directive = configuration.counting(server, "passiveports");
    if (!directive)
        return {};
    const Result<PortRange> ports =
        PortRange::create(directive->arguments.value(0).toInt(), directive->arguments.value(1).toInt());
    return ports ? std::optional(*ports) : std::nullopt;
}

TlsMode tlsOf(const ProftpdConfiguration &configuration, int server)
{
    if (!isOn(configuration, server, "tlsengine"))
        return TlsMode::None;
    // Options of several lines add up.
    const bool isImplicit = std::any_of(configuration.directives().cbegin(), configuration.directives().cend(),
        [&](const ProftpdConfiguration::Directive &directive) {
            using Section = ProftpdConfiguration::Section;
            return directive.key == "tlsoptions" && directive.arguments.contains("UseImplicitSSL")
                && (directive.section == Section::Global
                    || (directive.section == Section::Server && directive.server == server));
        });
    return isImplicit ? TlsMode::Implicit : TlsMode::Explicit;
}

std::optional<Address> externalAddressOf(const ProftpdConfiguration &configuration, int server)
{
    const auto *clear = configuration.counting(server, "masqueradeaddress");
    const auto *tls = configuration.counting(server, "tlsmasqueradeaddress");
    const std::optional<Address> address = clear ? addressIn(clear->arguments.value(0)) : std::nullopt;
    // For TLS sessions the other one counts.
    return tls && addressIn(tls->arguments.value(0)) != address ? std::nullopt : address;
}

Address addressOf(const ProftpdConfiguration &configuration, int server)
{
    QByteArrayList words = configuration.servers()[server].addresses;
    if (server == 0) {
        const auto *directive = configuration.lastOwn(0, "defaultaddress");
        words = directive ? directive->arguments : QByteArrayList();
    }
    return addressIn(words.value(0)).value_or(Address());
}

QString nameOf(const ProftpdConfiguration &configuration, int server)
{
    const auto *directive = configuration.lastOwn(server, "servername");
    if (directive)
        return QString::fromUtf8(directive->arguments.value(0));
    // What ProFTPD itself calls them: fixup_servers().
    return server == 0 ? u"ProFTPD"_s : QString::fromUtf8(configuration.servers()[server].addresses.value(0));
}

} // namespace

QList<int> ftpServersIn(const ProftpdConfiguration &configuration)
{
    QList<int> servers;
    for (int server = 0; server < configuration.servers().size(); ++server) {
        // Port 0: it does not listen. With SFTPEngine it speaks SSH.
        if (portOf(configuration, server) > 0 && !isOn(configuration, server, "sftpengine"))
            servers << server;
    }
    return servers;
}

ServiceConfig settingsIn(const ProftpdConfiguration &configuration)
{
    ServiceConfig found;
    found.software = FtpSoftware::Proftpd;
    found.configPath = configuration.path();
    const QList<int> servers = ftpServersIn(configuration);
    QSet<QString> names;
    for (const int server : servers) {
        ServiceConfig::Site site;
        site.name = nameOf(configuration, server);
        site.address = addressOf(configuration, server);
        const int port = portOf(configuration, server);
        site.port = port <= 65535 ? static_cast<quint16>(port) : 0;
        site.tls = tlsOf(configuration, server);
        site.externalAddress = externalAddressOf(configuration, server);
        if (names.contains(site.name)) {
            const QString address = QString::fromUtf8(configuration.servers()[server].addresses.value(0));
            site.name += u" (%1:%2)"_s.arg(address).arg(port);
        }
        names.insert(site.name);
        found.sites << site;
    }
    if (!servers.isEmpty()) {
        found.passivePorts = passivePortsOf(configuration, servers.first());
        for (const int server : servers) {
            if (passivePortsOf(configuration, server) != found.passivePorts)
                found.passivePorts.reset();
        }
    }
    return found;
}

} // namespace ferry::agent
