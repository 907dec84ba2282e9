#include "models/checks/FindingStore.h"
#include "models/checks/Subjects.h"

#include <algorithm>
#include <utility>

// What a change can have touched.

namespace ferry {
namespace {

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

} // namespace

void FindingStore::mark(const RuleSet &ruleSet, const Change &change)
{
    if (change.reset) {
        markEverything(ruleSet);
        return;
    }
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
    m_index = {};
    m_unindexed.clear();
    m_unindexed.reserve(static_cast<std::size_t>(ruleSet.rules.size()));
    for (const PublishingRule &rule : ruleSet.rules)
        m_unindexed.push_back(rule.id);
    m_isIndexNew = true;
    for (const FtpService &service : ruleSet.ftpServices)
        m_index.updateService(ruleSet, service.id);
    m_protocols = lookAtAll(ruleSet.protocols);
    m_services = lookAtAll(ruleSet.ftpServices);
    m_gateways = lookAtAll(ruleSet.gateways);
    // Also what is gone, so that its findings go.
    for (const Subject &subject : m_keys.keys())
        markSubject(subject);
    const QList<Subject> subjects = everySubject(ruleSet);
    m_dirty.reserve(m_dirty.size() + subjects.size());
    // The first rules are the ones that people look at: they go to the end of the queue, which is taken first.
    std::for_each(subjects.crbegin(), subjects.crend(), [this](const Subject &subject) { markSubject(subject); });
}

void FindingStore::markRule(const RuleSet &ruleSet, const ObjectChange &change)
{
    const RuleId id = RuleId::fromTrusted(change.id);
    QSet<RuleId> touched;
    m_index.update(ruleSet, id,
        change.what == ObjectChange::What::Moved ? CheckIndex::Order::Moved : CheckIndex::Order::Same, &touched);
    for (const RuleId &rule : std::as_const(touched))
        markSubject(subjectOf(rule));
    markSubject(subjectOf(id));
}

void FindingStore::markProtocol(const RuleSet &ruleSet, const ProtocolId &id)
{
    if (look(m_protocols, ruleSet.protocols, id))
        reindexLater(m_index.rulesOf(id));
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
    reindexLater(m_index.rulesOf(id));
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

// Half of all rules may use one protocol definition: what the index knows of them follows in slices, as the checks do.
void FindingStore::reindexLater(const QList<RuleId> &rules)
{
    m_unindexed.insert(m_unindexed.end(), rules.cbegin(), rules.cend());
}

void FindingStore::markRules(const QList<RuleId> &rules)
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

} // namespace ferry
