#include "app/agent/engines/nftables/KernelTable.h"

#include "app/agent/engines/nftables/Nft.h"
#include "app/agent/engines/nftables/NftScript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <utility>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray objectsIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value(u"nftables").toArray();
}

/// nft prints the elements in the order in which the kernel happens to keep them.
void appendSorted(QByteArray &out, QByteArray elements)
{
    elements.replace("elements = {", "").replace('\n', ' ');
    QList<QByteArray> list = elements.trimmed().split(',');
    for (QByteArray &one : list)
        one = one.trimmed();
    std::sort(list.begin(), list.end());
    for (const QByteArray &one : std::as_const(list))
        out += "\t\t\t" + one + '\n';
}

} // namespace

KernelTable::KernelTable(const GatewayId &gateway)
    : m_subject(gateway.text()), m_table("inet " + nftTable(gateway).toLatin1())
{
}

Result<std::optional<QString>> KernelTable::generation() const
{
    const Result<QByteArray> json = runNft("list chains inet\n", NftRun::ListJson, m_subject);
    if (!json)
        return failure(json.error());
    for (const QJsonValue &object : objectsIn(*json)) {
        const QJsonValue chain = object[u"chain"];
        const QString name = chain[u"name"].toString();
        if ("inet " + chain[u"table"].toString().toLatin1() == m_table && name.startsWith(generationChain))
            return name.mid(generationChain.size());
    }
    return std::nullopt;
}

Result<QByteArray> KernelTable::listing() const
{
    const Result<QByteArray> text = runNft("list table " + m_table + '\n', NftRun::ListText, m_subject);
    if (!text)
        return text;
    QByteArray out;
    QByteArray elements;
    bool isDrained = false;
    for (const QByteArray &line : text->split('\n')) {
        if (line.startsWith("\tset ") || line.startsWith("\tmap "))
            isDrained = line.mid(5).startsWith("drained");
        if (elements.isEmpty() && !line.startsWith("\t\telements = {")) {
            out += line + '\n';
            continue;
        }
        elements += line + '\n';
        if (!line.endsWith(" }"))
            continue;
        elements.chop(3);
        if (!isDrained)
            appendSorted(out, elements);
        elements.clear();
    }
    return out;
}

Result<QHash<RuleId, quint64>> KernelTable::hits() const
{
    const Result<QList<Element>> counted = elements("map control");
    if (!counted)
        return failure(counted.error());
    QHash<RuleId, quint64> hits;
    for (const Element &element : *counted)
        hits[element.rule] += element.packets;
    return hits;
}

Result<QSet<RuleId>> KernelTable::drained() const
{
    const Result<QList<Element>> present = elements("set drained");
    if (!present)
        return failure(present.error());
    QSet<RuleId> rules;
    for (const Element &element : *present)
        rules << element.rule;
    return rules;
}

Result<QList<KernelTable::Element>> KernelTable::elements(const QByteArray &kind) const
{
    const Result<std::optional<QString>> present = generation();
    if (!present)
        return failure(present.error());
    QList<Element> found;
    if (!*present)
        return found;
    const bool isMap = kind.startsWith("map ");
    const qsizetype space = kind.indexOf(' ');
    for (const char *which : {"4", "4_from", "6", "6_from"}) {
        // One by one: to list all would bring the passive ranges too. The table has only those that it needs.
        const QByteArray name = m_table + kind.mid(space) + which;
        const Result<QByteArray> json =
            runNft("list " + kind.left(space) + ' ' + name + '\n', NftRun::ListJson, m_subject);
        if (!json)
            continue;
        for (const QJsonValue &object : objectsIn(*json)) {
            for (const QJsonValue &one : object[isMap ? u"map" : u"set"][u"elem"].toArray()) {
                const QJsonValue element = (isMap ? one[0] : one)[u"elem"];
                // Nobody but us writes ids there; what somebody has added by hand is drift, and no rule of ours.
                if (const Result<RuleId> rule = RuleId::parse(element[u"comment"].toString())) {
                    found << Element{*rule, static_cast<quint64>(element[u"counter"][u"packets"].toInteger())};
                }
            }
        }
    }
    return found;
}

} // namespace ferry::agent
