#include "models/checks/FindingStore.h"

#include "models/checks/CheckList.h"

#include <algorithm>

namespace ferry {
namespace {

constexpr int subjectsBetweenQuestions = 64;

Subject subjectOf(const RuleId &rule)
{
    return {ObjectKind::Rule, rule.text()};
}

Subject subjectOf(const ServiceId &service)
{
    return {ObjectKind::FtpService, service.text()};
}

Subject subjectOf(const GatewayId &gateway)
{
    return {ObjectKind::Gateway, gateway.text()};
}

/// The object without what only people read. Two of these are equal if no check can tell them apart.
ProtocolDefinition withoutWords(ProtocolDefinition protocol)
{
    protocol.name.clear();
    protocol.description.clear();
    return protocol;
}

FtpService withoutWords(FtpService service)
{
    service.name.clear();
    return service;
}

Gateway withoutWords(Gateway gateway)
{
    gateway.name.clear();
    return gateway;
}

// Takes the object as it is now into `seen`; gives false if checks see no difference.
template <class T>
bool look(QHash<typename Table<T>::IdType, T> &seen, const Table<T> &table, const typename Table<T>::IdType &id)
{
    const T *object = table.find(id);
    if (!object)
        return seen.remove(id);
    T stripped = withoutWords(*object);
    const auto known = seen.constFind(id);
    if (known != seen.cend() && *known == stripped)
        return false;
    seen.insert(id, std::move(stripped));
    return true;
}

template <class T>
QHash<typename Table<T>::IdType, T> lookAtAll(const Table<T> &table)
{
    QHash<typename Table<T>::IdType, T> seen;
    for (const T &object : table)
        seen.insert(object.id, withoutWords(object));
    return seen;
}

QList<Subject> everySubject(const RuleSet &ruleSet)
{
    QList<Subject> subjects;
    for (const Gateway &gateway : ruleSet.gateways)
        subjects << subjectOf(gateway.id);
    for (const FtpService &service : ruleSet.ftpServices)
        subjects << subjectOf(service.id);
    for (const PublishingRule &rule : ruleSet.rules)
        subjects << subjectOf(rule.id);
    return subjects;
}

} // namespace

FindingStore::FindingStore() = default;

void FindingStore::check(const RuleSet &ruleSet, const CheckFacts &facts)
{
    m_facts = facts;
    markEverything(ruleSet);
    recheck(ruleSet);
}

void FindingStore::mark(const RuleSet &ruleSet, const Change &change)
{
    if (change.reset) {
        markEverything(ruleSet);
        return;
    }
    m_index.forgetPortOwners();
    for (const ObjectChange &object : change.objects) {
        switch (object.kind) {
        case ObjectKind::Protocol:
            markProtocol(ruleSet, ProtocolId::fromTrusted(object.id));
            break;
        case ObjectKind::FtpService:
            markService(ruleSet, ServiceId::fromTrusted(object.id));
            break;
        case ObjectKind::Gateway:
            markGateway(ruleSet, GatewayId::fromTrusted(object.id));
            break;
        case ObjectKind::Rule:
            markRule(ruleSet, object);
            break;
        }
    }
}

void FindingStore::setFacts(const RuleSet &ruleSet, const CheckFacts &facts)
{
    // Sessions come and go all the time, and touch only services and what publishes them.
    CheckFacts sameServices = facts;
    sameServices.services = m_facts.services;
    if (sameServices != m_facts) {
        m_facts = facts;
        for (const Subject &subject : everySubject(ruleSet))
            markSubject(subject);
        return;
    }
    const QHash<ServiceId, ServiceFact> before = std::exchange(m_facts.services, facts.services);
    for (const FtpService &service : ruleSet.ftpServices) {
        const ServiceFact was = before.value(service.id);
        const ServiceFact is = m_facts.services.value(service.id);
        if (was == is)
            continue;
        if (was.transfers != is.transfers)
            markRules(m_index.rulesOf(service.id));
        markSubject(subjectOf(service.id));
    }
}

void FindingStore::markEverything(const RuleSet &ruleSet)
{
    m_index.rebuild(ruleSet);
    m_protocols = lookAtAll(ruleSet.protocols);
    m_services = lookAtAll(ruleSet.ftpServices);
    m_gateways = lookAtAll(ruleSet.gateways);
    // Also what is gone, so that its findings go.
    for (const Subject &subject : m_keys.keys())
        markSubject(subject);
    const QList<Subject> subjects = everySubject(ruleSet);
    // The first rules are the ones that people look at: they go to the end of the queue, which is taken first.
    std::for_each(subjects.crbegin(), subjects.crend(), [this](const Subject &subject) { markSubject(subject); });
}

void FindingStore::markRule(const RuleSet &ruleSet, const ObjectChange &change)
{
    const RuleId id = RuleId::fromTrusted(change.id);
    QSet<RuleId> touched;
    m_index.update(ruleSet, id,
        change.what == ObjectChange::What::Moved ? CheckIndex::Order::Moved : CheckIndex::Order::Same, touched);
    markRules(touched);
    markSubject(subjectOf(id));
}

void FindingStore::markProtocol(const RuleSet &ruleSet, const ProtocolId &id)
{
    if (look(m_protocols, ruleSet.protocols, id))
        reindexRules(ruleSet, m_index.rulesOf(id));
}

void FindingStore::markService(const RuleSet &ruleSet, const ServiceId &id)
{
    if (!look(m_services, ruleSet.ftpServices, id))
        return;
    const auto markBeside = [&] {
        for (const ServiceId &other : m_index.servicesBeside(id))
            markSubject(subjectOf(other));
    };
    markBeside();
    m_index.updateService(ruleSet, id);
    markBeside();
    reindexRules(ruleSet, m_index.rulesOf(id));
    markSubject(subjectOf(id));
}

void FindingStore::markGateway(const RuleSet &ruleSet, const GatewayId &id)
{
    const bool wasThere = m_gateways.contains(id);
    if (!look(m_gateways, ruleSet.gateways, id))
        return;
    if (wasThere != ruleSet.gateways.contains(id)) {
        for (const FtpService &service : ruleSet.ftpServices)
            markSubject(subjectOf(service.id));
    }
    markRules(m_index.rulesOf(id));
    markSubject(subjectOf(id));
}

void FindingStore::reindexRules(const RuleSet &ruleSet, const QSet<RuleId> &rules)
{
    QSet<RuleId> touched;
    for (const RuleId &rule : rules)
        m_index.update(ruleSet, rule, CheckIndex::Order::Same, touched);
    markRules(touched);
    markRules(rules);
}

void FindingStore::markRules(const QSet<RuleId> &rules)
{
    for (const RuleId &rule : rules)
        markSubject(subjectOf(rule));
}

void FindingStore::markSubject(const Subject &subject)
{
    const qsizetype before = m_dirty.size();
    m_dirty.insert(subject);
    if (m_dirty.size() != before)
        m_queue.push_back(subject);
}

QList<Subject> FindingStore::recheck(const RuleSet &ruleSet, const std::function<bool()> &mayGoOn)
{
    const CheckContext context{ruleSet, m_facts, m_index};
    QList<Subject> changed;
    for (int checked = 1; !m_queue.empty(); ++checked) {
        const Subject subject = std::move(m_queue.back());
        m_queue.pop_back();
        m_dirty.remove(subject);
        FindingSink sink(subject, FindingSink::Words::Skip);
        checkSubject(context, subject, sink);
        if (replaceKeys(subject, sink.takeKeys()))
            changed << subject;
        if (mayGoOn && checked % subjectsBetweenQuestions == 0 && !mayGoOn())
            break;
    }
    return changed;
}

bool FindingStore::replaceKeys(const Subject &subject, QList<FindingKey> keys)
{
    const auto known = m_keys.find(subject);
    if (known == m_keys.end() ? keys.isEmpty() : *known == keys)
        return false;
    if (known != m_keys.end()) {
        for (const FindingKey &key : *known)
            --m_counts[static_cast<std::size_t>(key.severity)];
    }
    for (const FindingKey &key : std::as_const(keys))
        ++m_counts[static_cast<std::size_t>(key.severity)];
    if (keys.isEmpty())
        m_keys.erase(known);
    else
        m_keys.insert(subject, std::move(keys));
    return true;
}

QList<Finding> FindingStore::findings(const RuleSet &ruleSet, const Subject &subject) const
{
    FindingSink sink(subject, FindingSink::Words::Make);
    checkSubject({ruleSet, m_facts, m_index}, subject, sink);
    return sink.takeFindings();
}

std::optional<Severity> FindingStore::worst(const Subject &subject) const
{
    const auto keys = m_keys.constFind(subject);
    if (keys == m_keys.cend())
        return std::nullopt;
    return std::max_element(keys->cbegin(), keys->cend(), [](const FindingKey &a, const FindingKey &b) {
        return a.severity < b.severity;
    })->severity;
}

QList<Finding> checkRuleSet(const RuleSet &ruleSet, const CheckFacts &facts)
{
    FindingStore store;
    store.check(ruleSet, facts);
    QList<Finding> all;
    for (const Subject &subject : everySubject(ruleSet)) {
        if (store.worst(subject))
            all << store.findings(ruleSet, subject);
    }
    return all;
}

} // namespace ferry
