#include "models/plan/NodePlan.h"

#include "models/plan/RuleOrder.h"
#include "models/plan/Words.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace ferry {
namespace {

struct Differences {
    Q_DECLARE_TR_FUNCTIONS(Differences)
};

using What = PlannedChange::What;

template <class Object>
const Object *findById(const QList<Object> &objects, const decltype(Object::id) &id)
{
    const auto object =
        std::find_if(objects.cbegin(), objects.cend(), [&](const Object &candidate) { return candidate.id == id; });
    return object == objects.cend() ? nullptr : &*object;
}

/// The differences of one gateway's rules, in the order of the rules; a removed one comes where it stood.
class RuleDifferences {
public:
    RuleDifferences(const GatewayConfig &running, const GatewayConfig &desired, bool nameGateway)
        : m_running(running.rules)
        , m_desired(desired.rules)
        , m_gateway(nameGateway ? desired.id.text() : QString())
        , m_moved(movedRules(ruleIds(running.rules), ruleIds(desired.rules)))
    {
        for (qsizetype row = 0; row < m_running.size(); ++row)
            m_oldRow.insert(m_running[row].id, row);
        for (const PublishedRule &rule : m_desired)
            m_wanted.insert(rule.id);
    }

    [[nodiscard]] QList<PlannedChange> list()
    {
        for (qsizetype row = 0; row < m_desired.size(); ++row) {
            const auto old = m_oldRow.constFind(m_desired[row].id);
            if (old == m_oldRow.cend()) {
                add(What::Add, m_desired[row].id, publicationText(m_desired[row]));
                continue;
            }
            if (!m_moved.contains(m_desired[row].id))
                removedUpTo(*old);
            for (const QString &line : ruleChanges(m_running[*old], m_desired[row]))
                add(What::Change, m_desired[row].id, line);
            if (m_moved.contains(m_desired[row].id))
                add(What::Change, m_desired[row].id, placeText(row));
        }
        removedUpTo(m_running.size());
        return m_changes;
    }

private:
    void add(What what, const RuleId &id, const QString &text)
    {
        const QString subject = m_gateway.isEmpty() ? Differences::tr("rule %1").arg(id.text())
                                                    : Differences::tr("rule %1 on %2").arg(id.text(), m_gateway);
        m_changes.append({what, subject, text});
    }

    void removedUpTo(qsizetype end)
    {
        for (; m_next < end; ++m_next) {
            const PublishedRule &rule = m_running[m_next];
            if (!m_wanted.contains(rule.id)) {
                add(What::Remove, rule.id,
                    Differences::tr("No longer published at %1")
                        .arg(endpointText(rule.listenAddress, rule.listenPort)));
            }
        }
    }

    [[nodiscard]] QString placeText(qsizetype row) const
    {
        return row + 1 == m_desired.size() ? Differences::tr("Evaluated last")
                                           : Differences::tr("Evaluated before %1").arg(m_desired[row + 1].id.text());
    }

    const QList<PublishedRule> &m_running;
    const QList<PublishedRule> &m_desired;
    QString m_gateway;
    QSet<RuleId> m_moved;
    QHash<RuleId, qsizetype> m_oldRow;
    QSet<RuleId> m_wanted;
    qsizetype m_next = 0; // running rules before it have been looked at
    QList<PlannedChange> m_changes;
};

QList<PlannedChange> gatewayDifferences(const GatewayConfig *running, const GatewayConfig &desired, bool nameGateway)
{
    const QString subject = desired.id.text();
    const GatewayConfig nothing{desired.id, desired.engine, desired.certificate, {}};
    QList<PlannedChange> changes;
    if (!running) {
        changes.append(
            {What::Add, subject, Differences::tr("Managed from now on, with %1").arg(engineText(desired.engine))});
        if (!desired.certificate.isEmpty())
            changes.append({What::Add, subject, Differences::tr("Certificate %1").arg(quoted(desired.certificate))});
        running = &nothing;
    }
    if (running->engine != desired.engine) {
        changes.append({What::Change, subject,
            Differences::tr("Engine %1 instead of %2").arg(engineText(desired.engine), engineText(running->engine))});
        changes.append({What::Change, subject,
            Differences::tr(
                "Transfers that run are finished by %1, which takes no new sessions; a client that connects "
                "at that moment may have to try again")
                .arg(engineText(running->engine))});
    }
    if (running->certificate != desired.certificate) {
        const auto name = [](const QString &certificate) {
            return certificate.isEmpty() ? Differences::tr("none", "certificate") : quoted(certificate);
        };
        changes.append({What::Change, subject,
            Differences::tr("Certificate %1 instead of %2")
                .arg(name(desired.certificate), name(running->certificate))});
    }
    return changes << RuleDifferences(*running, desired, nameGateway).list();
}

QList<PlannedChange> serviceDifferences(const ServiceConfig *running, const ServiceConfig &desired)
{
    const QString subject = desired.id.text();
    QList<PlannedChange> changes;
    if (!running)
        changes.append(
            {What::Add, subject, Differences::tr("Managed from now on, %1").arg(softwareText(desired.software))});
    const QStringList lines = running ? serviceChanges(*running, desired) : serviceSettings(desired);
    for (const QString &line : lines)
        changes.append({running ? What::Change : What::Add, subject, line});
    return changes;
}

} // namespace

QList<PlannedChange> differences(const NodeConfig &running, const NodeConfig &desired)
{
    const bool nameGateway = std::max(running.gateways.size(), desired.gateways.size()) > 1;
    QList<PlannedChange> changes;
    for (const GatewayConfig &gateway : desired.gateways)
        changes << gatewayDifferences(findById(running.gateways, gateway.id), gateway, nameGateway);
    for (const GatewayConfig &gateway : running.gateways) {
        if (!findById(desired.gateways, gateway.id))
            changes.append(
                {What::Remove, gateway.id.text(), Differences::tr("Not managed any more; publishes nothing")});
    }
    for (const ServiceConfig &service : desired.services)
        changes << serviceDifferences(findById(running.services, service.id), service);
    for (const ServiceConfig &service : running.services) {
        if (!findById(desired.services, service.id)) {
            changes.append(
                {What::Remove, service.id.text(), Differences::tr("Not managed any more; keeps its present settings")});
        }
    }
    return changes;
}

} // namespace ferry
