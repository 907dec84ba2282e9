#include "models/tables/RuleSearch.h"

#include "models/tables/TableText.h"

#include <QByteArrayMatcher>

#include <algorithm>
#include <cstring>

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

/// Looks for one term in many short texts.
class Finder {
public:
    explicit Finder(const QByteArray &term) : m_term(term), m_matcher(term) {}

    bool isIn(const QByteArray &text) const
    {
        if (m_term.size() == 1)
            return std::memchr(text.constData(), m_term.front(), static_cast<std::size_t>(text.size())) != nullptr;
        return m_matcher.indexIn(text.constData(), text.size()) >= 0;
    }

private:
    QByteArray m_term;
    QByteArrayMatcher m_matcher;
};

} // namespace

int RuleSearch::shared(const QString &key, const RuleSet &ruleSet)
{
    if (key.isEmpty())
        return -1;
    const auto known = m_sharedByKey.constFind(key);
    if (known != m_sharedByKey.cend())
        return *known;
    const int index = static_cast<int>(m_shared.size());
    m_shared.push_back({key, folded(sharedWords(ruleSet, key))});
    m_sharedByKey.insert(key, index);
    for (qsizetype term = 0; term < m_terms.size(); ++term)
        m_sharedMatches[term].push_back(m_shared.back().text.contains(m_terms[term]) ? 1 : 0);
    return index;
}

RuleSearch::Row RuleSearch::makeRow(const RuleSet &ruleSet, const PublishingRule *rule)
{
    if (!rule)
        return {};
    return {ownText(*rule), shared(protocolKey(*rule), ruleSet), shared(serverKey(*rule), ruleSet),
        shared(gatewaysKey(*rule), ruleSet)};
}

void RuleSearch::reset(const RuleSet &ruleSet)
{
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
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    forgetHits();
}

void RuleSearch::move(int from, int to)
{
    const auto begin = m_rows.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    forgetHits();
}

void RuleSearch::update(int row, const RuleSet &ruleSet, const PublishingRule *rule)
{
    m_rows[static_cast<std::size_t>(row)] = makeRow(ruleSet, rule);
    forgetHits();
}

void RuleSearch::updateShared(const RuleSet &ruleSet)
{
    for (Shared &each : m_shared)
        each.text = folded(sharedWords(ruleSet, each.key));
    const QString query = m_query;
    setQuery({});
    setQuery(query);
}

void RuleSearch::setQuery(const QString &query)
{
    if (query.isEmpty() || m_query.isEmpty())
        forgetHits();
    m_query = query;
    m_terms.clear();
    for (const QString &word : query.simplified().split(u' ', Qt::SkipEmptyParts))
        m_terms << folded(word);
    m_sharedMatches.clear();
    for (const QByteArray &term : std::as_const(m_terms)) {
        const Finder finder(term);
        std::vector<char> matches;
        matches.reserve(m_shared.size());
        for (const Shared &each : m_shared)
            matches.push_back(finder.isIn(each.text) ? 1 : 0);
        m_sharedMatches.push_back(std::move(matches));
    }
}

bool RuleSearch::matches(int row) const
{
    const Row &candidate = m_rows[static_cast<std::size_t>(row)];
    for (qsizetype term = 0; term < m_terms.size(); ++term) {
        const std::vector<char> &inShared = m_sharedMatches[term];
        const auto holds = [&](int index) { return index >= 0 && inShared[static_cast<std::size_t>(index)]; };
        if (!holds(candidate.protocol) && !holds(candidate.server) && !holds(candidate.gateways)
            && !candidate.text.contains(m_terms[term]))
            return false;
    }
    return true;
}

const QList<int> &RuleSearch::hits()
{
    // Every shorter query that this one continues has all its hits among its own.
    while (!m_hits.empty() && !m_query.startsWith(m_hits.back().query))
        m_hits.pop_back();
    if (!m_hits.empty() && m_hits.back().query == m_query)
        return m_hits.back().rows;

    std::vector<Finder> finders;
    for (const QByteArray &term : std::as_const(m_terms))
        finders.emplace_back(term);
    QList<int> found;
    const auto look = [&](int row) {
        const Row &candidate = m_rows[static_cast<std::size_t>(row)];
        for (std::size_t term = 0; term < finders.size(); ++term) {
            const std::vector<char> &inShared = m_sharedMatches[term];
            const auto holds = [&](int index) { return index >= 0 && inShared[static_cast<std::size_t>(index)]; };
            if (!holds(candidate.protocol) && !holds(candidate.server) && !holds(candidate.gateways)
                && !finders[term].isIn(candidate.text))
                return;
        }
        found.append(row);
    };
    if (m_hits.empty()) {
        for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
            look(row);
    } else {
        for (const int row : std::as_const(m_hits.back().rows))
            look(row);
    }
    m_hits.push_back({m_query, std::move(found)});
    return m_hits.back().rows;
}

} // namespace ferry
