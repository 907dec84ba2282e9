// applySettings() for ProFTPD.

#include "app/agent/services/proftpd/ProftpdSettings.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;
using Directive = ProftpdConfiguration::Directive;

namespace {

constexpr int lowestPort = 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("ProftpdSettings", text);
}

tl::unexpected<Error> unsupported(const ServiceConfig &wanted, const QString &why, const QString &remedy)
{
    return failure(ErrorCode::Unsupported, wanted.id.text(),
        tr("ProFTPD on %1 cannot be set up so.").arg(wanted.id.text()), why, remedy);
}

/// One site of the wanted configuration and the server that it is about.
struct Placed {
    ServiceConfig::Site wanted;
    int server = 0;
    ServiceConfig::Site present;
};

Result<QList<Placed>> place(const ServiceConfig &wanted, const ProftpdConfiguration &configuration)
{
    const QList<ServiceConfig::Site> present = settingsIn(configuration).sites;
    const QList<int> servers = ftpServersIn(configuration);
    QStringList names;
    for (const ServiceConfig::Site &site : present)
        names << site.name;
    QList<Placed> placed;
    QSet<qsizetype> taken;
    for (qsizetype index = 0; index < wanted.sites.size(); ++index) {
        const ServiceConfig::Site &site = wanted.sites[index];
        qsizetype at = names.indexOf(site.name);
        // The first site is the main server, however it is called.
        const bool isFirstFree = index == 0 && !names.isEmpty()
            && std::none_of(wanted.sites.cbegin(), wanted.sites.cend(),
                [&](const ServiceConfig::Site &other) { return other.name == names.first(); });
        if (at < 0 && isFirstFree)
            at = 0;
        if (at < 0) {
            return unsupported(wanted,
                tr("%1 has no server with the ServerName \"%2\"; there are: %3.")
                    .arg(configuration.path(), site.name, names.join(u", "_s)),
                tr("Give the site the name of one of them, or add a <VirtualHost> with that ServerName."));
        }
        if (taken.contains(at)) {
            return unsupported(wanted, tr("Two sites are called \"%1\".").arg(site.name),
                tr("Give each site the ServerName of another server."));
        }
        taken.insert(at);
        placed << Placed{site, servers[at], present[at]};
    }
    return placed;
}

Result<> setOrAdd(ProftpdConfiguration &configuration, int server, const QByteArray &name, const QByteArray &arguments)
{
    if (const Directive *directive = configuration.own(server, name.toLower()))
        return configuration.setArguments(*directive, arguments);
    return configuration.add(server, name + ' ' + arguments);
}

Result<> applyPassivePorts(const ServiceConfig &wanted, ProftpdConfiguration &configuration)
{
    const PortRange ports = *wanted.passivePorts;
    // set_passiveports() takes nothing else.
    if (ports.low() < lowestPort || ports.size() < 2) {
        return unsupported(wanted,
            tr("PassivePorts takes at least two ports, from 1024 on; %1 is not that.").arg(ports.toString()),
            tr("Choose another passive range."));
    }
    const QByteArray arguments = QByteArray::number(ports.low()) + ' ' + QByteArray::number(ports.high());
    const auto isWanted = [&](const Directive &directive) {
        return directive.arguments.value(0).toInt() == ports.low()
            && directive.arguments.value(1).toInt() == ports.high();
    };
    for (const int server : ftpServersIn(configuration)) {
        const Directive *directive = configuration.counting(server, "passiveports");
        if (directive && isWanted(*directive))
            continue;
        const Result<> done = directive ? configuration.setArguments(*directive, arguments)
                                        : configuration.addGlobal("PassivePorts " + arguments);
        if (!done)
            return done;
    }
    return {};
}

/// True if every server that takes its address from <Global> is to have this one.
bool suitsAll(const QList<Placed> &sites, const Address &address, const ProftpdConfiguration &configuration)
{
    const QList<int> servers = ftpServersIn(configuration);
    return std::all_of(servers.cbegin(), servers.cend(), [&](int server) {
        return configuration.own(server, "masqueradeaddress")
            || std::any_of(sites.cbegin(), sites.cend(),
                [&](const Placed &site) { return site.server == server && site.wanted.externalAddress == address; });
    });
}

Result<> applyExternalAddress(const QList<Placed> &sites, const Placed &site, ProftpdConfiguration &configuration)
{
    const Address address = *site.wanted.externalAddress;
    const QByteArray text = address.toString().toLatin1();
    const auto isWanted = [&](const Directive *directive) {
        const Result<Address> present = Address::parse(QString::fromUtf8(directive->arguments.value(0)));
        return present && *present == address;
    };
    const Directive *clear = configuration.counting(site.server, "masqueradeaddress");
    if (!clear || !isWanted(clear)) {
        const bool isGlobal = clear && clear->section == ProftpdConfiguration::Section::Global;
        const Result<> done = isGlobal && suitsAll(sites, address, configuration)
            ? configuration.setArguments(*clear, text)
            : setOrAdd(configuration, site.server, "MasqueradeAddress", text);
        if (!done)
            return done;
    }
    const Directive *tls = configuration.own(site.server, "tlsmasqueradeaddress");
    return tls && !isWanted(tls) ? configuration.setArguments(*tls, text) : Result<>();
}

