#pragma once

#include "models/base/Address.h"
#include "models/checks/RuleNumbers.h"

#include <QList>

#include <map>

namespace ferry {

/// The enabled rules of one listener, by the source networks they accept. A gateway may publish one address and port to
/// thousands of partners, each by a rule of its own: looking for the rule that is in another's way must not look at all
/// of them.
class ListenerRules {
public:
    /// `from` as in the rule; empty: anyone.
    void insert(int rule, const QList<Network> &from);
    /// `from` as it was inserted.
    void remove(int rule, const QList<Network> &from);

    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }
    [[nodiscard]] const RuleNumbers &all() const { return m_all; }

    /// Calls `visit` with every rule that can take all clients of a rule that accepts `from`; some that cannot may be
    /// among them, and one may come more than once.
    template <class Visit>
    void visitWider(const QList<Network> &from, Visit visit) const
    {
        std::for_each(m_fromAnyone.begin(), m_fromAnyone.end(), visit);
        if (from.isEmpty())
            return;
        // Who takes the first network whole is registered under it, or under one of the blocks around it.
        const Network &network = from.first();
        for (int prefix = 0; prefix <= network.prefix() && !m_byNetwork.empty(); ++prefix) {
            const auto wider = m_byNetwork.find({network.base().masked(prefix), prefix});
            if (wider != m_byNetwork.end())
                std::for_each(wider->second.begin(), wider->second.end(), visit);
        }
    }

private:
    using Block = std::pair<Address, int>; ///< base and prefix

    RuleNumbers m_all;
    RuleNumbers m_fromAnyone;
    std::map<Block, RuleNumbers> m_byNetwork;
};

} // namespace ferry
