#include "app/agent/engines/nftables/NftScript.h"

#include "app/agent/engines/nftables/Shares.h"

#include <QMap>
#include <QSet>

#include <bit>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A map or set of the table.
struct Elements {
    QByteArray name;
    QByteArray type;
    bool isInterval = false;
    bool isCounted = false;
    QList<QByteArray> lines;
    qsizetype room = 0; ///< for what is added while it runs

    [[nodiscard]] bool isNeeded() const { return !lines.isEmpty() || room > 0; }
    [[nodiscard]] bool isMap() const { return type.contains(':'); }
};

/// Everything of one address family.
class Family {
public:
    Family(Address::Family family, const GatewayConfig &gateway, const std::optional<Address> &source)
        : m_family(family), m_gateway(gateway)
    {
        if (source && source->family() == family)
            m_source = source;
        collect();
    }

    void writeMaps(QByteArray &script) const;
    void writeHelping(QByteArray &script) const;
    void writePublishing(QByteArray &script) const;
    void writeSource(QByteArray &script) const;
    void writeGuard(QByteArray &script) const;
    [[nodiscard]] bool isHelping() const { return m_helped.isNeeded() || m_helpedFrom.isNeeded(); }

private:
    struct Claims {
        QList<Claim> control;
        QList<Claim> relay;
    };

    void collect();
    void addControl(const Address &listener, const Share &share);
    void addRelay(const Address &listener, const Share &share);
    void addServer(const PublishedRule &rule, const PortRange &ports);
    [[nodiscard]] QByteArray name(const char *stem, const char *more = "") const
    {
        return QByteArray(stem) + (isFour() ? '4' : '6') + more;
    }
    [[nodiscard]] bool isFour() const { return m_family == Address::Family::IPv4; }
    [[nodiscard]] QByteArray ip() const { return isFour() ? "ip" : "ip6"; }
    [[nodiscard]] QByteArray addressType() const { return isFour() ? "ipv4_addr" : "ipv6_addr"; }
    [[nodiscard]] QByteArray listenerType() const { return addressType() + " . inet_service"; }
    [[nodiscard]] QByteArray clientType() const { return addressType() + " . " + listenerType(); }
    [[nodiscard]] QByteArray listenerKey() const { return ip() + " daddr . tcp dport"; }
    [[nodiscard]] QByteArray clientKey() const { return ip() + " saddr . " + listenerKey(); }

    Address::Family m_family;
    const GatewayConfig &m_gateway;
    std::optional<Address> m_source;
    Elements m_control{name("control"), listenerType() + " : " + listenerType(), false, true, {}, 0};
    Elements m_controlFrom{name("control", "_from"), clientType() + " : " + listenerType(), true, true, {}, 0};
    Elements m_relay{name("relay"), listenerType() + " : " + addressType(), false, false, {}, 0};
    Elements m_ranges{name("ranges"), listenerType() + " : " + addressType(), true, false, {}, 0};
    Elements m_rangesFrom{name("ranges", "_from"), clientType() + " : " + addressType(), true, false, {}, 0};
    Elements m_helped{name("helped"), listenerType(), false, false, {}, 0};
    Elements m_helpedFrom{name("helped", "_from"), clientType(), true, false, {}, 0};
    Elements m_guarded{name("guarded"), listenerType(), false, false, {}, 0};
    Elements m_drained{name("drained"), listenerType(), false, false, {}, 0};
    Elements m_drainedFrom{name("drained", "_from"), clientType(), true, false, {}, 0};
    Elements m_addresses{name("addresses"), addressType(), false, false, {}, 0};
    Elements m_servers{name("servers"), listenerType(), false, false, {}, 0};
    Elements m_serverRanges{name("server_ranges"), listenerType(), true, false, {}, 0};
    QSet<QByteArray> m_known; ///< server elements, which several rules may have in common
};

QByteArray text(const Address &address)
{
    return address.toString().toLatin1();
}

QByteArray text(const PortRange &ports)
{
    return ports.toString().toLatin1();
}

QByteArray comment(const PublishedRule &rule)
{
    return " comment \"" + rule.id.text().toLatin1() + '"';
}

QByteArray keyOf(const Address &listener, const Share &share)
{
    const QByteArray key = text(listener) + " . " + text(share.ports);
    return share.clients ? share.clients->toString().toLatin1() + " . " + key : key;
}

