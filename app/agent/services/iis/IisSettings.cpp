#include "app/agent/services/iis/IisSettings.h"

#include "app/agent/services/iis/IisLayout.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lowestPort = 1025;
constexpr int implicitPort = 990; // IIS speaks TLS from the first byte there, and nowhere else

QString tr(const char *text)
{
    return QCoreApplication::translate("IisSettings", text);
}

tl::unexpected<Error> unsupported(const ServiceConfig &wanted, const QString &why, const QString &remedy)
{
    return failure(ErrorCode::Unsupported, wanted.id.text(), tr("IIS on %1 cannot be set up so.").arg(wanted.id.text()),
        why, remedy);
}

int numberIn(const XmlText &xml, int element, const QString &attribute)
{
    const XmlText::Attribute *found = element < 0 ? nullptr : xml.element(element).attribute(attribute);
    return found ? found->value.toInt() : 0;
}

bool hasCertificate(const XmlText &xml, const IisLayout &layout, int site)
{
    return !siteValue(xml, layout, site, {u"security"_s, u"ssl"_s}, u"serverCertHash"_s).isEmpty();
}

// There is no policy that denies TLS on the control channel: without a certificate there is none.
TlsMode tlsOf(const XmlText &xml, const IisLayout &layout, int site)
{
    const QString data = siteValue(xml, layout, site, {u"security"_s, u"ssl"_s}, u"dataChannelPolicy"_s);
    if (!hasCertificate(xml, layout, site) || data == u"SslDeny" || data == u"2")
        return TlsMode::None;
    return ftpBinding(xml, site).port == implicitPort ? TlsMode::Implicit : TlsMode::Explicit;
}

ServiceConfig::Site siteIn(const XmlText &xml, const IisLayout &layout, int site)
{
    ServiceConfig::Site found;
    if (const XmlText::Attribute *name = xml.element(site).attribute(u"name"_s))
        found.name = name->value;
    const IisBinding binding = ftpBinding(xml, site);
    found.address = binding.address.value_or(Address());
    found.port = static_cast<quint16>(binding.port);
    found.tls = tlsOf(xml, layout, site);
    const Result<Address> external =
        Address::parse(siteValue(xml, layout, site, {u"firewallSupport"_s}, u"externalIp4Address"_s).trimmed());
    if (external && !external->isUnspecified())
        found.externalAddress = *external;
    return found;
}

ServiceConfig settingsIn(const XmlText &xml, const IisLayout &layout)
{
    ServiceConfig found;
    found.software = FtpSoftware::Iis;
    found.configPath = xml.path();
    found.serviceUnit = u"ftpsvc"_s;
    // 0-0 is any port of the system's own range.
    if (const Result<PortRange> ports =
            PortRange::create(numberIn(xml, layout.firewallSupport, u"lowDataChannelPort"_s),
                numberIn(xml, layout.firewallSupport, u"highDataChannelPort"_s)))
        found.passivePorts = *ports;
    for (const int site : layout.sites)
        found.sites << siteIn(xml, layout, site);
    return found;
}

/// The element at the end of `path`, made where it is not there yet.
int elementAt(XmlText &xml, int from, const QStringList &path)
{
    for (const QString &name : path) {
        const int next = xml.child(from, name);
        from = next >= 0 ? next : xml.addChild(from, name);
    }
    return from;
}

Result<> applyPassivePorts(const ServiceConfig &wanted, XmlText &xml)
{
    const Result<IisLayout> layout = IisLayout::of(xml);
    if (!layout)
        return failure(layout.error());
    const PortRange ports = *wanted.passivePorts;
    if (settingsIn(xml, *layout).passivePorts == ports)
        return {};
    if (ports.low() < lowestPort) {
        return unsupported(wanted,
            tr("The range begins at %1 or later, not as %2 does.").arg(lowestPort).arg(ports.toString()),
            tr("Choose another passive range."));
    }
    const int element = layout->firewallSupport >= 0 ? layout->firewallSupport
                                                     : elementAt(xml, 0, {u"system.ftpServer"_s, u"firewallSupport"_s});
    xml.setAttribute(element, u"lowDataChannelPort"_s, QString::number(ports.low()));
    xml.setAttribute(element, u"highDataChannelPort"_s, QString::number(ports.high()));
    return {};
}

/// Which of the file's sites each wanted one is, by its place in the list of those with an FTP binding.
Result<QList<qsizetype>> place(const ServiceConfig &wanted, const ServiceConfig &present)
{
    QStringList names;
    for (const ServiceConfig::Site &site : present.sites)
        names << site.name;
    QList<qsizetype> places;
    for (qsizetype index = 0; index < wanted.sites.size(); ++index) {
        const QString &name = wanted.sites[index].name;
        qsizetype at = names.indexOf(name);
        // The first site is the first of the server, however it is called.
        const bool isFirstFree = index == 0 && !names.isEmpty()
            && std::none_of(wanted.sites.cbegin(), wanted.sites.cend(),
                [&](const ServiceConfig::Site &other) { return other.name == names.first(); });
        if (at < 0 && isFirstFree)
            at = 0;
        if (at < 0) {
            return unsupported(wanted,
                tr("%1 has no FTP site \"%2\"; there are: %3.").arg(present.configPath, name, names.join(u", "_s)),
                tr("Give the site the name of one of them, or add an FTP site of that name in IIS Manager."));
        }
        if (places.contains(at))
            return unsupported(wanted, tr("Two sites are called \"%1\".").arg(name), tr("Rename one of them."));
        places << at;
    }
    return places;
}

