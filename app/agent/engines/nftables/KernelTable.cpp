#include "app/agent/engines/nftables/KernelTable.h"

#include "app/agent/engines/nftables/Nft.h"
#include "app/agent/engines/nftables/NftScript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ferry::agent {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray objectsIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value(u"nftables").toArray();
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

Result<TableListing> KernelTable::listing() const
{
    const Result<QByteArray> text = runNft("list table " + m_table + '\n', NftRun::ListText, m_subject);
    return text ? readListing(*text) : Result<TableListing>(failure(text.error()));
}

Result<QByteArray> KernelTable::frame() const
{
    // Asked for one table nft(8) 1.0.6 reads the elements too, and only then leaves them out; asked for all it does
    // not.
    const Result<QByteArray> all = runNft("list ruleset inet\n", NftRun::ListFrame, m_subject);
    if (!all)
        return all;
    const QByteArray title = "table " + m_table + " {\n";
    const qsizetype start = all->startsWith(title) ? 0 : all->indexOf('\n' + title) + 1;
    const qsizetype end = all->indexOf("\n}\n", start);
    const bool isThere = (start > 0 || all->startsWith(title)) && end >= 0;
    return isThere ? all->mid(start, end + 3 - start) : QByteArray();
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
    // The table has only those that it needs.
    const Result<QByteArray> all = frame();
    if (!all)
        return failure(all.error());
    QList<Element> found;
    const bool isMap = kind.startsWith("map ");
    const qsizetype space = kind.indexOf(' ');
    for (const char *which : {"4", "4_from", "6", "6_from"}) {
        if (!all->contains('\t' + kind + which + " {"))
            continue;
        // One by one: to list all would bring the passive ranges too.
        const QByteArray name = m_table + kind.mid(space) + which;
        const Result<QByteArray> json =
            runNft("list " + kind.left(space) + ' ' + name + '\n', NftRun::ListJson, m_subject);
        if (!json)
            return failure(json.error());
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