void Family::collect()
{
    QMap<Address, Claims> listeners;
    for (qsizetype i = 0; i < m_gateway.rules.size(); ++i) {
        const PublishedRule &rule = m_gateway.rules[i];
        if (rule.listenAddress.family() != m_family)
            continue;
        Claims &claims = listeners[rule.listenAddress];
        claims.control << Claim{PortRange::fromTrusted(rule.listenPort, rule.listenPort), rule.from, i};
        for (const PortRange &ports : rule.relayPorts)
            claims.relay << Claim{ports, rule.from, i};
    }
    for (auto it = listeners.cbegin(); it != listeners.cend(); ++it) {
        if (m_source)
            m_addresses.lines << text(it.key());
        const QList<Share> control = shares(it->control, m_family);
        for (const Share &share : control)
            addControl(it.key(), share);
        for (const PortRange &ports : partlyShared(control, m_family))
            m_guarded.lines << text(it.key()) + " . " + text(ports);
        for (const Share &share : shares(it->relay, m_family))
            addRelay(it.key(), share);
    }
    m_drained.room = m_control.lines.size();
    m_drainedFrom.room = m_controlFrom.lines.size();
}

void Family::addControl(const Address &listener, const Share &share)
{
    const PublishedRule &rule = m_gateway.rules[share.rule];
    const QByteArray key = keyOf(listener, share);
    Elements &map = share.clients ? m_controlFrom : m_control;
    map.lines << key + comment(rule) + " : " + text(rule.serverAddress) + " . " + QByteArray::number(rule.serverPort);
    if (rule.filterOn)
        (share.clients ? m_helpedFrom : m_helped).lines << key;
    addServer(rule, PortRange::fromTrusted(rule.serverPort, rule.serverPort));
}

void Family::addRelay(const Address &listener, const Share &share)
{
    const PublishedRule &rule = m_gateway.rules[share.rule];
    const auto line = [&](const Share &one) {
        return keyOf(listener, one) + comment(rule) + " : " + text(rule.serverAddress);
    };
    addServer(rule, share.ports);
    if (share.clients) {
        m_rangesFrom.lines << line(share);
    } else if (share.ports.size() > mostPortsOneByOne) {
        m_ranges.lines << line(share);
    } else {
        for (int port = share.ports.low(); port <= share.ports.high(); ++port) {
            const auto number = static_cast<quint16>(port);
            m_relay.lines << line({PortRange::fromTrusted(number, number), std::nullopt, share.rule});
        }
    }
}

void Family::addServer(const PublishedRule &rule, const PortRange &ports)
{
    if (!m_source)
        return;
    const auto add = [&](Elements &set, const PortRange &one) {
        const QByteArray line = text(rule.serverAddress) + " . " + text(one);
        if (!m_known.contains(line))
            set.lines << line;
        m_known << line;
    };
    if (ports.size() > mostPortsOneByOne) {
        add(m_serverRanges, ports);
        return;
    }
    for (int port = ports.low(); port <= ports.high(); ++port)
        add(m_servers, PortRange::fromTrusted(static_cast<quint16>(port), static_cast<quint16>(port)));
}

void write(QByteArray &script, const Elements &elements)
{
    if (!elements.isNeeded())
        return;
    // With a size the kernel takes a table of a fixed number of buckets; half of it is room for later changes.
    const auto size = std::bit_ceil(static_cast<quint64>(2 * std::max(elements.lines.size(), elements.room)));
    script += "\n\t" + QByteArray(elements.isMap() ? "map " : "set ") + elements.name + " {\n\t\ttype " + elements.type
        + "\n\t\tsize " + QByteArray::number(std::max<quint64>(size, 16)) + '\n';
    if (elements.isInterval)
        script += "\t\tflags interval\n";
    if (elements.isCounted)
        script += "\t\tcounter\n";
    if (!elements.lines.isEmpty())
        script += "\t\telements = {\n\t\t\t" + elements.lines.join(",\n\t\t\t") + "\n\t\t}\n";
    script += "\t}\n";
}

void Family::writeMaps(QByteArray &script) const
{
    for (const Elements *elements : {&m_control, &m_controlFrom, &m_relay, &m_ranges, &m_rangesFrom, &m_helped,
             &m_helpedFrom, &m_guarded, &m_drained, &m_drainedFrom, &m_addresses, &m_servers, &m_serverRanges})
        write(script, *elements);
}

