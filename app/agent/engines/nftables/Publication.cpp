#include "app/agent/engines/nftables/Publication.h"

#include "app/agent/engines/nftables/NftScript.h"

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<AddressRange> clientsIn(const QString &text)
{
    const qsizetype dash = text.indexOf(u'-');
    const Result<Address> first = Address::parse(dash < 0 ? text : text.left(dash));
    const Result<Address> last = Address::parse(text.mid(dash + 1));
    return first && last ? std::optional(AddressRange{*first, *last}) : std::nullopt;
}

/// `203.0.113.1 . 21 comment "partner-upload" : ...`, with the clients in front where not everybody is served.
std::optional<PublishedPorts> portsIn(const QByteArray &line)
{
    const qsizetype quote = line.indexOf(" comment \"");
    const qsizetype unquote = line.indexOf('"', quote + 10);
    if (quote < 0 || unquote < 0)
        return {};
    const QStringList key = QString::fromLatin1(line.left(quote)).split(u" . "_s);
    if (key.size() < 2)
        return {};
    const Result<Address> address = Address::parse(key[key.size() - 2]);
    const Result<PortRange> ports = PortRange::parse(key.last());
    const Result<RuleId> rule = RuleId::parse(QString::fromLatin1(line.mid(quote + 10, unquote - quote - 10)));
    if (!address || !ports || !rule)
        return {};
    return PublishedPorts{*rule, *address, *ports, key.size() == 3 ? clientsIn(key.first()) : std::nullopt};
}

void append(QList<PublishedPorts> &list, const PublishedPorts &next)
{
    PublishedPorts *const last = list.isEmpty() ? nullptr : &list.last();
    // Small ranges were written port by port.
    if (last && last->rule == next.rule && last->address == next.address && last->clients == next.clients
        && last->ports.high() + 1 == next.ports.low())
        last->ports = PortRange::fromTrusted(last->ports.low(), next.ports.high());
    else
        list << next;
}

} // namespace

Publication Publication::read(const QByteArray &script)
{
    Publication found;
    QList<PublishedPorts> *into = nullptr;
    for (qsizetype start = 0; start < script.size();) {
        const qsizetype newline = script.indexOf('\n', start);
        const qsizetype end = newline < 0 ? script.size() : newline;
        const QByteArray line = script.mid(start, end - start).trimmed();
        start = end + 1;
        if (line.startsWith("map ") || line.startsWith("set ")) {
            const bool isRelay = line.startsWith("map relay") || line.startsWith("map ranges");
            into = line.startsWith("map control") ? &found.control : isRelay ? &found.relay : nullptr;
        } else if (line.startsWith("chain ")) {
            into = nullptr;
            const QString name = QString::fromLatin1(line).section(u' ', 1, 1);
            if (name.startsWith(generationChain))
                found.generation = name.mid(generationChain.size());
        } else if (into) {
            if (const std::optional<PublishedPorts> ports = portsIn(line)) {
                if (into == &found.relay)
                    append(*into, *ports);
                else
                    *into << *ports;
            }
        }
    }
    return found;
}

QSet<RuleId> Publication::rules() const
{
    QSet<RuleId> ids;
    for (const PublishedPorts &one : control)
        ids << one.rule;
    return ids;
}

QByteArray drainScript(
    const GatewayId &gateway, const Publication &publication, const QSet<RuleId> &rules, bool isDraining)
{
    QByteArray script;
    const QByteArray table = nftTable(gateway).toLatin1();
    for (const PublishedPorts &one : publication.control) {
        if (!rules.contains(one.rule))
            continue;
        const bool isFour = one.address.family() == Address::Family::IPv4;
        const QByteArray set =
            " element inet " + table + " drained" + (isFour ? '4' : '6') + (one.clients ? "_from" : "") + " { ";
        const QByteArray key = (one.clients ? one.clients->toString() + u" . "_s : QString()).toLatin1()
            + one.address.toString().toLatin1() + " . " + one.ports.toString().toLatin1();
        // Adding what is there is no mistake, taking away what is not there is one.
        script += "add" + set + key + " comment \"" + one.rule.text().toLatin1() + "\" }\n";
        if (!isDraining)
            script += "delete" + set + key + " }\n";
    }
    return script;
}

} // namespace ferry::agent
