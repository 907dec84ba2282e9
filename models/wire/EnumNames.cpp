#include "models/wire/EnumNames.h"

namespace ferry {

template <>
std::span<const QStringView> enumNames<ErrorCode>()
{
    static constexpr QStringView names[]{u"invalid-input", u"not-found", u"conflict", u"denied", u"unreachable",
        u"timed-out", u"refused", u"unsupported", u"protocol", u"io", u"cancelled", u"internal"};
    static_assert(std::size(names) == static_cast<std::size_t>(ErrorCode::Internal) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<Role>()
{
    static constexpr QStringView names[]{u"viewer", u"operator", u"administrator"};
    static_assert(std::size(names) == static_cast<std::size_t>(Role::Administrator) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<Originator>()
{
    static constexpr QStringView names[]{u"client", u"gateway", u"server"};
    static_assert(std::size(names) == static_cast<std::size_t>(Originator::Server) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<LogAction>()
{
    static constexpr QStringView names[]{u"Initiated Connection", u"Closed Connection", u"Denied Connection",
        u"Failed Connection Attempt", u"Connection Status"};
    static_assert(std::size(names) == static_cast<std::size_t>(LogAction::ConnectionStatus) + 1);
    return names;
}

template <>
std::span<const QStringView> enumNames<TransactionState>()
{
    static constexpr QStringView names[]{u"none", u"prepared", u"committed"};
    static_assert(std::size(names) == static_cast<std::size_t>(TransactionState::Committed) + 1);
    return names;
}

} // namespace ferry