void Family::writeHelping(QByteArray &script) const
{
    const auto onMatch = [&](const QByteArray &key, const Elements &set, const char *verdict) {
        if (set.isNeeded())
            script += "\t\tct state new " + key + " @" + set.name + ' ' + verdict + '\n';
    };
    onMatch(listenerKey(), m_drained, "reject with tcp reset");
    onMatch(clientKey(), m_drainedFrom, "reject with tcp reset");
    onMatch(listenerKey(), m_helped, "ct helper set \"ftp\"");
    onMatch(clientKey(), m_helpedFrom, "ct helper set \"ftp\"");
}

void Family::writePublishing(QByteArray &script) const
{
    const auto forward = [&](const QByteArray &key, const Elements &map) {
        if (map.isNeeded())
            script += "\t\tdnat " + ip() + " to " + key + " map @" + map.name + '\n';
    };
    forward(listenerKey(), m_control);
    forward(clientKey(), m_controlFrom);
    forward(listenerKey(), m_relay);
    forward(clientKey(), m_rangesFrom);
    forward(listenerKey(), m_ranges);
}

void Family::writeSource(QByteArray &script) const
{
    for (const Elements *set : {&m_servers, &m_serverRanges}) {
        if (set->isNeeded()) {
            script += "\t\tct status dnat ct original " + ip() + " daddr @" + m_addresses.name + ' ' + listenerKey()
                + " @" + set->name + " snat " + ip() + " to " + text(*m_source) + '\n';
        }
    }
}

void Family::writeGuard(QByteArray &script) const
{
    if (m_guarded.isNeeded())
        script += "\t\tct state new " + listenerKey() + " @" + m_guarded.name + " reject with tcp reset\n";
}

/// A chain at one of the kernel's hooks.
void writeChain(QByteArray &script, const char *name, const char *hook, const QByteArray &rules)
{
    script += "\n\tchain " + QByteArray(name) + " {\n\t\ttype " + hook + "; policy accept;\n" + rules + "\t}\n";
}

void writeChainIfNeeded(QByteArray &script, const char *name, const char *hook, const QByteArray &rules)
{
    if (!rules.isEmpty())
        writeChain(script, name, hook, rules);
}

} // namespace

QString nftTable(const GatewayId &gateway)
{
    return u"ferrygate_"_s + gateway.text();
}

QByteArray removalScript(const GatewayId &gateway)
{
    // "destroy" would do, but needs a newer kernel.
    const QByteArray table = nftTable(gateway).toLatin1();
    return "add table inet " + table + "\ndelete table inet " + table + '\n';
}

QByteArray renderNftScript(
    const GatewayConfig &gateway, const QString &generation, const std::optional<Address> &source)
{
    const Family four(Address::Family::IPv4, gateway, source);
    const Family six(Address::Family::IPv6, gateway, source);
    const auto ofBoth = [&](void (Family::*write)(QByteArray &) const) {
        QByteArray lines;
        (four.*write)(lines);
        (six.*write)(lines);
        return lines;
    };

    QByteArray script = "# Written by ferrygate-agent, and written anew at every Apply.\n" + removalScript(gateway.id)
        + "table inet " + nftTable(gateway.id).toLatin1() + " {\n\tcomment \"Ferrygate, gateway "
        + gateway.id.text().toLatin1() + "\"\n";
    if (four.isHelping() || six.isHelping())
        script += "\n\tct helper ftp {\n\t\ttype \"ftp\" protocol tcp\n\t}\n";
    four.writeMaps(script);
    six.writeMaps(script);
    // A helper has to be there before the first packet is translated, and after the connection is known: nft(8), "ct".
    writeChainIfNeeded(script, "admission", "filter hook prerouting priority mangle", ofBoth(&Family::writeHelping));
    // A connection that was cut is not taken up again in the middle. The chain and its first rule are there in any
    // case: the kernel tracks and translates only while somebody asks for it, also what is open.
    writeChain(script, "publication", "nat hook prerouting priority dstnat",
        "\t\tct state new tcp flags & (fin | syn | rst | ack) != syn accept\n" + ofBoth(&Family::writePublishing));
    writeChainIfNeeded(script, "source", "nat hook postrouting priority srcnat", ofBoth(&Family::writeSource));
    writeChainIfNeeded(script, "guard", "filter hook input priority filter", ofBoth(&Family::writeGuard));
    script += "\n\tchain " + (generationChain.toString() + generation).toLatin1() + " {\n\t}\n}\n";
    return script;
}

} // namespace ferry::agent
