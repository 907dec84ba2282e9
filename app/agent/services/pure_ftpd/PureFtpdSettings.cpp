#include "app/agent/services/pure_ftpd/PureFtpdSettings.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

#include <netdb.h>
#include <netinet/in.h>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ftpPort = 21;
constexpr int lowestPort = 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("PureFtpdSettings", text);
}

tl::unexpected<Error> unsupported(const ServiceConfig &wanted, const QString &why, const QString &remedy)
{
    return failure(ErrorCode::Unsupported, wanted.id.text(),
        tr("Pure-FTPd on %1 cannot be set up so.").arg(wanted.id.text()), why, remedy);
}

std::optional<Address> addressIn(const QByteArray &text)
{
    const Result<Address> address = Address::parse(QString::fromLatin1(text));
    return address ? std::optional(*address) : std::nullopt;
}

// The last value counts, but for ForcePassiveIP and the address of Bind, where it is the first: ftpd.c.
QByteArray lastOf(const PureFtpdFiles &files, const QByteArray &key)
{
    const QByteArrayList values = files.values(key);
    return values.isEmpty() ? QByteArray() : values.last();
}

Result<> setLast(PureFtpdFiles &files, const QByteArray &key, const QByteArray &value)
{
    return files.set(key, std::max<qsizetype>(0, files.values(key).size() - 1), value);
}

std::optional<PortRange> passivePortsIn(const PureFtpdFiles &files)
{
    static const QRegularExpression form(u"\\A(\\d+)\\s+(\\d+)\\z"_s);
    const auto match = form.match(QString::fromLatin1(lastOf(files, "PassivePortRange")));
    if (!match.hasMatch())
        return {};
    const Result<PortRange> ports = PortRange::create(match.captured(1).toInt(), match.captured(2).toInt());
    return ports ? std::optional(*ports) : std::nullopt;
}

TlsMode tlsIn(const PureFtpdFiles &files)
{
    // 1: both, 2: only TLS, 3: data connections too; none of them from the first byte (pure-ftpd(8), -Y).
    return lastOf(files, "TLS").toInt() > 0 ? TlsMode::Explicit : TlsMode::None;
}

Result<> applyPort(PureFtpdFiles &files, quint16 port)
{
    const QByteArrayList values = files.values("Bind");
    const QByteArray number = QByteArray::number(port);
    for (qsizetype index = values.size() - 1; index >= 0; --index) {
        const qsizetype comma = values[index].indexOf(',');
        if (comma == values[index].size() - 1)
            continue; // it has an address only
        return files.set("Bind", index, comma < 0 ? number : values[index].left(comma + 1) + number);
    }
    return values.isEmpty() ? files.set("Bind", 0, ',' + number) : files.set("Bind", 0, values.first() + number);
}

Result<> applyAddress(PureFtpdFiles &files, const Address &address)
{
    const QByteArrayList values = files.values("Bind");
    for (qsizetype index = 0; index < values.size(); ++index) {
        const qsizetype comma = values[index].indexOf(',');
        if (comma > 0)
            return files.set("Bind", index, pureFtpdAddress(address) + values[index].mid(comma));
    }
    return {};
}

/// Several sites are fine as long as one server can be all of them.
Result<> checkSites(const ServiceConfig &wanted)
{
    const ServiceConfig::Site &first = wanted.sites.first();
    for (const ServiceConfig::Site &site : wanted.sites) {
        if (site.externalAddress != first.externalAddress) {
            return unsupported(wanted,
                tr("Pure-FTPd has one external address for the whole server, and \"%1\" and \"%2\" ask for two.")
                    .arg(first.name, site.name),
                tr("Give the sites one external address, or run one Pure-FTPd for each."));
        }
        if (site.port != first.port || site.tls != first.tls) {
            return unsupported(wanted,
                tr("Pure-FTPd has one port and one TLS setting, and \"%1\" and \"%2\" differ in them.")
                    .arg(first.name, site.name),
                tr("Run one Pure-FTPd for each site."));
        }
        if (site.externalAddress && site.externalAddress->family() != Address::Family::IPv4) {
            return unsupported(wanted, tr("ForcePassiveIP is for 227, which has room for an IPv4 address only."),
                tr("Remove the external address; clients on IPv6 use EPSV, which carries none."));
        }
    }
    return {};
}

