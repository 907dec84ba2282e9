#include "app/agent/services/vsftpd/VsftpdSettings.h"

#include <QCoreApplication>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ftpPort = 21;

QString tr(const char *text)
{
    return QCoreApplication::translate("VsftpdSettings", text);
}

tl::unexpected<Error> unsupported(const ServiceConfig &wanted, const QString &why, const QString &remedy)
{
    return failure(ErrorCode::Unsupported, wanted.id.text(),
        tr("vsftpd on %1 cannot be set up so.").arg(wanted.id.text()), why, remedy);
}

const QByteArrayList &passiveKeys()
{
    static const QByteArrayList keys{"pasv_max_port", "pasv_min_port", "pasv_address", "pasv_enable"};
    return keys;
}

TlsMode tlsOf(const VsftpdConf &conf)
{
    if (!conf.isOn("ssl_enable", false))
        return TlsMode::None;
    return conf.isOn("implicit_ssl", false) ? TlsMode::Implicit : TlsMode::Explicit;
}

// With blanks around it inet_aton(3) reads it as well.
std::optional<Address> addressIn(const std::optional<QByteArray> &value)
{
    const Result<Address> address = Address::parse(QString::fromLatin1(value.value_or(QByteArray()).trimmed()));
    return address ? std::optional(*address) : std::nullopt;
}

void applyPassivePorts(const PortRange &ports, VsftpdConf &conf)
{
    if (!conf.isOn("pasv_enable", true))
        conf.set("pasv_enable", "YES");
    if (conf.number("pasv_min_port", 0) != ports.low())
        conf.set("pasv_min_port", QByteArray::number(ports.low()), passiveKeys());
    if (conf.number("pasv_max_port", 0) != ports.high())
        conf.set("pasv_max_port", QByteArray::number(ports.high()), {u"pasv_min_port"_s.toLatin1()});
}

Result<> applyTls(const ServiceConfig &wanted, TlsMode tls, VsftpdConf &conf)
{
    const TlsMode present = tlsOf(conf);
    if (present == tls)
        return {};
    if (tls == TlsMode::None) {
        return unsupported(wanted,
            tr("The server speaks TLS and the site says it does not; Ferrygate never switches "
               "TLS off."),
            tr("Set the site's TLS to explicit or implicit, or switch TLS off in %1 by hand.").arg(wanted.configPath));
    }
    if (present == TlsMode::None && !conf.isOn("ssl_enable", false))
        conf.set("ssl_enable", "YES");
    if (conf.isOn("implicit_ssl", false) != (tls == TlsMode::Implicit))
        conf.set("implicit_ssl", tls == TlsMode::Implicit ? "YES" : "NO", {u"ssl_enable"_s.toLatin1()});
    return {};
}

Result<> applyListener(const ServiceConfig &wanted, const ServiceConfig::Site &site, VsftpdConf &conf)
{
    const bool listensOn6 = conf.isOn("listen_ipv6", false);
    if (!listensOn6 && !conf.isOn("listen", false)) {
        return unsupported(wanted,
            tr("%1 has neither listen=YES nor listen_ipv6=YES: vsftpd runs from inetd, where it "
               "has no port of its own.")
                .arg(wanted.configPath),
            tr("Set listen=YES there and run vsftpd as a service."));
    }
    if (site.port != 0 && conf.number("listen_port", ftpPort) != site.port)
        conf.set("listen_port", QByteArray::number(site.port), {"listen_address", "listen_ipv6", "listen"});

    // A server that binds no address in particular answers on the site's address as well.
    const bool siteIs6 = site.address.family() == Address::Family::IPv6;
    const QByteArray key = listensOn6 ? "listen_address6" : "listen_address";
    const std::optional<QByteArray> bound = conf.value(key);
    if (site.address.isUnspecified() || (!bound && (listensOn6 || !siteIs6)))
        return {};
    if (siteIs6 != listensOn6) {
        return unsupported(wanted,
            tr("The site's address is %1, and vsftpd listens on the other protocol family.")
                .arg(site.address.toString()),
            tr("Set listen or listen_ipv6 in %1, or correct the site's address.").arg(wanted.configPath));
    }
    if (addressIn(bound) != site.address)
        conf.set(key, site.address.toString().toLatin1());
    return {};
}

Result<> applySite(const ServiceConfig &wanted, const ServiceConfig::Site &site, VsftpdConf &conf)
{
    if (site.externalAddress) {
        if (site.externalAddress->family() != Address::Family::IPv4) {
            return unsupported(wanted, tr("pasv_address takes an IPv4 address, since 227 has room for no other."),
                tr("Remove the external address; clients on IPv6 use EPSV, which carries none."));
        }
        if (addressIn(conf.value("pasv_address")) != site.externalAddress)
            conf.set("pasv_address", site.externalAddress->toString().toLatin1(), passiveKeys());
    }
    if (const Result<> listener = applyListener(wanted, site, conf); !listener)
        return listener;
    return applyTls(wanted, site.tls, conf);
}

} // namespace

ServiceConfig settingsIn(const VsftpdConf &conf)
{
    ServiceConfig found;
    found.software = FtpSoftware::Vsftpd;
    const int low = conf.number("pasv_min_port", 0);
    const int high = conf.number("pasv_max_port", 0);
    // Ports that are never handed out are no passive range.
    if (const Result<PortRange> ports = PortRange::create(low, high); ports && conf.isOn("pasv_enable", true))
        found.passivePorts = *ports;

    ServiceConfig::Site site;
    site.name = u"default"_s;
    const bool listensOn6 = conf.isOn("listen_ipv6", false);
    site.address = addressIn(conf.value(listensOn6 ? "listen_address6" : "listen_address")).value_or(Address());
    const int port = conf.number("listen_port", ftpPort);
    site.port = port > 0 && port <= 65535 ? static_cast<quint16>(port) : 0;
    site.tls = tlsOf(conf);
    site.externalAddress = addressIn(conf.value("pasv_address"));
    found.sites = {site};
    return found;
}

Result<> applySettings(const ServiceConfig &wanted, VsftpdConf &conf)
{
    if (wanted.sites.size() > 1) {
        return unsupported(wanted,
            tr("One vsftpd serves one site, and %n are asked for.")
                .replace(u"%n"_s, QString::number(wanted.sites.size())),
            tr("Run one vsftpd for each site."));
    }
    if (wanted.passivePorts)
        applyPassivePorts(*wanted.passivePorts, conf);
    if (wanted.sites.isEmpty())
        return {};
    return applySite(wanted, wanted.sites.first(), conf);
}

} // namespace ferry::agent
