#pragma once

#include <QStringView>

#include <array>
#include <optional>

namespace ferry {

/// What a peer may do; each includes the ones before it. Carried as OU in the subject of its client certificate.
enum class Role { Viewer, Operator, Administrator };

/// The requests an agent answers.
enum class Method {
    Hello,
    NodeStatus,
    ConfigObserve,
    ApplyPrepare,
    ApplyCommit,
    ApplyConfirm,
    ApplyRollback,
    ServiceRestart,
    LogTail,
    LogSubscribe,
    SessionsList,
    AuditTail,
    Metrics,
    SessionsTranscript,
    SessionsEnd,
    GatewayDrain,
    GatewayUpgrade,
    ServiceBallast,
    Count,
};

struct MethodRow {
    Method method{};
    QStringView name;
    Role role{};  ///< the least role that may call it
};

/// The one dispatch table. A method without a row does not build (see the static_assert).
inline constexpr std::array methodTable{
    MethodRow{Method::Hello, u"hello", Role::Viewer},
    MethodRow{Method::NodeStatus, u"node.status", Role::Viewer},
    MethodRow{Method::ConfigObserve, u"config.observe", Role::Viewer},
    MethodRow{Method::ApplyPrepare, u"apply.prepare", Role::Administrator},
    MethodRow{Method::ApplyCommit, u"apply.commit", Role::Administrator},
    MethodRow{Method::ApplyConfirm, u"apply.confirm", Role::Administrator},
    MethodRow{Method::ApplyRollback, u"apply.rollback", Role::Administrator},
    MethodRow{Method::ServiceRestart, u"service.restart", Role::Operator},
    MethodRow{Method::LogTail, u"log.tail", Role::Viewer},
    MethodRow{Method::LogSubscribe, u"log.subscribe", Role::Viewer},
    MethodRow{Method::SessionsList, u"sessions.list", Role::Viewer},
    MethodRow{Method::AuditTail, u"audit.tail", Role::Operator},
    MethodRow{Method::Metrics, u"metrics", Role::Viewer},
    MethodRow{Method::SessionsTranscript, u"sessions.transcript", Role::Viewer},
    MethodRow{Method::SessionsEnd, u"sessions.end", Role::Operator},
    MethodRow{Method::GatewayDrain, u"gateway.drain", Role::Operator},
    MethodRow{Method::GatewayUpgrade, u"gateway.upgrade", Role::Operator},
    MethodRow{Method::ServiceBallast, u"service.ballast", Role::Operator},
};

consteval bool everyMethodHasItsRow()
{
    if (methodTable.size() != static_cast<std::size_t>(Method::Count))
        return false;
    for (std::size_t i = 0; i < methodTable.size(); ++i) {
        if (methodTable[i].method != static_cast<Method>(i))
            return false;
    }
    return true;
}
static_assert(everyMethodHasItsRow(), "each Method needs one row, in the order of the enumeration");

[[nodiscard]] constexpr const MethodRow &rowOf(Method method)
{
    return methodTable[static_cast<std::size_t>(method)];
}
[[nodiscard]] std::optional<Method> methodByName(QStringView name);

} // namespace ferry
