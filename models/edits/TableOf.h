#pragma once

#include "models/edits/Change.h"
#include "models/rules/RuleSet.h"

namespace ferry {

/// Where objects of type T stand in a rule set, for edits that are the same for all of them.
template <class T>
struct TableOf;

template <>
struct TableOf<ProtocolDefinition> {
    static constexpr ObjectKind kind = ObjectKind::Protocol;
    static constexpr auto member = &RuleSet::protocols;
};

template <>
struct TableOf<Gateway> {
    static constexpr ObjectKind kind = ObjectKind::Gateway;
    static constexpr auto member = &RuleSet::gateways;
};

template <>
struct TableOf<FtpService> {
    static constexpr ObjectKind kind = ObjectKind::FtpService;
    static constexpr auto member = &RuleSet::ftpServices;
};

template <>
struct TableOf<PublishingRule> {
    static constexpr ObjectKind kind = ObjectKind::Rule;
    static constexpr auto member = &RuleSet::rules;
};

template <class T>
[[nodiscard]] Table<T> &tableOf(RuleSet &ruleSet)
{
    return ruleSet.*TableOf<T>::member;
}

template <class T>
[[nodiscard]] const Table<T> &tableOf(const RuleSet &ruleSet)
{
    return ruleSet.*TableOf<T>::member;
}

template <class T>
[[nodiscard]] ObjectChange objectChange(ObjectChange::What what, const T &object, qsizetype row, qsizetype to = 0)
{
    return {TableOf<T>::kind, what, object.id.text(), row, to};
}

} // namespace ferry