Result<> applyTls(const ServiceConfig &wanted, const Placed &site, ProftpdConfiguration &configuration)
{
    if (site.wanted.tls == site.present.tls)
        return {};
    if (site.wanted.tls == TlsMode::None) {
        return unsupported(wanted,
            tr("\"%1\" speaks TLS and the site says it does not; Ferrygate never switches TLS off.")
                .arg(site.present.name),
            tr("Set the site's TLS to explicit or implicit, or switch TLS off in %1 by hand.")
                .arg(configuration.path()));
    }
    if (site.present.tls == TlsMode::None) {
        if (const Result<> done = setOrAdd(configuration, site.server, "TLSEngine", "on"); !done)
            return done;
    }
    if (site.wanted.tls == TlsMode::Implicit) {
        const Directive *options = configuration.own(site.server, "tlsoptions");
        return options ? configuration.setArguments(*options, options->arguments.join(' ') + " UseImplicitSSL")
                       : configuration.add(site.server, "TLSOptions UseImplicitSSL");
    }
    while (true) {
        const auto &all = configuration.directives();
        const auto directive = std::find_if(all.cbegin(), all.cend(), [&](const Directive &candidate) {
            return candidate.key == "tlsoptions" && candidate.server == site.server
                && candidate.section == ProftpdConfiguration::Section::Server
                && candidate.arguments.contains("UseImplicitSSL");
        });
        if (directive == all.cend())
            break;
        QByteArrayList options = directive->arguments;
        options.removeAll("UseImplicitSSL");
        const Result<> done = options.isEmpty() ? configuration.remove(*directive)
                                                : configuration.setArguments(*directive, options.join(' '));
        if (!done)
            return done;
    }
    return {};
}

Result<> applyListener(const ServiceConfig &wanted, const Placed &site, ProftpdConfiguration &configuration)
{
    if (site.wanted.port != 0 && site.wanted.port != site.present.port) {
        if (const Result<> done = setOrAdd(configuration, site.server, "Port", QByteArray::number(site.wanted.port));
            !done)
            return done;
    }
    // A main server without DefaultAddress answers on the site's address as well; a name is for the DNS to say.
    if (site.wanted.address.isUnspecified() || site.present.address.isUnspecified()
        || site.wanted.address == site.present.address)
        return {};
    const QByteArray text = site.wanted.address.toString().toLatin1();
    if (site.server != 0) {
        if (configuration.servers()[site.server].addresses.contains(text))
            return {};
        return unsupported(wanted,
            tr("The <VirtualHost> of \"%1\" is for %2 and the site for %3.")
                .arg(site.present.name, site.present.address.toString(), site.wanted.address.toString()),
            tr("Correct the site's address, or the <VirtualHost> by hand."));
    }
    const Directive *bound = configuration.lastOwn(0, "defaultaddress");
    if (bound->arguments.contains(text))
        return {};
    if (bound->arguments.size() > 1) {
        return unsupported(wanted,
            tr("DefaultAddress names several addresses, but not %1.").arg(site.wanted.address.toString()),
            tr("Correct the site's address, or DefaultAddress by hand."));
    }
    return configuration.setArguments(*bound, text);
}

/// Where one included file serves two servers, an edit for one of them reaches the other.
Result<> verify(const ServiceConfig &wanted, const ProftpdConfiguration &configuration)
{
    const Result<QList<Placed>> sites = place(wanted, configuration);
    if (!sites)
        return failure(sites.error());
    for (const Placed &site : *sites) {
        const auto isAsWanted =
            !site.wanted.externalAddress || site.wanted.externalAddress == site.present.externalAddress;
        if (isAsWanted && site.wanted.tls == site.present.tls
            && (site.wanted.port == 0 || site.wanted.port == site.present.port))
            continue;
        return unsupported(wanted,
            tr("The settings of \"%1\" cannot be told apart from those of another server.").arg(site.present.name),
            tr("Where one file is included for both, or <Global> speaks for them, give each server lines of its own."));
    }
    return {};
}

} // namespace

Result<> applySettings(const ServiceConfig &wanted, ProftpdConfiguration &configuration)
{
    if (wanted.passivePorts) {
        if (const Result<> done = applyPassivePorts(wanted, configuration); !done)
            return done;
    }
    if (wanted.sites.isEmpty())
        return {};
    const auto *type = configuration.lastOwn(0, "servertype");
    if (type && type->arguments.value(0).toLower() == "inetd") {
        return unsupported(wanted,
            tr("%1 says ServerType inetd, where ProFTPD has no port of its own.").arg(configuration.path()),
            tr("Set ServerType standalone there and run ProFTPD as a service."));
    }
    const Result<QList<Placed>> sites = place(wanted, configuration);
    if (!sites)
        return failure(sites.error());
    for (const Placed &site : *sites) {
        if (site.wanted.externalAddress && site.wanted.externalAddress->family() != Address::Family::IPv4) {
            return unsupported(wanted, tr("227 has room for an IPv4 address only, and MasqueradeAddress is for 227."),
                tr("Remove the external address; clients on IPv6 use EPSV, which carries none."));
        }
        Result<> done = site.wanted.externalAddress ? applyExternalAddress(*sites, site, configuration) : Result<>();
        if (done)
            done = applyListener(wanted, site, configuration);
        if (done)
            done = applyTls(wanted, site, configuration);
        if (!done)
            return done;
    }
    return verify(wanted, configuration);
}

} // namespace ferry::agent