Result<> applyListener(const ServiceConfig &wanted, PureFtpdFiles &files)
{
    const ServiceConfig::Site &first = wanted.sites.first();
    const PureFtpdBind bind = bindIn(files);
    if (first.port != 0 && first.port != bind.number()) {
        if (const Result<> done = applyPort(files, first.port); !done)
            return done;
    }
    const std::optional<Address> bound = bind.literal();
    if (!bound)
        return {};
    for (const ServiceConfig::Site &site : wanted.sites) {
        if (site.address.isUnspecified() || site.address == *bound)
            continue;
        if (wanted.sites.size() == 1)
            return applyAddress(files, site.address);
        return unsupported(wanted,
            tr("Bind is %1 alone, and \"%2\" is for %3.").arg(bound->toString(), site.name, site.address.toString()),
            tr("Remove the address from Bind, so that the server answers on all."));
    }
    return {};
}

Result<> applyTls(const ServiceConfig &wanted, PureFtpdFiles &files)
{
    const TlsMode tls = wanted.sites.first().tls;
    if (tls == TlsMode::Implicit) {
        return unsupported(wanted, tr("Pure-FTPd has no implicit TLS: its TLS settings are all about AUTH TLS."),
            tr("Set the site's TLS to explicit."));
    }
    if (tls == tlsIn(files))
        return {};
    if (tls == TlsMode::None) {
        return unsupported(wanted,
            tr("The server speaks TLS and the site says it does not; Ferrygate never switches TLS off."),
            tr("Set the site's TLS to explicit, or switch TLS off in %1 by hand.").arg(wanted.configPath));
    }
    return setLast(files, "TLS", "1");
}

} // namespace

QByteArray pureFtpdAddress(const Address &address)
{
    const QByteArray text = address.toString().toLatin1();
    return text.startsWith(':') ? '0' + text : text;
}

std::optional<Address> PureFtpdBind::literal() const
{
    return addressIn(address);
}

// As the server looks it up: standalone_server() in ftpd.c.
std::optional<quint16> PureFtpdBind::known() const
{
    if (port.isEmpty())
        return ftpPort;
    bool isNumber = false;
    const int value = port.toInt(&isNumber);
    // The server would take such a number modulo 65536.
    if (isNumber)
        return value > 0 && value <= 65535 ? std::optional(static_cast<quint16>(value)) : std::nullopt;
    addrinfo hints{};
    hints.ai_flags = AI_PASSIVE;
    hints.ai_family = AF_INET;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(nullptr, port.constData(), &hints, &found) != 0)
        return std::nullopt;
    const quint16 number = ntohs(reinterpret_cast<const sockaddr_in *>(found->ai_addr)->sin_port);
    ::freeaddrinfo(found);
    return number;
}

quint16 PureFtpdBind::number() const
{
    return known().value_or(ftpPort);
}

PureFtpdBind bindIn(const PureFtpdFiles &files)
{
    PureFtpdBind bind;
    for (const QByteArray &value : files.values("Bind")) {
        const qsizetype comma = value.indexOf(',');
        if (bind.address.isEmpty())
            bind.address = value.left(std::max<qsizetype>(0, comma));
        if (comma < value.size() - 1)
            bind.port = value.mid(comma + 1);
    }
    return bind;
}

ServiceConfig settingsIn(const PureFtpdFiles &files)
{
    ServiceConfig found;
    found.software = FtpSoftware::PureFtpd;
    found.passivePorts = passivePortsIn(files);
    const PureFtpdBind bind = bindIn(files);
    ServiceConfig::Site site;
    site.name = u"default"_s;
    site.address = bind.literal().value_or(Address());
    site.port = bind.number();
    site.tls = tlsIn(files);
    site.externalAddress = addressIn(files.values("ForcePassiveIP").value(0));
    found.sites = {site};
    return found;
}

Result<> applySettings(const ServiceConfig &wanted, PureFtpdFiles &files)
{
    if (wanted.passivePorts && wanted.passivePorts != passivePortsIn(files)) {
        if (wanted.passivePorts->low() < lowestPort) {
            return unsupported(wanted,
                tr("PassivePortRange begins at 1024 or later, not as %1 does.").arg(wanted.passivePorts->toString()),
                tr("Choose another passive range."));
        }
        const QByteArray value =
            QByteArray::number(wanted.passivePorts->low()) + ' ' + QByteArray::number(wanted.passivePorts->high());
        if (const Result<> done = setLast(files, "PassivePortRange", value); !done)
            return done;
    }
    if (wanted.sites.isEmpty())
        return {};
    if (const Result<> fit = checkSites(wanted); !fit)
        return fit;
    const std::optional<Address> external = wanted.sites.first().externalAddress;
    if (external && external != addressIn(files.values("ForcePassiveIP").value(0))) {
        if (const Result<> done = files.set("ForcePassiveIP", 0, external->toString().toLatin1()); !done)
            return done;
    }
    if (const Result<> done = applyListener(wanted, files); !done)
        return done;
    return applyTls(wanted, files);
}

} // namespace ferry::agent
