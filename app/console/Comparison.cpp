#include "app/console/Comparison.h"

#include "models/plan/NodePlan.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ferry::console {

namespace {

QList<RunningNode> runningNodes(const KnownNodes &nodes)
{
    QList<RunningNode> result;
    for (auto node = nodes.cbegin(); node != nodes.cend(); ++node) {
        RunningNode running{node.key(), std::nullopt, false, {}};
        if (node->observed) {
            running.config = node->observed->config;
            running.config->agent = node.key();
        }
        if (node->status) {
            running.isUnconfirmed = node->status->transaction == TransactionState::Committed;
            for (const NativeChange &drift : node->status->drift)
                running.driftedPaths << drift.path;
        }
        result << running;
    }
    return result;
}

} // namespace

Comparison Comparison::of(const RuleSet &ruleSet, const KnownNodes &nodes)
{
    Comparison result;
    result.states = ruleStates(ruleSet, runningNodes(nodes));
    result.isApplied = !nodes.isEmpty();
    for (const NodeConfig &desired : nodeConfigs(ruleSet)) {
        const auto node = nodes.constFind(desired.agent);
        if (node == nodes.cend() || !node->observed) {
            result.isApplied = false;
            continue;
        }
        result.isApplied = result.isApplied && node->observed->generation == generationOf(desired);
        for (const PlannedChange &change : differences(node->observed->config, desired))
            result.unapplied << u"%1: %2"_s.arg(change.subject, change.text);
    }
    result.unapplied.removeDuplicates();
    return result;
}

CheckFacts factsFrom(CheckFacts facts, const KnownNodes &nodes)
{
    facts.services.clear();
    for (const KnownNode &node : nodes) {
        if (node.status) {
            for (const ServiceStatus &service : node.status->services)
                facts.services[service.id].sessions = service.sessions;
        }
        if (node.observed) {
            for (const ServiceConfig &found : node.observed->found)
                facts.services[found.id].running = found;
        }
    }
    return facts;
}

QList<ApplyRecord> mergedHistory(const QList<ApplyRecord> &records)
{
    QHash<QString, ApplyRecord> byTransaction;
    for (const ApplyRecord &record : records) {
        ApplyRecord &kept = byTransaction[record.transaction];
        QStringList what = kept.what + record.what;
        what.removeDuplicates();
        if (kept.transaction.isEmpty() || !record.outcome.isEmpty())
            kept = record;
        kept.what = what;
    }
    QList<ApplyRecord> history = byTransaction.values();
    std::ranges::sort(history, std::greater<>(), &ApplyRecord::when);
    return history;
}

} // namespace ferry::console
