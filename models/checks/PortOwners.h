#pragma once

#include "models/rules/RuleSet.h"

#include <QHash>

#include <optional>
#include <vector>

namespace ferry {

/// Which FTP service uses which port: as its passive range, or published for it by a protocol definition. Ports of
/// listeners, and those of several services, are taken for everyone. Made once for many questions.
class PortOwners {
public:
    explicit PortOwners(const RuleSet &ruleSet);

    /// The lowest range of `ports` ports from 5000 up, below the ephemeral ports, that nobody but `service` uses.
    [[nodiscard]] std::optional<PortRange> freeRange(const ServiceId &service, int ports) const;

private:
    static constexpr int nobody = 0;
    static constexpr int everyone = -1;

    [[nodiscard]] int numberOf(const ServiceId &service);
    void take(PortRange ports, int owner);

    QHash<ServiceId, int> m_numbers;  ///< from 1
    std::vector<int> m_owners;        ///< by port
};

} // namespace ferry
