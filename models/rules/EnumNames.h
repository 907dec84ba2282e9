#pragma once

#include "models/rules/FilterSettings.h"
#include "models/rules/FtpService.h"
#include "models/rules/Gateway.h"
#include "models/rules/ProtocolDefinition.h"

#include <QStringView>

#include <optional>
#include <span>

namespace ferry {

/// The names of an enumeration in files and on the wire, in the order of its values.
template <class E>
[[nodiscard]] std::span<const QStringView> enumNames();

template <>
std::span<const QStringView> enumNames<Direction>();
template <>
std::span<const QStringView> enumNames<ApplicationFilter>();
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
