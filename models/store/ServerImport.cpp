#include "models/store/ServerImport.h"

#include "models/edits/CompoundEdit.h"
#include "models/edits/EditText.h"
#include "models/edits/References.h"
#include "models/edits/ServiceEdits.h"
#include "models/plan/Words.h"
#include "models/store/StoreText.h"

#include <algorithm>

namespace ferry {
namespace {

using FoundSite = ServiceConfig::Site;

/// A site of the server and the one of the rule set that is the same; nullptr: there is none.
struct Pair {
    const FoundSite *server = nullptr;
    const FtpSite *own = nullptr;
};

QString noneText()
{
    return StoreText::tr("none", "setting");
}

QString addressText(const std::optional<Address> &address)
{
    return address ? address->toString() : noneText();
}

/// What stands for a site that is on one side only.
QString siteText(const Address &address, quint16 port, TlsMode tls, const std::optional<Address> &external)
{
    QStringList parts{endpointText(address, port), tlsText(tls)};
    if (external)
        parts << StoreText::tr("external address %1").arg(external->toString());
    return parts.join(QStringLiteral(", "));
}

QString externalText(const ExternalAddress &address)
{
    QStringList parts;
    if (address.everywhere)
        parts << address.everywhere->toString();
    for (auto own = address.perGateway.cbegin(); own != address.perGateway.cend(); ++own)
        parts << StoreText::tr("%1 for %2", "address, gateway").arg(own.value().toString(), own.key().text());
    return parts.isEmpty() ? noneText() : parts.join(QStringLiteral(", "));
}

/// The sites of both sides side by side, in the order of the server: by name, by address and port, and at last the
/// first of each, since the main server is the first site however it is called.
QList<Pair> pairs(const FtpService &service, const ServiceConfig &found)
{
    QList<Pair> result;
    QSet<const FtpSite *> taken;
    for (const FoundSite &site : found.sites)
        result << Pair{&site, findSite(service, site.name)};
    for (const Pair &pair : std::as_const(result))
        taken.insert(pair.own);
    const auto match = [&](Pair &pair, const auto &isSame) {
        const auto own = std::find_if(service.sites.cbegin(), service.sites.cend(),
            [&](const FtpSite &site) { return !taken.contains(&site) && isSame(site); });
        if (pair.own || own == service.sites.cend())
            return;
        pair.own = &*own;
        taken.insert(pair.own);
    };
    for (Pair &pair : result) {
        const FoundSite &server = *pair.server;
        match(pair, [&](const FtpSite &site) { return site.address == server.address && site.port == server.port; });
    }
    if (!result.isEmpty() && !service.sites.isEmpty())
        match(result.first(), [&](const FtpSite &site) { return &site == &service.sites.first(); });
    return result;
}

/// What an Apply asks of the site now, with all gateways that publish it.
std::optional<Address> advertisedNow(const RuleSet &ruleSet, const FtpService &service, const QString &site)
{
    for (const NodeConfig &node : nodeConfigs(ruleSet)) {
        for (const ServiceConfig &config : node.services) {
            for (const FoundSite &wanted : config.sites) {
                if (config.id == service.id && wanted.name == site)
                    return wanted.externalAddress;
            }
        }
    }
    const FtpSite *own = findSite(service, site);
    return own ? own->externalAddress.everywhere : std::nullopt;
}

/// Where the server says no address, clients reach it where its agent is.
Address addressOfNewSite(const FtpService &service)
{
    if (!service.sites.isEmpty())
        return service.sites.first().address;
    QString host = service.agent.left(service.agent.lastIndexOf(u':'));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    return Address::parse(host).value_or(Address());
}

class Preview {
public:
    Preview(const RuleSet &ruleSet, const FtpService &service) : m_ruleSet(ruleSet), m_service(service)
    {
        m_import.service = service;
    }

    ServerImport take(const ServiceConfig &found)
    {
        FtpService &now = m_import.service;
        compare({}, StoreText::tr("Software"), softwareText(now.software), softwareText(found.software));
        now.software = found.software;
        compare({}, StoreText::tr("Configuration file"), now.configPath, found.configPath);
        now.configPath = found.configPath;
        if (!found.serviceUnit.isEmpty()) { // a supervised child has none; its name is for people
            compare({}, StoreText::tr("Service unit"), now.serviceUnit, found.serviceUnit);
            now.serviceUnit = found.serviceUnit;
        }
        const auto rangeText = [](const std::optional<PortRange> &ports) {
            return ports ? ports->toDisplay() : StoreText::tr("any port");
        };
        compare({}, StoreText::tr("Passive range"), rangeText(now.passivePorts), rangeText(found.passivePorts));
        now.passivePorts = found.passivePorts;
        takeSites(found);
        return std::move(m_import);
    }

private:
    void compare(const QString &site, const QString &setting, const QString &ruleSet, const QString &server)
    {
        const auto shown = [](const QString &text) { return text.isEmpty() ? noneText() : text; };
        if (ruleSet != server)
            m_import.items << ServerImport::Item{site, setting, shown(ruleSet), shown(server)};
    }

