#pragma once

#include "models/base/Result.h"
#include "models/rules/FilterSettings.h"
#include "models/rules/FtpService.h"
#include "models/rules/Gateway.h"
#include "models/wire/LogEntry.h"
#include "models/wire/Method.h"
#include "models/wire/NodeStatus.h"

#include <QStringView>

#include <optional>
#include <span>

namespace ferry {

/// The wire names of an enumeration, in the order of its values.
template <class E>
[[nodiscard]] std::span<const QStringView> enumNames();

template <>
std::span<const QStringView> enumNames<ErrorCode>();
template <>
std::span<const QStringView> enumNames<Role>();
template <>
std::span<const QStringView> enumNames<TlsMode>();
template <>
std::span<const QStringView> enumNames<FtpSoftware>();
template <>
std::span<const QStringView> enumNames<Engine>();
template <>
std::span<const QStringView> enumNames<AuthTls>();
template <>
std::span<const QStringView> enumNames<UpstreamTls>();
template <>
std::span<const QStringView> enumNames<CommandPreset>();
template <>
std::span<const QStringView> enumNames<Originator>();
template <>
std::span<const QStringView> enumNames<LogAction>();
template <>
std::span<const QStringView> enumNames<TransactionState>();

template <class E>
[[nodiscard]] QString enumName(E value)
{
    return enumNames<E>()[static_cast<std::size_t>(value)].toString();
}

template <class E>
[[nodiscard]] std::optional<E> enumFromName(QStringView name)
{
    const std::span<const QStringView> names = enumNames<E>();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name)
            return static_cast<E>(i);
    }
    return {};
}

/// "... is none of a, b, c.": the sentence for a name that is not known.
[[nodiscard]] QString unknownEnumName(QStringView name, std::span<const QStringView> known);

} // namespace ferry