/// One site of the wanted configuration on its way into the file.
class SiteEdit {
public:
    SiteEdit(const ServiceConfig &wanted, const ServiceConfig::Site &site, qsizetype place, XmlText &xml)
        : m_wanted(wanted), m_site(site), m_place(place), m_xml(xml)
    {
    }

    Result<> apply()
    {
        Result<> done = applyExternalAddress();
        if (done)
            applyListener();
        return done ? applyTls() : done;
    }

private:
    // Numbers of elements grow with every one that is added.
    [[nodiscard]] IisLayout layout() const { return IisLayout::of(m_xml).value_or(IisLayout()); }
    [[nodiscard]] int element() const { return layout().sites[m_place]; }
    [[nodiscard]] ServiceConfig::Site present() const { return siteIn(m_xml, layout(), element()); }

    Result<> applyExternalAddress()
    {
        if (!m_site.externalAddress || m_site.externalAddress == present().externalAddress)
            return {};
        if (m_site.externalAddress->family() != Address::Family::IPv4) {
            return unsupported(m_wanted,
                tr("externalIp4Address takes an IPv4 address, since 227 has room for no other."),
                tr("Remove the external address; clients on IPv6 use EPSV, which carries none."));
        }
        const int firewall = elementAt(m_xml, element(), {u"ftpServer"_s, u"firewallSupport"_s});
        m_xml.setAttribute(firewall, u"externalIp4Address"_s, m_site.externalAddress->toString());
        return {};
    }

    void applyListener()
    {
        IisBinding binding = ftpBinding(m_xml, element());
        const IisBinding before = binding;
        if (m_site.port != 0)
            binding.port = m_site.port;
        // A site bound to all addresses answers on the site's as well.
        if (binding.address && !m_site.address.isUnspecified())
            binding.address = m_site.address;
        if (binding.port != before.port || binding.address != before.address)
            m_xml.setAttribute(binding.element, u"bindingInformation"_s, binding.toString());
    }

    Result<> applyTls()
    {
        if (m_site.tls == present().tls)
            return {};
        if (m_site.tls == TlsMode::None) {
            return unsupported(m_wanted,
                tr("\"%1\" speaks TLS and the site says it does not; Ferrygate never switches TLS off.")
                    .arg(m_site.name),
                tr("Set the site's TLS to explicit or implicit, or remove its certificate in IIS Manager."));
        }
        if (!hasCertificate(m_xml, layout(), element())) {
            return unsupported(m_wanted,
                tr("\"%1\" has no certificate (serverCertHash), and without one it speaks no TLS.").arg(m_site.name),
                tr("Choose one for the site in IIS Manager, under FTP SSL Settings."));
        }
        const bool isImplicit = present().port == implicitPort;
        if (isImplicit != (m_site.tls == TlsMode::Implicit)) {
            return unsupported(m_wanted,
                tr("IIS speaks implicit TLS on port %1, and explicit TLS on every other one; \"%2\" is on port %3.")
                    .arg(implicitPort)
                    .arg(m_site.name)
                    .arg(present().port),
                tr("Change the site's port, or its TLS."));
        }
        // What is left is a data channel without TLS.
        const int ssl = elementAt(m_xml, element(), {u"ftpServer"_s, u"security"_s, u"ssl"_s});
        m_xml.setAttribute(ssl, u"dataChannelPolicy"_s, u"SslAllow"_s);
        return {};
    }

    const ServiceConfig &m_wanted;
    const ServiceConfig::Site &m_site;
    qsizetype m_place;
    XmlText &m_xml;
};

} // namespace

Result<ServiceConfig> settingsIn(const XmlText &xml)
{
    const Result<IisLayout> layout = IisLayout::of(xml);
    if (!layout)
        return failure(layout.error());
    return settingsIn(xml, *layout);
}

Result<> applySettings(const ServiceConfig &wanted, XmlText &xml)
{
    const Result<ServiceConfig> present = settingsIn(xml);
    if (!present)
        return failure(present.error());
    const Result<QList<qsizetype>> places = place(wanted, *present);
    if (!places)
        return failure(places.error());
    if (wanted.passivePorts) {
        if (const Result<> done = applyPassivePorts(wanted, xml); !done)
            return done;
    }
    for (qsizetype index = 0; index < wanted.sites.size(); ++index) {
        if (const Result<> done = SiteEdit(wanted, wanted.sites[index], (*places)[index], xml).apply(); !done)
            return done;
    }
    return {};
}

} // namespace ferry::agent
