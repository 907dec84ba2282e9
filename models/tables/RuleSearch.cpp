#include "models/tables/RuleSearch.h"

#include "models/tables/TableText.h"

#include <algorithm>

namespace ferry {
namespace {

QByteArray folded(const QString &text)
{
    return text.toLower().toUtf8();
}

QByteArray ownText(const PublishingRule &rule)
{
    QString text =
        rule.name + u'\n' + rule.description + u'\n' + rule.id.text() + u'\n' + rule.listener.address.toString();
    if (rule.listener.port != 0)
        text += u':' + QString::number(rule.listener.port);
    for (const Network &network : rule.from)
        text += u'\n' + network.toString();
    if (const auto *bare = std::get_if<BareServer>(&rule.server))
        text += u'\n' + bare->address.toString() + u':' + QString::number(bare->port);
    return folded(text);
}

// Keys of shared objects: a letter for the kind, then the ids.
QString protocolKey(const PublishingRule &rule)
{
    return u'p' + rule.protocol.text();
}

QString serverKey(const PublishingRule &rule)
{
    const auto *site = std::get_if<ServiceSite>(&rule.server);
    return site ? u's' + site->service.text() + u'\n' + site->site : QString();
}

QString gatewaysKey(const PublishingRule &rule)
{
    QString key(u'g');
    for (const GatewayId &gateway : rule.gateways)
        key += gateway.text() + u'\n';
    return key;
}

QString protocolWords(const RuleSet &ruleSet, const ProtocolId &id)
{
    const ProtocolDefinition *protocol = ruleSet.protocols.find(id);
    return protocol ? protocol->name + u'\n' + connectionsText(protocol->primary) : id.text();
}

QString serviceWords(const RuleSet &ruleSet, const ServiceId &id, const QString &site)
{
    const FtpService *service = ruleSet.ftpServices.find(id);
    if (!service)
        return id.text() + u'\n' + site;
    const FtpSite *found = findSite(*service, site);
    return service->name + u'\n' + site + u'\n' + (found ? found->address.toString() : QString())
        + (service->passivePorts
                ? u'\n' + service->passivePorts->toString() + u'\n' + service->passivePorts->toDisplay()
                : QString());
}

QString sharedWords(const RuleSet &ruleSet, const QString &key)
{
    const QString rest = key.mid(1);
    if (key.startsWith(u'p'))
        return protocolWords(ruleSet, ProtocolId::fromTrusted(rest));
    if (key.startsWith(u's'))
        return serviceWords(ruleSet, ServiceId::fromTrusted(rest.section(u'\n', 0, 0)), rest.section(u'\n', 1));
    QString words;
    for (const QString &id : rest.split(u'\n', Qt::SkipEmptyParts)) {
        const Gateway *gateway = ruleSet.gateways.find(GatewayId::fromTrusted(id));
        words += (gateway ? gateway->name : id) + u'\n';
    }
    return words;
}

} // namespace

int RuleSearch::shared(const QString &key, const RuleSet &ruleSet)
{
    if (key.isEmpty())
        return -1;
    const auto known = m_sharedByKey.constFind(key);
    if (known != m_sharedByKey.cend())
        return *known;
    const int index = static_cast<int>(m_shared.size());
    m_shared.push_back({key, m_sharedTexts.add(folded(sharedWords(ruleSet, key)))});
    m_sharedByKey.insert(key, index);
    for (Term &term : m_terms)
        term.inShared.push_back(m_sharedTexts.holds(m_shared.back().text, term.word));
    return index;
}

RuleSearch::Row RuleSearch::makeRow(const RuleSet &ruleSet, const PublishingRule *rule)
{
    if (!rule)
        return {};
    return {m_texts.add(ownText(*rule)), shared(protocolKey(*rule), ruleSet), shared(serverKey(*rule), ruleSet),
        shared(gatewaysKey(*rule), ruleSet)};
}

void RuleSearch::reset(const RuleSet &ruleSet)
{
    m_texts.clear();
    m_sharedTexts.clear();
    m_shared.clear();
    m_sharedByKey.clear();
    m_rows.clear();
    const QString query = m_query;
    setQuery({});
    m_rows.reserve(static_cast<std::size_t>(ruleSet.rules.size()));
    for (const PublishingRule &rule : ruleSet.rules)
        m_rows.push_back(makeRow(ruleSet, &rule));
    setQuery(query);
}

void RuleSearch::insert(int row, const RuleSet &ruleSet, const PublishingRule *rule)
{
    m_rows.insert(m_rows.begin() + row, makeRow(ruleSet, rule));
    forgetHits();
}

void RuleSearch::remove(int first, int last)
{
    const auto begin = m_rows.begin() + first;
    const auto end = m_rows.begin() + last + 1;
    std::for_each(begin, end, [this](const Row &row) { m_texts.drop(row.text); });
    m_rows.erase(begin, end);
    compactTexts();
    forgetHits();
}

void RuleSearch::move(int from, int to)
{
    // Not std::rotate: it swaps row by row where copying them as one block will do.
    const Row moved = m_rows[static_cast<std::size_t>(from)];
    const auto begin = m_rows.begin();
    if (from < to)
        std::copy(begin + from + 1, begin + to + 1, begin + from);
    else
        std::copy_backward(begin + to, begin + from, begin + from + 1);
    m_rows[static_cast<std::size_t>(to)] = moved;
    forgetHits();
}

void RuleSearch::update(int row, const RuleSet &ruleSet, const PublishingRule *rule)
{
    Row &updated = m_rows[static_cast<std::size_t>(row)];
    m_texts.drop(updated.text);
    updated = makeRow(ruleSet, rule);
    compactTexts();
    forgetHits();
}

void RuleSearch::updateShared(const RuleSet &ruleSet)
{
    m_sharedTexts.clear();
    for (Shared &each : m_shared)
        each.text = m_sharedTexts.add(folded(sharedWords(ruleSet, each.key)));
    const QString query = m_query;
    setQuery({});
    setQuery(query);
}

void RuleSearch::compactTexts()
{
    if (!m_texts.wastesRoom())
        return;
    m_texts.compact([this](auto keep) {
        for (Row &row : m_rows)
            keep(row.text);
    });
}

void RuleSearch::setQuery(const QString &query)
{
    if (query.isEmpty() || m_query.isEmpty())
        forgetHits();
    m_query = query;
    m_terms.clear();
    for (const QString &text : query.simplified().split(u' ', Qt::SkipEmptyParts)) {
        Term term{SearchWord(folded(text)), {}};
        term.inShared.reserve(m_shared.size());
        for (const Shared &each : m_shared)
            term.inShared.push_back(m_sharedTexts.holds(each.text, term.word));
        m_terms.push_back(std::move(term));
    }
}

bool RuleSearch::matches(int row) const
{
    const Row &candidate = m_rows[static_cast<std::size_t>(row)];
    return std::all_of(m_terms.cbegin(), m_terms.cend(), [&](const Term &term) {
        const auto inShared = [&](int index) { return index >= 0 && term.inShared[static_cast<std::size_t>(index)]; };
        return inShared(candidate.protocol) || inShared(candidate.server) || inShared(candidate.gateways)
            || m_texts.holds(candidate.text, term.word);
    });
}

const QList<int> &RuleSearch::hits()
{
    // Every shorter query that this one continues has all its hits among its own.
    while (!m_hits.empty() && !m_query.startsWith(m_hits.back().query))
        m_hits.pop_back();
    if (!m_hits.empty() && m_hits.back().query == m_query)
        return m_hits.back().rows;

    QList<int> found;
    const auto look = [&](int row) {
        if (matches(row))
            found.append(row);
    };
    if (m_hits.empty()) {
        for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
            look(row);
    } else {
        const QList<int> &among = m_hits.back().rows;
        std::for_each(among.cbegin(), among.cend(), look);
    }
    m_hits.push_back({m_query, std::move(found)});
    return m_hits.back().rows;
}

} // namespace ferry
