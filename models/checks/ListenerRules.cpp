#include "models/checks/ListenerRules.h"

namespace ferry {

void ListenerRules::insert(int rule, const QList<Network> &from)
{
    m_all.insert(rule);
    if (from.isEmpty())
        m_fromAnyone.insert(rule);
    for (const Network &network : from)
        m_byNetwork[{network.base(), network.prefix()}].insert(rule);
}

void ListenerRules::remove(int rule, const QList<Network> &from)
{
    m_all.remove(rule);
    m_fromAnyone.remove(rule);
    for (const Network &network : from) {
        const auto block = m_byNetwork.find({network.base(), network.prefix()});
        if (block == m_byNetwork.end())
            continue;
        block->second.remove(rule);
        if (block->second.isEmpty())
            m_byNetwork.erase(block);
    }
}

} // namespace ferry