    void takeSites(const ServiceConfig &found)
    {
        QList<FtpSite> &sites = m_import.service.sites;
        sites.clear();
        QSet<const FtpSite *> there;
        for (const Pair &pair : pairs(m_service, found)) {
            sites << (pair.own ? takenSite(pair) : newSite(*pair.server));
            there.insert(pair.own);
        }
        for (const FtpSite &site : m_service.sites) {
            if (!there.contains(&site))
                dropSite(site);
        }
    }

    FtpSite takenSite(const Pair &pair)
    {
        FtpSite site = *pair.own;
        const FoundSite &server = *pair.server;
        takeName(site, server);
        // One that binds no address in particular answers on the site's address as well.
        if (!server.address.isUnspecified()) {
            compare(site.name, StoreText::tr("Address"), site.address.toString(), server.address.toString());
            site.address = server.address;
        }
        if (server.port != 0) {
            compare(site.name, StoreText::tr("Port"), QString::number(site.port), QString::number(server.port));
            site.port = server.port;
        }
        compare(site.name, StoreText::tr("TLS"), tlsText(site.tls), tlsText(server.tls));
        site.tls = server.tls;
        // Addresses for single gateways stay where they come down to what the server has.
        if (advertisedNow(m_ruleSet, m_service, pair.own->name) != server.externalAddress) {
            compare(site.name, StoreText::tr("External address"), externalText(site.externalAddress),
                addressText(server.externalAddress));
            site.externalAddress = {server.externalAddress, {}};
        }
        return site;
    }

    // The first site is found by its place as well, so that a name which says more than "default" can stay.
    void takeName(FtpSite &site, const FoundSite &server)
    {
        if (site.name == server.name || m_import.service.sites.isEmpty())
            return;
        compare(site.name, StoreText::tr("Name"), site.name, server.name);
        m_import.renamedSites.emplace_back(site.name, server.name);
        site.name = server.name;
    }

    FtpSite newSite(const FoundSite &server)
    {
        FtpSite site;
        site.name = server.name;
        site.address = server.address.isUnspecified() ? addressOfNewSite(m_service) : server.address;
        site.port = server.port == 0 ? site.port : server.port;
        site.tls = server.tls;
        site.externalAddress.everywhere = server.externalAddress;
        compare(site.name, StoreText::tr("Site"), {},
            siteText(site.address, site.port, site.tls, site.externalAddress.everywhere));
        return site;
    }

    void dropSite(const FtpSite &site)
    {
        const QList<RuleId> users = rulesUsing(m_ruleSet, m_service.id, site.name);
        if (users.isEmpty()) {
            compare(site.name, StoreText::tr("Site"),
                siteText(site.address, site.port, site.tls, site.externalAddress.everywhere), {});
            return;
        }
        m_import.service.sites << site;
        m_import.notes << StoreText::tr("The server has no site \"%1\". It stays, since the rule \"%2\" publishes it.")
                              .arg(site.name, m_ruleSet.rules.find(users.first())->name);
    }

    const RuleSet &m_ruleSet;
    const FtpService &m_service;
    ServerImport m_import;
};

} // namespace

Result<ServiceConfig> foundOnServer(const Observation &observation, const FtpService &service)
{
    QStringList known;
    for (const ServiceConfig &found : observation.found) {
        if (found.id == service.id)
            return found;
        known << found.id.text();
    }
    for (const UnreadService &unread : observation.unread) {
        if (unread.id == service.id)
            return failure(ErrorCode::NotFound, service.id.text(), unread.what, unread.why, unread.remedy);
    }
    return failure(ErrorCode::NotFound, service.id.text(),
        StoreText::tr("Nothing was imported for \"%1\".").arg(service.id.text()),
        StoreText::tr("The agent at %1 manages no such FTP service.").arg(service.agent),
        known.isEmpty() ? StoreText::tr("Add it to agent.json there.")
                        : StoreText::tr("It manages: %1.").arg(known.join(QStringLiteral(", "))));
}

ServerImport previewServerImport(const RuleSet &ruleSet, const FtpService &service, const ServiceConfig &found)
{
    return Preview(ruleSet, service).take(found);
}

EditPtr importFromServer(const ServerImport &import)
{
    return std::make_unique<CompoundEdit>(EditText::tr("import %1 from its server").arg(import.service.name),
        [import](const RuleSet &ruleSet) -> Result<CompoundEdit::Parts> {
            if (!ruleSet.ftpServices.contains(import.service.id))
                return editParts(insertService(import.service));
            CompoundEdit::Parts parts;
            for (const auto &[from, to] : import.renamedSites)
                parts.push_back(renameSite(import.service.id, from, to));
            parts.push_back(replaceService(import.service));
            return parts;
        });
}

} // namespace ferry
