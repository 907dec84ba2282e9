#pragma once

#include "models/checks/CheckFacts.h"
#include "models/checks/CheckIndex.h"
#include "models/rules/RuleSet.h"

#include <QVarLengthArray>

namespace ferry {

/// What every check may look at.
struct CheckContext {
    const RuleSet &ruleSet;
    const CheckFacts &facts;
    const CheckIndex &index;
};

/// A rule with everything it refers to, looked up once for all checks. Pointers are null where nothing is referred to.
struct RuleContext : CheckContext {
    RuleContext(const CheckContext &context, const PublishingRule &subject);

    const PublishingRule &rule;
    const ProtocolDefinition *protocol;
    const FtpService *service;
    const FtpSite *site;
    quint16 port;   ///< of the listener; 0: none
    bool filterOn;
    TlsMode tls;    ///< of the published site; for a bare address implicit on port 990, else none is known
    /// Data connections pass the gateway unread: only ports published beforehand work.
    bool relaysData;

    /// The gateways of the rule that exist.
    [[nodiscard]] const QVarLengthArray<const Gateway *, 4> &gateways() const { return m_gateways; }

private:
    QVarLengthArray<const Gateway *, 4> m_gateways;
};

struct ServiceContext : CheckContext {
    const FtpService &service;
};

struct GatewayContext : CheckContext {
    const Gateway &gateway;
};

/// The address that clients of `gateway` connect to: the listener's, or for a listener on every address the gateway's
/// first one of the same family; nothing where it has none.
[[nodiscard]] std::optional<Address> clientAddress(const PublishingRule &rule, const Gateway &gateway);

/// For findings about a rule: "Partner upload" of `rule`, or its id where it is gone.
[[nodiscard]] QString ruleName(const RuleSet &ruleSet, const RuleId &rule);

} // namespace ferry
