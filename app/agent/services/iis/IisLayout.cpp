#include "app/agent/services/iis/IisLayout.h"

#include <QCoreApplication>

#include <algorithm>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("IisLayout", text);
}

QString valueOf(const XmlText &xml, int element, const QString &attribute)
{
    const XmlText::Attribute *found = element < 0 ? nullptr : xml.element(element).attribute(attribute);
    return found ? found->value : QString();
}

tl::unexpected<Error> unreadable(const XmlText &xml, ErrorCode code, const QString &why, const QString &remedy)
{
    return failure(code, xml.path(), tr("The settings of IIS were not read."), why, remedy);
}

/// The root, and each <location> that is for the whole server.
QList<int> serverNodes(const XmlText &xml)
{
    QList<int> nodes{0};
    for (const int location : xml.children(0, u"location"_s)) {
        const QString path = valueOf(xml, location, u"path"_s);
        if (path.isEmpty() || path == u".")
            nodes << location;
    }
    return nodes;
}

bool isFtp(const XmlText &xml, int binding)
{
    return valueOf(xml, binding, u"protocol"_s).compare(u"ftp"_s, Qt::CaseInsensitive) == 0;
}

/// The one section `group`/`name` at the server node; -1: there is none.
Result<int> section(const XmlText &xml, const QString &group, const QString &name)
{
    int found = -1;
    for (const int node : serverNodes(xml)) {
        for (const int each : xml.children(node, group)) {
            for (const int candidate : xml.children(each, name)) {
                if (found >= 0) {
                    return unreadable(xml, ErrorCode::InvalidInput,
                        tr("%1 has <%2> a second time, %3; IIS does not start with that.")
                            .arg(xml.path(), name, xml.placeOf(candidate)),
                        tr("Remove one of them."));
                }
                found = candidate;
            }
        }
    }
    if (const QString other = valueOf(xml, found, u"configSource"_s); !other.isEmpty()) {
        return unreadable(xml, ErrorCode::Unsupported,
            tr("<%1> lies in a file of its own, \"%2\" (configSource).").arg(name, other),
            tr("Put it back into %1.").arg(xml.path()));
    }
    return found;
}

} // namespace

Result<IisLayout> IisLayout::of(const XmlText &xml)
{
    if (xml.element(0).name != u"configuration") {
        return unreadable(xml, ErrorCode::InvalidInput,
            tr("It begins with <%1>, and not with <configuration>.").arg(xml.element(0).name),
            tr("Name applicationHost.config as configPath in agent.json."));
    }
    const Result<int> sites = section(xml, u"system.applicationHost"_s, u"sites"_s);
    if (!sites)
        return failure(sites.error());
    const Result<int> firewall = section(xml, u"system.ftpServer"_s, u"firewallSupport"_s);
    if (!firewall)
        return failure(firewall.error());
    IisLayout layout;
    layout.firewallSupport = *firewall;
    layout.siteDefaults = xml.child(*sites, u"siteDefaults"_s);
    for (const int site : xml.children(*sites, u"site"_s)) {
        const QList<int> bindings = xml.children(xml.child(site, u"bindings"_s), u"binding"_s);
        if (std::any_of(bindings.cbegin(), bindings.cend(), [&](int binding) { return isFtp(xml, binding); }))
            layout.sites << site;
    }
    return layout;
}

QString IisBinding::toString() const
{
    QString text = u"*"_s;
    if (address)
        text = address->family() == Address::Family::IPv6 ? u'[' + address->toString() + u']' : address->toString();
    return text + u':' + QString::number(port) + u':' + host;
}

IisBinding ftpBinding(const XmlText &xml, int site)
{
    IisBinding binding;
    for (const int candidate : xml.children(xml.child(site, u"bindings"_s), u"binding"_s)) {
        if (isFtp(xml, candidate)) {
            binding.element = candidate;
            break;
        }
    }
    const QString text = valueOf(xml, binding.element, u"bindingInformation"_s);
    const bool isBracketed = text.startsWith(u'[');
    const qsizetype end = text.indexOf(isBracketed ? u']' : u':');
    const QString host = isBracketed ? text.mid(1, end - 1) : text.left(std::max<qsizetype>(0, end));
    if (const Result<Address> address = Address::parse(host); address && !address->isUnspecified())
        binding.address = *address;
    const QString rest = text.mid(end + (isBracketed ? 2 : 1));
    const int port = rest.section(u':', 0, 0).toInt();
    binding.port = port > 0 && port <= 65535 ? port : 0;
    binding.host = rest.section(u':', 1);
    return binding;
}

QString siteValue(
    const XmlText &xml, const IisLayout &layout, int site, const QStringList &path, const QString &attribute)
{
    for (const int node : {site, layout.siteDefaults}) {
        int element = xml.child(node, u"ftpServer"_s);
        for (const QString &name : path)
            element = xml.child(element, name);
        if (element >= 0 && xml.element(element).attribute(attribute))
            return valueOf(xml, element, attribute);
    }
    return {};
}

} // namespace ferry::agent
